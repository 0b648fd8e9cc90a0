-- What changed between two days, kept once it was told.

-- The lines between two days as readers see them who may not see the recommendations in hidden_from, kept: the warehouse
-- adds them when they are first asked for, since to work them out takes longer than any other question.
create table whole.change_line as
select
    cast(null as date) as after_on,
    cast(null as date) as until_day,
    cast(null as varchar[]) as hidden_from,
    *
from changes_between(date '2000-01-01', date '2000-01-01')
where false;
create view change_line as
select *
from whole.change_line
where hidden_from = getvariable('hidden');

-- What changed between two days, kept once it was told.

-- The lines between two days as readers see them who may not see the recommendations in hidden_from, kept: the warehouse
-- adds them when they are first asked for, since to work them out takes longer than any other question. The columns are
-- told in 9_changes.sql.
create table whole.change_line (
    after_on date,
    until_day date,
    hidden_from varchar[],
    change varchar,
    subject varchar,
    subject_id varchar,
    seq bigint,
    happened_on date,
    known_on date,
    what varchar,
    provenance varchar,
    rec_ids varchar[],
    group_ids varchar[],
    agency_ids varchar[],
    owner_id varchar,
    by_group_id varchar,
    meeting_id varchar,
    was varchar,
    became varchar,
    rating_was varchar,
    rating_became varchar,
    from_on date,
    to_on date,
    days bigint,
    days_late bigint,
    times bigint,
    percent double,
    said varchar
);
create view change_line as
select *
from whole.change_line
where hidden_from = getvariable('hidden');

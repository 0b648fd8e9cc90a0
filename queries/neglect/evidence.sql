-- How far has the neglect strategy come, in numbers for one sentence?
-- One row, also where nothing is recorded: then nothing is named and the counts are nought.
-- $as_at  date  the day it is true for
with
standing as (
    select *
    from neglect_measures_at($as_at)
),
first_share as (
    select min(position) as position
    from standing
    where unit = '%' and not about_children and value is not null
),
trained as (
    select s.*
    from standing as s
    inner join first_share as f on s.position = f.position
    where s.value is not null
)
select
    neglect_launched_on($as_at) as launched_on,
    (select min(name) from trained) as name,
    (select count(*) from trained) as agencies,
    (select measured('%', sum(number), sum(of_number)) from trained) as value,
    count(case when against_target = 'reached' then 1 end) as reached,
    count(against_target) as aimed,
    (
        select string_agg(distinct agency_name, ', ' order by agency_name)
        from standing
        where is_missing
    ) as silent,
    coalesce(bool_or(provenance = 'illustrative'), false) or exists (
        select 1 from neglect_stages_at($as_at) where provenance = 'illustrative'
    ) as is_illustrative
from standing as m
order by launched_on

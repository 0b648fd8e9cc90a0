-- How are the open actions spread over what is late, due soon, later and undated?
-- One row per horizon, nearest first, even where it is empty; stale counts those with no report for more than a cycle.
-- Sets whose record has ended are left out unless they are chosen.
-- $as_at        date       the day it is true for
-- $sources      varchar[]  sources to keep; empty keeps all
-- $recs         varchar[]  recommendations to keep, with their sub-points; empty keeps all
-- $groups       varchar[]  sub-groups to keep; empty keeps all
-- $agencies     varchar[]  agencies to keep; empty keeps all
-- $deliveries   varchar[]  delivery states to keep; empty keeps all
-- $ratings      varchar[]  ratings to keep; empty keeps all
-- $acceptances  varchar[]  answers to keep; empty keeps all
with
horizon as (
    select *
    from (
        values
        (1, 'overdue'), (2, 'due soon'), (3, 'due next'), (4, 'later'), (5, 'undated')
    ) as v (position, bucket)
),
rule as (
    select due_soon_days, due_later_days
    from rule_span
    where $as_at >= from_on and $as_at < until_on
),
work as (
    select
        is_stale,
        case
            when due_on is null then 'undated'
            when days_late > 0 then 'overdue'
            when is_due_within(due_on, due_soon_days, as_at) then 'due soon'
            when is_due_within(due_on, due_later_days, as_at) then 'due next'
            else 'later'
        end as bucket
    from counted_actions($as_at, $sources, $recs, $groups, $agencies, $deliveries, $ratings, $acceptances)
    where is_open
)
select
    h.position,
    h.bucket,
    case h.bucket when 'due soon' then r.due_soon_days when 'due next' then r.due_later_days end as within_days,
    count(w.bucket) as actions,
    count(case when w.is_stale then 1 end) as stale
from horizon as h
cross join rule as r
left join work as w using (bucket)
group by h.position, h.bucket, within_days
order by h.position

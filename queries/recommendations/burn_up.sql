-- How many actions were agreed, due, complete and signed off by each day up to the as-at day?
-- One row per day on which a count changed, and the as-at day; counts are cumulative. Superseded actions are left out.
-- Planned counts first promises, known or not met; a reopened action counts as complete no longer.
-- $as_at     date       the day it is true for
-- $sources   varchar[]  sources to keep; empty keeps all
-- $recs      varchar[]  recommendations to keep, with their sub-points; empty keeps all
-- $groups    varchar[]  sub-groups to keep; empty keeps all
-- $agencies  varchar[]  agencies to keep; empty keeps all
with
kept as (
    select *
    from placed_actions($as_at, $sources, $recs, $groups, $agencies)
    where
        delivery != 'superseded'
        and is_counted(record_ends_on, $as_at, $sources, $recs)
),
change as (
    select agreed_on as day, 1 as agreed, 0 as planned, 0 as complete, 0 as signed_off from kept
    union all
    select first_due_on, 0, 1, 0, 0 from kept where first_due_on <= $as_at
    union all
    select completed_on, 0, 0, 1, 0 from kept where completed_on is not null
    union all
    select signed_off_on, 0, 0, 0, 1 from kept where signed_off_on is not null
    union all
    select cast($as_at as date), 0, 0, 0, 0 from kept
)
select
    day,
    cast(sum(sum(agreed)) over so_far as integer) as agreed,
    cast(sum(sum(planned)) over so_far as integer) as planned,
    cast(sum(sum(complete)) over so_far as integer) as complete,
    cast(sum(sum(signed_off)) over so_far as integer) as signed_off
from change
group by day
window so_far as (order by day)
order by day

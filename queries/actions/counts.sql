-- How many actions hold each standing on the as-at day, and how many did at the last meeting?
-- One row per standing, even where the count is zero. Filters on delivery, rating and answer apply to both days.
-- Sets whose record has ended are left out unless they are chosen.
-- $as_at        date       the day it is true for
-- $sources      varchar[]  sources to keep; empty keeps all
-- $recs         varchar[]  recommendations to keep, with their sub-points; empty keeps all
-- $groups       varchar[]  sub-groups to keep; empty keeps all
-- $agencies     varchar[]  agencies to keep; empty keeps all
-- $deliveries   varchar[]  delivery states to keep; empty keeps all
-- $ratings      varchar[]  ratings to keep; empty keeps all
-- $acceptances  varchar[]  answers to keep; empty keeps all
-- $since        date       the day to compare with; before the as-at day
with
standing as (
    select *
    from (
        values
        (1, 'signed off'), (2, 'on track'), (3, 'at risk'), (4, 'overdue'),
        (5, 'awaiting sign-off'), (6, 'not started or undated'), (7, 'closed')
    ) as v (position, standing)
),
placed as (
    select
        d.is_now,
        case
            when a.delivery = 'signed off' then 'signed off'
            when a.delivery = 'complete' then 'awaiting sign-off'
            when a.rating is null then 'closed'
            when a.rating = 'red' then 'overdue'
            when a.rating = 'amber' then 'at risk'
            when a.rating = 'grey' then 'not started or undated'
            else 'on track'
        end as standing
    from (values (true, cast($as_at as date)), (false, least($since, $as_at))) as d (is_now, as_at)
    inner join action_state as a using (as_at)
    where
        is_placed(a.source_id, a.rec_id, a.parent_id, a.lead_group_id, a.agency_id, $sources, $recs, $groups, $agencies)
        and is_standing(a.delivery, a.rating, a.acceptance, $deliveries, $ratings, $acceptances)
        and is_counted(a.record_ends_on, $as_at, $sources, $recs)
)
select
    s.position,
    s.standing,
    count(case when p.is_now then 1 end) as actions,
    count(case when not p.is_now then 1 end) as actions_before
from standing as s
left join placed as p using (standing)
group by s.position, s.standing
order by s.position

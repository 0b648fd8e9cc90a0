-- How have the ratings of actions and recommendations moved up to the as-at day?
-- One row per day sampled and rating, even where the count is zero; at most 61 days, the last is the as-at day.
-- Sub-points are counted only where they are chosen themselves.
-- Sets whose record has ended are left out unless they are chosen.
-- $as_at     date       the day it is true for
-- $sources   varchar[]  sources to keep; empty keeps all
-- $recs      varchar[]  recommendations to keep, with their sub-points; empty keeps all
-- $groups    varchar[]  sub-groups to keep; empty keeps all
-- $agencies  varchar[]  agencies to keep; empty keeps all
with
kept as (
    select
        r.rec_id,
        r.known_on
    from recommendation as r
    inner join source as o using (source_id)
    where
        is_known(r.known_on, r.void_on, $as_at)
        and is_chosen(r.source_id, $sources)
        and (is_chosen(r.rec_id, $recs) or coalesce(list_contains($recs, r.parent_id), false))
        and is_counted(o.record_ends_on, $as_at, $sources, $recs)
),
span as (
    select greatest(7, ceil(date_diff('day', min(known_on), $as_at) / 60)) as step, min(known_on) as first_on
    from kept
),
sampled as (
    select cast($as_at - cast(n * step as integer) as date) as as_at
    from span, unnest(range(0, 61)) as u (n)
    where $as_at - cast(n * step as integer) >= first_on
),
action_total as (
    select as_at, rating, count(*) as actions
    from work_on((select list(as_at) from sampled))
    where
        rec_id in (select rec_id from kept)
        and is_chosen(lead_group_id, $groups)
        and is_chosen(agency_id, $agencies)
    group by as_at, rating
),
recommendation_total as (
    select as_at, rating, count(*) as recommendations
    from recommendations_on((select list(as_at) from sampled))
    where
        rec_id in (select rec_id from kept)
        and (parent_id is null or list_contains($recs, rec_id))
        and (len($groups) = 0 or list_has_any(group_ids, $groups))
        and (len($agencies) = 0 or list_has_any(agency_ids, $agencies))
    group by as_at, rating
)
select
    s.as_at as day,
    t.rating,
    coalesce(r.recommendations, 0) as recommendations,
    coalesce(a.actions, 0) as actions
from sampled as s
cross join rating_state as t
left join action_total as a on s.as_at = a.as_at and t.rating = a.rating
left join recommendation_total as r on s.as_at = r.as_at and t.rating = r.rating
order by s.as_at, t.severity

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
followed as (
    select * from followed_recommendations($as_at, $sources, $recs)
),
sampled as (
    select unnest(sampled_days(min(known_on), $as_at)) as as_at from followed
),
rated as (
    select
        s.as_at,
        s.rating,
        count(s.action_id) as actions,
        count(*) - count(s.action_id) as recommendations
    from rating_sample as s
    inner join sampled as d using (as_at)
    inner join followed as f using (rec_id)
    where
        (s.action_id is not null or f.parent_id is null or list_contains($recs, s.rec_id))
        and (len($groups) = 0 or list_has_any(s.group_ids, $groups))
        and (len($agencies) = 0 or list_has_any(s.agency_ids, $agencies))
    group by s.as_at, s.rating
)
select
    d.as_at as day,
    t.rating,
    coalesce(r.recommendations, 0) as recommendations,
    coalesce(r.actions, 0) as actions
from sampled as d
cross join rating_state as t
left join rated as r on d.as_at = r.as_at and t.rating = r.rating
order by d.as_at, t.severity

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
select
    h.position,
    h.horizon as bucket,
    h.within_days,
    count(a.action_id) as actions,
    count(case when a.is_stale then 1 end) as stale
from horizons_at($as_at) as h
left join counted_actions($as_at, $sources, $recs, $groups, $agencies, $deliveries, $ratings, $acceptances) as a
    on h.horizon = a.horizon
group by h.position, h.horizon, h.within_days
order by h.position

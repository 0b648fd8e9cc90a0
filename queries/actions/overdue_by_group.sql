-- Which sub-groups owe actions that are past their date on the as-at day?
-- One row per sub-group with at least one; most overdue first.
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
    a.lead_group_id,
    a.group_name,
    count(*) as actions,
    max(a.days_late) as worst_days,
    median(a.days_late) as median_days
from counted_actions($as_at, $sources, $recs, $groups, $agencies, $deliveries, $ratings, $acceptances) as a
where a.days_late > 0
group by a.lead_group_id, a.group_name
order by actions desc, worst_days desc, a.lead_group_id asc

-- How far have open actions moved from the date first promised?
-- One row per open action with a date that was extended or is late, furthest first.
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
    action_id,
    title,
    ref,
    first_due_on,
    due_on,
    slip_days,
    days_late,
    extensions,
    rating,
    provenance
from counted_actions($as_at, $sources, $recs, $groups, $agencies, $deliveries, $ratings, $acceptances)
where is_open and due_on is not null and (slip_days > 0 or days_late > 0)
order by slip_days desc, days_late desc, action_id asc

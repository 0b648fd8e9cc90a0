-- Which open actions have had no report for more than one meeting cycle?
-- One row per action, longest silent first.
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
    a.action_id,
    a.rec_id,
    a.ref,
    a.title,
    a.group_name,
    a.last_report_on,
    a.days_silent,
    a.due_on,
    a.rating,
    a.provenance
from counted_actions($as_at, $sources, $recs, $groups, $agencies, $deliveries, $ratings, $acceptances) as a
where a.is_stale
order by a.days_silent desc, a.action_id asc

-- Which actions are there, who owes each, and how does it stand on the as-at day?
-- One row per action that passes the filters, worst first: latest, then soonest due, undated last.
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
    a.rec_title,
    a.title,
    a.lead_group_id,
    a.group_name,
    a.agency_id,
    a.agency_name,
    a.delivery,
    p.replaced_by,
    p.replaces,
    a.rating,
    a.own_rating,
    a.percent,
    a.start_on,
    a.first_due_on,
    a.due_on,
    a.due_text,
    a.days_late,
    a.days_late_first,
    a.slip_days,
    a.extensions,
    a.returns,
    a.is_open,
    a.is_undated,
    a.is_stale,
    a.days_silent,
    a.last_report_on,
    a.gate,
    a.days_at_gate,
    a.completed_on,
    a.signed_off_on,
    a.days_completed_late,
    a.evidence,
    a.provenance
from chosen_actions($as_at, $sources, $recs, $groups, $agencies, $deliveries, $ratings, $acceptances) as a
left join rating_state as t on a.rating = t.rating
left join places_at($as_at) as p on a.action_id = p.action_id
order by coalesce(t.severity, 0) desc, a.days_late desc, a.due_on asc nulls last, a.action_id asc

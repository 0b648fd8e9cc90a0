-- Which actions serve a recommendation, and how does each run against its dates?
-- One row per action known on the as-at day, in order of start.
-- $as_at  date       the day it is true for
-- $rec    varchar    the recommendation
select
    a.action_id,
    a.title,
    a.start_on,
    a.first_due_on,
    a.due_on,
    a.due_text,
    a.completed_on,
    a.signed_off_on,
    a.rating,
    a.own_rating,
    a.delivery,
    p.replaced_by,
    p.replaces,
    a.percent,
    a.days_late,
    a.days_completed_late,
    a.slip_days,
    a.extensions,
    a.last_report_on,
    a.is_open,
    a.is_stale,
    a.gate,
    a.days_at_gate,
    a.group_name,
    a.agency_name,
    a.provenance
from action_state as a
left join places_at($as_at) as p on a.action_id = p.action_id
where a.as_at = $as_at and a.rec_id = $rec
order by a.start_on, a.action_id

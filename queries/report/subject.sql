-- Where does an action stand, who must move it, and who made the last proposal and completion?
-- One row for the action, where it is known on the as-at day.
-- $as_at   date     the day it is true for
-- $action  varchar  the action
select
    a.action_id,
    a.title,
    a.rec_id,
    a.rec_title,
    a.delivery,
    a.gate,
    a.lead_group_id,
    a.group_name,
    a.agency_id,
    a.rating,
    a.own_rating,
    a.percent,
    a.due_on,
    a.due_text,
    a.days_late,
    a.last_report_on,
    a.provenance,
    h.proposed_by,
    h.completed_by,
    h.request_id,
    h.asked_due_on,
    h.asked_why
from action_state as a
inner join handlings_at($as_at) as h on a.action_id = h.action_id
where a.as_at = $as_at and a.action_id = $action
order by a.action_id

-- Where does an action stand, who must move it, and who made the last proposal and completion?
-- One row for the action, where it is known on the as-at day.
-- $as_at   date     the day it is true for
-- $action  varchar  the action
with
proposed as (
    select entered_by
    from move
    where action_id = $action and to_delivery = 'proposed complete' and is_known(known_on, void_on, $as_at)
    order by effective_on desc, seq desc
    limit 1
),
completed as (
    select entered_by
    from move
    where action_id = $action and to_delivery = 'complete' and is_known(known_on, void_on, $as_at)
    order by effective_on desc, seq desc
    limit 1
),
asked as (
    select
        q.request_id,
        q.due_on,
        q.why
    from extension_request as q
    left join extension_decision as d on q.request_id = d.request_id and is_known(d.known_on, d.void_on, $as_at)
    where q.action_id = $action and is_known(q.known_on, q.void_on, $as_at) and d.decision_id is null
    order by q.effective_on desc, q.seq desc
    limit 1
)
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
    p.entered_by as proposed_by,
    c.entered_by as completed_by,
    r.request_id,
    r.due_on as asked_due_on,
    r.why as asked_why
from action_state as a
left join proposed as p on true
left join completed as c on true
left join asked as r on true
where a.as_at = $as_at and a.action_id = $action
order by a.action_id

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
    g.name as group_name,
    n.name as agency_name,
    a.provenance
from actions_on([$as_at]) as a
inner join org_group as g on a.lead_group_id = g.group_id
inner join agency as n using (agency_id)
where a.rec_id = $rec
order by a.start_on, a.action_id

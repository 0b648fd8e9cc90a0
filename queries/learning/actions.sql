-- How do the actions that follow from reviews stand?
-- One row per action of a review; most days late first, then by date and key.
-- $as_at  date  the day it is true for
select
    a.review_action_id,
    r.review_id,
    a.review_rec_id,
    a.title,
    g.name as group_name,
    n.name as agency_name,
    a.rating,
    null::varchar as own_rating,
    a.delivery,
    a.is_open,
    a.percent,
    a.first_due_on,
    a.due_on,
    a.due_text,
    a.slip_days,
    a.days_late,
    a.days_completed_late,
    a.completed_on,
    a.last_report_on,
    a.gate,
    a.provenance
from review_actions_at($as_at) as a
inner join review_recommendation as r on a.review_rec_id = r.review_rec_id
inner join org_group as g on a.lead_group_id = g.group_id
inner join agency as n on a.agency_id = n.agency_id
order by a.days_late desc, a.due_on asc nulls last, a.review_action_id asc

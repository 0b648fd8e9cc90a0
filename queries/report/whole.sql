-- Where does a recommendation stand as a whole, what is still open on it, and which narrower scope was proposed?
-- One row for the recommendation, where it is known on the as-at day; of several proposals the oldest.
-- $as_at  date     the day it is true for
-- $rec    varchar  the recommendation
with
proposed as (
    select entered_by
    from move
    where rec_id = $rec and to_delivery = 'proposed complete' and is_known(known_on, void_on, $as_at)
    order by effective_on desc, seq desc
    limit 1
),
completed as (
    select list(distinct m.entered_by) as completed_by
    from move as m
    left join action as a on m.action_id = a.action_id
    where
        coalesce(m.rec_id, a.rec_id) = $rec
        and m.to_delivery = 'complete'
        and m.entered_by is not null
        and is_known(m.known_on, m.void_on, $as_at)
),
work as (
    select
        count(*) as actions,
        count(case when is_open then 1 end) as actions_open
    from action_state
    where as_at = $as_at and rec_id = $rec and delivery != 'superseded'
),
narrower as (
    select q.*
    from scope_request as q
    left join scope_decision as d
        on q.scope_request_id = d.scope_request_id and is_known(d.known_on, d.void_on, $as_at)
    where q.rec_id = $rec and is_known(q.known_on, q.void_on, $as_at) and d.scope_decision_id is null
    order by q.effective_on, q.seq
    limit 1
)
select
    r.rec_id,
    r.ref,
    r.title,
    r.delivery,
    s.moved_to is not null as is_moved,
    r.gate,
    r.lead_group_id,
    g.name as lead_name,
    r.support_group_ids,
    w.actions,
    w.actions_open,
    p.entered_by as proposed_by,
    coalesce(c.completed_by, []) as completed_by,
    n.scope_request_id,
    n.setting_kind,
    n.asked,
    n.first_stage,
    n.first_stage_percent,
    n.why as scope_why,
    n.entered_by as scope_by,
    r.provenance
from recommendation_state as r
inner join recommendation_span as s on r.rec_id = s.rec_id and r.as_at >= s.from_on and r.as_at < s.until_on
inner join org_group as g on r.lead_group_id = g.group_id
cross join work as w
cross join completed as c
left join proposed as p on true
left join narrower as n on true
where r.as_at = $as_at and r.rec_id = $rec
order by r.rec_id

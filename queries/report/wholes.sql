-- Which recommendations wait, as a whole, for a move or a decision on the as-at day?
-- One row per recommendation and reason, for the gate asked about; the longest wait first.
-- $as_at   date       the day it is true for
-- $gate    varchar    sub_group, business_group or board
-- $owners  varchar[]  sub-groups whose recommendations are wanted; empty keeps all
with
state as (
    select
        r.*,
        s.moved_to,
        s.moved_on
    from recommendation_state as r
    inner join recommendation_span as s on r.rec_id = s.rec_id and r.as_at >= s.from_on and r.as_at < s.until_on
    where r.as_at = $as_at and r.is_followed_up
),
done as (
    select
        rec_id,
        max(delivery_since) as since
    from action_span
    where $as_at >= from_on and $as_at < until_on
    group by rec_id
),
reason as (
    select
        s.rec_id,
        'board' as gate,
        case when s.moved_to is null then 'all its actions are done' else 'accepted as complete' end as reason,
        coalesce(s.moved_on, d.since) as since
    from state as s
    left join done as d on s.rec_id = d.rec_id
    where s.delivery = 'complete'
    union all
    select
        q.rec_id,
        'board',
        'narrower scope proposed',
        q.effective_on
    from scope_request as q
    left join scope_decision as d
        on q.scope_request_id = d.scope_request_id and is_known(d.known_on, d.void_on, $as_at)
    where is_known(q.known_on, q.void_on, $as_at) and d.scope_decision_id is null
    union all
    select
        rec_id,
        'business_group',
        'proposed as complete',
        moved_on
    from state
    where moved_to = 'proposed complete'
    union all
    select
        rec_id,
        'sub_group',
        'sent back as a whole',
        moved_on
    from state
    where moved_to in ('returned', 'reopened')
)
select
    s.rec_id,
    s.ref,
    s.title,
    g.name as lead_name,
    s.delivery,
    s.rating,
    s.due_on,
    s.days_late,
    s.actions,
    s.overdue,
    w.reason,
    date_diff('day', w.since, cast($as_at as date)) as days_waiting,
    s.provenance,
    s.is_illustrative
from reason as w
inner join state as s on w.rec_id = s.rec_id
inner join org_group as g on s.lead_group_id = g.group_id
where
    w.gate = $gate
    and (len($owners) = 0 or list_has_any(list_concat([s.lead_group_id], s.support_group_ids), $owners))
order by days_waiting desc, s.rec_id asc, w.reason asc

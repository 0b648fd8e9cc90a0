-- What waits for a report, a decision or a sign-off on the as-at day?
-- One row per action and reason, for the gate asked about; the longest wait first.
-- $as_at   date       the day it is true for
-- $gate    varchar    sub_group, business_group or board
-- $owners  varchar[]  sub-groups whose actions are wanted; empty keeps all
with
asked as (
    select
        q.action_id,
        min(q.effective_on) as since
    from extension_request as q
    left join extension_decision as d
        on q.request_id = d.request_id and is_known(d.known_on, d.void_on, $as_at)
    where is_known(q.known_on, q.void_on, $as_at) and d.decision_id is null
    group by q.action_id
),
reason as (
    select
        a.action_id,
        'sub_group' as gate,
        case
            when a.delivery = 'returned' then 'sent back'
            when a.is_stale then 'no report for more than a cycle'
            else 'report due'
        end as reason,
        coalesce(a.last_report_on, a.agreed_on) as since
    from action_state as a
    where a.as_at = $as_at and a.gate = 'sub_group'
    union all
    select
        a.action_id,
        'business_group',
        'proposed as complete',
        cast($as_at as date) - cast(a.days_at_gate as integer)
    from action_state as a
    where a.as_at = $as_at and a.gate = 'business_group'
    union all
    select
        q.action_id,
        'business_group',
        'later date asked for',
        q.since
    from asked as q
    union all
    select
        a.action_id,
        'business_group',
        'chair''s rating differs',
        a.last_report_on
    from action_state as a
    where a.as_at = $as_at and a.is_open and a.own_rating != a.rating
    union all
    select
        a.action_id,
        'business_group',
        'no report for more than a cycle',
        coalesce(a.last_report_on, a.agreed_on)
    from action_state as a
    where a.as_at = $as_at and a.is_stale
    union all
    select
        a.action_id,
        'board',
        'awaits sign-off',
        cast($as_at as date) - cast(a.days_at_gate as integer)
    from action_state as a
    where a.as_at = $as_at and a.gate = 'board'
)
select
    a.action_id,
    a.title,
    a.ref,
    a.rec_id,
    a.group_name,
    a.delivery,
    a.rating,
    a.is_open,
    a.slip_days,
    a.extensions,
    a.days_completed_late,
    a.own_rating,
    a.due_on,
    a.due_text,
    a.first_due_on,
    a.days_late,
    r.reason,
    date_diff('day', r.since, cast($as_at as date)) as days_waiting,
    a.last_report_on,
    a.provenance
from reason as r
inner join action_state as a on r.action_id = a.action_id and a.as_at = $as_at
where
    r.gate = $gate
    and is_chosen(a.lead_group_id, $owners)
    and (a.record_ends_on is null or a.record_ends_on >= $as_at)
order by days_waiting desc, a.action_id asc, r.reason asc

-- What the page Report asks of a day: what waits at which gate, and what a decision on it must know.

-- Challenges known on a day, each with its latest answer and the days it has been or was open.
create macro challenges_on(on_day) as table
with
answered as (
    select
        challenge_id,
        arg_max({'said': said, 'outcome': outcome, 'on': effective_on}, (effective_on, seq)) as last
    from answer
    where is_known(known_on, void_on, on_day)
    group by challenge_id
)
select
    c.challenge_id,
    c.rec_id,
    c.action_id,
    c.question,
    c.to_group_id,
    t.name as to_name,
    n.name as to_agency,
    c.by_group_id,
    b.name as by_name,
    b.kind as by_kind,
    c.effective_on as asked_on,
    c.seq,
    c.answer_by,
    a.last['on'] as answered_on,
    a.last['said'] as said,
    a.last['outcome'] as outcome,
    date_diff(
        'day', c.effective_on,
        case when a.last['outcome'] != 'not satisfied' then a.last['on'] else cast(on_day as date) end
    ) as days_open,
    c.provenance
from challenge as c
inner join org_group as t on c.to_group_id = t.group_id
inner join org_group as b on c.by_group_id = b.group_id
left join agency as n on c.to_agency_id = n.agency_id
left join answered as a on c.challenge_id = a.challenge_id
where is_known(c.known_on, c.void_on, on_day);

-- Later dates that were asked for and not decided by a day.
create macro dates_asked_on(on_day) as table
select
    q.action_id,
    q.request_id,
    q.due_on,
    q.why,
    q.effective_on,
    q.seq
from extension_request as q
left join extension_decision as d on q.request_id = d.request_id and is_known(d.known_on, d.void_on, on_day)
where is_known(q.known_on, q.void_on, on_day) and d.decision_id is null;

-- What waits for a report, a decision or a sign-off on a day: one row per action and reason, with the gate it waits at.
create macro queue_on(on_day) as table
with
current as (
    select * from action_state where as_at = on_day
),
reason as (
    select
        action_id,
        'sub_group' as gate,
        case
            when delivery = 'returned' then 'sent back'
            when is_stale then 'no report for more than a cycle'
            else 'report due'
        end as reason,
        coalesce(last_report_on, agreed_on) as since
    from current
    where gate = 'sub_group'
    union all
    select
        action_id,
        gate,
        case gate when 'board' then 'awaits sign-off' else 'proposed as complete' end,
        cast(on_day as date) - cast(days_at_gate as integer)
    from current
    where gate in ('business_group', 'board')
    union all
    select
        action_id,
        'business_group',
        'later date asked for',
        min(effective_on)
    from dates_asked_on(on_day)
    group by action_id
    union all
    select
        action_id,
        'business_group',
        'chair''s rating differs',
        last_report_on
    from current
    where is_open and own_rating != rating
    union all
    select
        action_id,
        'business_group',
        'no report for more than a cycle',
        coalesce(last_report_on, agreed_on)
    from current
    where is_stale
)
select
    a.action_id,
    a.title,
    a.ref,
    a.rec_id,
    a.lead_group_id,
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
    r.gate,
    r.reason,
    date_diff('day', r.since, cast(on_day as date)) as days_waiting,
    a.last_report_on,
    a.provenance
from reason as r
inner join current as a on r.action_id = a.action_id
where a.record_ends_on is null or a.record_ends_on >= on_day;

-- Who made the last proposal of an action's completion and the last completion, and which later date is asked for.
create macro handlings_on(on_day) as table
with
moved as (
    select
        action_id,
        arg_max({'by': entered_by}, (effective_on, seq)) filter (where to_delivery = 'proposed complete') as proposed,
        arg_max({'by': entered_by}, (effective_on, seq)) filter (where to_delivery = 'complete') as completed
    from move
    where action_id is not null and is_known(known_on, void_on, on_day)
    group by action_id
),
asked as (
    select
        action_id,
        arg_max({'request_id': request_id, 'due_on': due_on, 'why': why}, (effective_on, seq)) as last
    from dates_asked_on(on_day)
    group by action_id
)
select
    a.action_id,
    m.proposed['by'] as proposed_by,
    m.completed['by'] as completed_by,
    q.last['request_id'] as request_id,
    q.last['due_on'] as asked_due_on,
    q.last['why'] as asked_why
from action as a
left join moved as m on a.action_id = m.action_id
left join asked as q on a.action_id = q.action_id
where is_known(a.known_on, a.void_on, on_day);

-- Narrower scopes that were proposed and not decided by a day.
create macro scopes_asked_on(on_day) as table
select q.*
from scope_request as q
left join scope_decision as d
    on q.scope_request_id = d.scope_request_id and is_known(d.known_on, d.void_on, on_day)
where is_known(q.known_on, q.void_on, on_day) and d.scope_decision_id is null;

-- Recommendations that wait, as a whole, on a day: one row per recommendation and reason, with the gate it waits at.
create macro whole_queue_on(on_day) as table
with
current as (
    select
        r.*,
        s.moved_to,
        s.moved_on
    from recommendation_state as r
    inner join recommendation_span as s on r.rec_id = s.rec_id and r.as_at >= s.from_on and r.as_at < s.until_on
    where r.as_at = on_day and r.is_followed_up
),
done as (
    select
        rec_id,
        max(delivery_since) as since
    from action_span
    where on_day >= from_on and on_day < until_on
    group by rec_id
),
reason as (
    select
        s.rec_id,
        'board' as gate,
        case when s.moved_to is null then 'all its actions are done' else 'accepted as complete' end as reason,
        coalesce(s.moved_on, d.since) as since
    from current as s
    left join done as d on s.rec_id = d.rec_id
    where s.delivery = 'complete'
    union all
    select
        rec_id,
        'board',
        'narrower scope proposed',
        effective_on
    from scopes_asked_on(on_day)
    union all
    select
        rec_id,
        case moved_to when 'proposed complete' then 'business_group' else 'sub_group' end,
        case moved_to when 'proposed complete' then 'proposed as complete' else 'sent back as a whole' end,
        moved_on
    from current
    where moved_to in ('proposed complete', 'returned', 'reopened')
)
select
    s.rec_id,
    s.ref,
    s.title,
    g.name as lead_name,
    s.lead_group_id,
    s.support_group_ids,
    s.delivery,
    s.rating,
    s.due_on,
    s.days_late,
    s.actions,
    s.overdue,
    w.gate,
    w.reason,
    date_diff('day', w.since, cast(on_day as date)) as days_waiting,
    s.provenance,
    s.is_illustrative
from reason as w
inner join current as s on w.rec_id = s.rec_id
inner join org_group as g on s.lead_group_id = g.group_id;

-- Where each recommendation stands as a whole on a day, what is open on it, and the oldest narrower scope proposed.
create macro wholes_on(on_day) as table
with
moved as (
    select
        coalesce(m.rec_id, a.rec_id) as rec_id,
        arg_max({'by': m.entered_by}, (m.effective_on, m.seq))
            filter (where m.rec_id is not null and m.to_delivery = 'proposed complete') as proposed,
        list_sort(
            list(distinct m.entered_by) filter (where m.to_delivery = 'complete' and m.entered_by is not null)
        ) as completed_by
    from move as m
    left join action as a on m.action_id = a.action_id
    where is_known(m.known_on, m.void_on, on_day)
    group by coalesce(m.rec_id, a.rec_id)
),
work as (
    select
        rec_id,
        count(*) as actions,
        count(case when is_open then 1 end) as actions_open
    from action_state
    where as_at = on_day and delivery != 'superseded'
    group by rec_id
),
narrower as (
    select
        q.rec_id,
        arg_min(q, (q.effective_on, q.seq)) as first
    from scopes_asked_on(on_day) as q -- noqa: RF03
    group by q.rec_id
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
    coalesce(w.actions, 0) as actions,
    coalesce(w.actions_open, 0) as actions_open,
    m.proposed['by'] as proposed_by,
    coalesce(m.completed_by, []) as completed_by,
    n.first['scope_request_id'] as scope_request_id,
    n.first['setting_kind'] as setting_kind,
    n.first['asked'] as asked,
    n.first['first_stage'] as first_stage,
    n.first['first_stage_percent'] as first_stage_percent,
    n.first['why'] as scope_why,
    n.first['entered_by'] as scope_by,
    r.provenance
from recommendation_state as r
inner join recommendation_span as s on r.rec_id = s.rec_id and r.as_at >= s.from_on and r.as_at < s.until_on
inner join org_group as g on r.lead_group_id = g.group_id
left join work as w on r.rec_id = w.rec_id
left join moved as m on r.rec_id = m.rec_id
left join narrower as n on r.rec_id = n.rec_id
where r.as_at = on_day;

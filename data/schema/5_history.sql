-- What was known when: the journal's entries folded into spans, each true from from_on until the day before until_on.
-- Views; the warehouse keeps each as an in-memory table and folds again when the journal's head moves.
-- A span begins on each day when an entry became known or was corrected. Among the entries that held on a day, the one
-- latest by (effective_on, seq) wins, so a late record never overrules newer facts; a corrected one held until then.
-- What is kept, of all recommendations, is in the schema whole; the plain names show what the reader may see.

-- Which rule set scores a day? The first one also scores the days before it.
create view rule_span as
select
    rule_set,
    case when row_number() over by_day = 1 then date '0001-01-01' else from_on end as from_on,
    coalesce(lead(from_on) over by_day, date '9999-12-31') as until_on,
    due_soon_days,
    due_later_days,
    cycle_days,
    forecast_days
from rating_rule
window by_day as (order by from_on);

-- One row per action and span of days on which nothing new was known about it.
create view action_span_view as
with
event as (
    select
        action_id, seq, known_on, void_on, effective_on, due_on, null as moved_to, null as percent,
        null as forecast_on, null as own_rating, null as evidence, null as reported_on, null as worked_on, 0 as extended
    from action
    union all
    select
        action_id, seq, known_on, void_on, effective_on, null, null, percent,
        forecast_on, own_rating, evidence, effective_on, effective_on, 0
    from report
    union all
    select
        action_id, seq, known_on, void_on, effective_on, null, to_delivery, null, null, null, evidence, effective_on, null, 0
    from move
    where action_id is not null
    union all
    select action_id, seq, known_on, void_on, effective_on, due_on, null, null, null, null, null, effective_on, null, 1
    from extension
),
epoch as (
    select
        action_id,
        from_on,
        coalesce(lead(from_on) over (partition by action_id order by from_on), date '9999-12-31') as until_on
    from (
        select action_id, known_on as from_on from event
        union
        select action_id, void_on from event where void_on is not null
    ) as day
),
held as (
    select
        p.action_id,
        p.from_on,
        p.until_on,
        arg_max(e.due_on, (e.effective_on, e.seq)) as due_on,
        arg_min(e.due_on, (e.effective_on, e.seq)) as first_due_on,
        arg_max(e.moved_to, (e.effective_on, e.seq)) as moved_to,
        arg_max(case when e.moved_to is not null then e.effective_on end, (e.effective_on, e.seq)) as moved_on,
        max(case when e.moved_to = 'complete' then e.effective_on end) as completed_on,
        max(case when e.moved_to in ('returned', 'reopened') then e.effective_on end) as sent_back_on,
        count(case when e.moved_to = 'returned' then 1 end) as returns,
        arg_max(e.percent, (e.effective_on, e.seq)) as percent,
        arg_max(e.forecast_on, (e.effective_on, e.seq)) as forecast_on,
        arg_max(e.own_rating, (e.effective_on, e.seq)) as own_rating,
        arg_max(e.evidence, (e.effective_on, e.seq)) as evidence,
        max(e.reported_on) as last_report_on,
        min(e.worked_on) as first_report_on,
        cast(sum(e.extended) as integer) as extensions
    from epoch as p
    inner join event as e on p.action_id = e.action_id and is_known(e.known_on, e.void_on, p.from_on)
    group by p.action_id, p.from_on, p.until_on
)
select
    a.action_id,
    s.from_on,
    s.until_on,
    a.rec_id,
    a.title,
    a.lead_group_id,
    a.agency_id,
    a.start_on,
    a.effective_on as agreed_on,
    s.first_due_on,
    case when s.due_on is null then a.due_text end as due_text,
    a.replaces_id,
    a.provenance,
    coalesce(s.moved_to, case when s.first_report_on is null then 'not started' else 'in progress' end) as delivery,
    coalesce(s.moved_on, s.first_report_on, a.effective_on) as delivery_since,
    coalesce(s.sent_back_on, a.effective_on) as with_sub_group_since,
    s.due_on,
    s.completed_on,
    s.returns,
    s.percent,
    s.forecast_on,
    s.own_rating,
    s.evidence,
    s.last_report_on,
    -- a first date for undated work is no extension
    greatest(s.extensions - case when a.due_on is null then 1 else 0 end, 0) as extensions
from action as a
inner join held as s using (action_id)
where is_known(a.known_on, a.void_on, s.from_on);
create table whole.action_span as from action_span_view;
create view action_span as from whole.action_span where is_open_to_reader(rec_id);

-- One row per promise and span of days on which nothing new was known about it.
create view promise_span_view as
with
event as (
    select
        promise_id, seq, known_on, void_on, effective_on, 'made' as change,
        {'due_on': due_on, 'due_text': due_text, 'meeting_id': meeting_id} as due
    from promise
    union all
    select
        promise_id, seq, known_on, void_on, effective_on, change,
        case when change = 'moved' then {'due_on': due_on, 'due_text': due_text, 'meeting_id': meeting_id} end
    from promise_update
),
epoch as (
    select
        promise_id,
        from_on,
        coalesce(lead(from_on) over (partition by promise_id order by from_on), date '9999-12-31') as until_on
    from (
        select promise_id, known_on as from_on from event
        union
        select promise_id, void_on from event where void_on is not null
    ) as day
),
held as (
    select
        p.promise_id,
        p.from_on,
        p.until_on,
        arg_max(e.due, (e.effective_on, e.seq)) as due,
        arg_min(e.due['due_on'], (e.effective_on, e.seq)) as first_due_on,
        arg_max(e.change, (e.effective_on, e.seq)) as last_change,
        max(case when e.change = 'kept' then e.effective_on end) as kept_on,
        max(e.effective_on) as last_said_on,
        count(case when e.change = 'moved' then 1 end) as slips
    from epoch as p
    inner join event as e on p.promise_id = e.promise_id and is_known(e.known_on, e.void_on, p.from_on)
    group by p.promise_id, p.from_on, p.until_on
)
select
    p.promise_id,
    s.from_on,
    s.until_on,
    p.rec_ids,
    p.what,
    p.by_group_id,
    p.to_group_id,
    p.effective_on as made_on,
    s.first_due_on,
    p.due_text as first_due_text,
    p.provenance,
    s.due.due_on as due_on,
    s.due.due_text as due_text,
    s.due.meeting_id as meeting_id,
    -- a first date for an undated promise is no slip
    greatest(s.slips - case when p.due_on is null then 1 else 0 end, 0) as slips,
    s.last_said_on,
    s.last_change = 'kept' as is_kept,
    s.last_change = 'withdrawn' as is_withdrawn,
    case when s.last_change = 'kept' then s.kept_on end as kept_on
from promise as p
inner join held as s using (promise_id)
where is_known(p.known_on, p.void_on, s.from_on);
create table whole.promise_span as from promise_span_view;
create view promise_span as from whole.promise_span where are_open_to_reader(rec_ids);

-- One row per recommendation and span of days on which nothing new was said about it as a whole.
create view recommendation_span_view as
with
event as (
    select
        rec_id, seq, known_on, void_on, effective_on, null as acceptance, null as moved_to, null as assurance,
        null as said_on
    from recommendation
    union all
    select unnest(rec_ids), seq, known_on, void_on, effective_on, acceptance, null, null, effective_on
    from response
    union all
    select rec_id, seq, known_on, void_on, effective_on, null, to_delivery, null, effective_on
    from move
    where rec_id is not null
    union all
    select rec_id, seq, known_on, void_on, effective_on, null, null, assurance, effective_on
    from assurance
    union all
    select rec_id, seq, known_on, void_on, effective_on, null, null, null, null
    from challenge
    union all
    select
        c.rec_id, a.seq, a.known_on, a.void_on, a.effective_on, null, null, null,
        case when a.outcome != 'not satisfied' then a.effective_on end
    from answer as a
    inner join challenge as c using (challenge_id)
    union all
    select unnest(rec_ids), seq, known_on, void_on, effective_on, null, null, null, effective_on
    from note
),
epoch as (
    select
        rec_id,
        from_on,
        coalesce(lead(from_on) over (partition by rec_id order by from_on), date '9999-12-31') as until_on
    from (
        select rec_id, known_on as from_on from event
        union
        select rec_id, void_on from event where void_on is not null
    ) as day
),
asked as (
    select
        p.rec_id,
        p.from_on,
        c.challenge_id,
        arg_max(a.outcome, (a.effective_on, a.seq)) as outcome
    from epoch as p
    inner join challenge as c on p.rec_id = c.rec_id and is_known(c.known_on, c.void_on, p.from_on)
    left join answer as a on c.challenge_id = a.challenge_id and is_known(a.known_on, a.void_on, p.from_on)
    group by p.rec_id, p.from_on, c.challenge_id
),
doubt as (
    select rec_id, from_on, count(*) as challenges_open
    from asked
    where coalesce(outcome, 'not satisfied') = 'not satisfied'
    group by rec_id, from_on
),
held as (
    select
        p.rec_id,
        p.from_on,
        p.until_on,
        arg_max(e.acceptance, (e.effective_on, e.seq)) as acceptance,
        arg_max(e.moved_to, (e.effective_on, e.seq)) as moved_to,
        arg_max(case when e.moved_to is not null then e.effective_on end, (e.effective_on, e.seq)) as moved_on,
        arg_max(e.assurance, (e.effective_on, e.seq)) as judged,
        max(e.said_on) as last_said_on
    from epoch as p
    inner join event as e on p.rec_id = e.rec_id and is_known(e.known_on, e.void_on, p.from_on)
    group by p.rec_id, p.from_on, p.until_on
)
select
    r.rec_id,
    s.from_on,
    s.until_on,
    r.source_id,
    r.ref,
    r.parent_id,
    r.position,
    r.title,
    r.ask,
    r.lead_group_id,
    coalesce(r.support_group_ids, []) as support_group_ids,
    r.agency_id,
    r.effective_on as made_on,
    r.provenance,
    o.record_ends_on,
    s.acceptance,
    s.moved_to,
    s.moved_on,
    case when d.challenges_open > 0 then 'challenged' else s.judged end as assurance,
    coalesce(d.challenges_open, 0) as challenges_open,
    s.last_said_on
from recommendation as r
inner join source as o using (source_id)
inner join held as s using (rec_id)
left join doubt as d on s.rec_id = d.rec_id and s.from_on = d.from_on
where is_known(r.known_on, r.void_on, s.from_on);
create table whole.recommendation_span as from recommendation_span_view;
create view recommendation_span as from whole.recommendation_span where is_open_to_reader(rec_id);

-- One row per entry as a reader of the story sees it, and per recommendation it is about.
create view story_line as
select
    seq, known_on, void_on, effective_on, 'response' as kind, unnest(rec_ids) as rec_id, null as action_id,
    acceptance as outcome, answer as said, null as evidence, cast(null as date) as day_given, actioned_text as day_text,
    by_group_id, by_role, why, cited, provenance, entered_by
from response
union all
select
    seq, known_on, void_on, effective_on, 'promise', unnest(rec_ids), null, 'made', what, null, due_on, due_text,
    by_group_id, by_role, why, cited, provenance, entered_by
from promise
union all
select
    u.seq, u.known_on, u.void_on, u.effective_on, 'promise', unnest(p.rec_ids), null, u.change, u.said,
    null, u.due_on, u.due_text,
    u.by_group_id, u.by_role, u.why, u.cited, u.provenance, u.entered_by
from promise_update as u
inner join promise as p using (promise_id)
union all
select
    seq, known_on, void_on, effective_on, 'note', unnest(rec_ids), null, null, said, null, null, null,
    by_group_id, by_role, why, cited, provenance, entered_by
from note
union all
select
    seq, known_on, void_on, effective_on, 'action agreed', rec_id, action_id, null, null, null, due_on, due_text,
    by_group_id, by_role, why, cited, provenance, entered_by
from action
union all
select
    r.seq, r.known_on, r.void_on, r.effective_on, 'report', a.rec_id, r.action_id,
    case when r.percent is null then null else r.percent || ' %' end,
    concat_ws(' In the way: ', r.done, r.obstacles), r.evidence, r.forecast_on, null,
    r.by_group_id, r.by_role, r.why, r.cited, r.provenance, r.entered_by
from report as r
inner join action as a using (action_id)
union all
select
    m.seq, m.known_on, m.void_on, m.effective_on, 'move', coalesce(m.rec_id, a.rec_id), m.action_id,
    m.to_delivery, null, m.evidence, null, null,
    m.by_group_id, m.by_role, m.why, m.cited, m.provenance, m.entered_by
from move as m
left join action as a using (action_id)
union all
select
    e.seq, e.known_on, e.void_on, e.effective_on, 'extension', a.rec_id, e.action_id, null, null, null, e.due_on, null,
    e.by_group_id, e.by_role, e.why, e.cited, e.provenance, e.entered_by
from extension as e
inner join action as a using (action_id)
union all
select
    seq, known_on, void_on, effective_on, 'scope', rec_id, null, setting_kind, first_stage, null, null, null,
    by_group_id, by_role, why, cited, provenance, entered_by
from scope
union all
select
    seq, known_on, void_on, effective_on, 'narrower scope proposed', rec_id, null, setting_kind, first_stage, null, null,
    null, by_group_id, by_role, why, cited, provenance, entered_by
from scope_request
union all
-- one that is accepted is told by the scope itself
select
    d.seq, d.known_on, d.void_on, d.effective_on, 'narrower scope refused', q.rec_id, null, q.setting_kind, q.first_stage,
    null, null, null, d.by_group_id, d.by_role, d.why, d.cited, d.provenance, d.entered_by
from scope_decision as d
inner join scope_request as q using (scope_request_id)
where d.outcome = 'refused'
union all
select
    seq, known_on, void_on, effective_on, 'opened to all', rec_id, null, null, null, null, null, null,
    by_group_id, by_role, why, cited, provenance, entered_by
from session_opening
union all
select
    seq, known_on, void_on, effective_on, 'challenge', rec_id, action_id, null, question, null, answer_by, null,
    by_group_id, by_role, why, cited, provenance, entered_by
from challenge
union all
select
    a.seq, a.known_on, a.void_on, a.effective_on, 'answer', c.rec_id, c.action_id, a.outcome, a.said, null, null, null,
    a.by_group_id, a.by_role, a.why, a.cited, a.provenance, a.entered_by
from answer as a
inner join challenge as c using (challenge_id)
union all
select
    seq, known_on, void_on, effective_on, 'assurance', rec_id, null, assurance, evidence, null, null, null,
    by_group_id, by_role, why, cited, provenance, entered_by
from assurance;

-- The same beside the action that takes the place of its own, or whose place its own takes, and the day from which the
-- entry was taken back for good.
create view story_view as
select
    l.*,
    m.replaced_by_id,
    a.replaces_id,
    x.known_on as taken_back_on
from story_line as l
left join move as m on l.seq = m.seq
left join action as a on l.seq = a.seq
left join retraction as x on l.seq = x.corrects;
create table whole.story as from story_view;
create view story as from whole.story where is_open_to_reader(rec_id);

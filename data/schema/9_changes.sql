-- What changed between two days, after the first and up to the second: one macro for each kind of thing.
-- An entry belongs to the day by which it was known, so what was learned late is told late, and once. One that was
-- corrected by the second day is told by its correction alone. What is late or stale, and every rating, is compared as it stood on the two days; since_on is the day from which it has held.
--
-- Each macro gives some of these columns, and those that it leaves out are null:
--   change, subject, subject_id, seq (of the entry), happened_on, known_on, what, provenance
--   rec_ids, group_ids, agency_ids   what it belongs to, for the filters; empty where it belongs to none; without groups
--                                    or agencies of its own it has those of its recommendations
--   owner_id, by_group_id            who owns it, who says so; meeting_id, at which meeting
--   was, became                      words before and after; for ratings rating_was and rating_became
--   from_on, to_on                   dates before and after
--   days (moved by, silent, open), days_late (then, or on the second day), times, percent, said
-- A new kind of thing joins with a macro of its own, whose name begins with changes_of_, and rows in change_kind. One that
-- reads what is kept of both days is in a file from 98 on.

-- Did an entry become known after the first day, and by the second, and was it not corrected by then?
create macro came_between(known_on, void_on, after_on, until_day) as
    known_on > after_on and is_known(known_on, void_on, until_day);

-- The last meeting of the Board before a day, from which what is new is counted: one row; where there was none, the day
-- before the first recommendation was known, so that everything counts as new.
create macro last_meeting_on(on_day) as table
select
    coalesce(last_on, least((select min(known_on) from recommendation), cast(on_day as date)) - 1) as last_on,
    last_on is not null as is_meeting
from (select last_board_meeting(on_day) as last_on) as meeting_before;

-- Every day from one to another.
create macro days_from(first_on, last_on) as
    cast(generate_series(cast(first_on as date), cast(last_on as date), interval 1 day) as date[]);

-- Provenance of a line about two things: made up where either is.
create macro provenance_of_both(one, other) as
    case when 'illustrative' in (one, other) then 'illustrative' else coalesce(one, other) end;

-- Actions whose rating on the second day is not what it was on the first, or that were not known then: since when it
-- has held, and the change that it comes from.
create macro rerated_actions(after_on, until_day) as table
with
moved as (
    select
        n.action_id,
        t.action_id is not null as was_known,
        t.rating as rating_was,
        n.rating as rating_became,
        n.due_on,
        n.days_late,
        case
            when n.delivery in ('signed off', 'complete', 'closed without implementing', 'superseded') then n.delivery
            when n.rating = 'red' then 'overdue'
            when n.is_undated then 'undated'
            when n.extensions > coalesce(t.extensions, 0) then 'extended'
            when n.delivery in ('paused', 'returned', 'reopened') then n.delivery
            when n.rating = 'amber' and n.extensions > 0 then 'extended before'
            when n.rating = 'amber' then 'behind pace'
            when n.rating = 'grey' then 'not started'
            when t.is_undated then 'dated'
            when t.rating = 'grey' then 'begun'
            else 'keeps pace'
        end as because
    from action_state as n
    left join action_state as t on n.action_id = t.action_id and t.as_at = after_on
    where n.as_at = until_day and (t.action_id is null or n.rating is distinct from t.rating)
),
otherwise as (
    select d.action_id, max(d.as_at) as last_on
    from work_on(days_from(after_on, until_day)) as d
    inner join moved as m using (action_id)
    where d.rating is distinct from m.rating_became
    group by d.action_id
),
known as (
    select action_id, min(from_on) as from_on
    from action_span
    group by action_id
)
select
    m.*,
    coalesce(o.last_on + 1, k.from_on) as since_on
from moved as m
inner join known as k using (action_id)
left join otherwise as o using (action_id);

-- What was decided on actions, what became late or stale, and what was rated anew.
create macro changes_of_actions(after_on, until_day) as table
with
rerated as (
    from rerated_actions(after_on, until_day)
),
entry as (
    select
        'agreed' as change, a.action_id, seq, effective_on as happened_on, known_on, due_on as given_on,
        p.replaces as was, due_text as became, why as said, by_group_id, provenance,
        cast(null as varchar) as meeting_id
    from action as a
    left join places_on(until_day) as p on a.action_id = p.action_id
    where came_between(known_on, void_on, after_on, until_day)
    union all
    select
        m.to_delivery, m.action_id, m.seq, m.effective_on, m.known_on, null, null,
        case when m.to_delivery = 'superseded' then p.replaced_by end,
        case when m.to_delivery = 'proposed complete' then coalesce(m.evidence, m.why) else coalesce(m.why, m.evidence) end,
        m.by_group_id, m.provenance, m.meeting_id
    from move as m
    left join places_on(until_day) as p on m.action_id = p.action_id
    where m.action_id is not null and came_between(m.known_on, m.void_on, after_on, until_day)
    union all
    select 'extended', action_id, seq, effective_on, known_on, due_on, null, null, why, by_group_id, provenance, meeting_id
    from extension
    where came_between(known_on, void_on, after_on, until_day)
    union all
    select 'extension asked', action_id, seq, effective_on, known_on, due_on, null, null, why, by_group_id, provenance, null
    from extension_request
    where came_between(known_on, void_on, after_on, until_day)
    union all
    -- one that is granted is told by the later date itself
    select
        'extension refused', r.action_id, d.seq, d.effective_on, d.known_on, r.due_on, null, null, d.why,
        d.by_group_id, d.provenance, d.meeting_id
    from extension_decision as d
    inner join extension_request as r using (request_id)
    where d.outcome = 'refused' and came_between(d.known_on, d.void_on, after_on, until_day)
),
dated as (
    select
        e.*,
        s.due_on,
        s.extensions,
        case
            when e.change in ('extension asked', 'extension refused') then s.due_on
            when e.change != 'extended' then null
            when b.action_id is null then a.due_on
            else b.due_on
        end as before_on
    from entry as e
    inner join action as a on e.action_id = a.action_id
    inner join action_span as s on e.action_id = s.action_id and e.known_on >= s.from_on and e.known_on < s.until_on
    left join action_span as b on e.action_id = b.action_id and e.known_on - 1 >= b.from_on and e.known_on - 1 < b.until_on
),
told as (
    select
        case when change = 'extended' and before_on is null then 'dated' else change end as change,
        action_id,
        seq,
        happened_on,
        known_on,
        was,
        became,
        said,
        by_group_id,
        meeting_id,
        provenance,
        before_on as from_on,
        case when change = 'agreed' then given_on else coalesce(given_on, due_on) end as to_on,
        -- an older date that was learned late is not the one that stands
        case when change != 'extended' or due_on = given_on then date_diff('day', before_on, given_on) end as days,
        case change
            when 'complete' then greatest(date_diff('day', due_on, happened_on), 0)
            when 'extended' then greatest(date_diff('day', before_on, happened_on), 0)
        end as days_late,
        case when change = 'extended' then extensions end as times,
        row_number() over (
            partition by action_id, change order by known_on desc, happened_on desc, seq desc
        ) = 1 as is_last
    from dated
),
explained as (
    select
        t.* exclude (is_last),
        r.rating_was,
        r.rating_became
    from told as t
    left join rerated as r on t.action_id = r.action_id and t.change = r.because and t.is_last and r.was_known
),
line as (
    from explained
    union all by name
    select
        'overdue' as change, action_id, since_on as happened_on, since_on as known_on, due_on as to_on,
        days_late, rating_was, rating_became
    from rerated
    where rating_became = 'red'
    union all by name
    select
        'rating' as change, r.action_id, r.since_on as happened_on, r.since_on as known_on, r.due_on as to_on,
        r.because as became, r.rating_was, r.rating_became
    from rerated as r
    left join told as t on r.action_id = t.action_id and r.because = t.change
    where r.was_known and r.because != 'overdue' and t.action_id is null
    union all by name
    select
        'stale' as change, n.action_id,
        greatest(until_day - cast(n.days_silent - r.cycle_days - 1 as integer), after_on + 1) as happened_on,
        greatest(until_day - cast(n.days_silent - r.cycle_days - 1 as integer), after_on + 1) as known_on,
        n.last_report_on as from_on, n.days_silent as days
    from action_state as n
    inner join rule_span as r on n.as_at >= r.from_on and n.as_at < r.until_on
    left join action_state as t on n.action_id = t.action_id and t.as_at = after_on
    where n.as_at = until_day and n.is_stale and not coalesce(t.is_stale, false)
)
select
    l.* exclude (action_id, provenance),
    'action' as subject,
    l.action_id as subject_id,
    a.title as what,
    [a.rec_id] as rec_ids,
    [a.lead_group_id] as group_ids,
    [a.agency_id] as agency_ids,
    a.lead_group_id as owner_id,
    provenance_of_both(l.provenance, a.provenance) as provenance
from line as l
inner join action_state as a on l.action_id = a.action_id and a.as_at = until_day;

-- What was promised, what came of it, and what did not arrive by the day promised.
create macro changes_of_promises(after_on, until_day) as table
with
rerated as (
    select
        n.promise_id,
        t.promise_id is not null as was_known,
        t.rating as rating_was,
        n.rating as rating_became,
        n.due_on,
        n.slips,
        n.days_late
    from promise_state as n
    left join promise_state as t on n.promise_id = t.promise_id and t.as_at = after_on
    where n.as_at = until_day and (t.promise_id is null or n.rating is distinct from t.rating)
),
otherwise as (
    select d.promise_id, max(d.as_at) as last_on
    from promise_terms_on(days_from(after_on, until_day)) as d
    inner join rerated as m using (promise_id)
    where d.rating is distinct from m.rating_became
    group by d.promise_id
),
entry as (
    select
        'promise made' as change, promise_id, seq, effective_on as happened_on, known_on,
        cast(null as date) as from_on, due_on as to_on, due_text as became, cast(null as integer) as days,
        cast(null as integer) as days_late, cast(null as integer) as times, why as said, by_group_id, provenance
    from promise
    where came_between(known_on, void_on, after_on, until_day)
    union all
    select
        'promise ' || u.change, u.promise_id, u.seq, u.effective_on, u.known_on,
        case when u.change = 'moved' then b.due_on end,
        case when u.change = 'moved' then u.due_on else s.due_on end,
        u.due_text,
        case when u.change = 'moved' then date_diff('day', b.due_on, u.due_on) end,
        case
            when u.change in ('moved', 'kept')
                then greatest(date_diff('day', coalesce(b.due_on, s.due_on), u.effective_on), 0)
        end,
        case when u.change = 'moved' then s.slips end,
        u.said, u.by_group_id, u.provenance
    from promise_update as u
    inner join promise_span as s on u.promise_id = s.promise_id and u.known_on >= s.from_on and u.known_on < s.until_on
    left join promise_span as b
        on u.promise_id = b.promise_id and u.known_on - 1 >= b.from_on and u.known_on - 1 < b.until_on
    where came_between(u.known_on, u.void_on, after_on, until_day)
),
told as (
    select
        e.*,
        row_number() over (
            partition by e.promise_id order by e.known_on desc, e.happened_on desc, e.seq desc
        ) = 1 as is_last
    from entry as e
),
line as (
    select
        t.* exclude (is_last),
        r.rating_was,
        r.rating_became
    from told as t
    left join rerated as r
        on t.promise_id = r.promise_id and t.is_last and r.was_known and r.rating_became is distinct from 'red'
    union all by name
    select
        'promise late' as change, r.promise_id, coalesce(o.last_on + 1, k.known_on) as happened_on,
        coalesce(o.last_on + 1, k.known_on) as known_on, r.due_on as to_on, r.days_late, r.slips as times,
        r.rating_was, r.rating_became
    from rerated as r
    inner join promise as k using (promise_id)
    left join otherwise as o using (promise_id)
    where r.rating_became = 'red'
)
select
    l.* exclude (promise_id, provenance),
    'promise' as subject,
    l.promise_id as subject_id,
    p.what,
    p.rec_ids,
    [p.by_group_id] as group_ids,
    cast([] as varchar[]) as agency_ids,
    p.by_group_id as owner_id,
    provenance_of_both(l.provenance, p.provenance) as provenance
from line as l
inner join promise_state as p on l.promise_id = p.promise_id and p.as_at = until_day;

-- Challenges made and answered, and those that are open past the day for an answer.
create macro changes_of_challenges(after_on, until_day) as table
with
asked as (
    select
        c.*,
        arg_max(a.outcome, (a.effective_on, a.seq)) filter (where is_known(a.known_on, a.void_on, until_day)) as outcome,
        arg_max(a.outcome, (a.effective_on, a.seq)) filter (where is_known(a.known_on, a.void_on, after_on)) as outcome_then
    from challenge as c
    left join answer as a using (challenge_id)
    where is_known(c.known_on, c.void_on, until_day)
    group by all
),
entry as (
    select
        'challenged' as change, challenge_id, seq, effective_on as happened_on, known_on, answer_by as to_on,
        cast(null as integer) as days, cast(null as integer) as days_late, cast(null as varchar) as became,
        why as said, by_group_id, provenance
    from asked
    where came_between(known_on, void_on, after_on, until_day)
    union all
    select
        'challenge answered', c.challenge_id, a.seq, a.effective_on, a.known_on, c.answer_by,
        date_diff('day', c.effective_on, a.effective_on),
        greatest(date_diff('day', c.answer_by, a.effective_on), 0), a.outcome, a.said, a.by_group_id, a.provenance
    from answer as a
    inner join asked as c using (challenge_id)
    where came_between(a.known_on, a.void_on, after_on, until_day)
    union all
    select
        'challenge late', challenge_id, null, greatest(answer_by + 1, known_on, after_on + 1),
        greatest(answer_by + 1, known_on, after_on + 1), answer_by,
        null, date_diff('day', answer_by, until_day), outcome, null, by_group_id, provenance
    from asked
    where
        answer_by < until_day
        and coalesce(outcome, 'not satisfied') = 'not satisfied'
        and not (known_on <= after_on and answer_by < after_on and coalesce(outcome_then, 'not satisfied') = 'not satisfied')
)
select
    e.* exclude (challenge_id, provenance),
    'challenge' as subject,
    e.challenge_id as subject_id,
    c.question as what,
    [c.rec_id] as rec_ids,
    list_distinct([c.to_group_id, a.lead_group_id]) as group_ids,
    list_distinct([c.to_agency_id, a.agency_id]) as agency_ids,
    c.to_group_id as owner_id,
    provenance_of_both(e.provenance, c.provenance) as provenance
from entry as e
inner join asked as c using (challenge_id)
left join action_state as a on c.action_id = a.action_id and a.as_at = until_day;

-- What was recommended, answered, narrowed, judged and decided on whole recommendations, and what they are rated now.
create macro changes_of_recommendations(after_on, until_day) as table
with
moved as (
    select
        n.rec_id,
        n.rating,
        t.rating as rating_was,
        n.assurance,
        t.assurance as assurance_was,
        n.overdue,
        n.challenges_open,
        (n.rating is distinct from t.rating) as is_rerated,
        (n.assurance is distinct from t.assurance) as is_reassured,
        case
            when n.delivery in ('signed off', 'closed without implementing', 'superseded') then n.delivery
            when n.rating = 'red' then 'overdue'
            when n.delivery in ('paused', 'returned', 'reopened') then n.delivery
            when n.rating = 'amber' then 'at risk'
            when n.rating = 'grey' then 'not begun'
            else 'on track'
        end as because
    from recommendation_state as n
    inner join recommendation_state as t on n.rec_id = t.rec_id and t.as_at = after_on
    where n.as_at = until_day
),
otherwise as (
    select
        d.rec_id,
        max(case when d.rating is distinct from m.rating then d.as_at end) as rated_on,
        max(case when d.assurance is distinct from m.assurance then d.as_at end) as assured_on
    from recommendations_on(days_from(after_on, until_day)) as d
    inner join moved as m using (rec_id)
    where m.is_rerated or m.is_reassured
    group by d.rec_id
),
entry as (
    select
        'recommended' as change, [rec_id] as rec_ids, seq, effective_on as happened_on, known_on,
        cast(null as varchar) as was, cast(null as varchar) as became, cast(null as double) as percent, why as said,
        by_group_id, provenance, cast(null as varchar) as meeting_id
    from recommendation
    where came_between(known_on, void_on, after_on, until_day)
    union all
    select
        to_delivery, [rec_id], seq, effective_on, known_on, null, null, null, coalesce(why, evidence),
        by_group_id, provenance, meeting_id
    from move
    where rec_id is not null and came_between(known_on, void_on, after_on, until_day)
    union all
    select
        'narrowed', [rec_id], seq, effective_on, known_on, asked, first_stage, first_stage_percent, why,
        by_group_id, provenance, meeting_id
    from scope
    where came_between(known_on, void_on, after_on, until_day)
    union all
    select
        'narrower scope proposed', [rec_id], seq, effective_on, known_on, asked, first_stage, first_stage_percent, why,
        by_group_id, provenance, null
    from scope_request
    where came_between(known_on, void_on, after_on, until_day)
    union all
    -- one that is accepted is told by the scope itself
    select
        'narrower scope refused', [q.rec_id], d.seq, d.effective_on, d.known_on, q.asked, q.first_stage,
        q.first_stage_percent, d.why, d.by_group_id, d.provenance, d.meeting_id
    from scope_decision as d
    inner join scope_request as q using (scope_request_id)
    where d.outcome = 'refused' and came_between(d.known_on, d.void_on, after_on, until_day)
    union all
    select
        'opened to all', [rec_id], seq, effective_on, known_on, null, null, null, why,
        by_group_id, provenance, meeting_id
    from session_opening
    where came_between(known_on, void_on, after_on, until_day)
    union all
    select
        'answered', rec_ids, seq, effective_on, known_on, null, acceptance, null, answer,
        by_group_id, provenance, null
    from response
    where came_between(known_on, void_on, after_on, until_day)
    union all
    select
        'judged', [rec_id], seq, effective_on, known_on, null, assurance, null, evidence,
        by_group_id, provenance, null
    from assurance
    where came_between(known_on, void_on, after_on, until_day)
),
told as (
    select
        e.*,
        row_number() over (
            partition by e.rec_ids, e.change order by e.happened_on desc, e.seq desc
        ) = 1 as is_last
    from entry as e
),
line as (
    select
        t.* exclude (is_last) replace (coalesce(t.was, a.assurance_was) as was),
        r.rating_was,
        r.rating as rating_became
    from told as t
    left join moved as r on t.rec_ids = [r.rec_id] and t.change = r.because and t.is_last and r.is_rerated
    left join moved as a
        on t.rec_ids = [a.rec_id] and t.change = 'judged' and t.became = a.assurance and t.is_last and a.is_reassured
    union all by name
    select
        'rating' as change, [m.rec_id] as rec_ids, o.rated_on + 1 as happened_on, o.rated_on + 1 as known_on,
        m.rating_was, m.rating as rating_became, m.because as became, m.overdue as times
    from moved as m
    inner join otherwise as o using (rec_id)
    left join told as t on [m.rec_id] = t.rec_ids and m.because = t.change
    where m.is_rerated and t.seq is null
    union all by name
    select
        'assurance' as change, [m.rec_id] as rec_ids, o.assured_on + 1 as happened_on, o.assured_on + 1 as known_on,
        m.assurance_was as was, m.assurance as became, m.challenges_open as times
    from moved as m
    inner join otherwise as o using (rec_id)
    left join told as t on [m.rec_id] = t.rec_ids and m.assurance = t.became and t.change = 'judged' and t.is_last
    where m.is_reassured and t.seq is null
)
select
    l.* exclude (provenance),
    'recommendation' as subject,
    r.rec_id as subject_id,
    r.title as what,
    r.lead_group_id as owner_id,
    -- a rating or an assurance is made up where the work that it rests on is
    case
        when l.change in ('rating', 'assurance') and r.is_illustrative then 'illustrative'
        else provenance_of_both(l.provenance, r.provenance)
    end as provenance
from line as l
inner join recommendation_state as r on l.rec_ids[1] = r.rec_id and r.as_at = until_day;

-- Published figures whose latest by the second day gives another signal, or lies in another quarter of authorities,
-- than the latest by the first. A file holds one vintage, so a figure revised since cannot be told.
create macro changes_of_figures(after_on, until_day) as table
with
pair as (
    select
        i.indicator_id,
        i.name as what,
        borne(i.recommendations, until_day) as borne,
        n.period_start as from_on,
        n.period_end as to_on,
        t.variation as signal_was,
        n.variation as signal_became,
        t.quartile as quarter_was,
        n.quartile as quarter_became
    from standing_on(until_day) as n
    inner join standing_on(after_on) as t using (indicator_id)
    inner join indicator as i using (indicator_id)
),
moved as (
    select
        *,
        'signal' as change,
        signal_was as was,
        signal_became as became
    from pair
    -- no verdict yet is no signal
    where coalesce(signal_was, 'common') != coalesce(signal_became, 'common')
    union all
    select
        *,
        'quarter',
        quarter_was,
        quarter_became
    from pair
    where quarter_was != quarter_became
)
select
    change,
    'indicator' as subject,
    indicator_id as subject_id,
    to_on as happened_on,
    to_on as known_on,
    what,
    was,
    became,
    from_on,
    to_on,
    case borne when '' then cast([] as varchar[]) else string_split(borne, ' ') end as rec_ids,
    cast([] as varchar[]) as group_ids,
    cast([] as varchar[]) as agency_ids,
    'published' as provenance
from moved;

-- Entries that were corrected or taken back, by the day from which they no longer hold.
create macro changes_of_corrections(after_on, until_day) as table
select
    'corrected' as change,
    'entry' as subject,
    cast(s.seq as varchar) as subject_id,
    s.seq,
    s.void_on as happened_on,
    s.void_on as known_on,
    any_value(coalesce(a.title, r.title)) as what,
    s.kind as was,
    s.outcome as became,
    s.effective_on as from_on,
    any_value(x.why) as said,
    list(s.rec_id order by r.position, s.rec_id) as rec_ids,
    list_distinct(list(coalesce(a.lead_group_id, r.lead_group_id))) as group_ids,
    list_distinct(list(coalesce(a.agency_id, r.agency_id))) as agency_ids,
    s.provenance
from story as s
inner join recommendation as r on s.rec_id = r.rec_id
left join action as a on s.action_id = a.action_id
left join retraction as x on s.seq = x.corrects
where s.void_on > after_on and s.void_on <= until_day
group by s.seq, s.void_on, s.kind, s.outcome, s.effective_on, s.provenance;

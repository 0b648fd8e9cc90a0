-- State on any day. Every number on screen starts from one of these table macros, so past and present share one rule.

-- Work agreed, as it stood on each of the days given: one row per day and action known by then, without any names.
create macro work_on(days) as table
select
    d.as_at,
    s.action_id,
    s.rec_id,
    s.title,
    s.lead_group_id,
    s.agency_id,
    s.delivery,
    s.start_on,
    s.agreed_on,
    s.first_due_on,
    s.due_on,
    s.due_text,
    s.extensions,
    s.returns,
    s.forecast_on,
    s.own_rating,
    s.evidence,
    s.last_report_on,
    s.replaces_id,
    s.provenance,
    v.gate,
    v.is_open,
    v.is_complete,
    due_horizon(v.is_open, s.due_on, r.due_soon_days, r.due_later_days, d.as_at) as horizon,
    case when v.is_complete then 100 else coalesce(s.percent, 0) end as percent,
    case when v.is_complete then s.completed_on end as completed_on,
    case when s.delivery = 'signed off' then s.delivery_since end as signed_off_on,
    action_rating(s.delivery, v.is_open, s.percent, s.start_on, s.due_on, s.extensions, r.due_soon_days, d.as_at) as rating,
    days_late(v.is_open, s.due_on, d.as_at) as days_late,
    days_late(v.is_open, s.first_due_on, d.as_at) as days_late_first,
    case when v.is_complete then greatest(date_diff('day', s.due_on, s.completed_on), 0) end as days_completed_late,
    date_diff('day', s.first_due_on, s.due_on) as slip_days,
    v.is_open and s.due_on is null as is_undated,
    date_diff('day', greatest(coalesce(s.last_report_on, s.agreed_on), s.start_on), d.as_at) as days_silent,
    v.is_open
    and date_diff('day', greatest(coalesce(s.last_report_on, s.agreed_on), s.start_on), d.as_at) > r.cycle_days as is_stale,
    case
        when v.gate = 'sub_group' then date_diff('day', s.with_sub_group_since, d.as_at)
        when v.gate is not null then date_diff('day', s.delivery_since, d.as_at)
    end as days_at_gate
from (select unnest(days) as as_at) as d
inner join action_span as s on d.as_at >= s.from_on and d.as_at < s.until_on
inner join delivery_state as v using (delivery)
inner join rule_span as r on d.as_at >= r.from_on and d.as_at < r.until_on;

-- The horizons that open work is counted by on a day, nearest first, and the days that some of them reach.
create macro horizons_on(on_day) as table
select
    h.position,
    h.horizon,
    case h.horizon when 'due soon' then r.due_soon_days when 'due next' then r.due_later_days end as within_days
from (
    values (1, 'overdue'), (2, 'due soon'), (3, 'due next'), (4, 'later'), (5, 'undated')
) as h (position, horizon)
inner join rule_span as r on on_day >= r.from_on and on_day < r.until_on;

-- Work beside the recommendation, sub-group and agency that it belongs to.
create macro actions_on(days) as table
select
    w.*,
    m.source_id,
    m.ref,
    m.parent_id,
    m.position,
    m.title as rec_title,
    m.acceptance,
    m.record_ends_on,
    g.name as group_name,
    n.name as agency_name
from work_on(days) as w
inner join recommendation_span as m on w.rec_id = m.rec_id and w.as_at >= m.from_on and w.as_at < m.until_on
inner join org_group as g on w.lead_group_id = g.group_id
inner join agency as n on w.agency_id = n.agency_id;

-- Promises as they stood on each of the days given: one row per day and promise known by then, without what it answers.
create macro promise_terms_on(days) as table
select
    d.as_at,
    s.promise_id,
    s.rec_ids,
    s.what,
    s.by_group_id,
    s.to_group_id,
    s.made_on,
    s.first_due_on,
    s.first_due_text,
    s.due_on,
    s.due_text,
    s.meeting_id,
    s.slips,
    s.is_kept,
    s.is_withdrawn,
    s.kept_on,
    s.last_said_on,
    s.provenance,
    promise_rating(s.is_kept, s.is_withdrawn, s.due_on, s.slips, d.as_at) as rating,
    days_late(not s.is_kept and not s.is_withdrawn, s.due_on, d.as_at) as days_late,
    date_diff('day', s.first_due_on, s.due_on) as slip_days,
    not s.is_kept and not s.is_withdrawn as is_open,
    not s.is_kept and not s.is_withdrawn and s.due_on is null as is_undated
from (select unnest(days) as as_at) as d
inner join promise_span as s on d.as_at >= s.from_on and d.as_at < s.until_on;

-- The same beside the first recommendation that each promise answers, and the parents of all of them.
create macro promises_on(days) as table
with
terms as (
    from promise_terms_on(days)
),
answered as (
    select
        t.as_at,
        t.promise_id,
        list(distinct m.parent_id) filter (where m.parent_id is not null) as parent_ids,
        any_value({'rec_id': m.rec_id, 'ref': m.ref, 'source_id': m.source_id, 'ends_on': m.record_ends_on})
            filter (where m.rec_id = t.rec_ids[1]) as first
    from terms as t
    inner join recommendation_span as m
        on list_contains(t.rec_ids, m.rec_id) and t.as_at >= m.from_on and t.as_at < m.until_on
    group by t.as_at, t.promise_id
)
select
    t.*,
    coalesce(a.parent_ids, []) as parent_ids,
    a.first['rec_id'] as rec_id,
    a.first['ref'] as ref,
    a.first['source_id'] as source_id,
    a.first['ends_on'] as record_ends_on
from terms as t
left join answered as a using (as_at, promise_id);

-- Recommendations as they stood on each of the days given: one row per day and recommendation known by then.
create macro recommendations_on(days) as table
with
work as (
    select
        as_at, rec_id, rating, is_open, due_on, last_report_on, lead_group_id, agency_id, gate,
        percent, delivery, is_undated, is_stale, slip_days, provenance
    from work_on(days)
    where delivery != 'superseded'
    union all
    select
        as_at, unnest(rec_ids), rating, is_open, due_on, last_said_on, by_group_id, null, null,
        null, null, is_undated, null, slip_days, provenance
    from promise_terms_on(days)
),
total as (
    select
        as_at,
        rec_id,
        count(delivery) as actions,
        count(*) - count(delivery) as promises,
        avg(percent) as progress,
        count(case when rating = 'red' then 1 end) as red,
        count(case when rating = 'amber' then 1 end) as amber,
        count(case when rating in ('green', 'blue') then 1 end) as green_or_blue,
        count(case when delivery = 'not started' then 1 end) as not_started,
        count(case when delivery is not null and not is_open then 1 end) as finished,
        count(case when delivery in ('complete', 'signed off') then 1 end) as completed,
        count(case when is_undated then 1 end) as undated,
        count(case when is_stale then 1 end) as stale,
        count(case when gate = 'sub_group' then 1 end) as at_sub_group,
        count(case when gate = 'business_group' then 1 end) as at_business_group,
        count(case when gate = 'board' then 1 end) as at_board,
        min(case when is_open then due_on end) as due_on,
        max(case when is_open then slip_days end) as slip_days,
        max(last_report_on) as last_report_on,
        list_distinct(list(lead_group_id)) as group_ids,
        list_distinct(list(agency_id)) as agency_ids,
        bool_or(provenance = 'illustrative') as is_illustrative
    from work
    group by as_at, rec_id
),
stated as (
    select
        d.as_at,
        s.*,
        t.* exclude (as_at, rec_id, last_report_on),
        greatest(t.last_report_on, s.last_said_on) as last_report_on,
        coalesce(
            s.moved_to,
            case
                when t.finished = t.actions and t.completed > 0 then 'complete'
                when t.finished = t.actions and t.actions > 0 then 'closed without implementing'
                when t.not_started < t.actions or t.promises > 0 then 'in progress'
                else 'not started'
            end
        ) as delivery,
        delivery not in ('signed off', 'closed without implementing', 'superseded') as is_owed
    from (select unnest(days) as as_at) as d
    inner join recommendation_span as s on d.as_at >= s.from_on and d.as_at < s.until_on
    left join total as t on d.as_at = t.as_at and s.rec_id = t.rec_id
)
select
    as_at,
    rec_id,
    source_id,
    ref,
    parent_id,
    position,
    title,
    ask,
    lead_group_id,
    support_group_ids,
    list_distinct(list_concat([lead_group_id], support_group_ids, coalesce(group_ids, []))) as group_ids,
    list_distinct(list_concat([agency_id], coalesce(agency_ids, []))) as agency_ids,
    made_on,
    provenance,
    coalesce(is_illustrative, false) as is_illustrative,
    case when as_at > record_ends_on then record_ends_on end as record_ends_on,
    record_ends_on is null or as_at <= record_ends_on as is_followed_up,
    acceptance,
    delivery,
    coalesce(assurance, case when last_report_on is not null then 'asserted' end) as assurance,
    coalesce(challenges_open, 0) as challenges_open,
    recommendation_rating(
        delivery, coalesce(red, 0), coalesce(amber, 0), coalesce(green_or_blue, 0)
    ) as rating,
    progress,
    case when is_owed then due_on end as due_on,
    days_late(is_owed, due_on, as_at) as days_late,
    case when is_owed then slip_days end as slip_days,
    last_report_on,
    coalesce(actions, 0) as actions,
    coalesce(promises, 0) as promises,
    coalesce(red, 0) as overdue,
    coalesce(undated, 0) as undated,
    coalesce(stale, 0) as stale,
    case
        when not is_owed then null
        when delivery = 'complete' then 'board'
        when delivery = 'proposed complete' then 'business_group'
        when moved_to is not null and delivery in ('returned', 'reopened', 'paused') then 'sub_group'
        when at_sub_group > 0 or coalesce(actions, 0) = 0 then 'sub_group'
        when at_business_group > 0 then 'business_group'
        else 'board'
    end as gate,
    coalesce(at_sub_group, 0) as at_sub_group,
    coalesce(at_business_group, 0) as at_business_group,
    coalesce(at_board, 0) as at_board
from stated;

-- What takes the place of what, as known on a day: one row per action that was replaced, or that replaces another. The
-- move that replaced it names the successor, or the successor names it; both by key and title.
create macro places_on(on_day) as table
with
link as (
    select action_id as replaced_id, replaced_by_id as successor_id
    from move
    where replaced_by_id is not null and is_known(known_on, void_on, on_day)
    union
    select replaces_id, action_id
    from action
    where replaces_id is not null and is_known(known_on, void_on, on_day)
)
select
    s.action_id,
    string_agg(case when s.is_after then a.action_id || ', ' || a.title end, '; ' order by a.action_id) as replaced_by,
    string_agg(case when not s.is_after then a.action_id || ', ' || a.title end, '; ' order by a.action_id) as replaces
from (
    select replaced_id as action_id, successor_id as other_id, true as is_after from link
    union all
    select successor_id, replaced_id, false from link
) as s
inner join action as a on s.other_id = a.action_id and is_known(a.known_on, a.void_on, on_day)
group by s.action_id;

-- The same for single days, kept: the warehouse adds a day when it is first asked for.
create table whole.action_state as from actions_on([]::date[]);
create table whole.promise_state as from promises_on([]::date[]);
create table whole.recommendation_state as from recommendations_on([]::date[]);
create view action_state as from whole.action_state where is_open_to_reader(rec_id);
create view promise_state as from whole.promise_state where are_open_to_reader(rec_ids);
create view recommendation_state as from whole.recommendation_state where is_open_to_reader(rec_id);

-- The last meeting of the Board before a day; null where there was none.
create macro last_board_meeting(on_day) as (
    select max(m.held_on)
    from meeting as m
    inner join org_group as g using (group_id)
    where g.kind = 'board' and m.held_on < on_day and is_known(m.known_on, m.void_on, on_day)
);

-- What was asked, by whom, and how it stands: one row per recommendation.
create macro recommendation_cards_on(on_day) as table
select
    c.rec_id,
    c.source_id,
    c.ref,
    c.parent_id,
    p.ref as parent_ref,
    p.title as parent_title,
    c.title,
    c.ask,
    c.made_on,
    r.cited,
    c.acceptance,
    c.delivery,
    c.assurance,
    c.challenges_open,
    c.rating,
    c.progress,
    c.due_on,
    c.days_late,
    c.last_report_on,
    c.gate,
    c.at_sub_group,
    c.at_business_group,
    c.at_board,
    c.actions,
    c.promises,
    c.overdue,
    c.undated,
    c.record_ends_on,
    o.record_note,
    c.is_followed_up,
    c.provenance,
    c.is_illustrative,
    o.title as source_title,
    o.made_text,
    o.synopsis,
    o.reason,
    m.name as made_by,
    t.name as made_to,
    l.name as lead_name,
    l.kind as lead_kind,
    (
        select string_agg(s.name, '; ' order by s.position)
        from org_group as s
        where list_contains(c.support_group_ids, s.group_id)
    ) as support_names
from recommendation_state as c
inner join recommendation as r on c.rec_id = r.rec_id and is_known(r.known_on, r.void_on, on_day)
inner join source as o on c.source_id = o.source_id
inner join org_group as m on o.by_group_id = m.group_id
inner join org_group as t on o.made_to_group_id = t.group_id
inner join org_group as l on c.lead_group_id = l.group_id
left join recommendation as p on c.parent_id = p.rec_id and is_known(p.known_on, p.void_on, on_day)
where c.as_at = on_day;

-- Sets of recommendations whose papers end before the day, and what they still owed then.
create macro ended_records_on(on_day) as table
with
ended as (
    select
        o.source_id,
        o.title,
        o.record_ends_on,
        o.record_note,
        count(*) as recommendations
    from recommendation_state as c
    inner join source as o on c.source_id = o.source_id
    where c.as_at = on_day and o.record_ends_on < on_day
    group by o.source_id, o.title, o.record_ends_on, o.record_note
),
owed as (
    select
        x.source_id,
        count(distinct p.promise_id) as promises_open
    from promise_state as p
    inner join recommendation as x on list_contains(p.rec_ids, x.rec_id)
    where p.as_at = on_day and p.is_open
    group by x.source_id
)
select
    e.source_id,
    e.title,
    e.record_ends_on,
    e.record_note,
    e.recommendations,
    coalesce(o.promises_open, 0) as promises_open
from ended as e
left join owed as o on e.source_id = o.source_id;

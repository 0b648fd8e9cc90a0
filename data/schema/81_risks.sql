-- Rules of the risk register, and the state of each risk on any day. A score moves only by an entry that scores it.

-- What a score counts as, by the thresholds of the day; null where there is no score or no thresholds are set.
create macro risk_band(score, medium_from, high_from, very_high_from) as
    case
        when score is null or medium_from is null then null
        when score >= very_high_from then 'very high'
        when score >= high_from then 'high'
        when score >= medium_from then 'medium'
        else 'low'
    end;

-- Does the risk stand within an acceptance by the Board, is one past that is still needed, or is none needed?
create macro risk_acceptance_state(until_on, is_above, on_day) as
    case
        when until_on >= on_day then 'accepted'
        when until_on is not null and is_above then 'expired'
    end;

-- The day to see movement from: the last meeting of the Board before the day, or the day that is named.
create macro compared_from(since, on_day) as
    case
        when since != 'last' then cast(since as date)
        else coalesce(last_board_meeting(on_day), on_day - 1)
    end;

-- Which thresholds of risk hold on a day? The first ones also hold on the days before them.
create view risk_rule_span as
select
    rule_set,
    case when row_number() over by_day = 1 then date '0001-01-01' else from_on end as from_on,
    coalesce(lead(from_on) over by_day, date '9999-12-31') as until_on,
    medium_from,
    high_from,
    very_high_from,
    due_soon_days
from risk_rule
window by_day as (order by from_on);

-- The scores that hold on each of the days given: one row per day, risk and kind of score known by then.
create macro risk_scores_on(days) as table
select
    d.as_at,
    s.risk_id,
    s.which,
    s.likelihood,
    s.impact,
    s.likelihood * s.impact as score,
    s.knowledge,
    s.above_why,
    s.effective_on as scored_on,
    s.why,
    s.provenance
from (select unnest(days) as as_at) as d
inner join risk_score as s on is_known(s.known_on, s.void_on, d.as_at)
qualify row_number() over (partition by d.as_at, s.risk_id, s.which order by s.effective_on desc, s.seq desc) = 1;

-- Risks as they stood on each of the days given: one row per day and risk known by then.
create macro risks_on(days) as table
with
scored as (
    select
        as_at,
        risk_id,
        any_value(likelihood) filter (where which = 'current') as likelihood,
        any_value(impact) filter (where which = 'current') as impact,
        any_value(score) filter (where which = 'current') as score,
        any_value(knowledge) filter (where which = 'current') as knowledge,
        any_value(scored_on) filter (where which = 'current') as scored_on,
        any_value(why) filter (where which = 'current') as score_why,
        any_value(score) filter (where which = 'inherent') as inherent_score,
        any_value(score) filter (where which = 'target') as target_score,
        any_value(above_why) filter (where which = 'target') as target_above_why,
        bool_or(provenance = 'illustrative') as is_illustrative
    from risk_scores_on(days)
    group by as_at, risk_id
),
decided as (
    select
        d.as_at,
        t.risk_id,
        arg_max(t.treatment, (t.effective_on, t.seq)) as treatment,
        arg_max(t.effective_on, (t.effective_on, t.seq)) as treated_on,
        arg_max(t.appetite, (t.effective_on, t.seq)) as appetite
    from (select unnest(days) as as_at) as d
    inner join risk_treatment as t on is_known(t.known_on, t.void_on, d.as_at)
    group by d.as_at, t.risk_id
),
accepted as (
    select
        d.as_at,
        a.risk_id,
        arg_max(a.effective_on, (a.effective_on, a.seq)) as accepted_on,
        arg_max(a.until_on, (a.effective_on, a.seq)) as accepted_until
    from (select unnest(days) as as_at) as d
    inner join risk_acceptance as a on is_known(a.known_on, a.void_on, d.as_at)
    group by d.as_at, a.risk_id
),
reviewed as (
    select
        d.as_at,
        v.risk_id,
        arg_max(v.outcome, (v.effective_on, v.seq)) as outcome,
        arg_max(v.effective_on, (v.effective_on, v.seq)) as reviewed_on,
        arg_max_null(v.next_on, (v.effective_on, v.seq)) as review_due_on
    from (select unnest(days) as as_at) as d
    inner join risk_review as v on is_known(v.known_on, v.void_on, d.as_at)
    group by d.as_at, v.risk_id
),
stated as (
    select
        d.as_at,
        r.risk_id,
        r.position,
        r.title,
        r.cause,
        r.event,
        r.effect,
        r.owner_group_id,
        r.agency_id,
        r.effective_on as raised_on,
        r.provenance,
        s.* exclude (as_at, risk_id, is_illustrative),
        coalesce(s.is_illustrative, false) or r.provenance = 'illustrative' as is_illustrative,
        coalesce(t.appetite, r.appetite) as appetite,
        t.treatment,
        t.treated_on,
        a.accepted_on,
        a.accepted_until,
        v.outcome,
        v.reviewed_on,
        v.review_due_on,
        coalesce(v.outcome = 'close', false) as is_closed,
        coalesce(s.score > coalesce(t.appetite, r.appetite), false) as is_over
    from (select unnest(days) as as_at) as d
    inner join risk as r on is_known(r.known_on, r.void_on, d.as_at)
    left join scored as s on d.as_at = s.as_at and r.risk_id = s.risk_id
    left join decided as t on d.as_at = t.as_at and r.risk_id = t.risk_id
    left join accepted as a on d.as_at = a.as_at and r.risk_id = a.risk_id
    left join reviewed as v on d.as_at = v.as_at and r.risk_id = v.risk_id
)
select
    s.* exclude (is_over),
    s.is_over and not s.is_closed as is_above,
    s.score - s.appetite as distance,
    risk_band(s.score, u.medium_from, u.high_from, u.very_high_from) as band,
    case when not s.is_closed then risk_acceptance_state(s.accepted_until, s.is_over, s.as_at) end as acceptance,
    days_late(not s.is_closed, s.accepted_until, s.as_at) as days_expired,
    days_late(not s.is_closed, s.review_due_on, s.as_at) as review_days_late,
    not s.is_closed and s.target_above_why is null and coalesce(s.target_score > s.score, false) as is_target_above,
    u.due_soon_days
from stated as s
left join risk_rule_span as u on s.as_at >= u.from_on and s.as_at < u.until_on;

-- The same for one day.
create macro risk_standing_on(on_day) as table
select * exclude (as_at)
from risks_on([cast(on_day as date)]);

-- What bears on each risk on a day, and whether it signals concern that no review has seen yet.
-- One row per link known by the day; an indicator as its latest figure by then, work as it stands.
create macro risk_links_on(on_day) as table
with
bearing as (
    select
        k.risk_id,
        k.link_id,
        k.seq,
        k.effective_on as linked_on,
        k.known_on as link_known_on,
        k.why,
        k.provenance,
        k.rec_id,
        k.action_id,
        k.indicator_id,
        k.warn_above,
        k.warn_below,
        coalesce(m.title, a.title, i.name, k.indicator_id) as name,
        coalesce(m.ref, a.ref) as ref,
        coalesce(m.rec_id, a.rec_id) as opens_rec_id,
        case
            when k.rec_id is not null then 'recommendation'
            when k.action_id is not null then 'action'
            else 'indicator'
        end as about,
        coalesce(m.rating, a.rating) as rating,
        coalesce(m.due_on, a.due_on) as due_on,
        a.days_late,
        i.unit,
        f.period_start,
        f.period_end,
        f.value,
        f.status,
        f.quartile,
        f.variation,
        coalesce(f.value > k.warn_above or f.value < k.warn_below, false) as is_past_limit,
        coalesce(needs_attention(f.point, f.is_trial, f.quartile), false) as is_attention,
        coalesce(a.days_late > 0, false) as is_overdue
    from risk_link as k
    left join recommendation_state as m on k.rec_id = m.rec_id and m.as_at = on_day
    left join action_state as a on k.action_id = a.action_id and a.as_at = on_day
    left join indicator as i on k.indicator_id = i.indicator_id
    left join standing_on(on_day) as f on k.indicator_id = f.indicator_id
    where is_known(k.known_on, k.void_on, on_day)
),
dated as (
    select
        *,
        is_past_limit or is_attention or is_overdue as is_concern,
        case
            when is_overdue then greatest(due_on + 1, linked_on)
            when is_past_limit or is_attention then greatest(period_end, linked_on)
        end as concern_since
    from bearing
)
select
    d.*,
    r.is_closed,
    r.reviewed_on,
    d.is_concern and not r.is_closed and d.concern_since > coalesce(r.reviewed_on, date '0001-01-01') as asks_review
from dated as d
inner join risks_on([on_day]) as r on d.risk_id = r.risk_id;

-- The register on a day: one row per risk known by then, closed ones too.
create macro risk_cards_on(on_day) as table
with
asking as (
    select
        risk_id,
        count(case when asks_review then 1 end) as asks,
        count(case when is_concern then 1 end) as concerns
    from risk_links_on(on_day)
    group by risk_id
)
select
    r.*,
    g.name as group_name,
    n.name as agency_name,
    k.meaning as knowledge_meaning,
    coalesce(a.concerns, 0) as concerns,
    coalesce(a.asks, 0) as asks
from risk_standing_on(on_day) as r
inner join org_group as g on r.owner_group_id = g.group_id
inner join agency as n on r.agency_id = n.agency_id
left join knowledge_state as k on r.knowledge = k.knowledge
left join asking as a on r.risk_id = a.risk_id;

-- How the score of each risk that is open on a day moved: one row per score as it stands then; where several are about one
-- day the one recorded last.
create macro risk_history_on(on_day) as table
select
    r.risk_id,
    r.position,
    r.title,
    s.effective_on as scored_on,
    s.known_on,
    s.likelihood,
    s.impact,
    s.likelihood * s.impact as score,
    s.knowledge,
    s.why,
    g.name as by_name,
    r.appetite,
    r.target_score,
    s.provenance
from risk_standing_on(on_day) as r
inner join risk_score as s on r.risk_id = s.risk_id
inner join org_group as g on s.by_group_id = g.group_id
where is_known(s.known_on, s.void_on, on_day) and s.which = 'current' and not r.is_closed
qualify row_number() over (partition by s.risk_id, s.effective_on order by s.seq desc) = 1;

-- What holds each risk down on a day, and what is still to be done: one row per control in place or further action that
-- nothing known has taken the place of.
create macro risk_controls_on(on_day) as table
select
    c.risk_id,
    c.seq,
    c.control_id,
    c.state,
    c.what,
    n.name as agency_name,
    c.due_on,
    days_late(true, c.due_on, on_day) as days_late,
    c.effective_on as since_on,
    c.why,
    c.provenance
from risk_control as c
inner join agency as n on c.agency_id = n.agency_id
left join risk_control as later
    on c.control_id = later.replaces_id and is_known(later.known_on, later.void_on, on_day)
where is_known(c.known_on, c.void_on, on_day) and c.state != 'withdrawn' and later.control_id is null;

-- Where each risk known on an earlier day stood then; without numbers where it had no score yet.
create macro risks_then(on_day, since) as table
with
compared as (
    select compared_from(since, cast(on_day as date)) as compared_on
),
scored as (
    select
        s.risk_id,
        arg_max({'likelihood': s.likelihood, 'impact': s.impact}, (s.effective_on, s.seq)) as place
    from risk_score as s
    inner join compared as b on is_known(s.known_on, s.void_on, b.compared_on)
    where s.which = 'current'
    group by s.risk_id
)
select
    k.risk_id,
    s.place['likelihood'] as likelihood,
    s.place['impact'] as impact,
    s.place['likelihood'] * s.place['impact'] as score
from risk as k
inner join compared as c on is_known(k.known_on, k.void_on, c.compared_on)
left join scored as s on k.risk_id = s.risk_id;

-- Where each risk known on a day stood on an earlier one: without a score where it had none yet.
create macro risk_movement(on_day, since) as table
select
    r.risk_id,
    compared_from(since, cast(on_day as date)) as compared_on,
    b.score as score_before,
    b.risk_id is null as is_new
from risk as r
left join risks_then(on_day, since) as b on r.risk_id = b.risk_id
where is_known(r.known_on, r.void_on, on_day);

-- The same since the last meeting of the Board before the day.
create macro risk_movement_on(on_day) as table
from risk_movement(on_day, 'last');

-- One row per entry about a risk, as a reader of its story sees it.
create view risk_story_line as
select
    seq, known_on, void_on, effective_on, 'risk raised' as kind, risk_id, null as outcome,
    concat_ws(' ', cause, event, effect) as said, cast(null as date) as day_given,
    by_group_id, by_role, why, cited, provenance, entered_by
from risk
union all
select
    seq, known_on, void_on, effective_on, which || ' score', risk_id, cast(likelihood * impact as varchar),
    'Likelihood ' || likelihood || ', impact ' || impact || '; ' || knowledge || ' knowledge.'
    || coalesce(' Above the current score because: ' || above_why, ''), null,
    by_group_id, by_role, why, cited, provenance, entered_by
from risk_score
union all
select
    seq, known_on, void_on, effective_on, 'control', risk_id, state, rtrim(what, '.') || '.', due_on,
    by_group_id, by_role, why, cited, provenance, entered_by
from risk_control
union all
select
    seq, known_on, void_on, effective_on, 'treatment', risk_id, treatment,
    case when appetite is not null then 'Appetite is now ' || appetite || '.' end, null,
    by_group_id, by_role, why, cited, provenance, entered_by
from risk_treatment
union all
select
    seq, known_on, void_on, effective_on, 'acceptance', risk_id, null, 'Accepted by the Board as it stands.', until_on,
    by_group_id, by_role, why, cited, provenance, entered_by
from risk_acceptance
union all
select
    seq, known_on, void_on, effective_on, 'review', risk_id, outcome, said, next_on,
    by_group_id, by_role, why, cited, provenance, entered_by
from risk_review
union all
select
    k.seq, k.known_on, k.void_on, k.effective_on, 'link', k.risk_id,
    case
        when k.rec_id is not null then 'recommendation'
        when k.action_id is not null then 'action'
        else 'indicator'
    end,
    coalesce(r.title, a.title, i.name, k.indicator_id)
    || coalesce('; asks for a review above ' || k.warn_above, '')
    || coalesce('; asks for a review below ' || k.warn_below, '') || '.', null,
    k.by_group_id, k.by_role, k.why, k.cited, k.provenance, k.entered_by
from risk_link as k
left join recommendation as r on k.rec_id = r.rec_id
left join action as a on k.action_id = a.action_id
left join indicator as i on k.indicator_id = i.indicator_id;

-- The same beside the day from which the entry was taken back for good.
create view risk_story_view as
select
    l.*,
    x.known_on as taken_back_on
from risk_story_line as l
left join retraction as x on l.seq = x.corrects;
create table whole.risk_story as from risk_story_view;
create view risk_story as from whole.risk_story where is_open_entry(seq);

-- The recommendations that each risk is linked to on a day.
create macro risk_recommendations(on_day) as table
select
    risk_id,
    list_sort(list(distinct rec_id)) as rec_ids
from risk_link
where rec_id is not null and is_known(known_on, void_on, on_day)
group by risk_id;

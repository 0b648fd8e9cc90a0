-- Audits, findings and self-assessments as they stood on a day. Among the entries known by then, the one latest by
-- (effective_on, seq) wins.

-- Audits known by the day: one row each, with the day first planned, the day now planned and what became of it.
create macro audits_on(on_day) as table
with
step as (
    select
        audit_id,
        arg_max(planned_on, (effective_on, seq)) filter (where change = 'moved') as moved_to,
        count(*) filter (where change = 'moved') as moves,
        min(effective_on) filter (where change = 'begun') as begun_on,
        max(effective_on) filter (where change = 'done') as done_on,
        arg_max_null(cases, (effective_on, seq)) filter (where change = 'done') as cases,
        max(effective_on) filter (where change = 'cancelled') as cancelled_on,
        arg_max(why, (effective_on, seq)) filter (where change in ('moved', 'cancelled')) as why
    from audit_step
    where is_known(known_on, void_on, on_day)
    group by audit_id
)
select
    a.audit_id,
    a.seq,
    a.programme,
    a.title,
    a.theme,
    a.scale,
    a.agency_ids,
    (select list(n.name order by n.position) from agency as n where list_contains(a.agency_ids, n.agency_id)) as agency_names,
    a.lead_group_id,
    a.prompted_by,
    a.cases_planned,
    a.repeats_id,
    a.effective_on as agreed_on,
    a.planned_on as first_planned_on,
    coalesce(s.moved_to, a.planned_on) as planned_on,
    coalesce(s.moves, 0) as moves,
    s.begun_on,
    s.done_on,
    s.cancelled_on,
    s.cases,
    case when s.done_on is not null and s.cases is null then 'c' end as cases_status,
    s.why,
    case
        when s.cancelled_on is not null then 'cancelled'
        when s.done_on is not null then 'done'
        when coalesce(s.moved_to, a.planned_on) < on_day then 'late'
        when s.begun_on is not null then 'begun'
        when coalesce(s.moved_to, a.planned_on) is null then 'no date'
        else 'planned'
    end as state,
    days_late(s.done_on is null and s.cancelled_on is null, coalesce(s.moved_to, a.planned_on), on_day) as days_late,
    a.provenance
from audit as a
left join step as s using (audit_id)
where is_known(a.known_on, a.void_on, on_day);

-- Gradings known by the day, beside their audit: one row per audit, agency and side of practice; without an agency it is
-- of all agencies together, which of an audit of one agency is that one. A count that is empty is withheld, and counts
-- from 1 to 5 never get here: the contract refuses them.
create macro gradings_on(on_day) as table
with
latest as (
    select *
    from audit_grading
    where is_known(known_on, void_on, on_day)
    qualify row_number() over (partition by audit_id, agency_id, domain order by effective_on desc, seq desc) = 1
),
done as (
    select
        audit_id,
        max(effective_on) as done_on
    from audit_step
    where change = 'done' and is_known(known_on, void_on, on_day)
    group by audit_id
),
placed as (
    select
        g.*,
        a.title,
        a.theme,
        a.scale,
        a.programme,
        a.repeats_id,
        coalesce(g.agency_id, case when a.scale = 'single-agency' then a.agency_ids[1] end) as whose_id
    from latest as g
    inner join audit as a on g.audit_id = a.audit_id
)
select
    p.audit_id,
    p.title,
    p.theme,
    p.scale,
    p.programme,
    d.done_on,
    p.repeats_id,
    p.whose_id as agency_id,
    p.agency_id is not null as is_of_one_agency,
    n.name as agency_name,
    p.domain,
    m.position as domain_position,
    p.grade,
    p.cases,
    p.outstanding,
    p.good,
    p.requires_improvement,
    p.inadequate,
    p.provenance
from placed as p
inner join done as d on p.audit_id = d.audit_id
inner join audit_domain as m on p.domain = m.domain
left join agency as n on p.whose_id = n.agency_id;

-- Where a finding stands in the loop from finding to practice that has changed.
create macro finding_state(change, result, is_ended, is_done) as
    case
        when change is null then 'no action'
        when change = 'closed without action' then 'closed without action'
        when change = 're-audited' and result = 'improved' then 'improved'
        when change = 're-audited' then 'not yet improved'
        when change = 'action done' or coalesce(is_done, false) then 'waits for re-audit'
        when coalesce(is_ended, false) then 'no action'
        else 'action under way'
    end;

-- Findings known by the day: one row each, with the action that answers it and the audit that looked again.
-- An action of the board's plan is done when the Business Group has accepted it as complete.
create macro findings_on(on_day) as table
with
last_step as (
    select
        finding_id,
        arg_max(change, (effective_on, seq)) as change,
        max(effective_on) as changed_on,
        arg_max_null(result, (effective_on, seq)) as result,
        arg_max_null(action_id, (effective_on, seq)) filter (where change = 'action agreed') as action_id,
        arg_max_null(what, (effective_on, seq)) filter (where change = 'action agreed') as what,
        arg_max_null(due_on, (effective_on, seq)) filter (where change = 'action agreed') as due_on,
        arg_max(audit_id, (effective_on, seq)) filter (where change = 're-audited') as reaudit_id,
        arg_max(result, (effective_on, seq)) filter (where change = 're-audited') as last_result,
        max(effective_on) filter (where change = 're-audited') as reaudited_on,
        arg_max(why, (effective_on, seq)) filter (where change = 'closed without action') as why
    from finding_step
    where is_known(known_on, void_on, on_day)
    group by finding_id
),
stated as (
    select
        f.finding_id,
        f.seq,
        f.audit_id,
        a.title as audit_title,
        a.theme,
        a.programme,
        f.domain,
        f.agency_id,
        n.name as agency_name,
        f.finding,
        f.effective_on as found_on,
        s.action_id,
        coalesce(p.title, s.what) as action,
        coalesce(p.due_on, s.due_on) as due_on,
        p.rec_id,
        p.delivery as action_delivery,
        s.changed_on,
        s.reaudit_id,
        s.last_result as result,
        s.reaudited_on,
        s.why,
        finding_state(
            s.change, s.result, p.delivery in ('closed without implementing', 'superseded'), p.is_complete
        ) as state,
        f.provenance
    from finding as f
    inner join audit as a on f.audit_id = a.audit_id
    left join last_step as s on f.finding_id = s.finding_id
    left join action_state as p on s.action_id = p.action_id and p.as_at = on_day
    left join agency as n on f.agency_id = n.agency_id
    where is_known(f.known_on, f.void_on, on_day)
)
select
    *,
    state not in ('improved', 'closed without action') as is_open,
    date_diff('day', found_on, on_day) as days_since,
    days_late(state = 'action under way', due_on, on_day) as days_late
from stated;

-- Self-assessments of a day: one row per round, agency asked and standard, whether it answered or not.
create macro section11_on(on_day) as table
with
asked as (
    select
        r.section11_round_id,
        r.title as round_title,
        r.effective_on as asked_on,
        r.due_on,
        r.provenance,
        r.effective_on = max(r.effective_on) over () as is_latest,
        unnest(r.agency_ids) as agency_id
    from section11_round as r
    where is_known(r.known_on, r.void_on, on_day) -- noqa: RF03
),
scored as (
    select *
    from section11_score
    where is_known(known_on, void_on, on_day)
    qualify row_number() over (
        partition by section11_round_id, agency_id, standard order by effective_on desc, seq desc
    ) = 1
),
moderated as (
    select *
    from section11_moderation
    where is_known(known_on, void_on, on_day)
    qualify row_number() over (partition by section11_score_id order by effective_on desc, seq desc) = 1
)
select
    q.section11_round_id,
    q.round_title,
    q.asked_on,
    q.due_on,
    q.agency_id,
    n.name as agency_name,
    n.position as agency_position,
    t.standard,
    t.position as standard_position,
    s.score as self_score,
    s.effective_on as scored_on,
    s.evidence,
    s.improve,
    s.improve_by,
    m.score as moderated_score,
    m.effective_on as moderated_on,
    m.why,
    m.score - s.score as gap,
    q.is_latest,
    q.provenance
from asked as q
inner join agency as n on q.agency_id = n.agency_id
cross join section11_standard as t
left join scored as s
    on q.section11_round_id = s.section11_round_id and q.agency_id = s.agency_id and t.standard = s.standard
left join moderated as m on s.section11_score_id = m.section11_score_id;

-- The programme of audits on a day: each audit against its plan, with its grade and the findings from it.
create macro audit_cards_on(on_day) as table
with
found as (
    select
        audit_id,
        count(*) as findings,
        count(*) filter (where is_open) as findings_open
    from findings_on(on_day)
    group by audit_id
),
known as (
    from audits_on(on_day)
),
overall as (
    select
        audit_id,
        grade
    from gradings_on(on_day)
    where domain = 'practice overall' and (scale = 'single-agency' or not is_of_one_agency)
)
select
    a.audit_id,
    a.seq,
    a.programme,
    a.title,
    a.theme,
    a.scale,
    array_to_string(a.agency_names, ', ') as agency_names,
    a.prompted_by,
    a.cases_planned,
    a.agreed_on,
    a.first_planned_on,
    a.planned_on,
    a.moves,
    a.begun_on,
    a.done_on,
    a.cancelled_on,
    a.cases,
    a.cases_status,
    a.why,
    a.state,
    a.days_late,
    case when a.done_on is not null then greatest(date_diff('day', a.planned_on, a.done_on), 0) end as days_done_late,
    g.grade,
    coalesce(f.findings, 0) as findings,
    coalesce(f.findings_open, 0) as findings_open,
    a.repeats_id,
    r.title as repeats_title,
    a.provenance
from known as a
left join known as r on a.repeats_id = r.audit_id
left join found as f on a.audit_id = f.audit_id
left join overall as g on a.audit_id = g.audit_id;

-- What the Board is not assured of, from audits and self-assessments: one row per thing missing, where any is.
create macro audits_missing(on_day) as table
with
audit_now as materialized (
    from audits_on(on_day)
),
finding_now as materialized (
    from findings_on(on_day)
),
self_assessed as (
    select
        agency_id,
        due_on,
        count(self_score) as scored,
        count(moderated_score) as moderated,
        max(scored_on) as scored_on,
        provenance
    from section11_on(on_day)
    where is_latest
    group by agency_id, due_on, provenance
),
thing as (
    select
        'audits past their day' as what,
        state = 'late' as is_missing,
        days_late as days,
        agency_ids,
        provenance
    from audit_now
    where state != 'cancelled'
    union all
    select 'findings without an action', state = 'no action', days_since, [agency_id], provenance
    from finding_now
    where is_open
    union all
    select 'actions from findings that are late', days_late > 0, days_late, [agency_id], provenance
    from finding_now
    where state = 'action under way'
    union all
    select
        'findings that wait for a second look', state = 'waits for re-audit',
        date_diff('day', changed_on, on_day), [agency_id], provenance
    from finding_now
    where is_open
    union all
    select
        'self-assessments not given', scored = 0 and due_on < on_day,
        days_late(true, due_on, on_day), [agency_id], provenance
    from self_assessed
    union all
    select
        'self-assessments not moderated', moderated < scored, date_diff('day', scored_on, on_day),
        [agency_id], provenance
    from self_assessed
    where scored > 0
)
select
    what,
    'audits' as page,
    count(*) filter (where is_missing) as missing,
    count(*) as of_all,
    max(days) filter (where is_missing) as longest_days,
    list_sort(coalesce(list_distinct(flatten(list(agency_ids) filter (where is_missing))), [])) as agency_ids,
    coalesce(bool_or(provenance = 'illustrative'), false) as is_illustrative
from thing
group by what
having missing > 0;

-- Which agencies owe the Board a word on audits, and since when: one row per agency and thing owed.
create macro audits_silent(on_day) as table
select
    agency_id,
    round_title as what,
    'audits' as page,
    min(asked_on) as asked_on,
    due_on,
    days_late(true, due_on, on_day) as days_late,
    provenance
from section11_on(on_day)
where due_on < on_day
group by agency_id, round_title, due_on, provenance
having count(self_score) = 0
union all
select agency_ids[1], title, 'audits', agreed_on, planned_on, days_late, provenance
from audits_on(on_day)
where scale = 'single-agency' and state = 'late';

-- What changed on audits, findings and self-assessments between two days; its columns are told in 9_changes.sql.

create macro changes_of_audits(after_on, until_day) as table
with
entry as (
    select
        'audit planned' as change, audit_id, seq, effective_on as happened_on, known_on, cast(null as date) as from_on,
        planned_on as to_on, cast(null as varchar) as became, why as said, by_group_id, provenance
    from audit
    where came_between(known_on, void_on, after_on, until_day)
    union all
    select
        'audit ' || change, audit_id, seq, effective_on, known_on, null, planned_on, null, why, by_group_id, provenance
    from audit_step
    where change != 'begun' and came_between(known_on, void_on, after_on, until_day)
    union all
    select
        'audit late', n.audit_id, null, greatest(n.planned_on, after_on) + 1, greatest(n.planned_on, after_on) + 1,
        null, n.planned_on, null, null, null, n.provenance
    from audits_at(until_day) as n
    left join audits_at(after_on) as t on n.audit_id = t.audit_id
    where n.state = 'late' and coalesce(t.state, '') != 'late'
),
found as (
    select
        audit_id,
        count(*) as findings
    from findings_at(until_day)
    group by audit_id
)
select
    e.* exclude (audit_id, from_on, provenance),
    'audit' as subject,
    e.audit_id as subject_id,
    a.title as what,
    case when e.change = 'audit moved' then coalesce(t.planned_on, a.first_planned_on) end as from_on,
    case when e.change = 'audit moved' then date_diff('day', coalesce(t.planned_on, a.first_planned_on), e.to_on) end as days,
    case
        when e.change = 'audit done' then greatest(date_diff('day', a.planned_on, e.happened_on), 0)
        when e.change = 'audit late' then a.days_late
    end as days_late,
    case when e.change = 'audit done' then coalesce(f.findings, 0) end as times,
    answered_by('audits') as rec_ids,
    [a.lead_group_id] as group_ids,
    a.agency_ids,
    a.lead_group_id as owner_id,
    provenance_of_both(e.provenance, a.provenance) as provenance
from entry as e
inner join audits_at(until_day) as a on e.audit_id = a.audit_id
left join audits_at(after_on) as t on e.audit_id = t.audit_id
left join found as f on e.audit_id = f.audit_id;

create macro changes_of_findings(after_on, until_day) as table
select
    case s.change
        when 'action agreed' then 'finding acted on'
        when 'action done' then 'finding done'
        when 're-audited' then 'finding looked at again'
        else 'finding closed'
    end as change,
    'finding' as subject,
    s.finding_id as subject_id,
    s.seq,
    s.effective_on as happened_on,
    s.known_on,
    f.finding as what,
    s.result as became,
    coalesce(s.due_on, p.due_on) as to_on,
    coalesce(s.what, p.title, s.why) as said,
    s.by_group_id,
    answered_by('audits') as rec_ids,
    [a.lead_group_id] as group_ids,
    case when f.agency_id is null then a.agency_ids else [f.agency_id] end as agency_ids,
    a.lead_group_id as owner_id,
    provenance_of_both(s.provenance, f.provenance) as provenance
from finding_step as s
inner join finding as f on s.finding_id = f.finding_id
inner join audits_at(until_day) as a on f.audit_id = a.audit_id
left join action_state as p on s.action_id = p.action_id and p.as_at = until_day
where came_between(s.known_on, s.void_on, after_on, until_day);

-- One line an agency: its self-assessment, what the panel made of it, or that it is due and has not come.
create macro changes_of_self_assessments(after_on, until_day) as table
with
line as (
    select
        'self-assessed' as change, agency_id, section11_round_id, max(effective_on) as happened_on, known_on,
        count(*) as times, cast(null as integer) as days_late, by_group_id, max(provenance) as provenance
    from section11_score
    where came_between(known_on, void_on, after_on, until_day)
    group by agency_id, section11_round_id, known_on, by_group_id
    union all
    select
        'moderated', s.agency_id, s.section11_round_id, max(m.effective_on), m.known_on,
        count(*) filter (where m.score < s.score), null, m.by_group_id, max(m.provenance)
    from section11_moderation as m
    inner join section11_score as s on m.section11_score_id = s.section11_score_id
    where came_between(m.known_on, m.void_on, after_on, until_day)
    group by s.agency_id, s.section11_round_id, m.known_on, m.by_group_id
    union all
    select
        'not self-assessed', n.agency_id, n.section11_round_id, greatest(min(n.due_on), after_on) + 1,
        greatest(min(n.due_on), after_on) + 1, 0, date_diff('day', min(n.due_on), until_day), null, max(n.provenance)
    from section11_at(until_day) as n
    where n.due_on < until_day and n.due_on >= after_on
    group by n.agency_id, n.section11_round_id
    having count(n.self_score) = 0
)
select
    l.* exclude (agency_id, section11_round_id, provenance),
    'self-assessment' as subject,
    l.section11_round_id || ' ' || l.agency_id as subject_id,
    n.name || ': ' || r.title as what,
    r.due_on as to_on,
    answered_by('audits') as rec_ids,
    cast([] as varchar[]) as group_ids,
    [l.agency_id] as agency_ids,
    l.by_group_id as owner_id,
    provenance_of_both(l.provenance, r.provenance) as provenance
from line as l
inner join section11_round as r on l.section11_round_id = r.section11_round_id
inner join agency as n on l.agency_id = n.agency_id;

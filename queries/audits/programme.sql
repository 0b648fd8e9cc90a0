-- How does the programme of audits run against its plan?
-- One row per audit known on the as-at day, in order of the day first planned, those without a day last.
-- $as_at      date           the day it is true for
-- $programme  varchar = all  year of the programme, such as 2017-18; all keeps every year
with
found as (
    select
        audit_id,
        count(*) as findings,
        count(*) filter (where is_open) as findings_open
    from findings_at($as_at)
    group by audit_id
),
known as materialized (
    from audits_at($as_at)
),
overall as (
    select
        audit_id,
        grade
    from gradings_at($as_at)
    where domain = 'practice overall' and (scale = 'single-agency' or not is_of_one_agency)
)
select
    a.audit_id,
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
left join overall as g on a.audit_id = g.audit_id
where $programme = 'all' or a.programme = $programme
order by a.first_planned_on nulls last, a.seq

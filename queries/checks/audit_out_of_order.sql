-- Which audits are repeated before they were made, and which results come before their audit was done?
-- One row per row and thing wrong; by kind, key, column, then what was found.
-- No parameters. A result may come on the day the audit is done, and nothing happens to an audit after that day.
with
done as (
    select
        audit_id,
        min(effective_on) as done_on
    from audit_step
    where change = 'done'
    group by audit_id
),
result as (
    select 'audit_grading' as kind, audit_grading_id as key, audit_id, effective_on from audit_grading
    union all
    select 'finding', finding_id, audit_id, effective_on from finding
),
fault as (
    select
        'audit' as kind,
        r.audit_id as key,
        'repeats_id' as column_name,
        r.repeats_id as found,
        case
            when r.audit_id = r.repeats_id then 'An audit cannot repeat itself: name the one before it.'
            else
                'This audit is planned for ' || strftime(r.planned_on, '%Y-%m-%d') || ', and "' || r.repeats_id
                || '", which it repeats, for ' || strftime(a.planned_on, '%Y-%m-%d')
                || ': a re-audit comes after its audit.'
        end as remedy
    from audit as r
    inner join audit as a on r.repeats_id = a.audit_id
    where r.audit_id = r.repeats_id or r.planned_on <= a.planned_on
    union all
    select
        'audit_step',
        s.audit_step_id,
        'effective_on',
        strftime(s.effective_on, '%Y-%m-%d'),
        case
            when d.done_on is null
                then 'Audit "' || r.repeats_id || '", which this one repeats, was never done: add its step "done" first.'
            else
                'Audit "' || r.repeats_id || '", which this one repeats, was done on ' || strftime(d.done_on, '%Y-%m-%d')
                || ': a re-audit is done on a later day.'
        end
    from audit_step as s
    inner join audit as r on s.audit_id = r.audit_id
    left join done as d on r.repeats_id = d.audit_id
    where s.change = 'done' and r.repeats_id is not null and (d.done_on is null or s.effective_on <= d.done_on)
    union all
    select
        'audit_step',
        s.audit_step_id,
        'change',
        s.change,
        'Audit "' || s.audit_id || '" was ' || e.change || ' on ' || strftime(e.effective_on, '%Y-%m-%d')
        || ': nothing changes after that.'
    from audit_step as s
    inner join audit_step as e
        on s.audit_id = e.audit_id and e.change in ('done', 'cancelled') and (s.effective_on, s.seq) > (e.effective_on, e.seq)
    union all
    select
        r.kind,
        r.key,
        'effective_on',
        strftime(r.effective_on, '%Y-%m-%d'),
        case
            when d.done_on is null
                then 'Audit "' || r.audit_id || '" has no step "done" in audit_step.csv: add it, or take this row out.'
            else
                'Audit "' || r.audit_id || '" was done on ' || strftime(d.done_on, '%Y-%m-%d')
                || ' in audit_step.csv: its results come on that day or later.'
        end
    from result as r
    left join done as d on r.audit_id = d.audit_id
    where d.done_on is null or r.effective_on < d.done_on
)
select
    kind,
    key,
    column_name,
    found,
    remedy
from fault
order by kind, key, column_name, found, remedy

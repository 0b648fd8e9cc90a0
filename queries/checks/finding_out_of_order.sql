-- Which steps from a finding to practice that has changed are missing the one before, or name the wrong audit?
-- One row per step and thing wrong, by key, column, then remedy.
-- No parameters.
with
earlier as (
    select
        s.finding_step_id,
        list(e.change order by e.effective_on, e.seq) as changes
    from finding_step as s
    inner join finding_step as e on s.finding_id = e.finding_id and (e.effective_on, e.seq) < (s.effective_on, s.seq)
    group by s.finding_step_id
),
done as (
    select
        audit_id,
        min(effective_on) as done_on
    from audit_step
    where change = 'done'
    group by audit_id
),
fault as (
    select
        s.finding_step_id as key,
        'change' as column_name,
        s.change as found,
        'No action was agreed on finding "' || s.finding_id || '" before: add its step "action agreed" first.' as remedy
    from finding_step as s
    left join earlier as e on s.finding_step_id = e.finding_step_id
    where s.change = 'action done' and not coalesce(list_contains(e.changes, 'action agreed'), false)
    union all
    select
        s.finding_step_id,
        'audit_id',
        s.audit_id,
        'Audit "' || s.audit_id || '" does not repeat "' || f.audit_id || '", which made the finding: name one that does.'
    from finding_step as s
    inner join finding as f on s.finding_id = f.finding_id
    inner join audit as a on s.audit_id = a.audit_id
    where a.repeats_id is distinct from f.audit_id
    union all
    select
        s.finding_step_id,
        'effective_on',
        strftime(s.effective_on, '%Y-%m-%d'),
        case
            when d.done_on is null
                then 'Audit "' || s.audit_id || '" has no step "done" in audit_step.csv: it has seen nothing yet.'
            else
                'Audit "' || s.audit_id || '" was done on ' || strftime(d.done_on, '%Y-%m-%d')
                || ' in audit_step.csv: what it saw is said on that day or later.'
        end
    from finding_step as s
    left join done as d on s.audit_id = d.audit_id
    where s.change = 're-audited' and (d.done_on is null or s.effective_on < d.done_on)
)
select
    'finding_step' as kind,
    key,
    column_name,
    found,
    remedy
from fault
order by key, column_name, remedy

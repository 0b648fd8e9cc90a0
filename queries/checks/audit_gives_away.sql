-- Which counts of cases do not add up, or give away one that is withheld?
-- One row per grading and thing wrong, by key, column, then remedy.
-- No parameters. What a total leaves to the withheld counts must be more than five children, of two counts or more.
with
counted as (
    select
        *,
        coalesce(outstanding, 0) + coalesce(good, 0) + coalesce(requires_improvement, 0) + coalesce(inadequate, 0) as shown,
        cast(outstanding is null as integer) + cast(good is null as integer) + cast(requires_improvement is null as integer)
        + cast(inadequate is null as integer) as withheld
    from audit_grading
),
done as (
    select
        audit_id,
        arg_max_null(cases, (effective_on, seq)) as cases
    from audit_step
    where change = 'done'
    group by audit_id
),
fault as (
    select
        audit_grading_id as key,
        'cases' as column_name,
        cast(cases as varchar) as found,
        'The four counts come to ' || shown || ': correct them or the total.' as remedy
    from counted
    where shown > coalesce(cases, shown) or (withheld = 0 and shown != coalesce(cases, shown))
    union all
    select
        audit_grading_id,
        'cases',
        cast(cases as varchar),
        'The total leaves ' || (cases - shown) || ' to the counts that are withheld, which says too much of so few children: '
        || 'withhold another count, so that two or more are empty and more than 5 cases are left to them.'
    from counted
    where shown <= cases and withheld > 0 and (withheld < 2 or cases - shown < 6)
    union all
    select
        audit_grading_id,
        'cases',
        '',
        'A total is withheld where it is from 1 to 5, so no count in the row can be more than that: '
        || 'give the total, or leave the counts empty.'
    from counted
    where cases is null and shown > 0
    union all
    select
        c.audit_grading_id,
        'cases',
        coalesce(cast(c.cases as varchar), ''),
        'audit_step.csv says that ' || coalesce(d.cases || ' cases were read', 'the number of cases read is withheld')
        || ', of all agencies together: give the same here.'
    from counted as c
    inner join done as d on c.audit_id = d.audit_id
    where c.agency_id is null and c.cases is distinct from d.cases
    union all
    select
        c.audit_grading_id,
        'cases',
        coalesce(cast(c.cases as varchar), ''),
        'audit_step.csv says that ' || d.cases || ' cases were read, which leaves ' || (d.cases - coalesce(c.cases, 0))
        || ' without this agency: the two must differ by nothing or by more than 5, and not be withheld one without the other.'
    from counted as c
    inner join done as d on c.audit_id = d.audit_id
    where c.agency_id is not null and (c.cases > d.cases or d.cases - c.cases between 1 and 5)
)
select
    'audit_grading' as kind,
    key,
    column_name,
    found,
    remedy
from fault
order by key, column_name, remedy

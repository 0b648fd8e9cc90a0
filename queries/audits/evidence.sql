-- How do audits stand, in numbers for one sentence?
-- One row, also where nothing is planned: then the counts are nought.
-- $as_at  date  the day it is true for
with
planned as (
    select
        count(*) as audits,
        count(*) filter (where state = 'done') as done,
        count(*) filter (where state = 'late') as late,
        coalesce(bool_or(provenance = 'illustrative'), false) as is_illustrative
    from audits_at($as_at)
),
found as (
    select
        count(*) as findings,
        count(*) filter (where is_open) as findings_open,
        count(*) filter (where state = 'no action') as no_action,
        count(*) filter (where state = 'improved') as improved
    from findings_at($as_at)
)
select
    p.audits,
    p.done,
    p.late,
    f.findings,
    f.findings_open,
    f.no_action,
    f.improved,
    p.is_illustrative
from planned as p
cross join found as f
order by p.audits

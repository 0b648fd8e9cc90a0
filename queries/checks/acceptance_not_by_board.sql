-- Which acceptances of a risk were not given by the Board at a meeting of its own?
-- One row per acceptance and column that says so; by its key, then column.
-- No parameters. An acceptance may be entered after its meeting, and not before.
with fault as (
    select
        a.acceptance_id,
        'by_group_id' as column_name,
        a.by_group_id as found,
        'Only the Board accepts a risk above appetite, and org_group.csv says ' || g.kind || ': name the Board.' as remedy
    from risk_acceptance as a
    inner join org_group as g on a.by_group_id = g.group_id
    where g.kind != 'board'
    union all
    select
        a.acceptance_id,
        'meeting_id',
        a.meeting_id,
        'That is no meeting of the Board: name the one that accepted the risk.'
    from risk_acceptance as a
    inner join meeting as m on a.meeting_id = m.meeting_id
    inner join org_group as g on m.group_id = g.group_id
    where g.kind != 'board'
    union all
    select
        a.acceptance_id,
        'meeting_id',
        a.meeting_id,
        'The meeting was held on ' || strftime(m.held_on, '%Y-%m-%d')
        || ', after this acceptance: name the meeting that decided it, or correct the day.'
    from risk_acceptance as a
    inner join meeting as m on a.meeting_id = m.meeting_id
    where a.effective_on < m.held_on
)
select
    'risk_acceptance' as kind,
    acceptance_id as key,
    column_name,
    found,
    remedy
from fault
order by acceptance_id, column_name, found, remedy

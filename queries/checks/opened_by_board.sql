-- Which openings of a closed session are of one that was not closed, or were not decided by the Board at a meeting of its own?
-- One row per opening and thing wrong; by its key, column, then remedy.
-- No parameters.
with
wrong as (
    select
        o.session_opening_id as key,
        'rec_id' as column_name,
        o.rec_id as found,
        'It was not heard in closed session, so there is nothing to open.' as remedy
    from session_opening as o
    inner join recommendation as r on o.rec_id = r.rec_id
    where not coalesce(r.closed_session, false)
    union all
    select
        o.session_opening_id,
        'rec_id',
        o.rec_id,
        'It is open already. Take the opening before it back first, or leave this one out.'
    from session_opening as o
    qualify row_number() over (partition by o.rec_id order by o.effective_on, o.seq) > 1
    union all
    select
        o.session_opening_id,
        'by_group_id',
        o.by_group_id,
        'Only the Board opens what was heard in closed session: name the Board.'
    from session_opening as o
    inner join org_group as g on o.by_group_id = g.group_id
    where g.kind != 'board'
    union all
    select
        o.session_opening_id,
        'meeting_id',
        o.meeting_id,
        'Name the meeting of the Board that decided it.'
    from session_opening as o
    inner join meeting as m on o.meeting_id = m.meeting_id
    inner join org_group as g on m.group_id = g.group_id
    where g.kind != 'board'
)
select
    'session_opening' as kind,
    key,
    column_name,
    found,
    remedy
from wrong
order by key, column_name, remedy

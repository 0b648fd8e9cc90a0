-- Which meetings are known on the as-at day?
-- One row per meeting, newest first; is_board marks those of the Board, which sign off.
-- $as_at  date       the day it is true for
select
    m.meeting_id,
    m.held_on,
    m.title,
    g.name as group_name,
    g.kind = 'board' as is_board,
    m.held_on > $as_at as is_ahead,
    m.provenance
from meeting as m
inner join org_group as g on m.group_id = g.group_id
where m.known_on <= $as_at
order by m.held_on desc, m.meeting_id asc

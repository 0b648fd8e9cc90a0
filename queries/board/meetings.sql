-- Which meetings of the Board were held by the as-at day?
-- One row per meeting of the Board, oldest first; they are the days on which it signs off.
-- $as_at  date  the day it is true for
select
    m.meeting_id,
    m.held_on,
    m.title,
    m.provenance
from meeting as m
inner join org_group as g on m.group_id = g.group_id
where is_known(m.known_on, m.void_on, $as_at) and m.held_on <= $as_at and g.kind = 'board'
order by m.held_on asc, m.meeting_id asc

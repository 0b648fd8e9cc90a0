-- Which meetings of a body may a decision be recorded against on the as-at day?
-- One row per meeting held on or before the day and known by then, newest first.
-- $as_at  date           the day it is true for
-- $kind   varchar = any  kind of body: board or business_group; any keeps all
select
    m.meeting_id,
    m.title,
    m.held_on,
    m.group_id,
    g.name as group_name
from meeting as m
inner join org_group as g on m.group_id = g.group_id
where $kind in ('any', g.kind) and m.held_on <= $as_at and is_known(m.known_on, m.void_on, $as_at)
order by m.held_on desc, m.meeting_id asc

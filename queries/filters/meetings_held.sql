-- Which meetings of which bodies were held by the as-at day?
-- One row per body and day, the Board first, then the other bodies in their order; newest first within each.
-- $as_at  date       the day it is true for
select
    g.group_id,
    g.name as group_name,
    m.held_on
from meeting as m
inner join org_group as g on m.group_id = g.group_id
where is_known(m.known_on, m.void_on, $as_at) and m.held_on <= $as_at
group by g.group_id, g.name, g.kind, g.position, m.held_on
order by g.kind = 'board' desc, g.position asc, m.held_on desc

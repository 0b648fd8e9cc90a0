-- How does each sub-point of a recommendation stand on the as-at day?
-- One row per sub-point, in the order of the paper; none where there are no sub-points.
-- $as_at  date       the day it is true for
-- $rec    varchar    the recommendation
select
    c.rec_id,
    c.ref,
    c.title,
    c.ask,
    g.name as lead_name,
    c.acceptance,
    c.delivery,
    c.rating,
    c.due_on,
    c.days_late
from recommendation_state as c
inner join org_group as g on c.lead_group_id = g.group_id
where c.as_at = $as_at and c.parent_id = $rec
order by c.position, c.rec_id

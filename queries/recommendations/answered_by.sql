-- Which pages of assurance answer a recommendation?
-- One row per page that the board's papers name for it, or for the recommendation that it is a sub-point of.
-- $as_at  date       the day it is true for
-- $rec    varchar    the recommendation
select distinct p.page
from assurance_page as p
inner join recommendation as r on list_has_any(p.rec_ids, [r.rec_id, r.parent_id])
where r.rec_id = $rec and is_known(r.known_on, r.void_on, $as_at)
order by p.page

-- Where does a recommendation stand as a whole, what is still open on it, and which narrower scope was proposed?
-- One row for the recommendation, where it is known on the as-at day; of several proposals the oldest.
-- $as_at  date     the day it is true for
-- $rec    varchar  the recommendation
select *
from wholes_at($as_at)
where rec_id = $rec
order by rec_id

-- How did the indicators that bear on a recommendation move since it was made?
-- One row per indicator, the latest first, also where nothing is published; it says nothing about the cause. before_ is the last period that ended by
-- the day it was made, since_ the last one that began on it or after.
-- $rec    varchar  the recommendation; a sub-point has the indicators of its parent too
-- $as_at  date     the day it is true for: no period that ended after it
select * exclude (rec_id)
from differences_at($as_at)
where rec_id = $rec
order by since_end desc nulls last, name asc

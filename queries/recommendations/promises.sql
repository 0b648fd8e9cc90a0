-- What was promised, to whom, for when, and what became of it?
-- One row per step of each promise (made, moved, kept, withdrawn) known on the as-at day, in order, beside how the promise stands.
-- $as_at  date       the day it is true for
-- $rec    varchar    the recommendation
select * exclude (rec_ids, made_on) rename (stepped_on as "on")
from promise_steps_at($as_at)
where list_contains(rec_ids, $rec)
order by made_on, promise_id, step

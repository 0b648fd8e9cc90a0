-- What can the filters choose from on the as-at day?
-- One row per filter and choice, in the order to show them; only what is known on that day.
-- $as_at  date       the day it is true for
select filter, id, label
from options_at($as_at)
order by filter_position, position, id

-- Which Board meeting was the last before the as-at day?
-- One row; where there was none, last_on is the day before the first recommendation was known, so that everything counts as new.
-- $as_at  date       the day it is true for
select
    last_on,
    is_meeting
from last_meeting_at($as_at)
order by last_on

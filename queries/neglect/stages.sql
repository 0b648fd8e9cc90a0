-- How far has the neglect strategy come, and which of its stages came late?
-- One row per stage that anything is known of, in order; days_done_late counts from the day first planned.
-- $as_at  date  the day it is true for
select
    stage,
    meaning,
    first_due_on,
    due_on,
    done_on,
    times_moved,
    days_late,
    days_done_late,
    why,
    provenance
from neglect_stages_at($as_at)
order by position

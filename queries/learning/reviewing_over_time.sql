-- How did the figures of the reviewing service run?
-- One row per measure and period known by the as-at day, in order of time.
-- $as_at  date  the day it is true for
select
    measure_id as series,
    name as label,
    unit,
    about_children,
    period_start,
    period_end,
    number,
    of_number,
    value,
    status,
    provenance
from figures_at($as_at)
where subject = 'reviewing service'
order by position, agency_id, period_end

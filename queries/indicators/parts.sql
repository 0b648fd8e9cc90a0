-- What are the figures of each part of one indicator, beside England's?
-- One row per part and period that ended by the as-at day; parts with the highest latest figure first.
-- $indicator  varchar  the indicator
-- $as_at      date     the day it is true for: no period that ended after it
select
    breakdown,
    period_start,
    period_end,
    value,
    status,
    england,
    max_by(value, period_end) over (partition by breakdown) as latest
from standing
where
    indicator_id = $indicator
    and breakdown != ''
    and period_end <= $as_at
order by latest desc nulls last, breakdown asc, period_end asc

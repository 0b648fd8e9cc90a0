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
    part,
    england,
    england_status,
    last_value(value) over (
        partition by breakdown order by period_end rows between unbounded preceding and unbounded following
    ) as latest
from standing
where
    indicator_id = $indicator
    and breakdown != ''
    and period_end <= $as_at
order by latest desc nulls last, breakdown asc, period_end asc

-- What are the figures of each part of one indicator, beside England's?
-- One row per part and period that ended by the as-at day; parts with the highest latest figure first. trend is
-- the test for a trend in a share over the five years that end with the period.
-- $indicator  varchar  the indicator
-- $as_at      date     the day it is true for: no period that ended after it
select
    s.breakdown,
    s.period_start,
    s.period_end,
    s.value,
    s.status,
    s.part,
    s.england,
    s.england_status,
    t.direction as trend,
    last_value(s.value) over (
        partition by s.breakdown order by s.period_end rows between unbounded preceding and unbounded following
    ) as latest
from standing as s
left join trend as t
    on s.indicator_id = t.indicator_id and s.breakdown = t.breakdown and s.period_end = t.period_end
where
    s.indicator_id = $indicator
    and s.breakdown != ''
    and s.period_end <= $as_at
order by latest desc nulls last, s.breakdown asc, s.period_end asc

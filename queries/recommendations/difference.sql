-- How did the indicators that bear on a recommendation move since it was made?
-- One row per indicator, the latest first, also where nothing is published; it says nothing about the cause. before_ is the last period that ended by
-- the day it was made, since_ the last one that began on it or after.
-- $rec    varchar  the recommendation; a sub-point has the indicators of its parent too
-- $as_at  date     the day it is true for: no period that ended after it
select
    b.indicator_id,
    b.name,
    b.unit,
    b.polarity,
    b.made_on,
    max(s.period_end) as latest_end,
    max_by(s.period_start, s.period_end) as latest_start,
    arg_max_null(s.value, s.period_end) as latest_value,
    max_by(s.status, s.period_end) as status,
    max(s.period_end) filter (where s.period_end <= b.made_on and s.value is not null) as before_end,
    max_by(s.value, s.period_end) filter (where s.period_end <= b.made_on and s.value is not null) as before_value,
    max(s.period_end) filter (where s.period_start >= b.made_on and s.value is not null) as since_end,
    max_by(s.value, s.period_end) filter (where s.period_start >= b.made_on and s.value is not null) as since_value
from indicators_of($rec, $as_at) as b
left join standing as s on b.indicator_id = s.indicator_id and s.breakdown = '' and s.period_end <= $as_at
group by b.indicator_id, b.name, b.unit, b.polarity, b.made_on
order by since_end desc nulls last, b.name asc

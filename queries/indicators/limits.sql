-- What are the process limits and signals of one indicator in the board's own area?
-- One row per month or quarter with a value, in order; none for annual series, which are too short for limits. The limits
-- know of nothing after the as-at day.
-- $indicator  varchar  the indicator
-- $as_at      date     the day it is true for: no period that ended after it
select
    s.period_start,
    g.period_end,
    s.value,
    g.part,
    g.mean,
    g.lower,
    g.upper,
    g.point,
    g.points,
    g.is_trial,
    g.rules
from signal as g
inner join standing as s
    on g.indicator_id = s.indicator_id and g.breakdown = s.breakdown and g.period_end = s.period_end
where
    g.indicator_id = $indicator
    and g.breakdown = ''
    and g.is_own
    and g.known_to = (
        select max(known_to) from signal
        where indicator_id = $indicator and breakdown = '' and is_own and known_to <= $as_at
    )
order by g.period_end

-- How did the indicators that bear on a recommendation run, before and since it was made?
-- One row per indicator and period from five years before that day to the as-at day, in order of name and period.
-- $rec    varchar  the recommendation; a sub-point has the indicators of its parent too
-- $as_at  date     the day it is true for: no period that ended after it
select
    i.indicator_id,
    i.name,
    i.unit,
    i.made_on,
    s.period_start,
    s.period_end,
    s.value,
    s.status,
    s.part
from indicators_borne_at($as_at) as i
inner join standing as s on i.indicator_id = s.indicator_id
where
    i.rec_id = $rec
    and s.breakdown = ''
    and s.period_end <= $as_at
    and s.period_end >= cast(i.made_on - interval 5 year as date)
    and i.frequency = 'annual'
order by i.name, s.period_end

-- What do the published figures say about neglect: how often it is found, and for how many plans it is the reason?
-- One row per published series with a part called Neglect and period that ended by the as-at day; series by name, in order of
-- time. value is the part in percent of the whole, beside those of England, the South East and the statistical neighbours; trend is
-- over the five years to then.
-- $as_at  date            the day it is true for: no period that ended after it
-- $model  varchar = 2025  model that chose the statistical neighbours
select
    p.indicator_id,
    p.name,
    p.period_start,
    p.period_end,
    p.part,
    p.number,
    p.of_number,
    p.value,
    p.status,
    p.england,
    p.south_east,
    cast($model as varchar) as model,
    coalesce(n.neighbours, 0) as neighbours,
    n.mean as neighbours_mean,
    n.median as neighbours_median,
    n.lowest as neighbours_lowest,
    n.highest as neighbours_highest,
    p.trend,
    p.trend_p,
    p.source
from neglect_published_at($as_at) as p
left join neglect_neighbours_at($as_at) as n
    on p.indicator_id = n.indicator_id and p.period_end = n.period_end and n.model = $model
order by p.name, p.indicator_id, p.period_end

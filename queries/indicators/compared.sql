-- How do the figures of one indicator compare with England, the South East, neighbours and all authorities, period by period?
-- One row per period that ended by the as-at day, in order, also where it is withheld or missing between others.
-- $indicator  varchar         the indicator
-- $model      varchar = 2025  model that chose the statistical neighbours
-- $as_at      date            the day it is true for: no period that ended after it
select
    s.period_start,
    s.period_end,
    s.value,
    s.status,
    s.part,
    s.england,
    s.england_status,
    s.south_east,
    s.south_east_status,
    cast($model as varchar) as model,
    n.neighbours,
    n.mean as neighbours_mean,
    n.median as neighbours_median,
    n.lowest as neighbours_lowest,
    n.highest as neighbours_highest,
    s.rank,
    s.authorities,
    s.quartile,
    t.direction as trend,
    t.p as trend_p,
    case when t.p is not null then 'chi-squared for a linear trend, five yearly points' end as trend_rules,
    s.target,
    p.publication as source,
    coalesce(p.derived, false) as is_derived
from standing as s
left join publication as p on s.publication_id = p.publication_id
left join neighbour_standing as n
    on s.indicator_id = n.indicator_id and s.period_end = n.period_end and n.breakdown = '' and n.model = $model
left join trend as t
    on s.indicator_id = t.indicator_id and s.breakdown = t.breakdown and s.period_end = t.period_end
where
    s.indicator_id = $indicator
    and s.breakdown = ''
    and s.period_end <= $as_at
order by s.period_end

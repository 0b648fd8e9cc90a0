-- What do the published figures say about neglect: how often it is found, and for how many plans it is the reason?
-- One row per published series with a part called Neglect and period that ended by the as-at day; series by name, in order of
-- time. value is the part in percent of the whole, beside those of England, the South East and the statistical neighbours; trend is
-- over the five years to then.
-- $as_at  date            the day it is true for: no period that ended after it
-- $model  varchar = 2025  model that chose the statistical neighbours
with
share as (
    select
        indicator_id,
        area_code,
        period_end,
        100 * value / denominator as value
    from observation
    where breakdown = 'Neglect' and denominator > 0 and not is_withheld(true, '%', value, denominator)
),
beside as (
    select
        s.indicator_id,
        s.period_end,
        max(case when s.area_code = 'E92000001' then s.value end) as england,
        max(case when s.area_code = 'E12000008' then s.value end) as south_east,
        count(n.area_code) as neighbours,
        avg(case when n.area_code is not null then s.value end) as neighbours_mean,
        median(case when n.area_code is not null then s.value end) as neighbours_median,
        min(case when n.area_code is not null then s.value end) as neighbours_lowest,
        max(case when n.area_code is not null then s.value end) as neighbours_highest
    from share as s
    left join neighbour as n on s.area_code = n.area_code and n.model = $model and n.of_area = own_area()
    group by s.indicator_id, s.period_end
),
own as (
    select
        s.*,
        is_withheld(true, '%', s.value, s.denominator) as is_hidden
    from standing as s
    where s.breakdown = 'Neglect' and s.period_end <= $as_at
)
select
    o.indicator_id,
    i.name,
    o.period_start,
    o.period_end,
    o.part,
    case when not o.is_hidden then o.value end as number,
    case when not o.is_hidden then o.denominator end as of_number,
    case when not o.is_hidden and o.denominator > 0 then round(100 * o.value / o.denominator, 1) end as value,
    case when o.is_hidden then 'c' else o.status end as status,
    round(b.england, 1) as england,
    round(b.south_east, 1) as south_east,
    cast($model as varchar) as model,
    b.neighbours,
    round(b.neighbours_mean, 1) as neighbours_mean,
    round(b.neighbours_median, 1) as neighbours_median,
    round(b.neighbours_lowest, 1) as neighbours_lowest,
    round(b.neighbours_highest, 1) as neighbours_highest,
    t.direction as trend,
    t.p as trend_p,
    p.publication as source
from own as o
inner join indicator as i on o.indicator_id = i.indicator_id
left join publication as p on o.publication_id = p.publication_id
left join beside as b on o.indicator_id = b.indicator_id and o.period_end = b.period_end
left join trend as t
    on o.indicator_id = t.indicator_id and o.breakdown = t.breakdown and o.period_end = t.period_end
order by i.name, o.indicator_id, o.period_end

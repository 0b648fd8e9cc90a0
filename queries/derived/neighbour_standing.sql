-- Where do the statistical neighbours of the board's own area stand together?
-- One row per model, indicator, breakdown and period; asked once, while the warehouse is built.
-- Mean and median of the published figures of the neighbours, each counted once whatever its size.
select
    n.model,
    o.indicator_id,
    o.breakdown,
    o.period_end,
    cast(count(*) as integer) as neighbours,
    round(avg(o.value), 6) as mean,
    median(o.value) as median,
    min(o.value) as lowest,
    max(o.value) as highest
from neighbour as n
inner join observation as o on n.area_code = o.area_code
where n.of_area in (select area_code from own_area) and o.value is not null
group by n.model, o.indicator_id, o.breakdown, o.period_end
order by n.model, o.indicator_id, o.breakdown, o.period_end

-- What are the monthly and quarterly series, as they were known at the end of each period?
-- One row per series, period it was known to and period up to then, each series numbered from nought and in order of time; a
-- missing month has a row without a value, so that no limit or run crosses it. The board's own series are told once for each period as the last one known, so that no limit on a past day knows of what came
-- after; of other areas only the whole series. Asked once, while the warehouse is built.
with
every as (
    select indicator_id, breakdown, area_code, period_start, period_end, value, true as is_published from observation
    union all
    select indicator_id, breakdown, area_code, period_start, period_end, null as value, false as is_published
    from missing_period
),
regular as (
    select
        o.indicator_id,
        o.breakdown,
        o.area_code,
        o.period_start,
        o.period_end,
        o.value,
        o.is_published,
        i.polarity,
        o.area_code in (select area_code from own_area) as is_own,
        max(o.period_end) over (partition by o.indicator_id, o.breakdown, o.area_code) as last_end
    from every as o
    inner join indicator as i on o.indicator_id = i.indicator_id
    where i.frequency in ('monthly', 'quarterly')
)
select
    r.* exclude (last_end, is_published),
    k.period_end as known_to,
    cast(
        dense_rank() over (order by r.indicator_id, r.breakdown, r.area_code, k.period_end) - 1 as integer
    ) as series
from regular as r
inner join regular as k
    on
        r.indicator_id = k.indicator_id
        and r.breakdown = k.breakdown
        and r.area_code = k.area_code
        and r.period_end <= k.period_end
        and k.is_published
        and (k.is_own or k.period_end = k.last_end)
order by series, r.period_end

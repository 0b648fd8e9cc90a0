-- Which periods are missing from a series, though one before and one after them are published?
-- One row per series and period; of other areas only in monthly and quarterly series, whose limits it touches. Half-yearly counts
-- in an annual series leave none out. Asked once, while the warehouse is built.
with
stepped as (
    select
        o.indicator_id,
        o.breakdown,
        o.area_code,
        case i.frequency when 'monthly' then 1 when 'quarterly' then 3 else 12 end as months,
        o.period_end,
        lag(o.period_start) over series as start_before,
        lag(o.period_end) over series as end_before
    from observation as o
    inner join indicator as i on o.indicator_id = i.indicator_id
    where i.frequency != 'annual' or o.area_code in (select area_code from own_area)
    window series as (partition by o.indicator_id, o.breakdown, o.area_code order by o.period_end)
),
counted as (
    select
        *,
        -- a month has 30.4375 days on average
        cast(round(date_diff('day', end_before, period_end) / (30.4375 * months)) as integer) - 1 as number
    from stepped
    where end_before is not null
),
numbered as (
    select
        *,
        unnest(generate_series(1, number)) as place
    from counted
    where number > 0
)
select
    indicator_id,
    breakdown,
    area_code,
    cast(start_before + to_months(months * place) as date) as period_start,
    -- the day after the end and back, so that a month ends on its own last day
    cast(end_before + interval 1 day + to_months(months * place) - interval 1 day as date) as period_end
from numbered
order by indicator_id, breakdown, area_code, period_end

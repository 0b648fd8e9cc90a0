-- How does each figure of the board's own area stand beside the year before, England, the South East and all authorities?
-- One row per indicator, breakdown and period; asked once, while the warehouse is built.
-- Rank: 1 is best, or highest where neither way is better; ties share the lower number. Quartiles: linear interpolation
-- between authorities; a figure on a boundary belongs to the quarter on its low side, as in the Local Authority Interactive Tool.
with
own as (
    select * from observation where area_code in (select area_code from own_area)
),
england as (
    select indicator_id, breakdown, period_end, value from observation where area_code = 'E92000001'
),
south_east as (
    select indicator_id, breakdown, period_end, value from observation where area_code = 'E12000008'
),
ranked as (
    select
        o.indicator_id,
        o.breakdown,
        o.period_end,
        o.area_code,
        o.value,
        i.polarity,
        count(*) over period as authorities,
        rank() over (
            partition by o.indicator_id, o.breakdown, o.period_end
            order by case when i.polarity = 'lower' then o.value else -o.value end
        ) as place,
        quantile_cont(o.value, 0.25) over period as q1,
        quantile_cont(o.value, 0.5) over period as q2,
        quantile_cont(o.value, 0.75) over period as q3
    from observation as o
    inner join indicator as i on o.indicator_id = i.indicator_id
    inner join area as a on o.area_code = a.area_code
    where i.compared_with_all_areas and a.level = 'local_authority' and o.value is not null
    window period as (partition by o.indicator_id, o.breakdown, o.period_end)
),
placed as (
    select
        indicator_id,
        breakdown,
        period_end,
        authorities,
        place,
        case
            when polarity = 'lower'
                then case when value <= q1 then 'A' when value <= q2 then 'B' when value <= q3 then 'C' else 'D' end
            when polarity = 'higher'
                then case when value <= q1 then 'D' when value <= q2 then 'C' when value <= q3 then 'B' else 'A' end
        end as quartile
    from ranked
    where area_code in (select area_code from own_area)
)
select
    o.indicator_id,
    o.breakdown,
    o.period_start,
    o.period_end,
    o.value,
    o.numerator,
    o.denominator,
    o.status,
    o.publication_id,
    b.period_end as previous_end,
    b.value as previous_value,
    e.value as england,
    s.value as south_east,
    cast(p.authorities as integer) as authorities,
    cast(p.place as integer) as rank,
    p.quartile
from own as o
left join own as b
    on
        o.indicator_id = b.indicator_id
        and o.breakdown = b.breakdown
        -- the day after the end, a year back, so that the end of February is right in leap years
        and b.period_end = cast(o.period_end + interval 1 day - interval 1 year - interval 1 day as date)
        -- nothing compares across a break
        and not exists (
            select 1
            from series_break as x
            where
                x.indicator_id = o.indicator_id
                and x.kind = 'break'
                and x.on_day > b.period_start
                and x.on_day <= o.period_start
        )
left join england as e on o.indicator_id = e.indicator_id and o.breakdown = e.breakdown and o.period_end = e.period_end
left join south_east as s on o.indicator_id = s.indicator_id and o.breakdown = s.breakdown and o.period_end = s.period_end
left join placed as p on o.indicator_id = p.indicator_id and o.breakdown = p.breakdown and o.period_end = p.period_end
order by o.indicator_id, o.breakdown, o.period_end

-- How does each figure of the board's own area stand beside the year before, England, the South East and all authorities?
-- One row per indicator, breakdown and period, also for a period that is missing between two that are published, with the
-- target of the whole that was in force when the period ended; asked once, while the warehouse is built.
-- Rank: 1 is best, or highest where neither way is better; ties share the lower number. Quartiles: linear interpolation
-- between authorities; a figure on a boundary belongs to the quarter on its low side, as in the Local Authority Interactive Tool.
with
stated as (
    select
        indicator_id,
        breakdown,
        period_start,
        period_end,
        value,
        numerator,
        denominator,
        status,
        publication_id
    from observation
    where area_code in (select area_code from own_area)
),
every as (
    select * from stated
    union all
    select
        indicator_id,
        breakdown,
        period_start,
        period_end,
        null as value,
        null as numerator,
        null as denominator,
        'missing' as status,
        null as publication_id
    from missing_period
    where area_code in (select area_code from own_area)
),
own as (
    select
        o.*,
        (
            select cast(count(*) as integer)
            from series_break as b
            where b.indicator_id = o.indicator_id and b.kind = 'break' and b.on_day <= o.period_start
        ) as part
    from every as o
),
england as (
    select indicator_id, breakdown, period_end, value, status from observation where area_code = 'E92000001'
),
south_east as (
    select indicator_id, breakdown, period_end, value, status from observation where area_code = 'E12000008'
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
    o.part,
    b.period_end as previous_end,
    b.value as previous_value,
    e.value as england,
    e.status as england_status,
    s.value as south_east,
    s.status as south_east_status,
    cast(p.authorities as integer) as authorities,
    cast(p.place as integer) as rank,
    p.quartile,
    case when o.breakdown = '' then f.target end as target
from own as o
left join own as b
    on
        o.indicator_id = b.indicator_id
        and o.breakdown = b.breakdown
        -- give or take a day, for the end of February
        and abs(date_diff('day', b.period_start, o.period_start - interval 1 year)) < 2
        and abs(date_diff('day', b.period_end, o.period_end - interval 1 year)) < 2
        -- nothing compares across a break
        and o.part = b.part
asof left join targets as f on o.indicator_id = f.indicator_id and o.period_end >= f.from_on
left join england as e on o.indicator_id = e.indicator_id and o.breakdown = e.breakdown and o.period_end = e.period_end
left join south_east as s on o.indicator_id = s.indicator_id and o.breakdown = s.breakdown and o.period_end = s.period_end
left join placed as p on o.indicator_id = p.indicator_id and o.breakdown = p.breakdown and o.period_end = p.period_end
order by o.indicator_id, o.breakdown, o.period_end

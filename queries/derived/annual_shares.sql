-- What are the annual shares of the board's own area, with what was counted of what?
-- One row per indicator, part and year, in order of time; the parts of a count are shares of its whole. gap: the year does not follow the one before; part: how many breaks
-- lie before it. Asked once, while the warehouse is built.
select
    o.indicator_id,
    o.breakdown,
    o.period_end,
    case when i.unit = '%' then o.numerator else o.value end as numerator,
    o.denominator,
    -- give or take a day, for the end of February
    coalesce(abs(date_diff('day', lag(o.period_end) over series, o.period_end - interval 1 year)) > 1, false) as gap,
    (
        select count(*)
        from series_break as b
        where b.indicator_id = o.indicator_id and b.kind = 'break' and b.on_day <= o.period_start
    ) as part
from observation as o
inner join indicator as i on o.indicator_id = i.indicator_id
where
    i.frequency = 'annual'
    and (i.unit = '%' or o.breakdown != '')
    and o.area_code in (select area_code from own_area)
    and case when i.unit = '%' then o.numerator else o.value end <= o.denominator
window series as (partition by o.indicator_id, o.breakdown order by o.period_end)
order by o.indicator_id, o.breakdown, o.period_end

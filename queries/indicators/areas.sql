-- Where does every authority stand on one indicator in the latest period?
-- One row per authority with a figure, lowest first, with its rank as in the scorecard; none where the file does not hold all of them.
-- $indicator  varchar         the indicator
-- $model      varchar = 2025  model that chose the statistical neighbours
-- $as_at      date            the day it is true for: no period that ended after it
with
latest as (
    select max(s.period_end) as period_end
    from standing as s
    inner join indicator as i on s.indicator_id = i.indicator_id
    where
        s.indicator_id = $indicator
        and s.breakdown = ''
        and s.period_end <= $as_at
        and s.authorities is not null
        and i.compared_with_all_areas
)
select
    o.period_start,
    o.period_end,
    o.area_code,
    a.area_name,
    o.value,
    rank() over (order by case when i.polarity = 'lower' then o.value else -o.value end) as rank,
    i.polarity,
    i.unit,
    o.numerator,
    o.denominator,
    o.area_code = own_area() as is_own,
    cast($model as varchar) as model,
    o.area_code in (select area_code from neighbour where model = $model and of_area = own_area()) as is_neighbour
from observation as o
inner join latest as l on o.period_end = l.period_end
inner join area as a on o.area_code = a.area_code
inner join indicator as i on o.indicator_id = i.indicator_id
where
    o.indicator_id = $indicator
    and o.breakdown = ''
    and a.level = 'local_authority'
    and o.value is not null
order by o.value, a.area_name

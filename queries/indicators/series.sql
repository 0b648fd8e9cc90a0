-- What are the figures of one indicator in one area up to the as-at day?
-- One row per breakdown and period, in order; a withheld figure has a status and no value, and is not zero.
-- $indicator  varchar        the indicator
-- $area       varchar = own  code of the area; own is the area of the board
-- $as_at      date           the day it is true for: no period that ended after it
select
    o.period_start,
    o.period_end,
    o.breakdown,
    o.value,
    o.status,
    p.publication as source
from observation as o
inner join publication as p on o.publication_id = p.publication_id
where
    o.indicator_id = $indicator
    and o.area_code = case when $area = 'own' then own_area() else $area end
    and o.period_end <= $as_at
order by o.breakdown, o.period_end

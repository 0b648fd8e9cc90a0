-- How did each of these indicators run up to the as-at day?
-- One row per indicator and period, at most the last 16 of each; indicators in the order of theme and name.
-- $as_at       date       the day it is true for: no period that ended after it
-- $indicators  varchar[]  indicators to keep; empty keeps all
select
    i.indicator_id,
    i.name,
    i.unit,
    s.period_start,
    s.period_end,
    s.value,
    s.status,
    s.part
from standing as s
inner join indicator as i on s.indicator_id = i.indicator_id
where
    s.breakdown = ''
    and s.period_end <= $as_at
    and is_chosen(s.indicator_id, $indicators)
qualify row_number() over (partition by s.indicator_id order by s.period_end desc) <= 16
order by i.theme, i.name, s.period_end

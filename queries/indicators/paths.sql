-- How did each of these indicators run up to the as-at day?
-- One row per indicator and period, at most the last 16 of each; indicators in the order of theme and name.
-- $as_at       date       the day it is true for: no period that ended after it
-- $indicators  varchar[]  indicators to keep; empty keeps all
select
    indicator_id,
    name,
    unit,
    period_start,
    period_end,
    value,
    status,
    part
from indicator_paths_at($as_at)
where is_chosen(indicator_id, $indicators)
order by theme, name, period_end

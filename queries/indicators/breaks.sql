-- What must a reader of one series know: where it starts, breaks or has gaps?
-- One row per remark, by day; none that tells of what came after the as-at day.
-- $indicator  varchar  the indicator
-- $as_at      date     the day it is true for
select on_day, kind, reason
from series_break
where indicator_id = $indicator and known_on <= $as_at
order by on_day, break_id

-- What must a reader of one series know of its course?
-- One row per remark, by day: where it starts, breaks or has gaps, which target is set, where limits begin anew, and when the
-- recommendations that it bears on were made; none that tells of what came after the as-at day.
-- $indicator  varchar  the indicator
-- $as_at      date     the day it is true for
select
    since_on as on_day,
    kind,
    reason,
    by_role,
    target,
    provenance,
    remark_id
from remarks_at($as_at)
where indicator_id = $indicator
order by on_day, kind, remark_id

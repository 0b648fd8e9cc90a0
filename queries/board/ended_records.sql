-- Which sets have no record up to the as-at day, and what did they still owe when it ended?
-- One row per set whose papers end before the as-at day.
-- $as_at    date       the day it is true for
-- $sources  varchar[]  sources that are chosen, and so counted; empty where none is
-- $recs     varchar[]  recommendations that are chosen, and so counted; empty where none is
select
    source_id,
    title,
    record_ends_on,
    record_note,
    recommendations,
    promises_open
from ended_records_at($as_at)
where not is_counted(record_ends_on, $as_at, $sources, $recs)
order by record_ends_on, source_id

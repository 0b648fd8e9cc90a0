-- Which sets have no record up to the as-at day, and what did they still owe when it ended?
-- One row per set whose papers end before the as-at day.
-- $as_at    date       the day it is true for
-- $sources  varchar[]  sources that are chosen, and so counted; empty where none is
-- $recs     varchar[]  recommendations that are chosen, and so counted; empty where none is
select
    o.source_id,
    o.title,
    o.record_ends_on,
    o.record_note,
    count(*) as recommendations,
    (
        select count(distinct p.promise_id)
        from promise_state as p
        inner join recommendation as x on list_contains(p.rec_ids, x.rec_id)
        where p.as_at = $as_at and x.source_id = o.source_id and p.is_open
    ) as promises_open
from recommendation_state as c
inner join source as o on c.source_id = o.source_id
where c.as_at = $as_at and not is_counted(o.record_ends_on, $as_at, $sources, $recs)
group by o.source_id, o.title, o.record_ends_on, o.record_note
order by o.record_ends_on, o.source_id

-- Since when is each recommendation known, or open to all where it was heard in closed session?
-- One row per recommendation the journal holds, by key; a control, so it does not move with the as-at day.
with opened as (
    -- what was corrected by another opening was open since
    select
        o.rec_id,
        min(o.known_on) as opened_on
    from session_opening as o
    left join session_opening as c on o.seq = c.corrects
    where o.void_on is null or c.seq is not null
    group by o.rec_id
)
select
    r.rec_id,
    greatest(r.known_on, coalesce(o.opened_on, r.known_on)) as known_on
from recommendation as r
left join opened as o on r.rec_id = o.rec_id
order by r.rec_id

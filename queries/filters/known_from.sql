-- Since when is each recommendation known, or open to all where it was heard in closed session?
-- One row per recommendation the journal holds, by key; a control, so it does not move with the as-at day.
with opened as (
    select rec_id, min(known_on) as opened_on
    from session_opening
    where void_on is null
    group by rec_id
)
select
    r.rec_id,
    greatest(r.known_on, coalesce(o.opened_on, r.known_on)) as known_on
from recommendation as r
left join opened as o on r.rec_id = o.rec_id
order by r.rec_id

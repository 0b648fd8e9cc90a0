-- Which recommendations of a closed session must be opened together with this one, itself among them?
-- One row per recommendation, in the order of its set; none where it is open on the as-at day.
-- $as_at  date     the day it is true for
-- $rec    varchar  the recommendation
with recursive
closed as (
    select r.*
    from recommendation as r
    where
        r.closed_session
        and is_known(r.known_on, r.void_on, $as_at)
        and not exists (
            select 1 from session_opening as o
            where o.rec_id = r.rec_id and is_known(o.known_on, o.void_on, $as_at)
        )
),
together as (
    select rec_id from closed where rec_id = $rec
    union
    select c.rec_id
    from together as t
    inner join heard_together as h on t.rec_id = h.rec_id
    inner join closed as c on list_contains(h.with_ids, c.rec_id)
)
select
    c.rec_id,
    c.ref,
    c.title
from together as t
inner join closed as c on t.rec_id = c.rec_id
order by c.position, c.rec_id

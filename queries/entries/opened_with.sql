-- Which other openings of a closed session fall when one of them is taken back?
-- One row per opening that stands of something heard together with it; a guard for forms, so it does not move with the as-at day.
-- $number  integer  number of the opening that is taken back
with recursive
opened as (
    select
        seq,
        rec_id
    from session_opening
    where void_on is null
),
together as (
    select rec_id from opened where seq = $number
    union
    select o.rec_id
    from together as t
    inner join heard_together as h on t.rec_id = h.rec_id
    inner join opened as o on list_contains(h.with_ids, o.rec_id)
)
select
    o.seq,
    o.rec_id
from together as t
inner join opened as o on t.rec_id = o.rec_id
where o.seq != $number
order by o.seq

-- Which other openings of a closed session fall when one of them is taken back?
-- One row per opening that stands of something heard together with it; a guard for forms, so it does not move with the as-at day.
-- $number  integer  number of the opening that is taken back
with recursive
opened as (
    select
        o.seq,
        o.rec_id,
        r.parent_id
    from session_opening as o
    inner join recommendation as r on o.rec_id = r.rec_id and r.void_on is null
    where o.void_on is null
),
shared as (
    select rec_ids from response where void_on is null
    union all
    select rec_ids from promise where void_on is null
    union all
    select rec_ids from note where void_on is null
    union all
    select [rec_id, parent_id] from opened where parent_id is not null
),
together as (
    select rec_id from opened where seq = $number
    union
    select o.rec_id
    from together as t
    inner join shared as s on list_contains(s.rec_ids, t.rec_id)
    inner join opened as o on list_contains(s.rec_ids, o.rec_id)
)
select
    o.seq,
    o.rec_id
from together as t
inner join opened as o on t.rec_id = o.rec_id
where o.seq != $number
order by o.seq

-- Which entry is the last about a recommendation and its work, and when was it known?
-- One row; a guard for forms, so it does not move with the as-at day.
-- $rec  varchar  the recommendation
with
about as (
    select seq, known_on
    from story
    where rec_id = $rec
    union all
    -- the story begins after what was asked, and one that was just added has none
    select seq, known_on
    from recommendation
    where rec_id = $rec
)
select
    coalesce(max(seq), 0) as last_seq,
    max(known_on) as last_known_on
from about
order by last_seq

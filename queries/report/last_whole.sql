-- Which entry is the last about a recommendation and its work, and when was it known?
-- One row; a guard for forms, so it does not move with the as-at day.
-- $rec  varchar  the recommendation
select
    coalesce(max(seq), 0) as last_seq,
    max(known_on) as last_known_on
from story
where rec_id = $rec
order by last_seq

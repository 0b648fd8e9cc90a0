-- Which entry is the last about an action, and when was it known?
-- One row; a guard for forms, so it does not move with the as-at day.
-- $action  varchar  the action
select
    coalesce(max(seq), 0) as last_seq,
    max(known_on) as last_known_on
from story
where action_id = $action
order by last_seq

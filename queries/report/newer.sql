-- What was entered about an action after a given entry?
-- One row per entry that still holds, oldest first; a guard for forms, so it does not move with the as-at day.
-- $action  varchar  the action
-- $seen    integer  number of the last entry that the form showed
select
    s.seq,
    s.kind,
    s.outcome,
    s.said,
    s.why,
    s.by_role
from story as s
where s.action_id = $action and s.seq > $seen and s.void_on is null
order by s.seq

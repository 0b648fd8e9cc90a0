-- Who moved an action of a review to each state it was in, the last time?
-- One row per state, by its name; a guard for forms, so it does not move with the as-at day.
-- $action  varchar  the action's key
select
    to_delivery,
    arg_max(coalesce(entered_by, ''), (effective_on, seq)) as entered_by
from review_update
where review_action_id = $action and to_delivery is not null and void_on is null
group by to_delivery
order by to_delivery

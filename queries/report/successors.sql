-- Which actions may take the place of an action on the as-at day?
-- One row per other action of the same recommendation that is neither closed nor superseded, by action.
-- $as_at   date     the day it is true for
-- $action  varchar  the action to be replaced
select
    b.action_id,
    b.title,
    b.delivery
from action_state as a
inner join action_state as b on a.as_at = b.as_at and a.rec_id = b.rec_id and a.action_id != b.action_id
where
    a.as_at = $as_at
    and a.action_id = $action
    and b.delivery not in ('closed without implementing', 'superseded')
order by b.action_id

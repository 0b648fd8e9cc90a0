-- Which Board meeting was the last before the as-at day?
-- One row; where there was none, last_on is the day before the first entry, so that everything counts as new.
-- $as_at  date       the day it is true for
with
held as (
    select max(m.held_on) as last_on
    from meeting as m
    inner join org_group as g using (group_id)
    where g.kind = 'board' and m.held_on < $as_at and is_known(m.known_on, m.void_on, $as_at)
)
select
    coalesce(last_on, (select least(min(known_on), cast($as_at as date)) - 1 from recommendation)) as last_on,
    last_on is not null as is_meeting
from held
order by last_on

-- Who must move next, for how many actions, and for how long have they waited?
-- One row per gate, in the order work passes them, even where nothing waits; days since the action
-- reached it, for the sub-group since it was agreed or last sent back.
-- Sets whose record has ended are left out unless they are chosen.
-- $as_at        date       the day it is true for
-- $sources      varchar[]  sources to keep; empty keeps all
-- $recs         varchar[]  recommendations to keep, with their sub-points; empty keeps all
-- $groups       varchar[]  sub-groups to keep; empty keeps all
-- $agencies     varchar[]  agencies to keep; empty keeps all
-- $deliveries   varchar[]  delivery states to keep; empty keeps all
-- $ratings      varchar[]  ratings to keep; empty keeps all
-- $acceptances  varchar[]  answers to keep; empty keeps all
with
gate as (
    select *
    from (values (1, 'sub_group'), (2, 'business_group'), (3, 'board')) as v (position, gate)
)
select
    t.position,
    t.gate,
    count(a.action_id) as actions,
    max(a.days_at_gate) as longest_days,
    median(a.days_at_gate) as median_days
from gate as t
left join counted_actions($as_at, $sources, $recs, $groups, $agencies, $deliveries, $ratings, $acceptances) as a using (gate)
group by t.position, t.gate
order by t.position

-- Which moves may be made from a state, by whom, and what does each need?
-- One row per move, in the order of the states.
-- $delivery  varchar  the state it stands in
select
    m.to_delivery,
    m.gate,
    m.needs_evidence,
    m.needs_reason,
    m.needs_meeting,
    s.meaning
from delivery_move as m
inner join delivery_state as s on m.to_delivery = s.delivery
where m.from_delivery = $delivery
order by s.position

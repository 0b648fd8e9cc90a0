-- Which moves does the model allow, who makes them, and what does each need?
-- One row per move.
select m.from_delivery, m.to_delivery, m.gate, m.needs_evidence, m.needs_reason, m.needs_meeting
from delivery_move as m
inner join delivery_state as f on m.from_delivery = f.delivery
inner join delivery_state as t on m.to_delivery = t.delivery
order by f.position, t.position

-- Which agencies are silent: asked for something that is due, and without an answer?
-- One row per agency and thing owed, longest late first.
-- $as_at     date       the day it is true for
-- $agencies  varchar[]  agencies to keep; empty keeps all
select
    s.agency_id,
    n.name as agency_name,
    s.what,
    s.page,
    s.asked_on,
    s.due_on,
    s.days_late,
    s.provenance
from silent_at($as_at) as s
inner join agency as n on s.agency_id = n.agency_id
where is_chosen(s.agency_id, $agencies)
order by s.days_late desc, n.position asc, s.what asc

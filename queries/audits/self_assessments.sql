-- How do agencies score themselves under section 11, and how does the panel?
-- One row per agency asked in the latest round and standard, answered or not, in their order.
-- $as_at  date  the day it is true for
select
    s.section11_round_id,
    s.round_title,
    s.asked_on,
    s.due_on,
    s.agency_id,
    s.agency_name,
    s.standard,
    s.standard_position,
    s.self_score,
    s.scored_on,
    s.moderated_score,
    s.moderated_on,
    s.gap,
    s.why,
    s.improve,
    s.improve_by,
    days_late(s.self_score is null, s.due_on, $as_at) as days_late,
    s.provenance
from section11_at($as_at) as s
where s.is_latest
order by s.agency_position, s.standard_position

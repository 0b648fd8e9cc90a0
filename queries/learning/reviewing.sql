-- How does the reviewing service stand: reviews on time, children taking part, disputes raised and resolved, caseload?
-- One row per measure, in order, beside its target. A figure in which 1 to 5 children are counted, or left out, is withheld: status c
-- and no number.
-- $as_at  date  the day it is true for
select
    measure_id,
    name,
    counted,
    out_of,
    unit,
    better,
    about_children,
    period_start,
    period_end,
    number,
    of_number,
    value,
    status,
    previous_end,
    previous_value,
    change,
    target,
    target_due_on,
    against_target,
    provenance
from service_measures_at($as_at)
order by position, agency_position, agency_id

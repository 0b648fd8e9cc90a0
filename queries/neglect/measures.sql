-- How does each measure of the neglect strategy stand, agency by agency, against its target?
-- One row per measure and agency of which a figure is known or expected; in the order of measures and agencies. A figure about
-- children in which 1 to 5 are counted, or left out, is withheld: status c and no number.
-- $as_at  date  the day it is true for
select
    measure_id,
    name,
    counted,
    out_of,
    unit,
    better,
    about_children,
    agency_id,
    agency_name,
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
    is_missing,
    provenance
from neglect_measures_at($as_at)
order by position, agency_position, agency_id

-- What holds a risk down, and what is still to be done about it?
-- One row per control in place or further action that nothing known has taken the place of; controls first.
-- $as_at  date     the day it is true for
-- $risk   varchar  the risk
select
    control_id,
    state,
    what,
    agency_name,
    due_on,
    days_late,
    since_on,
    why,
    provenance
from risk_controls_at($as_at)
where risk_id = $risk
order by state = 'further action' asc, due_on asc nulls last, since_on asc, seq asc

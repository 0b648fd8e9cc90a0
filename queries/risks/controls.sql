-- What holds a risk down, and what is still to be done about it?
-- One row per control in place or further action that nothing known has taken the place of; controls first.
-- $as_at  date     the day it is true for
-- $risk   varchar  the risk
select
    c.control_id,
    c.state,
    c.what,
    n.name as agency_name,
    c.due_on,
    days_late(true, c.due_on, $as_at) as days_late,
    c.effective_on as since_on,
    c.why,
    c.provenance
from risk_control as c
inner join agency as n on c.agency_id = n.agency_id
where
    c.risk_id = $risk
    and is_known(c.known_on, c.void_on, $as_at)
    and c.state != 'withdrawn'
    and not exists (
        select 1
        from risk_control as later
        where later.replaces_id = c.control_id and is_known(later.known_on, later.void_on, $as_at)
    )
order by c.state = 'further action' asc, c.due_on asc nulls last, c.effective_on asc, c.seq asc

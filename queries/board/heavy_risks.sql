-- Which risks stand furthest above appetite?
-- One row per risk, five at most, furthest first; above says how many there are.
-- $as_at     date       the day it is true for
-- $groups    varchar[]  sub-groups that own the risk to keep; empty keeps all
-- $agencies  varchar[]  agencies that own the risk to keep; empty keeps all
select
    risk_id,
    position,
    title,
    group_name,
    agency_name,
    likelihood,
    impact,
    score,
    band,
    appetite,
    distance,
    is_above,
    change,
    is_new,
    treatment,
    acceptance,
    accepted_until,
    review_due_on,
    review_days_late,
    asks,
    is_closed,
    compared_on,
    provenance,
    count(*) over () as above
from risk_register($as_at, 'last')
where is_above and is_chosen(owner_group_id, $groups) and is_chosen(agency_id, $agencies)
order by distance desc, score desc, position asc
limit 5

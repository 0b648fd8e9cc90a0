-- Which risks stand furthest above appetite?
-- One row per risk, five at most, furthest first; above says how many there are.
-- $as_at     date       the day it is true for
-- $groups    varchar[]  sub-groups that own the risk to keep; empty keeps all
-- $agencies  varchar[]  agencies that own the risk to keep; empty keeps all
select
    r.risk_id,
    r.position,
    r.title,
    r.group_name,
    r.agency_name,
    r.likelihood,
    r.impact,
    r.score,
    r.band,
    r.appetite,
    r.distance,
    r.is_above,
    r.score - m.score_before as change,
    m.is_new,
    r.treatment,
    r.acceptance,
    r.accepted_until,
    r.review_due_on,
    r.review_days_late,
    r.asks,
    r.is_closed,
    m.compared_on,
    case when r.is_illustrative then 'illustrative' else r.provenance end as provenance,
    count(*) over () as above
from risk_cards_at($as_at) as r
inner join risk_movement_at($as_at) as m using (risk_id)
where r.is_above and is_chosen(r.owner_group_id, $groups) and is_chosen(r.agency_id, $agencies)
order by r.distance desc, r.score desc, r.position asc
limit 5

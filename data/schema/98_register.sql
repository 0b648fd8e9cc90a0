-- The risk register beside an earlier day, from the rows that are kept of each day.

-- The register on one day, beside where each risk stood on another.
create macro risk_register(on_day, since) as table
select
    r.risk_id,
    r.position,
    r.title,
    r.owner_group_id,
    r.agency_id,
    r.group_name,
    r.agency_name,
    r.likelihood,
    r.impact,
    r.score,
    r.band,
    r.knowledge,
    r.scored_on,
    r.inherent_score,
    r.target_score,
    r.appetite,
    r.distance,
    r.is_above,
    m.score_before,
    r.score - m.score_before as change,
    m.is_new,
    r.treatment,
    r.acceptance,
    r.accepted_until,
    r.days_expired,
    r.reviewed_on,
    r.review_due_on,
    r.review_days_late,
    r.is_target_above,
    r.concerns,
    r.asks,
    r.is_closed,
    m.compared_on,
    case when r.is_illustrative then 'illustrative' else r.provenance end as provenance
from risk_cards_at(on_day) as r
inner join risk_movement(on_day, since) as m on r.risk_id = m.risk_id;

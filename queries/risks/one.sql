-- What is this risk, and how does it stand on the as-at day?
-- One row, or none when the risk is not known on that day.
-- $as_at  date     the day it is true for
-- $risk   varchar  the risk
select
    risk_id,
    position,
    title,
    cause,
    event,
    effect,
    group_name,
    agency_name,
    raised_on,
    likelihood,
    impact,
    score,
    band,
    knowledge,
    knowledge_meaning,
    scored_on,
    score_why,
    inherent_score,
    target_score,
    target_above_why,
    is_target_above,
    appetite,
    distance,
    is_above,
    treatment,
    treated_on,
    acceptance,
    accepted_on,
    accepted_until,
    days_expired,
    outcome,
    reviewed_on,
    review_due_on,
    review_days_late,
    is_closed,
    case when is_illustrative then 'illustrative' else provenance end as provenance
from risk_cards_at($as_at)
where risk_id = $risk
order by risk_id

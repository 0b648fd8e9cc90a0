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
    b.score as score_before,
    r.score - b.score as change,
    b.risk_id is null as is_new,
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
    compared_from(since, cast(on_day as date)) as compared_on,
    case when r.is_illustrative then 'illustrative' else r.provenance end as provenance
from risk_cards_at(on_day) as r
left join risks_then(on_day, since) as b on r.risk_id = b.risk_id;

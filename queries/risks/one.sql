-- What is this risk, and how does it stand on the as-at day?
-- One row, or none when the risk is not known on that day.
-- $as_at  date     the day it is true for
-- $risk   varchar  the risk
select
    r.risk_id,
    r.position,
    r.title,
    r.cause,
    r.event,
    r.effect,
    g.name as group_name,
    n.name as agency_name,
    r.raised_on,
    r.likelihood,
    r.impact,
    r.score,
    r.band,
    r.knowledge,
    k.meaning as knowledge_meaning,
    r.scored_on,
    r.score_why,
    r.inherent_score,
    r.target_score,
    r.target_above_why,
    r.is_target_above,
    r.appetite,
    r.distance,
    r.is_above,
    r.treatment,
    r.treated_on,
    r.acceptance,
    r.accepted_on,
    r.accepted_until,
    r.days_expired,
    r.outcome,
    r.reviewed_on,
    r.review_due_on,
    r.review_days_late,
    r.is_closed,
    case when r.is_illustrative then 'illustrative' else r.provenance end as provenance
from risk_standing_at($as_at) as r
inner join org_group as g on r.owner_group_id = g.group_id
inner join agency as n on r.agency_id = n.agency_id
left join knowledge_state as k on r.knowledge = k.knowledge
where r.risk_id = $risk
order by r.risk_id

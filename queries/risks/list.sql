-- Which risks are in the register, and how far above appetite does each stand?
-- One row per risk known on the as-at day: furthest above appetite first, then those without a score, closed ones last.
-- $as_at  date            the day it is true for
-- $since  varchar = last  the day to see movement from: last for the last meeting of the Board before the day, or a day
with
asking as (
    select
        risk_id,
        count(case when asks_review then 1 end) as asks,
        count(case when is_concern then 1 end) as concerns
    from risk_links_on($as_at)
    group by risk_id
),
risk_then as (
    select
        risk_id,
        score
    from risks_on([compared_from($since, cast($as_at as date))])
)
select
    r.risk_id,
    r.position,
    r.title,
    g.name as group_name,
    n.name as agency_name,
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
    coalesce(a.concerns, 0) as concerns,
    coalesce(a.asks, 0) as asks,
    r.is_closed,
    compared_from($since, cast($as_at as date)) as compared_on,
    case when r.is_illustrative then 'illustrative' else r.provenance end as provenance
from risks_on([cast($as_at as date)]) as r
inner join org_group as g on r.owner_group_id = g.group_id
inner join agency as n on r.agency_id = n.agency_id
left join risk_then as b on r.risk_id = b.risk_id
left join asking as a on r.risk_id = a.risk_id
order by r.is_closed asc, r.distance desc nulls last, r.score desc, r.position asc

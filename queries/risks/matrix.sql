-- Where does each risk stand by likelihood and impact, and where did it stand before?
-- One row per cell of the matrix and risk in it; a cell without a risk has one row. Closed risks and those without a score have no place.
-- $as_at  date            the day it is true for
-- $since  varchar = last  the day to see movement from: last for the last meeting of the Board before the day, or a day
with
step as (
    select unnest(generate_series(1, 5)) as number
),
cell as (
    select
        l.number as likelihood,
        i.number as impact,
        l.number * i.number as score,
        risk_band(l.number * i.number, u.medium_from, u.high_from, u.very_high_from) as band
    from step as l
    cross join step as i
    left join risk_rule_span as u on $as_at >= u.from_on and $as_at < u.until_on
),
placed as (
    select
        r.*,
        b.likelihood as likelihood_before,
        b.impact as impact_before,
        case
            when b.risk_id is null then 'new'
            when b.score is null then 'scored'
            when r.score > b.score then 'up'
            when r.score < b.score then 'down'
            when r.likelihood != b.likelihood then 'across'
            else 'as before'
        end as movement
    from risk_standing_at($as_at) as r
    left join risks_then($as_at, $since) as b on r.risk_id = b.risk_id
    where not r.is_closed and r.score is not null
)
select
    c.likelihood,
    c.impact,
    c.score,
    c.band,
    p.risk_id,
    p.position,
    p.title,
    p.is_above,
    p.movement,
    p.likelihood_before,
    p.impact_before,
    compared_from($since, cast($as_at as date)) as compared_on,
    case when p.is_illustrative then 'illustrative' else p.provenance end as provenance
from cell as c
left join placed as p on c.likelihood = p.likelihood and c.impact = p.impact
order by c.likelihood desc, c.impact asc, p.position asc

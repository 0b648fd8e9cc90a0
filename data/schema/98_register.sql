-- The risk register beside an earlier day, from the rows that are kept of each day.

-- Where each risk known on an earlier day stood then; without numbers where it had no score yet.
create macro risks_then(on_day, since) as table
with
compared as (
    select compared_from(since, cast(on_day as date)) as compared_on
),
scored as (
    select
        s.risk_id,
        arg_max({'likelihood': s.likelihood, 'impact': s.impact}, (s.effective_on, s.seq)) as place
    from risk_score as s
    inner join compared as b on is_known(s.known_on, s.void_on, b.compared_on)
    where s.which = 'current'
    group by s.risk_id
)
select
    k.risk_id,
    s.place['likelihood'] as likelihood,
    s.place['impact'] as impact,
    s.place['likelihood'] * s.place['impact'] as score
from risk as k
inner join compared as c on is_known(k.known_on, k.void_on, c.compared_on)
left join scored as s on k.risk_id = s.risk_id;

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

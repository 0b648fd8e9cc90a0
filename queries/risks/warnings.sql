-- What asks for attention in the risk register?
-- One row per open risk and thing that does, the kinds in the order of the model and the longest standing first within each.
-- $as_at  date  the day it is true for
with
risk_now as (
    select *
    from risk_standing_at($as_at)
    where not is_closed
),
warning as (
    select
        1 as kind_position,
        'acceptance expired' as kind,
        risk_id,
        accepted_until as since_on,
        days_expired as days,
        null as about,
        provenance
    from risk_now
    where acceptance = 'expired'
    union all
    select 2, 'review overdue', risk_id, review_due_on, review_days_late, null, provenance
    from risk_now
    where review_days_late > 0
    union all
    select
        3,
        case when action_id is not null then 'linked action overdue' else 'indicator signals concern' end,
        risk_id,
        concern_since,
        date_diff('day', concern_since, $as_at),
        name,
        provenance
    from risk_links_at($as_at)
    where asks_review
    union all
    select 4, 'target above the current score', risk_id, scored_on, null, null, provenance
    from risk_now
    where is_target_above
    union all
    select 5, 'not scored', risk_id, raised_on, date_diff('day', raised_on, $as_at), null, provenance
    from risk_now
    where score is null
    union all
    select 6, 'no day for a review', risk_id, raised_on, date_diff('day', raised_on, $as_at), null, provenance
    from risk_now
    where review_due_on is null
    union all
    select 7, 'acceptance ends soon', risk_id, accepted_until, date_diff('day', accepted_until, $as_at), null, provenance
    from risk_now
    where acceptance = 'accepted' and is_due_within(accepted_until, due_soon_days, $as_at)
)
select
    w.kind,
    w.risk_id,
    r.position,
    r.title,
    w.since_on,
    w.days,
    w.about,
    case when r.is_illustrative then 'illustrative' else w.provenance end as provenance
from warning as w
inner join risk_now as r on w.risk_id = r.risk_id
order by w.kind_position asc, w.days desc nulls last, r.position asc, w.about asc

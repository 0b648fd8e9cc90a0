-- What changed in the risk register between two days; its columns are told in 9_changes.sql.

-- Entries on risks that became known, and what is past its day or asks for a review on the second day only.
create macro changes_of_risks(after_on, until_day) as table
with
scored as (
    select
        *,
        likelihood * impact as score,
        lag(likelihood * impact) over (partition by risk_id order by effective_on, seq) as score_before
    from risk_score
    where which = 'current' and is_known(known_on, void_on, until_day)
),
entry as (
    select
        'risk raised' as change, risk_id, seq, effective_on as happened_on, known_on, cast(null as varchar) as was,
        cast(null as varchar) as became, cast(null as date) as to_on, event as said, by_group_id, provenance
    from risk
    where is_known(known_on, void_on, until_day)
    union all
    select
        case
            when score_before is null then 'risk scored'
            when score > score_before then 'risk rose'
            else 'risk fell'
        end,
        risk_id, seq, effective_on, known_on, cast(score_before as varchar), cast(score as varchar), null, why,
        by_group_id, provenance
    from scored
    where score is distinct from score_before
    union all
    select 'risk treated', risk_id, seq, effective_on, known_on, null, treatment, null, why, by_group_id, provenance
    from risk_treatment
    where is_known(known_on, void_on, until_day)
    union all
    select 'risk accepted', risk_id, seq, effective_on, known_on, null, null, until_on, why, by_group_id, provenance
    from risk_acceptance
    where is_known(known_on, void_on, until_day)
    union all
    select
        case when outcome = 'close' then 'risk closed' else 'risk reviewed' end,
        risk_id, seq, effective_on, known_on, null, outcome, next_on, said, by_group_id, provenance
    from risk_review
    where is_known(known_on, void_on, until_day)
),
pair as (
    select
        n.*,
        coalesce(t.acceptance = 'expired', false) as was_expired,
        coalesce(t.review_days_late > 0, false) as was_late
    from risk_standing_at(until_day) as n
    left join risk_standing_at(after_on) as t on n.risk_id = t.risk_id
),
asked as (
    select
        n.risk_id,
        n.name,
        n.about,
        n.provenance,
        least(greatest(n.concern_since, n.link_known_on, after_on + 1), until_day) as asked_on
    from risk_links_at(until_day) as n
    left join risk_links_at(after_on) as t on n.link_id = t.link_id
    where n.asks_review and not coalesce(t.asks_review, false)
),
line as (
    select
        *,
        cast(null as bigint) as days_late
    from entry
    where known_on > after_on
    union all by name
    select
        'acceptance expired' as change, risk_id, greatest(accepted_until + 1, after_on + 1) as happened_on,
        greatest(accepted_until + 1, after_on + 1) as known_on, accepted_until as to_on, days_expired as days_late
    from pair
    where acceptance = 'expired' and not was_expired
    union all by name
    select
        'review late' as change, risk_id, greatest(review_due_on + 1, after_on + 1) as happened_on,
        greatest(review_due_on + 1, after_on + 1) as known_on, review_due_on as to_on, review_days_late as days_late
    from pair
    where review_days_late > 0 and not was_late
    union all by name
    select
        'review asked for' as change, risk_id, asked_on as happened_on, asked_on as known_on, about as became,
        name as said, provenance
    from asked
)
select
    l.change,
    l.seq,
    l.happened_on,
    l.known_on,
    l.was,
    l.became,
    l.to_on,
    l.days_late,
    l.said,
    l.by_group_id,
    'risk' as subject,
    r.risk_id as subject_id,
    r.title as what,
    coalesce(k.rec_ids, []) as rec_ids,
    [r.owner_group_id] as group_ids,
    [r.agency_id] as agency_ids,
    r.owner_group_id as owner_id,
    case
        when 'illustrative' in (l.provenance, r.provenance) or r.is_illustrative then 'illustrative'
        else coalesce(l.provenance, r.provenance)
    end as provenance
from line as l
inner join pair as r on l.risk_id = r.risk_id
left join risk_recommendations(until_day) as k on l.risk_id = k.risk_id;

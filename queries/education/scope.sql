-- What was asked for, what does the first stage cover, and how far is that apart?
-- One row per kind of setting, in order: what the paper says, the register held here, and the published share of schools.
-- $as_at  date  the day it is true for; no published figure of a period that ended after it
with
narrowed as (
    select *
    from scope
    where is_known(known_on, void_on, $as_at)
    qualify row_number() over (partition by setting_kind order by effective_on desc, seq desc) = 1
),
held as (
    select
        setting_kind,
        count(*) as settings,
        count(*) filter (where is_below_good) as below_good,
        max(provenance) as provenance
    from settings_at($as_at)
    group by setting_kind
),
published as (
    select
        'school' as setting_kind,
        value,
        numerator,
        denominator,
        period_end
    from standing
    where indicator_id = 'schools_below_good_pct' and breakdown = '' and period_end <= $as_at
    qualify row_number() over (order by period_end desc) = 1
)
select
    k.setting_kind,
    k.plural,
    n.asked,
    n.first_stage,
    n.first_stage_percent,
    n.effective_on as narrowed_on,
    n.provenance as narrowed_provenance,
    h.settings,
    h.below_good,
    h.provenance,
    p.value as published_percent,
    p.numerator as published_below_good,
    p.denominator as published_schools,
    p.period_end as published_on
from setting_kind as k
left join narrowed as n on k.plural = n.setting_kind
left join held as h on k.setting_kind = h.setting_kind
left join published as p on k.setting_kind = p.setting_kind
where h.settings is not null or n.asked is not null or p.value is not null
order by k.position

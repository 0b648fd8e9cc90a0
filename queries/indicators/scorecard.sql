-- How does each indicator stand on the as-at day, beside the year before and those it is compared with?
-- One row per indicator, by theme and name; one with no period by then has no figures. Figures in parts only have a count of parts.
-- $as_at      date            the day it is true for: no period that ended after it
-- $model      varchar = 2025  model that chose the statistical neighbours
-- $owners     varchar[]       agencies whose work is counted; empty keeps all
-- $themes     varchar[]       themes to keep; empty keeps all
-- $recs       varchar[]       recommendations they bear on; empty keeps all
-- $attention  varchar = all   all, or only: those that need attention
with
divided as (
    select indicator_id, count(distinct breakdown) as parts
    from standing
    where breakdown != '' and period_end <= $as_at
    group by indicator_id
),
card as (
    select
        i.indicator_id,
        i.name,
        i.theme,
        i.agency,
        i.unit,
        i.polarity,
        i.frequency,
        borne(i.recommendations, $as_at) as recommendations,
        coalesce(d.parts, 0) as parts,
        s.period_start,
        s.period_end,
        s.value,
        s.status,
        s.previous_end,
        s.previous_value,
        round(s.value - s.previous_value, 6) as change,
        size_of_change(s.point, s.is_trial) as size,
        s.england,
        s.england_status,
        s.south_east,
        s.south_east_status,
        n.mean as neighbours_mean,
        n.median as neighbours_median,
        n.neighbours,
        cast($model as varchar) as model,
        s.rank,
        s.authorities,
        s.quartile,
        s.variation,
        target_on(i.indicator_id, $as_at) as target,
        assurance(target_on(i.indicator_id, $as_at), i.polarity, s.lower, s.upper, s.is_trial) as assurance,
        s.points,
        s.rules,
        needs_attention(s.point, s.is_trial, s.quartile) as is_attention,
        p.publication as source
    from indicator as i
    left join standing_at($as_at) as s on i.indicator_id = s.indicator_id
    left join divided as d on i.indicator_id = d.indicator_id
    left join neighbour_standing as n
        on s.indicator_id = n.indicator_id and s.period_end = n.period_end and n.breakdown = '' and n.model = $model
    left join publication as p on s.publication_id = p.publication_id
)
select *
from card
where
    is_chosen(agency, $owners)
    and is_chosen(theme, $themes)
    and (len($recs) = 0 or list_has_any(string_split(recommendations, ' '), $recs))
    and ($attention != 'only' or is_attention)
order by theme, name

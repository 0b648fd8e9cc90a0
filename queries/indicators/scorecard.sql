-- How does each indicator stand on the as-at day, beside the year before and those it is compared with?
-- One row per indicator, by theme and name; one with no period by then has no figures. Figures in parts only have a count of parts.
-- $as_at      date            the day it is true for: no period that ended after it
-- $model      varchar = 2025  model that chose the statistical neighbours
-- $owners     varchar[]       agencies whose work is counted; empty keeps all
-- $themes     varchar[]       themes to keep; empty keeps all
-- $recs       varchar[]       recommendations they bear on; empty keeps all
-- $attention  varchar = all   all, or only: those that need attention
select
    c.indicator_id,
    c.name,
    c.theme,
    c.agency,
    c.unit,
    c.polarity,
    c.frequency,
    c.recommendations,
    c.parts,
    c.period_start,
    c.period_end,
    c.value,
    c.status,
    c.previous_end,
    c.previous_value,
    c.change,
    c.size,
    c.england,
    c.england_status,
    c.south_east,
    c.south_east_status,
    n.mean as neighbours_mean,
    n.median as neighbours_median,
    n.neighbours,
    cast($model as varchar) as model,
    c.rank,
    c.authorities,
    c.quartile,
    c.variation,
    c.target,
    c.assurance,
    c.points,
    c.rules,
    c.is_attention,
    c.source
from indicator_cards_at($as_at) as c
left join neighbour_standing as n
    on c.indicator_id = n.indicator_id and c.period_end = n.period_end and n.breakdown = '' and n.model = $model
where
    is_chosen(c.agency, $owners)
    and is_chosen(c.theme, $themes)
    and (len($recs) = 0 or list_has_any(string_split(c.recommendations, ' '), $recs))
    and ($attention != 'only' or c.is_attention)
order by c.theme, c.name

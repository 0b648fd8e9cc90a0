-- Which themes do the reviews share, and was the learning on each embedded?
-- One row per theme of a review or of a recommendation known by the as-at day, in the order of themes; reviews are named by key.
-- $as_at  date  the day it is true for
with
named as (
    select theme, array_to_string(list_sort(list(review_id)), ', ') as reviews
    from (select unnest(themes) as theme, review_id from case_review where is_known(known_on, void_on, $as_at)) as t
    group by theme
),
learned as (
    select
        theme,
        count(*) as recommendations,
        count(case when embedded = 'embedded' then 1 end) as embedded,
        count(case when embedded = 'partly embedded' then 1 end) as partly_embedded,
        count(case when embedded = 'not embedded' then 1 end) as not_embedded,
        count(case when embedded = 'not looked at yet' then 1 end) as not_looked_at,
        min(provenance) as provenance
    from review_recommendations_at($as_at)
    group by theme
)
select
    h.theme,
    n.reviews,
    coalesce(l.recommendations, 0) as recommendations,
    coalesce(l.embedded, 0) as embedded,
    coalesce(l.partly_embedded, 0) as partly_embedded,
    coalesce(l.not_embedded, 0) as not_embedded,
    coalesce(l.not_looked_at, 0) as not_looked_at,
    coalesce(l.provenance, h.provenance) as provenance
from learning_theme as h
left join named as n on h.theme = n.theme
left join learned as l on h.theme = l.theme
where n.reviews is not null or l.recommendations is not null
order by h.position

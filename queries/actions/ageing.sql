-- How late are the actions that are late on the as-at day?
-- One row per band of days late, from least to most, even where none falls into it.
-- Sets whose record has ended are left out unless they are chosen.
-- $as_at        date       the day it is true for
-- $sources      varchar[]  sources to keep; empty keeps all
-- $recs         varchar[]  recommendations to keep, with their sub-points; empty keeps all
-- $groups       varchar[]  sub-groups to keep; empty keeps all
-- $agencies     varchar[]  agencies to keep; empty keeps all
-- $deliveries   varchar[]  delivery states to keep; empty keeps all
-- $ratings      varchar[]  ratings to keep; empty keeps all
-- $acceptances  varchar[]  answers to keep; empty keeps all
with
band as (
    select *
    from (
        values
        (1, 1, 30, '1 to 30 days'),
        (2, 31, 60, '31 to 60 days'),
        (3, 61, 90, '61 to 90 days'),
        (4, 91, 180, '91 to 180 days'),
        (5, 181, 100000, 'more than 180 days')
    ) as v (position, band_from, band_to, band)
),
late as (
    select days_late
    from counted_actions($as_at, $sources, $recs, $groups, $agencies, $deliveries, $ratings, $acceptances)
    where days_late > 0
)
select b.position, b.band_from, b.band, count(l.days_late) as actions
from band as b
left join late as l on l.days_late between b.band_from and b.band_to
group by b.position, b.band_from, b.band
order by b.position

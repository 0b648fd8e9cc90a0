-- How did each measure of the neglect strategy run as a whole, where it has the 13 points that process limits take?
-- One row per measure and period known by the as-at day, in order of time; added up over the agencies with a figure in every one of
-- the periods, so that like is compared with like. series numbers the measures.
-- $as_at  date  the day it is true for
with
figure as (
    select
        *,
        count(distinct period_end) over (partition by measure_id) as points,
        count(value) over (partition by measure_id, agency_id) as own_points
    from figures_at($as_at)
    where subject = 'neglect'
)
select
    cast(position as integer) as series,
    measure_id as indicator_id,
    name,
    unit,
    better as polarity,
    min(period_start) as period_start,
    period_end,
    count(*) as agencies,
    cast(measured(unit, sum(number), sum(of_number)) as double) as value,
    min(provenance) as provenance
from figure
where points >= 13 and own_points = points
group by position, measure_id, name, unit, better, period_end
order by series, period_end

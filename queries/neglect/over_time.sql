-- How did those measures of the neglect strategy run that were counted before it was launched?
-- One row per measure, agency and period known by the as-at day, in order of time; of measures without a figure from before the
-- launch, none.
-- $as_at  date  the day it is true for
select
    f.measure_id || ' ' || coalesce(f.agency_id, '') as series,
    coalesce(a.name, f.name) as label,
    f.measure_id,
    f.name,
    f.unit,
    f.about_children,
    f.agency_id,
    f.period_start,
    f.period_end,
    f.number,
    f.of_number,
    f.value,
    f.status,
    f.provenance
from figures_at($as_at) as f
left join agency as a on f.agency_id = a.agency_id
where f.subject = 'neglect'
qualify min(f.period_end) over (partition by f.measure_id) < neglect_launched_on($as_at)
order by f.position, a.position, f.agency_id, f.period_end

-- How many posts for social workers are filled and vacant, and how do the rates compare?
-- One row per 30 September by the as-at day; before 2017 there is the vacancy rate alone, before 2015 nothing.
-- $model  varchar = 2025  model that chose the statistical neighbours
-- $as_at  date            the day it is true for: no period that ended after it
with
figure as (
    select
        s.period_end,
        s.indicator_id,
        s.value,
        s.england,
        n.mean as neighbours_mean,
        n.median as neighbours_median
    from standing as s
    inner join indicator as i on s.indicator_id = i.indicator_id
    left join neighbour_standing as n
        on s.indicator_id = n.indicator_id and s.period_end = n.period_end and n.breakdown = '' and n.model = $model
    where i.theme = 'workforce' and s.breakdown = '' and s.period_end <= $as_at
)
select
    period_end,
    max(value) filter (where indicator_id = 'sw_fte') as filled,
    max(value) filter (where indicator_id = 'sw_vacancies_fte') as vacant,
    coalesce(
        max(value) filter (where indicator_id = 'sw_vacancy_rate'),
        max(value) filter (where indicator_id = 'sw_vacancy_rate_2015')
    ) as vacancy_rate,
    coalesce(
        max(england) filter (where indicator_id = 'sw_vacancy_rate'),
        max(england) filter (where indicator_id = 'sw_vacancy_rate_2015')
    ) as england_vacancy_rate,
    coalesce(
        max(neighbours_mean) filter (where indicator_id = 'sw_vacancy_rate'),
        max(neighbours_mean) filter (where indicator_id = 'sw_vacancy_rate_2015')
    ) as neighbours_mean,
    coalesce(
        max(neighbours_median) filter (where indicator_id = 'sw_vacancy_rate'),
        max(neighbours_median) filter (where indicator_id = 'sw_vacancy_rate_2015')
    ) as neighbours_median,
    cast($model as varchar) as model,
    max(value) filter (where indicator_id = 'sw_turnover_rate') as turnover_rate,
    max(value) filter (where indicator_id = 'sw_agency_rate') as agency_rate,
    max(value) filter (where indicator_id = 'sw_caseload') as caseload,
    max(value) filter (where indicator_id = 'sw_absence_rate') as absence_rate
from figure
group by period_end
order by period_end

-- How many posts for social workers are filled and vacant, and how do the rates compare?
-- One row per 30 September by the as-at day; before 2017 there is the vacancy rate alone, before 2015 nothing.
-- $model  varchar = 2025  model that chose the statistical neighbours
-- $as_at  date            the day it is true for: no period that ended after it
with
figure as (
    select
        s.period_end,
        -- the series of 2017 where there is one, the longer one of 2015 before that
        replace(s.indicator_id, '_2015', '') as measure,
        s.value,
        s.status,
        s.england,
        s.england_status,
        n.mean,
        n.median
    from standing as s
    inner join indicator as i on s.indicator_id = i.indicator_id
    left join neighbour_standing as n
        on s.indicator_id = n.indicator_id and s.period_end = n.period_end and n.breakdown = '' and n.model = $model
    where i.theme = 'workforce' and s.breakdown = '' and s.period_end <= $as_at
    qualify row_number() over (partition by s.period_end, measure order by s.value is null, s.indicator_id) = 1
)
select
    period_end,
    max(value) filter (where measure = 'sw_fte') as filled,
    max(value) filter (where measure = 'sw_vacancies_fte') as vacant,
    max(value) filter (where measure = 'sw_vacancy_rate') as vacancy_rate,
    max(england) filter (where measure = 'sw_vacancy_rate') as england_vacancy_rate,
    max(mean) filter (where measure = 'sw_vacancy_rate') as neighbours_mean,
    max(median) filter (where measure = 'sw_vacancy_rate') as neighbours_median,
    cast($model as varchar) as model,
    max(value) filter (where measure = 'sw_turnover_rate') as turnover_rate,
    max(value) filter (where measure = 'sw_agency_rate') as agency_rate,
    max(value) filter (where measure = 'sw_caseload') as caseload,
    max(value) filter (where measure = 'sw_absence_rate') as absence_rate,
    max(status) filter (where measure = 'sw_fte') as filled_status,
    max(status) filter (where measure = 'sw_vacancies_fte') as vacant_status,
    max(status) filter (where measure = 'sw_vacancy_rate') as vacancy_rate_status,
    max(england_status) filter (where measure = 'sw_vacancy_rate') as england_vacancy_rate_status,
    max(status) filter (where measure = 'sw_turnover_rate') as turnover_rate_status,
    max(status) filter (where measure = 'sw_agency_rate') as agency_rate_status,
    max(status) filter (where measure = 'sw_caseload') as caseload_status,
    max(status) filter (where measure = 'sw_absence_rate') as absence_rate_status
from figure
group by period_end
order by period_end

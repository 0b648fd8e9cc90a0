-- How many reviewed child deaths had modifiable factors, taken over three years so that no year stands alone?
-- One row per three published years that follow each other and ended by the as-at day; five years where three have 1 to 5, and k with
-- no number where five have. Never by district.
-- $as_at  date  the day it is true for: no period that ended after it
with
year as (
    select period_start, period_end, value, publication_id
    from standing
    where
        indicator_id = 'child_deaths_modifiable'
        and breakdown = ''
        and period_end <= $as_at
        and value is not null
),
pooled as (
    select
        l.period_end,
        l.publication_id,
        w.years,
        min(y.period_start) as period_start,
        sum(y.value) as number
    from year as l
    cross join (values (3), (5)) as w (years)
    inner join year as y
        on l.period_end >= y.period_end and cast(l.period_end + 1 - to_years(w.years) as date) <= y.period_start
    group by l.period_end, l.publication_id, w.years
    having count(*) = w.years
)
select
    o.period_start,
    o.period_end,
    o.years,
    case when not is_small(o.number) then cast(o.number as integer) end as number,
    case when is_small(o.number) then 'k' else '' end as status,
    p.publication as source
from pooled as o
inner join publication as p on o.publication_id = p.publication_id
qualify row_number() over (partition by o.period_end order by is_small(o.number) and o.years = 3, o.years) = 1
order by o.period_end

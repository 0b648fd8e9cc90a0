-- Which figures and targets do not fit their measure: nothing to divide by, an agency missing or too many?
-- One row per row and column that does not fit; by kind, key and column.
-- No parameters.
with given as (
    select 'measure_figure' as kind, figure_id as key, measure_id, agency_id from measure_figure
    union all
    select 'measure_target', target_id, measure_id, agency_id from measure_target
),
wrong as (
    select
        g.kind,
        g.key,
        'agency_id' as column_name,
        coalesce(g.agency_id, '') as found,
        case
            when m.by_agency then 'Name the agency: measure "' || m.measure_id || '" has a figure for each.'
            else 'Leave it empty: measure "' || m.measure_id || '" is not by agency.'
        end as remedy
    from given as g
    inner join measure as m on g.measure_id = m.measure_id
    where m.by_agency = (g.agency_id is null)
    union all
    select
        'measure_figure',
        f.figure_id,
        'of_number',
        coalesce(format('{:g}', f.of_number), ''),
        case
            when m.unit = 'count' then 'Leave it empty: measure "' || m.measure_id || '" is a plain count.'
            else 'Give the number of ' || m.out_of || ': measure "' || m.measure_id || '" is worked out from it.'
        end
    from measure_figure as f
    inner join measure as m on f.measure_id = m.measure_id
    where f.number is not null and (m.unit = 'count') = (f.of_number is not null)
)
select
    kind,
    key,
    column_name,
    found,
    remedy
from wrong
order by kind, key, column_name

-- Which figures count more than they are counted from, or more than the measure that theirs is part of?
-- One row per such figure and thing that it is above, by key, then what was found and the remedy.
-- No parameters.
with latest as (
    select f.*, m.unit, m.within_id
    from measure_figure as f
    inner join measure as m on f.measure_id = m.measure_id
),
beside as (
    select
        p.figure_id,
        p.number,
        p.within_id,
        w.figure_id as whole_id,
        w.number as whole_number
    from latest as p
    inner join latest as w
        on
            p.within_id = w.measure_id
            and p.agency_id is not distinct from w.agency_id
            and p.effective_on = w.effective_on
            and p.known_on >= w.known_on
    qualify row_number() over (partition by p.figure_id order by w.seq desc) = 1
),
above as (
    select
        figure_id,
        number,
        'It is above the ' || format('{:g}', of_number) || ' that it is counted from: correct number or of_number.' as remedy
    from latest
    where unit = '%' and number > of_number
    union all
    select
        figure_id,
        number,
        'It is part of "' || within_id || '", and figure "' || whole_id || '" for the same period has only '
        || whole_number || ': correct one of them.'
    from beside
    where number > whole_number
)
select
    'measure_figure' as kind,
    figure_id as key,
    'number' as column_name,
    number as found,
    remedy
from above
order by figure_id, remedy

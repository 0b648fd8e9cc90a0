-- Which measures are part of a measure that is not there, of themselves, or of one that is counted otherwise?
-- One row per such measure, by key.
-- No parameters.
select
    'measure' as kind,
    m.measure_id as key,
    'within_id' as column_name,
    m.within_id as found,
    'Name another measure of measure.csv with the same subject and by_agency, or leave it empty.' as remedy
from measure as m
left join measure as w on m.within_id = w.measure_id
where
    m.within_id is not null
    and (
        w.measure_id is null
        or w.measure_id = m.measure_id
        or w.subject != m.subject
        or w.by_agency != m.by_agency
    )
order by m.measure_id

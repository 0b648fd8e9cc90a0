-- Which figures about children count, are counted from, or leave out so few that a child could be known by them?
-- One row per such figure, by key. They are refused, so that they are kept nowhere.
-- No parameters.
select
    'measure_figure' as kind,
    f.figure_id as key,
    'number' as column_name,
    f.number as found,
    'Withhold it: leave number and of_number empty and write c in status. Of children 1 to 5 are never kept, '
    || 'neither counted, nor counted from, nor left out.' as remedy
from measure_figure as f
inner join measure as m on f.measure_id = m.measure_id
where
    m.about_children
    and (
        f.number between 1 and 5
        or (m.unit = '%' and (f.of_number between 1 and 5 or f.of_number - f.number between 1 and 5))
    )
order by f.figure_id

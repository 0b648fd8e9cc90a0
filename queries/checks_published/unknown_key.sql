-- Which rows name an indicator, area or publication that no file has?
-- One row per cell; in the order of the files.
select
    o.file,
    o.row,
    'indicator_id' as column_name,
    o.indicator_id as found,
    'No row of indicators.csv has it: correct it, or add the indicator there.' as remedy
from observation as o
where o.indicator_id not in (select indicator_id from indicator)
union all
select o.file, o.row, 'area_code', o.area_code, 'No row of areas.csv has it: correct it, or add the area there.'
from observation as o
where o.area_code not in (select area_code from area)
union all
select
    o.file,
    o.row,
    'publication_id',
    o.publication_id,
    'No row of publications.csv has it: correct it, or add the publication there.'
from observation as o
where o.publication_id not in (select publication_id from publication)
union all
select n.file, n.row, 'area_code', n.area_code, 'No row of areas.csv has it: correct it, or add the area there.'
from neighbour as n
where n.area_code not in (select area_code from area)
order by file, row, column_name

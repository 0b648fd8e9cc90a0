-- Which rows name an indicator, area or publication that no file has?
-- One row per cell; in the order of the files.
with
named as (
    select file, row, 'indicator_id' as column_name, indicator_id as found, 'indicators.csv' as holder from observation
    union all
    select file, row, 'indicator_id', indicator_id, 'indicators.csv' from series_break
    union all
    select file, row, 'area_code', area_code, 'areas.csv' from observation
    union all
    select file, row, 'area_code', area_code, 'areas.csv' from neighbour
    union all
    select file, row, 'of_area', of_area, 'areas.csv' from neighbour
    union all
    select file, row, 'publication_id', publication_id, 'publications.csv' from observation
),
held as (
    select 'indicators.csv' as holder, indicator_id as key from indicator
    union all
    select 'areas.csv', area_code from area
    union all
    select 'publications.csv', publication_id from publication
)
select
    n.file,
    n.row,
    n.column_name,
    n.found,
    'No row of ' || n.holder || ' has it: correct it, or add the row there.' as remedy
from named as n
left join held as h on n.holder = h.holder and n.found = h.key
where h.key is null
order by n.file, n.row, n.column_name

-- Which figures can not be, given their unit?
-- One row per figure; in the order of the files.
select
    o.file,
    o.row,
    'value' as column_name,
    o.value as found,
    case
        when cast(o.value as double) < 0 then 'No figure of these is below nought: correct it.'
        else 'A percentage of a whole is 0 to 100: correct it, or the unit in indicators.csv.'
    end as remedy
from observation as o
inner join indicator as i on o.indicator_id = i.indicator_id
where
    o.value != ''
    and (cast(o.value as double) < 0 or (i.unit = '%' and cast(o.value as double) > 100))
order by o.file, o.row

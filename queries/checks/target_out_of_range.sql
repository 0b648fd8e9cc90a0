-- Which targets cannot be reached: a share below 0 or above 100 percent, or less than nothing?
-- One row per such target, by key.
-- No parameters.
select
    'measure_target' as kind,
    t.target_id as key,
    'target' as column_name,
    format('{:g}', t.target) as found,
    case
        when m.unit = '%' then 'Give a share from 0 to 100 percent.'
        else 'Give a number that is not below 0.'
    end as remedy
from measure_target as t
inner join measure as m on t.measure_id = m.measure_id
where t.target < 0 or (m.unit = '%' and t.target > 100)
order by t.target_id

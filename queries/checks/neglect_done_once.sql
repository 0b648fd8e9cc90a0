-- Which stages of the neglect strategy are done twice, or planned and moved after they were done?
-- One row per step that comes after its stage was done, by key.
-- No parameters.
select
    'neglect_step' as kind,
    s.step_id as key,
    'change' as column_name,
    s.change as found,
    'Stage "' || s.stage || '" was done on ' || strftime(d.effective_on, '%Y-%m-%d') || ' (' || d.step_id
    || '): remove this row, or correct the day of one of them.' as remedy
from neglect_step as s
inner join neglect_step as d on s.stage = d.stage and d.change = 'done' and s.step_id != d.step_id
where (s.effective_on, s.seq) > (d.effective_on, d.seq)
qualify row_number() over (partition by s.step_id order by d.effective_on, d.seq) = 1
order by s.step_id

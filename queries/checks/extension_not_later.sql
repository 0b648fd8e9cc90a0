-- Which extensions do not give a later date than the one they replace?
-- One row per such extension, by extension.
-- No parameters. The first extension replaces the action's own date, where it has one.
with step as (
    select
        e.extension_id,
        e.action_id,
        e.due_on,
        lag(e.due_on, 1, a.due_on) over (partition by e.action_id order by e.effective_on, e.seq) as replaced_on
    from extension as e
    inner join action as a on e.action_id = a.action_id
)
select
    'extension' as kind,
    extension_id as key,
    'due_on' as column_name,
    strftime(due_on, '%Y-%m-%d') as found,
    'Action "' || action_id || '" was due on ' || strftime(replaced_on, '%Y-%m-%d')
    || ' until then: an extension gives a later day.' as remedy
from step
where due_on <= replaced_on
order by extension_id

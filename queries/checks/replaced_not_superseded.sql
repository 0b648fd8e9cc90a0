-- Which actions take the place of one that is not superseded, or of themselves?
-- One row per such action, by action.
-- No parameters.
select
    'action' as kind,
    a.action_id as key,
    'replaces_id' as column_name,
    a.replaces_id as found,
    case
        when a.replaces_id = a.action_id then 'An action cannot replace itself: name the one before it.'
        else
            'Action "' || a.replaces_id || '" is not superseded: add its move to "superseded" to move.csv, '
            || 'or leave the cell empty.'
    end as remedy
from action as a
inner join action as r on a.replaces_id = r.action_id
where
    a.replaces_id = a.action_id
    or not exists (
        select 1
        from move as m
        where m.action_id = a.replaces_id and m.to_delivery = 'superseded'
    )
order by a.action_id

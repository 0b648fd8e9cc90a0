-- Which meetings can the as-at control go to?
-- One row per meeting that was held by the last day the journal tells of, newest first; a control, so it does not move with the as-at day.
select
    m.held_on,
    g.name as group_name
from meeting as m
inner join org_group as g on m.group_id = g.group_id
where m.void_on is null and m.held_on <= (select max(known_on) from story)
order by m.held_on desc, m.meeting_id asc

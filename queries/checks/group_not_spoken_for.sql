-- Which people are said to speak for a group that nobody in their role speaks for?
-- One row per person and such group; by person, then group.
-- No parameters. A chair without any group is allowed: they see, and have nothing to report yet.
with said as (
    select person_id, role, unnest(group_ids) as group_id from people
)
select
    'people' as kind,
    s.person_id as key,
    'group_ids' as column_name,
    s.group_id as found,
    case
        when s.role != 'chair' then 'Only a chair speaks for sub-groups: leave the cell empty, or make the role chair.'
        else 'Name a sub-group: org_group.csv says that this is of kind ' || g.kind || '.'
    end as remedy
from said as s
inner join org_group as g on s.group_id = g.group_id
where s.role != 'chair' or g.kind != 'sub_group'
order by s.person_id, s.group_id

-- Who may use the dashboard, and in which role?
-- One row per person, in the board's order. How they sign in is not told.
-- No parameters.
select
    person_id,
    role,
    label,
    coalesce(group_ids, []) as group_ids,
    coalesce(closed_rec_ids, []) as closed_rec_ids
from people
order by position

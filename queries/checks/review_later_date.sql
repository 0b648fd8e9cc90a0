-- Which later dates of a review's actions are not later, or lack the reason or the meeting that agreed them?
-- One row per date and thing wrong, by key and column.
-- No parameters.
with promised as (
    select review_action_id, '' as update_id, due_on, effective_on, seq, null as why, null as meeting_id from review_action
    union all
    select review_action_id, update_id, due_on, effective_on, seq, why, meeting_id from review_update where due_on is not null
),
moved as (
    select *, lag(due_on) over (partition by review_action_id order by update_id != '', effective_on, seq) as before_on
    from promised
),
wrong as (
    select
        update_id,
        'due_on' as column_name,
        strftime(due_on, '%Y-%m-%d') as found,
        'Give a day after ' || strftime(before_on, '%Y-%m-%d') || ', the date it had before.' as remedy
    from moved
    where due_on <= before_on
    union all
    select update_id, 'why', '', 'Give the reason: a later date needs one.' from moved where why is null
    union all
    select update_id, 'meeting_id', '', 'Name the meeting that agreed the later date.' from moved where meeting_id is null
)
select
    'review_update' as kind,
    update_id as key,
    column_name,
    found,
    remedy
from wrong
where update_id != ''
order by update_id, column_name

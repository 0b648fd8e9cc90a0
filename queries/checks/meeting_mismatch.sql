-- Which moves, extensions, scopes and openings name a meeting that had not been held by their day?
-- One row per such entry; by kind, then key.
-- No parameters.
with decision as (
    select 'move' as kind, move_id as key, meeting_id, effective_on from move
    union all
    select 'extension', extension_id, meeting_id, effective_on from extension
    union all
    select 'scope', scope_id, meeting_id, effective_on from scope
    union all
    select 'scope_decision', scope_decision_id, meeting_id, effective_on from scope_decision
    union all
    select 'session_opening', session_opening_id, meeting_id, effective_on from session_opening
)
select
    d.kind,
    d.key,
    'meeting_id' as column_name,
    d.meeting_id as found,
    'meeting.csv says it was held on ' || strftime(m.held_on, '%Y-%m-%d') || ', after the effective_on '
    || strftime(d.effective_on, '%Y-%m-%d') || ' of what it decided: correct the meeting or the day.' as remedy
from decision as d
inner join meeting as m on d.meeting_id = m.meeting_id
where m.held_on > d.effective_on
order by d.kind, d.key

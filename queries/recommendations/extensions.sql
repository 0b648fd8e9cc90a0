-- Which later dates were agreed for the actions of a recommendation?
-- One row per extension known on the as-at day, with the date it replaced.
-- $as_at  date       the day it is true for
-- $rec    varchar    the recommendation
select
    e.action_id,
    a.title,
    e.effective_on as agreed_on,
    coalesce(
        lag(e.due_on) over (partition by e.action_id order by e.effective_on, e.seq), a.due_on
    ) as from_due_on,
    e.due_on,
    e.why,
    m.title as meeting,
    e.provenance
from extension as e
inner join action as a using (action_id)
left join meeting as m on e.meeting_id = m.meeting_id and is_known(m.known_on, m.void_on, $as_at)
where is_known(e.known_on, e.void_on, $as_at) and a.rec_id = $rec
order by e.action_id, e.effective_on, e.seq

-- What was promised, to whom, for when, and what became of it?
-- One row per step of each promise (made, moved, kept, withdrawn) known on the as-at day, in order, beside how the promise stands.
-- $as_at  date       the day it is true for
-- $rec    varchar    the recommendation
with
step as (
    select promise_id, seq, effective_on, 'made' as change, due_on, due_text, meeting_id, null as said, cited
    from promise
    where is_known(known_on, void_on, $as_at)
    union all
    select promise_id, seq, effective_on, change, due_on, due_text, meeting_id, said, cited
    from promise_update
    where is_known(known_on, void_on, $as_at)
)
select
    p.promise_id,
    p.what,
    t.name as to_name,
    b.name as by_name,
    row_number() over (partition by p.promise_id order by e.effective_on, e.seq) as step,
    e.effective_on as "on",
    e.change,
    e.due_on,
    e.due_text,
    m.title as meeting,
    m.held_on,
    e.said,
    p.first_due_on,
    p.due_on as due_on_now,
    p.due_text as due_text_now,
    p.kept_on,
    p.slips,
    p.slip_days,
    p.days_late,
    p.rating,
    e.cited,
    p.provenance
from promise_state as p
inner join step as e using (promise_id)
inner join org_group as t on p.to_group_id = t.group_id
inner join org_group as b on p.by_group_id = b.group_id
left join meeting as m on e.meeting_id = m.meeting_id and is_known(m.known_on, m.void_on, $as_at)
where p.as_at = $as_at and list_contains(p.rec_ids, $rec)
order by p.made_on, p.promise_id, e.effective_on, e.seq

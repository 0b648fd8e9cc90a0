-- What the page of one recommendation tells of a day, for all of them.

-- The steps of each promise (made, moved, kept, withdrawn) known on a day, in order, beside how the promise stands.
create macro promise_steps_on(on_day) as table
with
step as (
    select promise_id, seq, effective_on, 'made' as change, due_on, due_text, meeting_id, null as said, cited
    from promise
    where is_known(known_on, void_on, on_day)
    union all
    select promise_id, seq, effective_on, change, due_on, due_text, meeting_id, said, cited
    from promise_update
    where is_known(known_on, void_on, on_day)
)
select
    p.promise_id,
    p.rec_ids,
    p.made_on,
    p.what,
    t.name as to_name,
    b.name as by_name,
    row_number() over (partition by p.promise_id order by e.effective_on, e.seq) as step,
    e.effective_on as stepped_on,
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
inner join step as e on p.promise_id = e.promise_id
inner join org_group as t on p.to_group_id = t.group_id
inner join org_group as b on p.by_group_id = b.group_id
left join meeting as m on e.meeting_id = m.meeting_id and is_known(m.known_on, m.void_on, on_day)
where p.as_at = on_day;

-- Later dates agreed for actions by a day, each with the date it replaced.
create macro extensions_on(on_day) as table
select
    a.rec_id,
    e.action_id,
    a.title,
    e.effective_on as agreed_on,
    e.seq,
    coalesce(
        lag(e.due_on) over (partition by e.action_id order by e.effective_on, e.seq), a.due_on
    ) as from_due_on,
    e.due_on,
    e.why,
    m.title as meeting,
    e.provenance
from extension as e
inner join action as a on e.action_id = a.action_id
left join meeting as m on e.meeting_id = m.meeting_id and is_known(m.known_on, m.void_on, on_day)
where is_known(e.known_on, e.void_on, on_day);

-- The indicators that bear on each recommendation known by a day; a sub-point has those of its parent too.
create macro indicators_borne_on(on_day) as table
select
    r.rec_id,
    r.effective_on as made_on,
    i.indicator_id,
    i.name,
    i.unit,
    i.polarity,
    i.frequency
from recommendation as r
inner join indicator as i on list_has_any(string_split(i.recommendations, ' '), [r.rec_id, r.parent_id])
where is_known(r.known_on, r.void_on, on_day);

-- How those indicators moved since the recommendation was made, also where nothing is published. before_ is the last period that
-- ended by the day it was made, since_ the last one that began on it or after.
create macro differences_on(on_day) as table
select
    b.rec_id,
    b.indicator_id,
    b.name,
    b.unit,
    b.polarity,
    b.made_on,
    max(s.period_end) as latest_end,
    max_by(s.period_start, s.period_end) as latest_start,
    arg_max_null(s.value, s.period_end) as latest_value,
    max_by(s.status, s.period_end) as status,
    max(s.period_end) filter (where s.period_end <= b.made_on and s.value is not null) as before_end,
    max_by(s.value, s.period_end) filter (where s.period_end <= b.made_on and s.value is not null) as before_value,
    max(s.period_end) filter (where s.period_start >= b.made_on and s.value is not null) as since_end,
    max_by(s.value, s.period_end) filter (where s.period_start >= b.made_on and s.value is not null) as since_value
from indicators_borne_on(on_day) as b
left join standing as s on b.indicator_id = s.indicator_id and s.breakdown = '' and s.period_end <= on_day
group by b.rec_id, b.indicator_id, b.name, b.unit, b.polarity, b.made_on;

-- Which moves lack the evidence, the reason, the meeting or the body that they need?
-- One row per move and thing it lacks; by move, then column.
-- No parameters. What a move needs is asked of every move to its state that may follow the state
-- before; where none may (checks/illegal_move says so), or that state is not known, of all to its state.
with history as (
    select
        *,
        lag(to_delivery) over (partition by action_id, rec_id order by effective_on, seq) as moved_to
    from move
    where (action_id is null) != (rec_id is null)
),
need as (
    select
        h.move_id,
        h.to_delivery,
        bool_and(d.needs_evidence) as needs_evidence,
        bool_and(d.needs_reason) as needs_reason,
        bool_and(d.needs_meeting) as needs_meeting,
        list(distinct d.gate) as gates,
        string_agg(distinct d.gate, ' or ' order by d.gate) as gate_words
    from history as h
    inner join delivery_move as d on h.to_delivery = d.to_delivery
    where
        d.from_delivery = h.moved_to
        or not exists (
            select 1
            from delivery_move as w
            where w.to_delivery = h.to_delivery and w.from_delivery = h.moved_to
        )
    group by h.move_id, h.to_delivery
),
lack as (
    select
        m.move_id,
        'evidence' as column_name,
        '' as found,
        'Name the evidence: a move to "' || n.to_delivery || '" needs it.' as remedy
    from move as m
    inner join need as n on m.move_id = n.move_id
    where n.needs_evidence and m.evidence is null
    union all
    select
        m.move_id,
        'why',
        '',
        'Give the reason: a move to "' || n.to_delivery || '" needs one.'
    from move as m
    inner join need as n on m.move_id = n.move_id
    where n.needs_reason and m.why is null
    union all
    select
        m.move_id,
        'meeting_id',
        '',
        'Name the meeting that decided it: a move to "' || n.to_delivery || '" needs one from meeting.csv.'
    from move as m
    inner join need as n on m.move_id = n.move_id
    where n.needs_meeting and m.meeting_id is null
    union all
    select
        m.move_id,
        'by_group_id',
        m.by_group_id,
        'Name the body that made the move: to "' || n.to_delivery || '" it must be of kind ' || n.gate_words
        || ', and org_group.csv says ' || g.kind || '.'
    from move as m
    inner join need as n on m.move_id = n.move_id
    inner join org_group as g on m.by_group_id = g.group_id
    where not list_contains(n.gates, g.kind)
)
select
    'move' as kind,
    move_id as key,
    column_name,
    found,
    remedy
from lack
order by move_id, column_name

-- Which moves does the model not allow from the state just before?
-- One row per such move of an action, or of a recommendation after its first; by move.
-- No parameters. An action begins as not started and is in progress from its first report; where a
-- recommendation stands before its first own move follows from its actions, so that one is free.
with first_report as (
    select
        action_id,
        effective_on,
        seq
    from report
    qualify row_number() over (partition by action_id order by effective_on, seq) = 1
),
history as (
    select
        move_id,
        action_id,
        to_delivery,
        effective_on,
        seq,
        lag(to_delivery) over (partition by action_id, rec_id order by effective_on, seq) as moved_to
    from move
    where (action_id is null) != (rec_id is null)
),
step as (
    select
        h.move_id,
        h.to_delivery,
        case
            when h.moved_to is not null then h.moved_to
            when h.action_id is null then null
            when (f.effective_on, f.seq) < (h.effective_on, h.seq) then 'in progress'
            else 'not started'
        end as from_delivery
    from history as h
    left join first_report as f on h.action_id = f.action_id
),
way_out as (
    select
        from_delivery,
        string_agg(to_delivery, ', ' order by to_delivery) as states
    from delivery_move
    group by from_delivery
)
select
    'move' as kind,
    s.move_id as key,
    'to_delivery' as column_name,
    s.to_delivery as found,
    case
        when s.from_delivery is null then 'Nothing moves to this state: give the state after the move.'
        when w.states is null
            then
                'The state just before is "' || s.from_delivery || '", which nothing leaves: '
                || 'remove the move, or correct the order of effective_on.'
        else
            'The state just before is "' || s.from_delivery || '", from which it may move to: ' || w.states
            || '. Add the move that is missing, or correct the order of effective_on.'
    end as remedy
from step as s
left join way_out as w on s.from_delivery = w.from_delivery
where
    s.to_delivery is not null
    and not exists (
        select 1
        from delivery_move as d
        where d.to_delivery = s.to_delivery and (s.from_delivery is null or d.from_delivery = s.from_delivery)
    )
order by s.move_id

-- Which moves name as successor the action itself, one of elsewhere, one that is over, or one that leads back to it?
-- One row per such move, by move.
-- No parameters. An action takes the place of another by the move of that one, or by its own replaces_id.
with recursive
link as (
    select
        action_id as replaced_id,
        replaced_by_id as successor_id
    from move
    where replaced_by_id is not null
    union
    select
        replaces_id,
        action_id
    from action
    where replaces_id is not null
),
reach as (
    select
        replaced_id,
        successor_id
    from link
    union
    select
        r.replaced_id,
        l.successor_id
    from reach as r
    inner join link as l on r.successor_id = l.replaced_id
),
ended as (
    select
        action_id,
        effective_on,
        seq
    from move
    where to_delivery in ('closed without implementing', 'superseded')
),
named as (
    select distinct
        m.move_id,
        m.action_id,
        m.replaced_by_id,
        a.rec_id,
        b.rec_id as successor_rec_id,
        e.action_id is not null as is_over,
        r.replaced_id is not null as is_circle
    from move as m
    inner join action as a on m.action_id = a.action_id
    inner join action as b on m.replaced_by_id = b.action_id
    left join ended as e on m.replaced_by_id = e.action_id and (e.effective_on, e.seq) < (m.effective_on, m.seq)
    left join reach as r on m.replaced_by_id = r.replaced_id and m.action_id = r.successor_id
)
select
    'move' as kind,
    move_id as key,
    'replaced_by_id' as column_name,
    replaced_by_id as found,
    case
        when replaced_by_id = action_id then 'An action cannot take its own place: name another one.'
        when rec_id != successor_rec_id
            then
                'Action "' || replaced_by_id || '" serves another recommendation: name one of the same, "' || rec_id || '".'
        when is_circle
            then
                'Action "' || action_id || '" took the place of "' || replaced_by_id
                || '" itself, or of one after it: name an action that comes after both.'
        else
            'Action "' || replaced_by_id || '" was closed or superseded by then: name one that goes on.'
    end as remedy
from named
where replaced_by_id = action_id or rec_id != successor_rec_id or is_over or is_circle
order by move_id

-- Which moves of a review's actions are not allowed, or lack the evidence, reason, meeting or body that they need?
-- One row per move and thing wrong, by key, column and remedy.
-- No parameters. The moves are those of any action (delivery_move); a share done that was reported before starts the work.
with move as (
    select *
    from review_update
    where to_delivery is not null
),
step as (
    select
        m.*,
        coalesce(
            lag(m.to_delivery) over (partition by m.review_action_id order by m.effective_on, m.seq),
            case
                when exists (
                    select 1
                    from review_update as r
                    where
                        r.review_action_id = m.review_action_id
                        and r.percent is not null
                        and (r.effective_on, r.seq) <= (m.effective_on, m.seq)
                ) then 'in progress'
                else 'not started'
            end
        ) as from_delivery
    from move as m
),
wrong as (
    select
        s.update_id,
        'to_delivery' as column_name,
        s.to_delivery as found,
        'The state just before is "' || s.from_delivery || '", from which it may move to: ' || coalesce(
            (
                select string_agg(d.to_delivery, ', ' order by d.to_delivery)
                from delivery_move as d
                where d.from_delivery = s.from_delivery
            ),
            'nothing'
        ) || '. Add the move that is missing, or correct the order of effective_on.' as remedy
    from step as s
    where
        not exists (
            select 1 from delivery_move as d
            where d.from_delivery = s.from_delivery and d.to_delivery = s.to_delivery
        )
    union all
    select s.update_id, 'evidence', '', 'Name the evidence: a move to "' || s.to_delivery || '" needs it.'
    from step as s
    inner join delivery_move as d on s.from_delivery = d.from_delivery and s.to_delivery = d.to_delivery
    where d.needs_evidence and s.evidence is null
    union all
    select s.update_id, 'why', '', 'Give the reason: a move to "' || s.to_delivery || '" needs one.'
    from step as s
    inner join delivery_move as d on s.from_delivery = d.from_delivery and s.to_delivery = d.to_delivery
    where d.needs_reason and s.why is null
    union all
    select
        s.update_id,
        'meeting_id',
        '',
        'Name the meeting that decided it: a move to "' || s.to_delivery || '" needs one from meeting.csv.'
    from step as s
    inner join delivery_move as d on s.from_delivery = d.from_delivery and s.to_delivery = d.to_delivery
    where d.needs_meeting and s.meeting_id is null
    union all
    select
        s.update_id,
        'by_group_id',
        s.by_group_id,
        'Name the body that made the move: to "' || s.to_delivery || '" it must be of kind ' || d.gate
        || ', and org_group.csv says ' || g.kind || '.'
    from step as s
    inner join delivery_move as d on s.from_delivery = d.from_delivery and s.to_delivery = d.to_delivery
    inner join org_group as g on s.by_group_id = g.group_id
    where d.gate != g.kind
    union all
    select
        u.update_id,
        'meeting_id',
        u.meeting_id,
        'meeting.csv says it was held on ' || strftime(m.held_on, '%Y-%m-%d') || ', after the effective_on of what it decided: '
        || 'correct the meeting or the day.'
    from review_update as u
    inner join meeting as m on u.meeting_id = m.meeting_id
    where m.held_on > u.effective_on
)
select
    'review_update' as kind,
    update_id as key,
    column_name,
    found,
    remedy
from wrong
order by update_id, column_name, remedy

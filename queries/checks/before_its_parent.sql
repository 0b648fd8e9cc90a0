-- Which rows come before what they depend on, and which sub-points hang from the wrong parent?
-- One row per row, parent and thing wrong; by kind, key, column, then what was found and the remedy.
-- No parameters. A row may be neither about, nor known on, a day before its parent's.
with parent as (
    select 'source' as kind, source_id as key, effective_on, known_on from source
    union all
    select 'recommendation', rec_id, effective_on, known_on from recommendation
    union all
    select 'promise', promise_id, effective_on, known_on from promise
    union all
    select 'action', action_id, effective_on, known_on from action
    union all
    select 'challenge', challenge_id, effective_on, known_on from challenge
    union all
    select 'scope_request', scope_request_id, effective_on, known_on from scope_request
    union all
    select 'audit', audit_id, effective_on, known_on from audit
    union all
    select 'finding', finding_id, effective_on, known_on from finding
    union all
    select 'section11_round', section11_round_id, effective_on, known_on from section11_round
    union all
    select 'section11_score', section11_score_id, effective_on, known_on from section11_score
    union all
    select 'setting', setting_id, effective_on, known_on from setting
),
child as (
    select
        'recommendation' as kind,
        rec_id as key,
        effective_on,
        known_on,
        'source' as parent_kind,
        source_id as parent_key
    from recommendation
    union all
    select 'recommendation', rec_id, effective_on, known_on, 'recommendation', parent_id from recommendation
    union all
    select 'response', response_id, effective_on, known_on, 'recommendation', unnest(rec_ids) from response
    union all
    select 'promise', promise_id, effective_on, known_on, 'recommendation', unnest(rec_ids) from promise
    union all
    select 'note', note_id, effective_on, known_on, 'recommendation', unnest(rec_ids) from note
    union all
    select 'promise_update', update_id, effective_on, known_on, 'promise', promise_id from promise_update
    union all
    select 'action', action_id, effective_on, known_on, 'recommendation', rec_id from action
    union all
    select 'report', report_id, effective_on, known_on, 'action', action_id from report
    union all
    select 'move', move_id, effective_on, known_on, 'action', action_id from move
    union all
    select 'move', move_id, effective_on, known_on, 'recommendation', rec_id from move
    union all
    select 'move', move_id, effective_on, known_on, 'action', replaced_by_id from move
    union all
    select 'extension', extension_id, effective_on, known_on, 'action', action_id from extension
    union all
    select 'scope', scope_id, effective_on, known_on, 'recommendation', rec_id from scope
    union all
    select 'scope_request', scope_request_id, effective_on, known_on, 'recommendation', rec_id from scope_request
    union all
    select 'scope_decision', scope_decision_id, effective_on, known_on, 'scope_request', scope_request_id from scope_decision
    union all
    select 'challenge', challenge_id, effective_on, known_on, 'recommendation', rec_id from challenge
    union all
    select 'challenge', challenge_id, effective_on, known_on, 'action', action_id from challenge
    union all
    select 'answer', answer_id, effective_on, known_on, 'challenge', challenge_id from answer
    union all
    select 'assurance', assurance_id, effective_on, known_on, 'recommendation', rec_id from assurance
    union all
    select 'audit', audit_id, effective_on, known_on, 'audit', repeats_id from audit
    union all
    select 'audit_step', audit_step_id, effective_on, known_on, 'audit', audit_id from audit_step
    union all
    select 'audit_grading', audit_grading_id, effective_on, known_on, 'audit', audit_id from audit_grading
    union all
    select 'finding', finding_id, effective_on, known_on, 'audit', audit_id from finding
    union all
    select 'finding_step', finding_step_id, effective_on, known_on, 'finding', finding_id from finding_step
    union all
    select 'finding_step', finding_step_id, effective_on, known_on, 'action', action_id from finding_step
    union all
    select 'finding_step', finding_step_id, effective_on, known_on, 'audit', audit_id from finding_step
    union all
    select
        'section11_score', section11_score_id, effective_on, known_on, 'section11_round', section11_round_id
    from section11_score
    union all
    select
        'section11_moderation', section11_moderation_id, effective_on, known_on, 'section11_score', section11_score_id
    from section11_moderation
    union all
    select 'setting_change', setting_change_id, effective_on, known_on, 'setting', setting_id from setting_change
    union all
    select 'setting_step', setting_step_id, effective_on, known_on, 'setting', setting_id from setting_step
),
pair as (
    select
        c.*,
        p.effective_on as parent_effective_on,
        p.known_on as parent_known_on
    from child as c
    inner join parent as p on c.parent_kind = p.kind and c.parent_key = p.key
),
fault as (
    select
        kind,
        key,
        'effective_on' as column_name,
        strftime(effective_on, '%Y-%m-%d') as found,
        'This is before ' || strftime(parent_effective_on, '%Y-%m-%d') || ', the day of ' || parent_kind
        || ' "' || parent_key || '" in ' || parent_kind || '.csv: correct one of the two days.' as remedy
    from pair
    where effective_on < parent_effective_on
    union all
    select
        kind,
        key,
        'recorded_on',
        strftime(known_on, '%Y-%m-%d'),
        'The board learned of ' || parent_kind || ' "' || parent_key || '" in ' || parent_kind || '.csv only on '
        || strftime(parent_known_on, '%Y-%m-%d') || ': give that day or a later one.'
    from pair
    where effective_on >= parent_effective_on and known_on < parent_known_on
    union all
    select
        'recommendation',
        r.rec_id,
        'parent_id',
        r.parent_id,
        'It is in source "' || p.source_id || '" and this row in "' || r.source_id
        || '": a sub-point belongs to the source of its parent.'
    from recommendation as r
    inner join recommendation as p on r.parent_id = p.rec_id
    where r.source_id != p.source_id
    union all
    select
        'recommendation',
        r.rec_id,
        'parent_id',
        r.parent_id,
        'It is a sub-point itself: name the recommendation at the top, or leave the cell empty.'
    from recommendation as r
    inner join recommendation as p on r.parent_id = p.rec_id
    where p.parent_id is not null
)
select
    kind,
    key,
    column_name,
    found,
    remedy
from fault
order by kind, key, column_name, found, remedy

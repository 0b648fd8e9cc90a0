-- Which rows about risks come before what they are about, or take the place of a control of another risk?
-- One row per row, thing it is about and fault; by kind, key, column, then what was found and the remedy.
-- No parameters. A row may be neither about, nor known on, a day before that of what it is about.
with
parent as (
    select 'risk' as kind, risk_id as key, effective_on, known_on from risk
    union all
    select 'recommendation', rec_id, effective_on, known_on from recommendation
    union all
    select 'action', action_id, effective_on, known_on from action
    union all
    select 'risk_control', control_id, effective_on, known_on from risk_control
),
child as (
    select 'risk_score' as kind, score_id as key, effective_on, known_on, 'risk' as parent_kind, risk_id as parent_key
    from risk_score
    union all
    select 'risk_control', control_id, effective_on, known_on, 'risk', risk_id from risk_control
    union all
    select 'risk_control', control_id, effective_on, known_on, 'risk_control', replaces_id from risk_control
    union all
    select 'risk_treatment', treatment_id, effective_on, known_on, 'risk', risk_id from risk_treatment
    union all
    select 'risk_acceptance', acceptance_id, effective_on, known_on, 'risk', risk_id from risk_acceptance
    union all
    select 'risk_review', risk_review_id, effective_on, known_on, 'risk', risk_id from risk_review
    union all
    select 'risk_link', link_id, effective_on, known_on, 'risk', risk_id from risk_link
    union all
    select 'risk_link', link_id, effective_on, known_on, 'recommendation', rec_id from risk_link
    union all
    select 'risk_link', link_id, effective_on, known_on, 'action', action_id from risk_link
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
        'risk_control',
        c.control_id,
        'replaces_id',
        c.replaces_id,
        'It is a control of risk "' || p.risk_id || '" and this row of "' || c.risk_id
        || '": a control takes the place of one of its own risk.'
    from risk_control as c
    inner join risk_control as p on c.replaces_id = p.control_id
    where c.risk_id != p.risk_id
    union all
    select
        'risk_control',
        control_id,
        'replaces_id',
        replaces_id,
        'A control cannot take the place of itself: name another, or leave the cell empty.'
    from risk_control
    where control_id = replaces_id
)
select
    kind,
    key,
    column_name,
    found,
    remedy
from fault
order by kind, key, column_name, found, remedy

-- What was corrected or taken back on the registers between two days; its columns are told in 9_changes.sql, which tells
-- what was corrected in the stories of recommendations.

-- Entries on risks, audits, settings, measures and reviews that no longer hold, each with what it was about.
create macro changes_of_registers(after_on, until_day) as table
with
register (kind, about, subject, page) as (
    values
    ('risk', 'risk', 'risk', 'register'),
    ('risk_score', 'risk', 'risk', 'register'),
    ('risk_review', 'risk', 'risk', 'register'),
    ('risk_control', 'risk', 'risk', 'register'),
    ('risk_link', 'risk', 'risk', 'register'),
    ('risk_treatment', 'risk', 'risk', 'register'),
    ('risk_acceptance', 'risk', 'risk', 'register'),
    ('audit', 'audit', 'audit', 'audits'),
    ('audit_step', 'audit', 'audit', 'audits'),
    ('audit_grading', 'audit', 'audit', 'audits'),
    ('finding', 'finding', 'finding', 'audits'),
    ('finding_step', 'finding', 'finding', 'audits'),
    ('section11_round', 'section11_round', 'self-assessment', 'audits'),
    ('section11_score', 'section11_score', 'self-assessment', 'audits'),
    ('section11_moderation', 'section11_score', 'self-assessment', 'audits'),
    ('setting', 'setting', 'setting', 'education'),
    ('setting_step', 'setting', 'setting', 'education'),
    ('setting_change', 'setting', 'setting', 'education'),
    ('measure_target', 'measure', 'target', 'neglect'),
    ('measure_figure', 'measure', 'figure', 'neglect'),
    ('neglect_step', 'neglect_stage', 'stage', 'neglect'),
    ('case_review', 'case_review', 'review', 'learning'),
    ('review_step', 'case_review', 'review', 'learning'),
    ('review_recommendation', 'review_recommendation', 'review recommendation', 'learning'),
    ('learning_check', 'review_recommendation', 'review recommendation', 'learning'),
    ('review_action', 'review_action', 'review action', 'learning'),
    ('review_update', 'review_action', 'review action', 'learning')
),
gone as (
    select
        e.*,
        a.about,
        a.about_key,
        r.subject,
        r.page,
        coalesce(m.subject = 'reviewing service', false) as is_service
    from entry_line as e
    inner join register as r on e.kind = r.kind
    -- a re-audit refers to the audit that it repeats, which stands as it was
    inner join entry_about as a
        on e.seq = a.seq and r.about = a.about and (r.kind != r.about or e.key = a.about_key)
    left join measure as m on a.about = 'measure' and a.about_key = m.measure_id
    where e.void_on > after_on and e.void_on <= until_day
),
why as (
    select corrects, why from retraction
    union all
    select corrects, why from entry_line
    where corrects is not null
),
owner as (
    select
        about,
        about_key,
        list(group_id order by position) as group_ids
    from entry_owner
    group by about, about_key
),
agency_of (about, about_key, agency_ids) as (
    select 'risk', risk_id, [agency_id] from risk
    union all
    select 'audit', audit_id, agency_ids from audit
    union all
    select 'finding', finding_id, [agency_id] from finding
    union all
    select 'section11_round', section11_round_id, agency_ids from section11_round
    union all
    select 'section11_score', section11_score_id, [agency_id] from section11_score
    union all
    select 'review_action', review_action_id, [agency_id] from review_action
)
select
    'corrected' as change,
    case when g.is_service then 'service ' else '' end || g.subject as subject,
    g.about_key as subject_id,
    g.seq,
    g.void_on as happened_on,
    g.void_on as known_on,
    any_value(n.title) as what,
    replace(replace(g.kind, 'section11', 'section 11'), '_', ' ') as was,
    g.effective_on as from_on,
    any_value(y.why) as said,
    any_value(
        case g.about
            when 'risk' then coalesce(k.rec_ids, [])
            else answered_by(case when g.is_service then 'learning' else g.page end)
        end
    ) as rec_ids,
    any_value(coalesce(o.group_ids, [g.by_group_id])) as group_ids,
    any_value(coalesce(a.agency_ids, [])) as agency_ids,
    any_value(coalesce(o.group_ids[1], g.by_group_id)) as owner_id,
    g.by_group_id,
    g.provenance
from gone as g
inner join entry_title as n on g.about = n.table_name and g.about_key = n.key
left join why as y on g.seq = y.corrects
left join owner as o on g.about = o.about and g.about_key = o.about_key
left join agency_of as a on g.about = a.about and g.about_key = a.about_key
left join risk_recommendations(until_day) as k on g.about = 'risk' and g.about_key = k.risk_id
group by all;

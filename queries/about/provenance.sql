-- How much of what is shown comes from papers, and how much is illustrative?
-- One row per kind of entry known on the as-at day.
-- $as_at  date       the day it is true for
with
entry as (
    select 'sources' as kind, provenance, known_on, void_on from source
    union all
    select 'recommendations', provenance, known_on, void_on from recommendation
    union all
    select 'answers', provenance, known_on, void_on from response
    union all
    select 'promises and what became of them', provenance, known_on, void_on from promise
    union all
    select 'promises and what became of them', provenance, known_on, void_on from promise_update
    union all
    select 'notes', provenance, known_on, void_on from note
    union all
    select 'narrowed scopes', provenance, known_on, void_on from scope
    union all
    select 'narrowed scopes', provenance, known_on, void_on from scope_request
    union all
    select 'narrowed scopes', provenance, known_on, void_on from scope_decision
    union all
    select 'meetings', provenance, known_on, void_on from meeting
    union all
    select 'actions', provenance, known_on, void_on from action
    union all
    select 'reports', provenance, known_on, void_on from report
    union all
    select 'moves', provenance, known_on, void_on from move
    union all
    select 'extensions', provenance, known_on, void_on from extension
    union all
    select 'challenges and answers', provenance, known_on, void_on from challenge
    union all
    select 'challenges and answers', provenance, known_on, void_on from answer
    union all
    select 'assurance judgements', provenance, known_on, void_on from assurance
    union all
    select 'extensions', provenance, known_on, void_on from extension_request
    union all
    select 'extensions', provenance, known_on, void_on from extension_decision
    union all
    select 'risks and entries on them', provenance, known_on, void_on from risk
    union all
    select 'risks and entries on them', provenance, known_on, void_on from risk_score
    union all
    select 'risks and entries on them', provenance, known_on, void_on from risk_control
    union all
    select 'risks and entries on them', provenance, known_on, void_on from risk_treatment
    union all
    select 'risks and entries on them', provenance, known_on, void_on from risk_link
    union all
    select 'audits and what came of them', provenance, known_on, void_on from audit
    union all
    select 'audits and what came of them', provenance, known_on, void_on from audit_step
    union all
    select 'audits and what came of them', provenance, known_on, void_on from audit_grading
    union all
    select 'findings and what came of them', provenance, known_on, void_on from finding
    union all
    select 'findings and what came of them', provenance, known_on, void_on from finding_step
    union all
    select 'self-assessments and moderated scores', provenance, known_on, void_on from section11_round
    union all
    select 'self-assessments and moderated scores', provenance, known_on, void_on from section11_score
    union all
    select 'self-assessments and moderated scores', provenance, known_on, void_on from section11_moderation
    union all
    select 'settings and their returns', provenance, known_on, void_on from setting
    union all
    select 'settings and their returns', provenance, known_on, void_on from setting_change
    union all
    select 'settings and their returns', provenance, known_on, void_on from setting_step
    union all
    select 'measures of neglect and of the reviewing service', provenance, known_on, void_on from measure_target
    union all
    select 'measures of neglect and of the reviewing service', provenance, known_on, void_on from measure_figure
    union all
    select 'stages of the neglect strategy', provenance, known_on, void_on from neglect_step
    union all
    select 'reviews and what came of them', provenance, known_on, void_on from case_review
    union all
    select 'reviews and what came of them', provenance, known_on, void_on from review_step
    union all
    select 'reviews and what came of them', provenance, known_on, void_on from review_recommendation
    union all
    select 'reviews and what came of them', provenance, known_on, void_on from review_action
    union all
    select 'reviews and what came of them', provenance, known_on, void_on from review_update
    union all
    select 'reviews and what came of them', provenance, known_on, void_on from learning_check
)
select
    kind,
    count(case when provenance = 'paper' then 1 end) as from_papers,
    count(case when provenance = 'illustrative' then 1 end) as illustrative,
    count(case when provenance = 'entered' then 1 end) as entered
from entry
where is_known(known_on, void_on, $as_at)
group by kind
order by kind

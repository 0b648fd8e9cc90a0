-- What forms ask before an entry is made: who owns what it is about, and what falls together with it.

-- Who owns what entries on the registers are about: a risk and an audit name their sub-group themselves; what belongs to
-- a page of assurance is owned by the sub-groups that lead the recommendations which the page answers.

create view entry_owner as
with
lead as (
    select distinct
        p.page,
        r.lead_group_id as group_id
    from (select page, unnest(rec_ids) as rec_id from assurance_page) as p
    inner join recommendation as r on p.rec_id = r.rec_id and r.void_on is null
),
owned as (
    select 'risk' as about, risk_id as about_key, owner_group_id as group_id, 0 as position from risk
    union
    select 'audit', audit_id, lead_group_id, 0 from audit
    union
    select 'finding', f.finding_id, a.lead_group_id, 0
    from finding as f
    inner join audit as a on f.audit_id = a.audit_id
    union
    select 'review_recommendation', review_rec_id, lead_group_id, 0 from review_recommendation
    union
    select 'review_action', review_action_id, lead_group_id, 0 from review_action
    union
    select 'section11_round', o.section11_round_id, l.group_id, 1
    from section11_round as o
    inner join lead as l on l.page = 'audits'
    union
    select 'section11_score', s.section11_score_id, l.group_id, 1
    from section11_score as s
    inner join lead as l on l.page = 'audits'
    union
    select 'setting', s.setting_id, l.group_id, 1 from setting as s inner join lead as l on l.page = 'education'
    union
    select 'neglect_stage', s.stage, l.group_id, 1 from neglect_stage as s inner join lead as l on l.page = 'neglect'
    union
    select 'measure', m.measure_id, l.group_id, 1
    from measure as m
    inner join lead as l on l.page = case m.subject when 'neglect' then 'neglect' else 'learning' end
    union
    select 'case_review', c.review_id, l.group_id, 1 from case_review as c inner join lead as l on l.page = 'learning'
    union
    select 'assurance_page', page, group_id, 1 from lead
    union
    select 'recommendation', rec_id, lead_group_id, 0 from recommendation
)
select
    o.about,
    o.about_key,
    o.group_id,
    o.position * 100 + g.position as position
from owned as o
inner join org_group as g on o.group_id = g.group_id;

-- Which recommendations were heard together: with_ids are those that an answer, a promise or a note is about along with the
-- first, and a recommendation with each of its sub-points.
create view heard_together as
with
shared as (
    select rec_ids from response where void_on is null
    union all
    select rec_ids from promise where void_on is null
    union all
    select rec_ids from note where void_on is null
    union all
    select [rec_id, parent_id] from recommendation where parent_id is not null
)
select
    unnest(rec_ids) as rec_id,
    rec_ids as with_ids
from shared;

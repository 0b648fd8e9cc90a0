-- How did audits on neglect grade practice, as a whole, by side of practice and by agency?
-- One row per grading of an audit whose theme is neglect, oldest audit first, the whole before its parts; an audit without a grading
-- yet has one row and no grade. An empty count is withheld: counts from 1 to 5 are never kept.
-- $as_at  date  the day it is true for
select
    a.audit_id,
    a.title,
    a.state,
    a.first_planned_on,
    a.planned_on,
    a.done_on,
    a.days_late,
    g.agency_name,
    g.domain,
    g.grade,
    g.outstanding + g.good as good_or_better,
    g.cases,
    case when g.grade is not null and g.outstanding + g.good is null then 'c' else '' end as status,
    a.provenance
from audits_at($as_at) as a
left join gradings_at($as_at) as g on a.audit_id = g.audit_id
where lower(a.theme) = 'neglect'
order by a.done_on asc nulls last, a.audit_id asc, g.is_of_one_agency asc, g.domain_position asc, g.agency_name asc

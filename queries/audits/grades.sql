-- How were cases graded as a whole, audit by audit?
-- One row per theme or agency, audit and grade, oldest audit first; an empty count is withheld and its status says so.
-- Audits are not added up: what one count would give away in a total stays withheld.
-- $as_at      date             the day it is true for
-- $by         varchar = theme  theme or agency
with
graded as (
    select
        *,
        case when $by = 'agency' then agency_name else theme end as name
    from gradings_at($as_at)
    where
        domain = 'practice overall'
        and case when $by = 'agency' then agency_id is not null else scale = 'single-agency' or not is_of_one_agency end
),
counted as (
    select
        g.*,
        unnest(['outstanding', 'good', 'requires improvement', 'inadequate']) as case_grade,
        unnest([g.outstanding, g.good, g.requires_improvement, g.inadequate]) as graded_cases
    from graded as g
)
select
    c.name,
    c.audit_id,
    c.title,
    c.theme,
    c.agency_name,
    c.done_on,
    c.repeats_id is not null as is_repeat,
    c.grade as grade_given,
    c.case_grade as grade,
    r.position,
    c.graded_cases as cases,
    case when c.graded_cases is null then 'c' end as status,
    c.cases as of_cases,
    case when c.cases is null then 'c' end as of_status,
    c.provenance
from counted as c
inner join grade as r on c.case_grade = r.grade
order by c.name, c.done_on, c.audit_id, r.position

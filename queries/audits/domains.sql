-- What grade did each audit give to each side of practice?
-- One row per audit that is done, agency where it is graded apart, and side of practice; latest audit first.
-- $as_at      date           the day it is true for
-- $programme  varchar = all  year of the programme, such as 2017-18; all keeps every year
select
    g.audit_id,
    g.title,
    g.theme,
    g.done_on,
    g.agency_name,
    g.domain,
    g.grade,
    r.position as grade_position,
    r.is_below_good,
    g.provenance
from gradings_at($as_at) as g
inner join grade as r on g.grade = r.grade
where $programme = 'all' or g.programme = $programme
order by g.done_on desc, g.audit_id asc, g.domain_position asc, g.agency_name asc nulls first

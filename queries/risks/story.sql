-- What has happened to a risk so far?
-- One row per entry about it known on the as-at day, newest first.
-- $as_at  date     the day it is true for
-- $risk   varchar  the risk
select
    s.seq,
    s.effective_on as happened_on,
    s.known_on,
    s.kind,
    s.outcome,
    s.said,
    s.day_given,
    cast(null as varchar) as day_text,
    g.name as by_name,
    s.by_role,
    s.why,
    s.cited,
    s.provenance,
    case when s.void_on <= $as_at then s.void_on end as corrected_on,
    coalesce(s.taken_back_on <= $as_at, false) as is_taken_back,
    s.entered_by,
    p.label as entered_by_name
from risk_story as s
inner join org_group as g on s.by_group_id = g.group_id
left join people as p on s.entered_by = p.person_id
where s.known_on <= $as_at and s.risk_id = $risk
order by s.effective_on desc, s.seq desc

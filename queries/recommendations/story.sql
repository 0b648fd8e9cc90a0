-- What has happened to a recommendation so far?
-- One row per entry about it known on the as-at day, newest first.
-- $as_at  date       the day it is true for
-- $rec    varchar    the recommendation
select
    s.seq,
    s.effective_on as happened_on,
    s.known_on,
    s.kind,
    s.action_id,
    a.title as action_title,
    case when s.replaced_by_id is not null then o.action_id || ', ' || o.title end as replaced_by,
    case when s.replaces_id is not null then o.action_id || ', ' || o.title end as replaces,
    s.outcome,
    s.said,
    s.evidence,
    s.day_given,
    s.day_text,
    g.name as by_name,
    s.by_role,
    s.why,
    s.cited,
    s.provenance,
    case when s.void_on <= $as_at then s.void_on end as corrected_on,
    coalesce(s.taken_back_on <= $as_at, false) as is_taken_back,
    s.entered_by,
    p.label as entered_by_name
from story as s
inner join org_group as g on s.by_group_id = g.group_id
left join action as a on s.action_id = a.action_id
left join action as o on coalesce(s.replaced_by_id, s.replaces_id) = o.action_id
left join people as p on s.entered_by = p.person_id
where s.known_on <= $as_at and s.rec_id = $rec
order by s.effective_on desc, s.seq desc

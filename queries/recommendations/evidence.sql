-- What evidence has been given, for what?
-- One row per piece of evidence known on the as-at day, newest first.
-- $as_at  date       the day it is true for
-- $rec    varchar    the recommendation
select
    s.effective_on as given_on,
    s.kind,
    s.action_id,
    a.title as action_title,
    s.outcome,
    case when s.kind = 'assurance' then s.said else s.evidence end as evidence,
    g.name as by_name,
    s.provenance
from story as s
inner join org_group as g on s.by_group_id = g.group_id
left join action as a on s.action_id = a.action_id
where is_known(s.known_on, s.void_on, $as_at) and s.rec_id = $rec and (s.evidence is not null or s.kind = 'assurance')
order by s.effective_on desc, s.seq desc

-- What did the body answer, and when?
-- One row per dated answer known on the as-at day, oldest first, with everything it covers.
-- $as_at  date       the day it is true for
-- $rec    varchar    the recommendation
select
    s.response_id,
    s.effective_on as answered_on,
    s.acceptance,
    s.answer,
    case when s.actioned_on <= $as_at then s.actioned_on end as actioned_on,
    s.actioned_text,
    g.name as by_name,
    s.by_role,
    s.why,
    s.cited,
    s.provenance,
    array_to_string(s.rec_ids, '; ') as covers
from response as s
inner join org_group as g on s.by_group_id = g.group_id
where is_known(s.known_on, s.void_on, $as_at) and list_contains(s.rec_ids, $rec)
order by s.effective_on, s.seq

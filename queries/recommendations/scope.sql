-- How was a recommendation narrowed, and how far is that from what was asked?
-- One row per kind of setting narrowed by the as-at day; what was asked stays beside the first stage.
-- $as_at  date       the day it is true for
-- $rec    varchar    the recommendation
select
    s.setting_kind,
    s.asked,
    s.first_stage,
    s.first_stage_percent,
    s.effective_on as narrowed_on,
    s.why,
    m.title as meeting,
    g.name as by_name,
    s.cited,
    s.provenance
from scope as s
inner join org_group as g on s.by_group_id = g.group_id
left join meeting as m on s.meeting_id = m.meeting_id and is_known(m.known_on, m.void_on, $as_at)
where is_known(s.known_on, s.void_on, $as_at) and s.rec_id = $rec
order by s.effective_on, s.seq

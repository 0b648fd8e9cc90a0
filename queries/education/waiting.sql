-- Which settings were asked for their return and have not answered?
-- One row per setting, longest waited for first.
-- $as_at  date  the day it is true for
select
    s.setting_id,
    s.setting_kind,
    s.phase,
    s.area,
    s.grade,
    s.in_first_stage,
    s.asked_on,
    s.due_on,
    date_diff('day', s.asked_on, $as_at) as days_waiting,
    days_late(true, s.due_on, $as_at) as days_late,
    s.provenance
from settings_at($as_at) as s
where s.asked_on is not null and s.returned_on is null
order by s.asked_on, s.setting_id

-- On which day was the neglect strategy launched?
-- One row, or none before that is known; as a remark on a series (on_day, kind, reason), so that charts can draw it.
-- $as_at  date  the day it is true for
select
    done_on as on_day,
    'launched' as kind,
    'The neglect strategy was launched.' as reason
from neglect_stages_at($as_at)
where stage = 'strategy launched' and done_on is not null
order by on_day

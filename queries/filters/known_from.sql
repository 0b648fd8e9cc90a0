-- Since when is each recommendation known?
-- One row per recommendation the journal holds, by key; a control, so it does not move with the as-at day.
select rec_id, known_on
from recommendation
order by rec_id

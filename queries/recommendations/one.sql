-- What was asked, by whom, and how does it stand on the as-at day?
-- One row, or none when the recommendation is not known on that day.
-- $as_at  date       the day it is true for
-- $rec    varchar    the recommendation
select *
from recommendation_cards_at($as_at)
where rec_id = $rec
order by rec_id

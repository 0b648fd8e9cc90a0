-- Which indicators, agencies, themes and models are there to choose from?
-- One row per choice; by filter, then in the order to show them.
-- $as_at  date  the day it is true for: recommendations known by then
select filter, id, label, position
from indicator_choices_at($as_at)
order by filter, position, id

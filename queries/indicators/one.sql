-- What is one indicator, and where does it come from?
-- One row, or none for an unknown key.
-- $indicator  varchar  the indicator
-- $as_at      date     the day it is true for: no period that ended after it
select *
from indicator_facts_at($as_at)
where indicator_id = $indicator
order by indicator_id

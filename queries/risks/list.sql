-- Which risks are in the register, and how far above appetite does each stand?
-- One row per risk known on the as-at day: furthest above appetite first, then those without a score, closed ones last.
-- $as_at  date            the day it is true for
-- $since  varchar = last  the day to see movement from: last for the last meeting of the Board before the day, or a day
select * exclude (owner_group_id, agency_id)
from risk_register($as_at, $since)
order by is_closed asc, distance desc nulls last, score desc, position asc

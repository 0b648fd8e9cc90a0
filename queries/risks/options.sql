-- Which risks can be looked at one by one?
-- One row per risk known on the as-at day, closed ones last.
-- $as_at  date  the day it is true for
select
    risk_id,
    title
from risk_standing_at($as_at)
order by is_closed asc, position asc, risk_id asc

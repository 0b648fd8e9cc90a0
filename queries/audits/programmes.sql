-- Which yearly programmes of audits are known?
-- One row per programme with an audit known on the as-at day, latest first.
-- $as_at  date  the day it is true for
select
    programme,
    count(*) as audits
from audits_at($as_at)
group by programme
order by programme desc

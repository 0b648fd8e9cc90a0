-- Which place in its list would come next?
-- One row; it does not move with the as-at day.
-- $table  varchar  table that the list is of, such as risk
select coalesce(max(position), 0) + 1 as position
from entry_title
where table_name = $table
order by position

-- Is there something of this key, that the reader may see and that was not taken back?
-- One row, or none; it does not move with the as-at day.
-- $table  varchar  table it would be in
-- $key    varchar  its key
select distinct key
from entry_title
where table_name = $table and key = $key and void_on is null
order by key

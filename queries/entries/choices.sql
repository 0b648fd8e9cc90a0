-- What may an entry refer to on the as-at day?
-- One row per row of the table that is known by then; those that are about something else are left out.
-- $as_at      date     the day it is true for
-- $table      varchar  table to choose from
-- $about      varchar  table that what is chosen may itself be about, such as risk; none keeps all
-- $about_key  varchar  the one that it must then be about
select
    n.key,
    n.title
from entry_title as n
where
    n.table_name = $table
    and is_known(n.known_on, n.void_on, $as_at)
    and (
        n.seq = 0
        or n.table_name = $about
        or not exists (select 1 from entry_about as e where e.seq = n.seq and e.about = $about)
        or exists (select 1 from entry_about as e where e.seq = n.seq and e.about = $about and e.about_key = $about_key)
    )
order by n.position, n.title, n.key

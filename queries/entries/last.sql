-- Which entry is the last about something, and when was it known?
-- One row; a guard for forms, so it does not move with the as-at day.
-- $about      varchar  table of what it is about, such as risk
-- $about_key  varchar  its key
select
    coalesce(max(seq), 0) as last_seq,
    max(known_on) as last_known_on
from entry_about
where about = $about and about_key = $about_key
order by last_seq

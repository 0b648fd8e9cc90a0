-- Which sub-groups own what entries are about?
-- One row per thing and sub-group, the one that speaks for it first; it does not move with the as-at day.
-- $about      varchar  table of what entries are about, such as risk
-- $about_key  varchar  its key; empty for everything of the table
select
    about_key,
    group_id
from entry_owner
where about = $about and (about_key = $about_key or $about_key = '')
order by about_key, position, group_id

-- Which entry made something, and who entered it?
-- One row, or none; it does not move with the as-at day.
-- $about      varchar  kind of what was made, such as section11_score
-- $about_key  varchar  its key
select
    seq,
    entered_by
from entry_line
where kind = $about and key = $about_key and void_on is null
order by seq
limit 1

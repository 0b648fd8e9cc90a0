-- Which data files does the dashboard rest on?
-- One row per file, published statistics last.
select path, owner, status, source, licence, cut_on, note
from data_file
order by status = 'published', path

-- Which rows have a figure beside a mark that withholds it, or neither?
-- One row per row; u marks a figure of low reliability, which is still a figure.
select
    file,
    row,
    'status' as column_name,
    coalesce(status, '') as found,
    case
        when coalesce(value, '') = '' then 'The row has neither figure nor mark: give one of them.'
        else 'The row has a figure too: a withheld figure must be empty, and is never zero.'
    end as remedy
from observation
where
    (coalesce(value, '') = '' and coalesce(status, '') = '')
    or (coalesce(value, '') != '' and coalesce(status, '') in ('c', 'x', 'z', 'low'))
order by file, row

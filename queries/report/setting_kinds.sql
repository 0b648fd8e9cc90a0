-- For which kinds of setting may a recommendation be narrowed?
-- One row per kind, in the order of lists.
-- No parameters.
select plural as setting_kind
from setting_kind
order by position

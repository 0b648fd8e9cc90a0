-- What assurance is missing?
-- One row per thing missing, longest missing first; each subject gives its own rows by a macro of this shape.
-- $as_at     date       the day it is true for
-- $agencies  varchar[]  agencies to keep; empty keeps all
select
    m.what,
    m.page,
    m.missing,
    m.of_all,
    m.longest_days,
    (
        select string_agg(n.name, ', ' order by n.position)
        from agency as n
        where list_contains(m.agency_ids, n.agency_id)
    ) as agency_names,
    m.is_illustrative
from assurance_missing_at($as_at) as m
where len($agencies) = 0 or list_has_any(m.agency_ids, $agencies)
order by m.longest_days desc, m.what asc

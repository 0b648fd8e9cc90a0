-- What assurance is missing?
-- One row per thing missing, longest missing first; each subject gives its own rows by a macro of this shape.
-- $as_at     date       the day it is true for
-- $agencies  varchar[]  agencies to keep; empty keeps all
select
    what,
    page,
    missing,
    of_all,
    longest_days,
    agency_names,
    is_illustrative
from assurance_missing_at($as_at)
where len($agencies) = 0 or list_has_any(agency_ids, $agencies)
order by longest_days desc, what asc

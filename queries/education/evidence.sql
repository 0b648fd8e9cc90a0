-- How far has assurance from settings come, in numbers for one sentence?
-- One row, also where no setting is in scope: then the counts are nought.
-- $as_at  date  the day it is true for
select
    count(*) as settings,
    count(returned_on) as returned,
    count(verified_on) as verified,
    count(*) filter (where in_first_stage) as first_stage,
    count(returned_on) filter (where in_first_stage) as first_returned,
    count(verified_on) filter (where in_first_stage) as first_verified,
    coalesce(bool_or(narrowed_on is not null), false) as has_first_stage,
    coalesce(bool_or(provenance = 'illustrative'), false) as is_illustrative
from settings_at($as_at)
order by settings

-- Which later dates were agreed for the actions of a recommendation?
-- One row per extension known on the as-at day, with the date it replaced.
-- $as_at  date       the day it is true for
-- $rec    varchar    the recommendation
select
    action_id,
    title,
    agreed_on,
    from_due_on,
    due_on,
    why,
    meeting,
    provenance
from extensions_at($as_at)
where rec_id = $rec
order by action_id, agreed_on, seq

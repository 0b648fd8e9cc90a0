-- How did the score of each risk that is open move?
-- One row per score of a risk as it stands; where several are about one day the one recorded last. By number of the risk, then day.
-- $as_at  date  the day it is true for
select
    risk_id,
    position,
    title,
    scored_on,
    known_on,
    likelihood,
    impact,
    score,
    knowledge,
    why,
    by_name,
    appetite,
    target_score,
    provenance
from risk_history_at($as_at)
order by position asc, scored_on asc

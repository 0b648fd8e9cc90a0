-- From which day is each risk known?
-- One row per risk; the day a link may name too early, so it does not move with the as-at day.
select
    risk_id,
    known_on as known_from
from risk
order by risk_id

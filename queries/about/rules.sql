-- Which thresholds score which days?
-- One row per version of the rules, oldest first.
select rule_set, from_on, due_soon_days, due_later_days, cycle_days, forecast_days, why
from rating_rule
order by from_on

-- Which thresholds of risk score which days?
-- One row per version of the rules, oldest first.
select
    rule_set,
    from_on,
    medium_from,
    high_from,
    very_high_from,
    due_soon_days,
    why,
    provenance
from risk_rule
order by from_on

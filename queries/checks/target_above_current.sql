-- Which targets lie above the current score of their risk without a reason for it?
-- One row per target; by its key.
-- No parameters. The current score is the one that held on the day of the target; where none did, nothing is compared.
with standing as (
    select
        t.score_id,
        t.risk_id,
        t.likelihood * t.impact as score,
        arg_max(c.likelihood * c.impact, (c.effective_on, c.seq)) as current_score
    from risk_score as t
    inner join risk_score as c on t.risk_id = c.risk_id
    where
        t.which = 'target'
        and c.which = 'current'
        and t.above_why is null
        and c.effective_on <= t.effective_on
        and c.known_on <= t.known_on
    group by t.score_id, t.risk_id, t.likelihood, t.impact
)
select
    'risk_score' as kind,
    score_id as key,
    'above_why' as column_name,
    '' as found,
    'The target of ' || score || ' lies above the current score of ' || current_score || ' of risk "' || risk_id
    || '": give the reason in above_why, or correct one of the two.' as remedy
from standing
where score > current_score
order by score_id

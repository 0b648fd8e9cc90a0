-- How did the score of each risk that is open move?
-- One row per score of a risk as it stands; where several are about one day the one recorded last. By number of the risk, then day.
-- $as_at  date  the day it is true for
select
    r.risk_id,
    r.position,
    r.title,
    s.effective_on as scored_on,
    s.known_on,
    s.likelihood,
    s.impact,
    s.likelihood * s.impact as score,
    s.knowledge,
    s.why,
    g.name as by_name,
    r.appetite,
    r.target_score,
    s.provenance
from risk_standing_at($as_at) as r
inner join risk_score as s on r.risk_id = s.risk_id
inner join org_group as g on s.by_group_id = g.group_id
where is_known(s.known_on, s.void_on, $as_at) and s.which = 'current' and not r.is_closed
qualify row_number() over (partition by s.risk_id, s.effective_on order by s.seq desc) = 1
order by r.position asc, s.effective_on asc

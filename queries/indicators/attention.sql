-- Which indicators need the Board's attention: a signal of concern, or the worst quarter of all authorities?
-- One row per indicator whose latest figure by the as-at day says so; the worst place among authorities first.
-- $as_at  date  the day it is true for: no period that ended after it
select
    indicator_id,
    name,
    unit,
    recommendations,
    period_start,
    period_end,
    value,
    status,
    england,
    rank,
    authorities,
    quartile,
    variation
from indicator_attention_at($as_at)
order by rank / authorities desc nulls last, name asc

-- Which indicators need the Board's attention: a signal of concern, or the worst quarter of all authorities?
-- One row per indicator whose latest figure by the as-at day says so; the worst place among authorities first.
-- $as_at  date  the day it is true for: no period that ended after it
select
    i.indicator_id,
    i.name,
    i.unit,
    borne(i.recommendations, $as_at) as recommendations,
    s.period_start,
    s.period_end,
    s.value,
    s.status,
    s.england,
    s.rank,
    s.authorities,
    s.quartile,
    s.variation
from standing_at($as_at) as s
inner join indicator as i on s.indicator_id = i.indicator_id
where needs_attention(s.point, s.is_trial, s.quartile)
order by s.rank / s.authorities desc nulls last, i.name asc

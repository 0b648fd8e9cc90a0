-- Which indicators need the Board's attention: a signal of concern, or the worst quarter of all authorities?
-- One row per indicator whose latest figure by the as-at day says so; the worst place among authorities first.
-- $as_at  date  the day it is true for: no period that ended after it
with
latest as (
    select s.*
    from standing as s
    where s.breakdown = '' and s.period_end <= $as_at
    qualify row_number() over (partition by s.indicator_id order by s.period_end desc) = 1
)
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
    case when g.points >= 13 then g.point end as variation
from latest as s
inner join indicator as i on s.indicator_id = i.indicator_id
left join signal as g
    on
        s.indicator_id = g.indicator_id
        and s.period_end = g.period_end
        and s.period_end = g.known_to
        and g.breakdown = ''
        and g.area_code = own_area()
where needs_attention(g.point, g.points, s.quartile)
order by s.rank / s.authorities desc nulls last, i.name asc

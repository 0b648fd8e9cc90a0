-- How does the risk register stand, in numbers for one sentence?
-- One row, also where nothing is registered: then the counts are nought and no risk is named.
-- $as_at  date  the day it is true for
with
risk_now as (
    select *
    from risk_standing_at($as_at)
    where not is_closed
),
asking as (
    select distinct risk_id
    from risk_links_at($as_at)
    where asks_review
)
select
    count(*) as risks,
    count(case when r.is_above then 1 end) as above,
    count(case when r.review_days_late > 0 then 1 end) as reviews_late,
    count(case when r.acceptance = 'expired' then 1 end) as expired,
    count(a.risk_id) as asking,
    arg_max(r.title, (r.distance, -r.position)) filter (where r.is_above) as heaviest,
    arg_max(r.score, (r.distance, -r.position)) filter (where r.is_above) as heaviest_score,
    arg_max(r.appetite, (r.distance, -r.position)) filter (where r.is_above) as heaviest_appetite,
    coalesce(bool_or(r.is_illustrative), false) as is_illustrative
from risk_now as r
left join asking as a on r.risk_id = a.risk_id
order by risks

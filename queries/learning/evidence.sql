-- How much was learned from reviews, in numbers for one sentence?
-- One row, also where nothing is recorded. Reviews are named by key and never counted.
-- $as_at  date  the day it is true for
with
recommended as (
    select * from review_recommendations_at($as_at)
),
overdue as (
    select review_id, stage, days_late
    from review_stages_at($as_at)
    where standing = 'overdue'
)
select
    count(*) as recommendations,
    count(case when embedded = 'embedded' then 1 end) as embedded,
    count(case when embedded = 'not looked at yet' then 1 end) as not_looked_at,
    count(case when overdue > 0 then 1 end) as overdue,
    (
        select string_agg(review_id || ' (' || stage || ')', ', ' order by days_late desc, review_id asc)
        from overdue
    ) as past_limit,
    (select count(*) > 0 from case_review where is_known(known_on, void_on, $as_at)) as has_reviews,
    coalesce(bool_or(provenance = 'illustrative'), false) or exists (
        select 1 from case_review where is_known(known_on, void_on, $as_at) and provenance = 'illustrative'
    ) as is_illustrative
from recommended
order by recommendations

-- Where does each review of a serious case stand: notified, rapid review, decided, published, each against its time limit?
-- One row per review known by the as-at day, latest first. A standing is: in time, late, overdue, running, not begun, not needed, or
-- no limit. Nothing is told of a case but its key, its days and its themes.
-- $as_at  date  the day it is true for
with
staged as (
    select * from review_stages_at($as_at)
),
wide as (
    select
        review_id,
        max(case when stage = 'notified' then reached_on end) as notified_on,
        max(case when stage = 'notified' then due_on end) as notified_due_on,
        max(case when stage = 'notified' then standing end) as notified,
        max(case when stage = 'rapid review' then reached_on end) as rapid_review_on,
        max(case when stage = 'rapid review' then due_on end) as rapid_review_due_on,
        max(case when stage = 'rapid review' then standing end) as rapid_review,
        max(case when stage = 'decided' then reached_on end) as decided_on,
        max(case when stage = 'decided' then due_on end) as decided_due_on,
        max(case when stage = 'decided' then standing end) as decided,
        max(outcome) as outcome,
        max(case when stage = 'published' then reached_on end) as published_on,
        max(case when stage = 'published' then due_on end) as published_due_on,
        max(case when stage = 'published' then standing end) as published,
        max(case when standing = 'overdue' then days_late else 0 end) as days_overdue
    from staged
    group by review_id
),
work as (
    select
        review_id,
        count(*) as recommendations,
        cast(sum(actions) as integer) as actions,
        cast(sum(open_actions) as integer) as open_actions,
        cast(sum(overdue) as integer) as overdue_actions,
        count(case when embedded = 'embedded' then 1 end) as embedded
    from review_recommendations_at($as_at)
    group by review_id
)
select
    c.review_id,
    c.review_kind,
    array_to_string(list_sort(c.themes), '; ') as themes,
    c.effective_on as came_to_light_on,
    w.* exclude (review_id),
    coalesce(k.recommendations, 0) as recommendations,
    coalesce(k.actions, 0) as actions,
    coalesce(k.open_actions, 0) as open_actions,
    coalesce(k.overdue_actions, 0) as overdue_actions,
    coalesce(k.embedded, 0) as embedded,
    c.provenance
from case_review as c
inner join wide as w on c.review_id = w.review_id
left join work as k on c.review_id = k.review_id
order by c.effective_on desc, c.review_id asc

-- When did each review reach each stage, when was it due, and was that in time?
-- One row per review and stage after the day the case came to light; latest reviews first, stages in order.
-- $as_at  date  the day it is true for
select
    s.review_id,
    c.review_kind,
    c.effective_on as came_to_light_on,
    s.stage,
    s.from_stage,
    s.days as limit_days,
    s.counted_in,
    s.due_on,
    s.reached_on,
    s.outcome,
    s.standing,
    s.days_late,
    s.provenance
from review_stages_at($as_at) as s
inner join case_review as c on s.review_id = c.review_id
order by c.effective_on desc, s.review_id asc, s.position asc

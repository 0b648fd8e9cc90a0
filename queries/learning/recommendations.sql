-- What did the reviews recommend, how far has the work on it come, and is it embedded?
-- One row per recommendation of a review; not embedded and overdue first, then by review and key.
-- $as_at  date  the day it is true for
select
    r.review_rec_id,
    r.review_id,
    r.theme,
    r.title,
    g.name as group_name,
    r.made_on,
    r.actions,
    r.open_actions,
    r.overdue,
    r.progress,
    r.delivery,
    r.rating,
    r.due_on,
    r.days_late,
    r.embedded,
    r.looked_on,
    r.evidence,
    r.provenance
from review_recommendations_at($as_at) as r
inner join org_group as g on r.lead_group_id = g.group_id
order by r.days_late desc, r.embedded = 'embedded' asc, r.review_id asc, r.review_rec_id asc

-- What bears on a risk, and what does it signal?
-- One row per recommendation, action or indicator linked to it by the as-at day; those that ask for a review first.
-- $as_at  date     the day it is true for
-- $risk   varchar  the risk
select
    link_id,
    about,
    name,
    ref,
    rec_id,
    action_id,
    indicator_id,
    opens_rec_id,
    rating,
    due_on,
    days_late,
    unit,
    period_start,
    period_end,
    value,
    status,
    quartile,
    variation,
    warn_above,
    warn_below,
    is_past_limit,
    is_attention,
    is_concern,
    concern_since,
    asks_review,
    reviewed_on,
    linked_on,
    why,
    provenance
from risk_links_at($as_at)
where risk_id = $risk
order by asks_review desc, is_concern desc, about asc, seq asc

-- Which recommendations may somebody act on as a whole on the as-at day?
-- One row per recommendation that is followed up, in the order of their sets.
-- $as_at   date       the day it is true for
-- $owners  varchar[]  sub-groups that lead or share the lead; empty keeps all
select
    rec_id,
    ref,
    title
from recommendation_state
where
    as_at = $as_at
    and is_followed_up
    and (len($owners) = 0 or list_has_any(list_concat([lead_group_id], support_group_ids), $owners))
order by made_on desc, source_id asc, position asc, rec_id asc

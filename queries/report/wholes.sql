-- Which recommendations wait, as a whole, for a move or a decision on the as-at day?
-- One row per recommendation and reason, for the gate asked about; the longest wait first.
-- $as_at   date       the day it is true for
-- $gate    varchar    sub_group, business_group or board
-- $owners  varchar[]  sub-groups whose recommendations are wanted; empty keeps all
select
    rec_id,
    ref,
    title,
    lead_name,
    delivery,
    rating,
    due_on,
    days_late,
    actions,
    overdue,
    reason,
    days_waiting,
    provenance,
    is_illustrative
from whole_queue_at($as_at)
where
    gate = $gate
    and (len($owners) = 0 or list_has_any(list_concat([lead_group_id], support_group_ids), $owners))
order by days_waiting desc, rec_id asc, reason asc

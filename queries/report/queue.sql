-- What waits for a report, a decision or a sign-off on the as-at day?
-- One row per action and reason, for the gate asked about; the longest wait first.
-- $as_at   date       the day it is true for
-- $gate    varchar    sub_group, business_group or board
-- $owners  varchar[]  sub-groups whose actions are wanted; empty keeps all
select
    action_id,
    title,
    ref,
    rec_id,
    group_name,
    delivery,
    rating,
    is_open,
    slip_days,
    extensions,
    days_completed_late,
    own_rating,
    due_on,
    due_text,
    first_due_on,
    days_late,
    reason,
    days_waiting,
    last_report_on,
    provenance
from queue_at($as_at)
where gate = $gate and is_chosen(lead_group_id, $owners)
order by days_waiting desc, action_id asc, reason asc

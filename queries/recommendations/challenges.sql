-- What was challenged, and what was answered?
-- One row per challenge known on the as-at day, newest first, with its latest answer and the days it has been or was open.
-- $as_at  date       the day it is true for
-- $rec    varchar    the recommendation
select
    challenge_id,
    asked_on,
    by_name,
    to_name,
    to_agency,
    action_id,
    question,
    answer_by,
    answered_on,
    said,
    outcome,
    coalesce(outcome = 'not satisfied', true) as is_open,
    days_open,
    provenance
from challenges_at($as_at)
where rec_id = $rec
order by asked_on desc, seq desc

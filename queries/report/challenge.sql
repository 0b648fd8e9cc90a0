-- Where does a challenge stand, who must answer it, and who judges the answer?
-- One row for the challenge, where it is known on the as-at day.
-- $as_at      date     the day it is true for
-- $challenge  varchar  the challenge
select
    challenge_id,
    question,
    to_group_id,
    to_name,
    by_group_id,
    by_name,
    by_kind,
    outcome,
    said
from challenges_at($as_at)
where challenge_id = $challenge
order by challenge_id

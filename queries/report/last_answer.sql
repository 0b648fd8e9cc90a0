-- Which entry is the last about a challenge, and when was it known?
-- One row; a guard for forms, so it does not move with the as-at day.
-- $challenge  varchar  the challenge
with
entry as (
    select
        seq,
        known_on
    from challenge
    where challenge_id = $challenge
    union all
    select
        seq,
        known_on
    from answer
    where challenge_id = $challenge
)
select
    coalesce(max(seq), 0) as last_seq,
    max(known_on) as last_known_on
from entry
order by last_seq

-- Where does a challenge stand, who must answer it, and who judges the answer?
-- One row for the challenge, where it is known on the as-at day.
-- $as_at      date     the day it is true for
-- $challenge  varchar  the challenge
with
answered as (
    select outcome, said
    from answer
    where challenge_id = $challenge and is_known(known_on, void_on, $as_at)
    order by effective_on desc, seq desc
    limit 1
)
select
    c.challenge_id,
    c.question,
    c.to_group_id,
    t.name as to_name,
    c.by_group_id,
    b.name as by_name,
    b.kind as by_kind,
    a.outcome,
    a.said
from challenge as c
inner join org_group as t on c.to_group_id = t.group_id
inner join org_group as b on c.by_group_id = b.group_id
left join answered as a on true
where c.challenge_id = $challenge and is_known(c.known_on, c.void_on, $as_at)
order by c.challenge_id

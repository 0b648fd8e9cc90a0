-- What was challenged, and what was answered?
-- One row per challenge known on the as-at day, newest first, with its latest answer and the days it has been or was open.
-- $as_at  date       the day it is true for
-- $rec    varchar    the recommendation
with
answered as (
    select challenge_id, said, outcome, effective_on
    from answer
    where is_known(known_on, void_on, $as_at)
    qualify row_number() over (partition by challenge_id order by effective_on desc, seq desc) = 1
)
select
    c.challenge_id,
    c.effective_on as asked_on,
    b.name as by_name,
    g.name as to_name,
    n.name as to_agency,
    c.action_id,
    c.question,
    c.answer_by,
    a.effective_on as answered_on,
    a.said,
    a.outcome,
    coalesce(a.outcome = 'not satisfied', true) as is_open,
    date_diff(
        'day', c.effective_on, case when a.outcome != 'not satisfied' then a.effective_on else cast($as_at as date) end
    ) as days_open,
    c.provenance
from challenge as c
inner join org_group as b on c.by_group_id = b.group_id
inner join org_group as g on c.to_group_id = g.group_id
left join agency as n on c.to_agency_id = n.agency_id
left join answered as a on c.challenge_id = a.challenge_id
where is_known(c.known_on, c.void_on, $as_at) and c.rec_id = $rec
order by c.effective_on desc, c.seq desc

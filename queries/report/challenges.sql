-- Which challenges wait for an answer, or for whoever asked to judge the answer, on the as-at day?
-- One row per such challenge, for the gate asked about; the longest open first. Sub-groups see those that wait for
-- their answer, the Business Group and the Board all that they made and have not closed.
-- $as_at   date       the day it is true for
-- $gate    varchar    sub_group, business_group or board
-- $owners  varchar[]  sub-groups whose challenges are wanted; empty keeps all
with
answered as (
    select challenge_id, said, outcome, effective_on
    from answer
    where is_known(known_on, void_on, $as_at)
    qualify row_number() over (partition by challenge_id order by effective_on desc, seq desc) = 1
),
waiting as (
    select
        c.challenge_id,
        c.rec_id,
        r.ref,
        c.action_id,
        coalesce(w.title, r.title) as about,
        c.question,
        t.name as to_name,
        n.name as to_agency,
        c.to_group_id,
        b.name as by_name,
        b.kind as by_kind,
        c.effective_on as asked_on,
        c.answer_by,
        a.said,
        a.outcome,
        coalesce(a.outcome = 'answered', false) as is_answered,
        date_diff('day', c.effective_on, case when is_answered then a.effective_on else cast($as_at as date) end) as days_open,
        days_late(not is_answered, c.answer_by, $as_at) as days_late,
        c.provenance
    from challenge as c
    inner join recommendation_state as r on c.rec_id = r.rec_id and r.as_at = $as_at
    inner join org_group as t on c.to_group_id = t.group_id
    inner join org_group as b on c.by_group_id = b.group_id
    left join agency as n on c.to_agency_id = n.agency_id
    left join action as w on c.action_id = w.action_id
    left join answered as a on c.challenge_id = a.challenge_id
    where
        is_known(c.known_on, c.void_on, $as_at)
        and r.is_followed_up
        and coalesce(a.outcome not in ('satisfied', 'withdrawn'), true)
)
select *
from waiting
where
    case
        when $gate = 'sub_group' then not is_answered and is_chosen(to_group_id, $owners)
        else by_kind = $gate
    end
order by days_open desc, challenge_id asc

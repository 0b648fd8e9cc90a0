-- Which challenges wait for an answer, or for whoever asked to judge the answer, on the as-at day?
-- One row per such challenge, for the gate asked about; the longest open first. Sub-groups see those that wait for
-- their answer, the Business Group and the Board all that they made and have not closed.
-- $as_at   date       the day it is true for
-- $gate    varchar    sub_group, business_group or board
-- $owners  varchar[]  sub-groups whose challenges are wanted; empty keeps all
select
    c.challenge_id,
    c.rec_id,
    r.ref,
    c.action_id,
    coalesce(w.title, r.title) as about,
    c.question,
    c.to_name,
    c.to_agency,
    c.to_group_id,
    c.by_name,
    c.by_kind,
    c.asked_on,
    c.answer_by,
    c.said,
    c.outcome,
    coalesce(c.outcome = 'answered', false) as is_answered,
    c.days_open,
    days_late(not is_answered, c.answer_by, $as_at) as days_late,
    c.provenance
from challenges_at($as_at) as c
inner join recommendation_state as r on c.rec_id = r.rec_id and r.as_at = $as_at
left join action as w on c.action_id = w.action_id
where
    r.is_followed_up
    and coalesce(c.outcome not in ('satisfied', 'withdrawn'), true)
    and case
        when $gate = 'sub_group' then not coalesce(c.outcome = 'answered', false) and is_chosen(c.to_group_id, $owners)
        else c.by_kind = $gate
    end
order by c.days_open desc, c.challenge_id asc

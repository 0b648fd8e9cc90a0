-- What changed between two days in reviews of serious cases and in what came of them; its columns are told in 9_changes.sql.
-- Reviews are named by key and never counted.

create macro changes_of_reviews(after_on, until_day) as table
with
dated as (
    select review_action_id, due_on, effective_on, 0 as seq, false as is_update
    from review_action
    where is_known(known_on, void_on, until_day)
    union all
    select review_action_id, due_on, effective_on, seq, true
    from review_update
    where due_on is not null and is_known(known_on, void_on, until_day)
),
before as (
    select
        seq,
        lag(due_on) over (partition by review_action_id order by is_update, effective_on, seq) as due_on
    from dated
),
looked as (
    select
        *,
        lag(found) over (partition by review_rec_id order by effective_on, seq) as was
    from learning_check
    where is_known(known_on, void_on, until_day)
),
line as (
    select
        'case opened' as change, 'review' as subject, review_id as subject_id, seq, effective_on as happened_on, known_on,
        review_id as what, review_kind as became, array_to_string(list_sort(themes), ', ') as said, by_group_id, provenance,
        [by_group_id] as group_ids, cast([] as varchar[]) as agency_ids
    from case_review
    where came_between(known_on, void_on, after_on, until_day)
    union all by name
    select
        'case stage' as change, 'review' as subject, s.review_id as subject_id, s.seq, s.effective_on as happened_on,
        s.known_on, s.review_id || ': ' || s.stage as what, s.outcome as became, n.due_on as to_on, n.days_late,
        s.why as said, s.by_group_id, s.provenance, [s.by_group_id] as group_ids, cast([] as varchar[]) as agency_ids
    from review_step as s
    inner join review_stages_at(until_day) as n on s.review_id = n.review_id and s.stage = n.stage
    where came_between(s.known_on, s.void_on, after_on, until_day)
    union all by name
    select
        'case late' as change, 'review' as subject, n.review_id as subject_id,
        greatest(n.due_on, after_on) + 1 as happened_on, greatest(n.due_on, after_on) + 1 as known_on,
        n.review_id || ': ' || n.stage as what, n.due_on as to_on, n.days_late, n.provenance,
        cast([] as varchar[]) as group_ids, cast([] as varchar[]) as agency_ids
    from review_stages_at(until_day) as n
    left join review_stages_at(after_on) as t on n.review_id = t.review_id and n.stage = t.stage
    where n.standing = 'overdue' and t.standing is distinct from 'overdue'
    union all by name
    select
        'learning work' as change, 'review action' as subject, u.review_action_id as subject_id, u.seq,
        u.effective_on as happened_on, u.known_on, a.title as what, u.to_delivery as became, b.due_on as from_on,
        u.due_on as to_on, coalesce(u.why, u.evidence, u.said) as said, u.by_group_id,
        provenance_of_both(u.provenance, a.provenance) as provenance,
        [a.lead_group_id] as group_ids, [a.agency_id] as agency_ids, a.lead_group_id as owner_id
    from review_update as u
    inner join review_action as a on u.review_action_id = a.review_action_id
    left join before as b on u.seq = b.seq
    where came_between(u.known_on, u.void_on, after_on, until_day) and (u.to_delivery is not null or u.due_on is not null)
    union all by name
    select
        'learning work late' as change, 'review action' as subject, n.review_action_id as subject_id,
        greatest(n.due_on, after_on) + 1 as happened_on, greatest(n.due_on, after_on) + 1 as known_on,
        n.title as what, n.due_on as to_on, n.days_late, n.provenance,
        [n.lead_group_id] as group_ids, [n.agency_id] as agency_ids, n.lead_group_id as owner_id
    from review_actions_at(until_day) as n
    left join review_actions_at(after_on) as t on n.review_action_id = t.review_action_id
    where n.rating = 'red' and t.rating is distinct from 'red'
    union all by name
    select
        'learning looked at' as change, 'review recommendation' as subject, k.review_rec_id as subject_id, k.seq,
        k.effective_on as happened_on, k.known_on, r.title as what, k.was, k.found as became, k.evidence as said,
        k.by_group_id, provenance_of_both(k.provenance, r.provenance) as provenance,
        [r.lead_group_id] as group_ids, cast([] as varchar[]) as agency_ids
    from looked as k
    inner join review_recommendation as r on k.review_rec_id = r.review_rec_id
    where came_between(k.known_on, k.void_on, after_on, until_day)
)
select *, answered_by('learning') as rec_ids from line;

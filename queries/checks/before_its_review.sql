-- Which recommendations, actions, updates and checks of a review come before what they depend on?
-- One row per row that does, by kind and key.
-- No parameters. A row may be neither about, nor known on, a day before its parent's.
with parent as (
    select 'case_review' as kind, review_id as key, effective_on, known_on from case_review
    union all
    select 'review_recommendation', review_rec_id, effective_on, known_on from review_recommendation
    union all
    select 'review_action', review_action_id, effective_on, known_on from review_action
),
child as (
    select
        'review_recommendation' as kind,
        review_rec_id as key,
        effective_on,
        known_on,
        'case_review' as parent_kind,
        review_id as parent_key
    from review_recommendation
    union all
    select 'review_action', review_action_id, effective_on, known_on, 'review_recommendation', review_rec_id from review_action
    union all
    select 'review_update', update_id, effective_on, known_on, 'review_action', review_action_id from review_update
    union all
    select 'learning_check', check_id, effective_on, known_on, 'review_recommendation', review_rec_id from learning_check
)
select
    c.kind,
    c.key,
    'effective_on' as column_name,
    strftime(c.effective_on, '%Y-%m-%d') as found,
    'Give a day from ' || strftime(greatest(p.effective_on, p.known_on), '%Y-%m-%d') || ' on, when "' || c.parent_key
    || '" was known, or correct the day there.' as remedy
from child as c
inner join parent as p on c.parent_kind = p.kind and c.parent_key = p.key
where c.effective_on < p.effective_on or c.known_on < p.known_on
order by c.kind, c.key

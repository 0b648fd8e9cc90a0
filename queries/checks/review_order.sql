-- Which stages of a review are out of order: before the one before it, twice, or not to come at all?
-- One row per step and thing wrong, by key, then remedy.
-- No parameters. A stage may be reached, and be known, on the day of the one before it, and not earlier.
with reached as (
    select '' as step_id, review_id, 'came to light' as stage, effective_on, known_on, 0 as seq, null as outcome from case_review
    union all
    select step_id, review_id, stage, effective_on, known_on, seq, outcome from review_step
),
placed as (
    select r.*, s.position
    from reached as r
    inner join review_stage as s on r.stage = s.stage
),
wrong as (
    select
        p.step_id,
        'effective_on' as column_name,
        strftime(p.effective_on, '%Y-%m-%d') as found,
        'Review "' || p.review_id || '" is "' || p.stage || '" before it is "' || b.stage || '", which was on '
        || strftime(b.effective_on, '%Y-%m-%d') || ': correct one of the days.' as remedy
    from placed as p
    inner join placed as b on p.review_id = b.review_id and p.position > b.position and p.effective_on < b.effective_on
    union all
    select
        p.step_id,
        'stage',
        p.stage,
        'Review "' || p.review_id || '" is not "' || s.stage || '" before it: add that step.'
    from placed as p
    inner join review_stage as s on p.position = s.position + 1
    where
        not exists (select 1 from placed as b where b.review_id = p.review_id and b.stage = s.stage)
        and exists (select 1 from case_review as c where c.review_id = p.review_id)
    union all
    select
        p.step_id,
        'stage',
        p.stage,
        'Review "' || p.review_id || '" has this stage already (' || b.step_id || '): remove one of the rows.'
    from placed as p
    inner join placed as b on p.review_id = b.review_id and p.stage = b.stage and p.seq > b.seq
    union all
    select
        p.step_id,
        'stage',
        p.stage,
        'It was decided that there is no review "' || p.review_id || '" (' || b.step_id
        || '): remove this step, or correct its outcome.'
    from placed as p
    inner join placed as b on p.review_id = b.review_id and b.stage = 'decided' and b.outcome = 'no review'
    where p.stage = 'published'
)
select
    'review_step' as kind,
    step_id as key,
    column_name,
    found,
    remedy
from wrong
where step_id != ''
order by step_id, column_name, remedy

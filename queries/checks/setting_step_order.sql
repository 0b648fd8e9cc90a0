-- Which steps of assurance come before the step that they need, or come twice?
-- One row per step and thing wrong, by key, column, then remedy.
-- No parameters. Steps of one day follow the file; a plan is agreed where the check came to "plan needed".
with
placed as (
    select
        s.*,
        p.position
    from setting_step as s
    inner join assurance_step as p on s.step = p.step
),
fault as (
    select
        s.setting_step_id as key,
        'step' as column_name,
        s.step as found,
        'Setting "' || s.setting_id || '" was not ' || n.step || ' in ' || s.assurance_year || ' by '
        || strftime(s.effective_on, '%Y-%m-%d') || ': add that step first, or correct the day.' as remedy
    from placed as s
    inner join assurance_step as n on s.position = n.position + 1
    where
        not exists (
            select 1
            from placed as e
            where
                e.setting_id = s.setting_id and e.assurance_year = s.assurance_year and e.step = n.step
                and (e.effective_on, e.seq) < (s.effective_on, s.seq)
        )
    union all
    select
        s.setting_step_id,
        'step',
        s.step,
        'Setting "' || s.setting_id || '" has reached this step in ' || s.assurance_year || ' already, on '
        || strftime(e.effective_on, '%Y-%m-%d') || ': take one of the two out.'
    from placed as s
    inner join placed as e
        on
            s.setting_id = e.setting_id and s.assurance_year = e.assurance_year and s.step = e.step
            and (e.effective_on, e.seq) < (s.effective_on, s.seq)
    union all
    select
        s.setting_step_id,
        'step',
        s.step,
        'The check of setting "' || s.setting_id || '" came to "assured": no plan is needed. Correct the check or take this out.'
    from placed as s
    inner join placed as v
        on s.setting_id = v.setting_id and s.assurance_year = v.assurance_year and v.step = 'verified'
    where s.step = 'plan agreed' and v.outcome = 'assured'
)
select
    'setting_step' as kind,
    key,
    column_name,
    found,
    remedy
from fault
order by key, column_name, remedy

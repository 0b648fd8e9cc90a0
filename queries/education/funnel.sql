-- How far has assurance come, of the first stage and of all settings?
-- One row per group of settings and step, in order; both denominators stand in each row.
-- The first stage is the settings below good of a kind that a recommendation was narrowed for; empty where there is none.
-- $as_at  date            the day it is true for
-- $by     varchar = kind  kind, phase or area
with
grouped as (
    select
        *,
        case $by when 'phase' then phase when 'area' then area else kind_name end as name
    from settings_at($as_at)
),
counted as (
    select
        name,
        case when $by = 'area' then 0 else min(kind_position) end as kind_position,
        count(*) as all_in_scope,
        count(*) filter (where in_first_stage) as first_in_scope,
        bool_or(narrowed_on is not null) as has_first_stage,
        count(*) filter (where outcome = 'plan needed') as all_need_plan,
        count(*) filter (where outcome = 'plan needed' and in_first_stage) as first_need_plan,
        [
            count(*), count(asked_on), count(returned_on), count(verified_on), count(plan_agreed_on), count(plan_closed_on)
        ] as all_reached,
        [
            count(*) filter (where in_first_stage), count(asked_on) filter (where in_first_stage),
            count(returned_on) filter (where in_first_stage), count(verified_on) filter (where in_first_stage),
            count(plan_agreed_on) filter (where in_first_stage), count(plan_closed_on) filter (where in_first_stage)
        ] as first_reached,
        max(assurance_year) as assurance_year,
        max(provenance) as provenance
    from grouped
    group by name
),
step as (
    select
        step,
        position
    from assurance_step
    union all
    select
        'in scope',
        0
)
select
    c.name,
    s.step,
    s.position,
    max(c.assurance_year) over () as assurance_year,
    case when c.has_first_stage then c.first_reached[s.position + 1] end as first_stage,
    case when c.has_first_stage then c.first_in_scope end as first_stage_of,
    case when c.has_first_stage and c.first_in_scope > 0 then 100.0 * c.first_reached[s.position + 1] / c.first_in_scope end
        as first_stage_percent,
    case when c.has_first_stage then c.first_need_plan end as first_stage_need_plan,
    c.all_reached[s.position + 1] as all_settings,
    c.all_in_scope as all_settings_of,
    100.0 * c.all_reached[s.position + 1] / c.all_in_scope as all_settings_percent,
    c.all_need_plan as all_settings_need_plan,
    c.provenance
from counted as c
cross join step as s
order by c.kind_position, c.name, s.position

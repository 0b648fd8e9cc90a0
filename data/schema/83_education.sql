-- Assurance from settings as it stood on a day.

-- The latest year of returns that any setting was asked for by the day.
create macro assurance_year_on(on_day) as (
    select max(s.assurance_year)
    from setting_step as s
    where is_known(s.known_on, s.void_on, on_day) -- noqa: RF03
);

-- Settings in scope on the day: one row each, with the day of every step it reached in the latest year. The first stage
-- is the settings below good of a kind for which a recommendation was narrowed by then.
create macro settings_on(on_day) as table
with
changed as (
    select
        setting_id,
        arg_max(grade, (effective_on, seq)) as grade,
        bool_or(change = 'closed') as is_closed
    from setting_change
    where is_known(known_on, void_on, on_day)
    group by setting_id
),
reached as (
    select
        setting_id,
        max(assurance_year) as assurance_year,
        min(effective_on) filter (where step = 'asked') as asked_on,
        arg_max(due_on, (effective_on, seq)) filter (where step = 'asked') as due_on,
        min(effective_on) filter (where step = 'returned') as returned_on,
        min(effective_on) filter (where step = 'verified') as verified_on,
        arg_max(outcome, (effective_on, seq)) filter (where step = 'verified') as outcome,
        min(effective_on) filter (where step = 'plan agreed') as plan_agreed_on,
        arg_max(due_on, (effective_on, seq)) filter (where step = 'plan agreed') as plan_due_on,
        min(effective_on) filter (where step = 'plan closed') as plan_closed_on
    from setting_step
    where is_known(known_on, void_on, on_day) and assurance_year = assurance_year_on(on_day)
    group by setting_id
),
narrowed as (
    select
        k.setting_kind,
        min(s.known_on) as narrowed_on
    from scope as s
    inner join setting_kind as k on s.setting_kind = k.plural
    where is_known(s.known_on, s.void_on, on_day)
    group by k.setting_kind
)
select
    s.setting_id,
    s.setting_kind,
    k.plural as kind_name,
    k.position as kind_position,
    s.phase,
    s.area,
    coalesce(c.grade, s.grade) as grade,
    coalesce(g.is_below_good, false) as is_below_good,
    n.narrowed_on,
    n.narrowed_on is not null and coalesce(g.is_below_good, false) as in_first_stage,
    r.assurance_year,
    r.asked_on,
    r.due_on,
    r.returned_on,
    r.verified_on,
    r.outcome,
    r.plan_agreed_on,
    r.plan_due_on,
    r.plan_closed_on,
    s.provenance
from setting as s
inner join setting_kind as k on s.setting_kind = k.setting_kind
left join changed as c on s.setting_id = c.setting_id
left join reached as r on s.setting_id = r.setting_id
left join narrowed as n on s.setting_kind = n.setting_kind
left join grade as g on coalesce(c.grade, s.grade) = g.grade
where is_known(s.known_on, s.void_on, on_day) and not coalesce(c.is_closed, false);

-- What the Board is not assured of, from settings: one row per thing missing, where any is.
create macro education_missing(on_day) as table
with
thing as (
    select
        'settings that have not answered' as what,
        returned_on is null and due_on < on_day as is_missing,
        days_late(true, due_on, on_day) as days,
        provenance
    from settings_on(on_day)
    where asked_on is not null
    union all
    select 'settings of the first stage not asked', asked_on is null, date_diff('day', narrowed_on, on_day), provenance
    from settings_on(on_day)
    where in_first_stage
    union all
    select 'returns not verified', verified_on is null, date_diff('day', returned_on, on_day), provenance
    from settings_on(on_day)
    where returned_on is not null
    union all
    select
        'plans past their day', plan_closed_on is null and plan_due_on < on_day,
        days_late(true, plan_due_on, on_day), provenance
    from settings_on(on_day)
    where plan_agreed_on is not null
)
select
    what,
    'education' as page,
    count(*) filter (where is_missing) as missing,
    count(*) as of_all,
    max(days) filter (where is_missing) as longest_days,
    []::varchar[] as agency_ids,
    coalesce(bool_or(provenance = 'illustrative'), false) as is_illustrative
from thing
group by what
having missing > 0;

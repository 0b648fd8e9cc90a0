-- Rules on measures and on the neglect strategy. A figure counts from the day it is known; the latest one known for a period wins.

-- Is a number so small that it could point at a child?
create macro is_small(number) as coalesce(number between 1 and 5, false);

-- Must a figure about children be withheld: what is counted, what it is counted from, or those left out are 1 to 5?
create macro is_withheld(about_children, unit, number, of_number) as
    about_children
    and (is_small(number) or (unit = '%' and (is_small(of_number) or is_small(of_number - number))));

-- The value of a figure in the unit of its measure, as a whole number; none where there was nothing to count from.
create macro measured(unit, number, of_number) as
    case
        when unit = 'count' then number
        when of_number > 0 then cast(round(case when unit = '%' then 100.0 else 1.0 end * number / of_number) as integer)
    end;

-- Does a value reach a target? None without either, or where neither way is better.
create macro reaches(better, value, target) as
    case better when 'higher' then value >= target when 'lower' then value <= target end;

-- Where does a measure stand against its target on a day?
create macro against_target(better, value, target, due_on, as_at) as
    case
        when reaches(better, value, target) then 'reached'
        when reaches(better, value, target) is null then null
        when due_on < as_at then 'missed'
        else 'not yet'
    end;

-- Every figure known on a day, one row per measure, agency and period, with what must be withheld taken out.
create macro figures_on(on_day) as table
with
latest as (
    select *
    from measure_figure
    where is_known(known_on, void_on, on_day)
    qualify row_number() over (partition by measure_id, agency_id, effective_on order by seq desc) = 1
),
checked as (
    select
        f.*,
        m.subject,
        m.position,
        m.name,
        m.unit,
        m.better,
        m.about_children,
        is_withheld(m.about_children, m.unit, f.number, f.of_number) as is_hidden
    from latest as f
    inner join measure as m on f.measure_id = m.measure_id
)
select
    subject,
    measure_id,
    position,
    name,
    unit,
    better,
    about_children,
    agency_id,
    period_start,
    effective_on as period_end,
    case when not is_hidden then number end as number,
    case when not is_hidden then of_number end as of_number,
    case when not is_hidden then measured(unit, number, of_number) end as value,
    case when is_hidden then 'c' else coalesce(status, '') end as status,
    known_on,
    provenance
from checked;

-- The target in force on a day for each measure and agency: the one set last.
create macro targets_on(on_day) as table
select
    measure_id,
    agency_id,
    target,
    due_on,
    provenance
from measure_target
where is_known(known_on, void_on, on_day)
qualify row_number() over (partition by measure_id, agency_id order by effective_on desc, seq desc) = 1;

-- How each measure stands on a day: one row per measure and agency of which a figure is known, or expected because it has a target.
create macro measures_on(on_day, of_subject) as table
with
placed as (
    select
        *,
        row_number() over (partition by measure_id, agency_id order by period_end desc) as place,
        max(period_end) over (partition by measure_id) as measure_end
    from figures_on(on_day)
    where subject = of_subject
),
pair as (
    select measure_id, agency_id from placed
    union
    select measure_id, agency_id from targets_on(on_day)
),
stated as (
    select
        m.measure_id,
        m.position,
        m.name,
        m.counted,
        m.out_of,
        m.unit,
        m.better,
        m.about_children,
        p.agency_id,
        a.name as agency_name,
        coalesce(a.position, 0) as agency_position,
        f.period_start,
        f.period_end,
        f.number,
        f.of_number,
        f.value,
        f.status,
        b.period_end as previous_end,
        b.value as previous_value,
        f.value - b.value as change,
        t.target,
        t.due_on as target_due_on,
        against_target(m.better, f.value, t.target, t.due_on, on_day) as against_target,
        f.period_end is null or f.period_end < max(f.measure_end) over (partition by m.measure_id) as is_missing,
        coalesce(f.provenance, t.provenance) as provenance
    from pair as p
    inner join measure as m on p.measure_id = m.measure_id and m.subject = of_subject
    left join agency as a on p.agency_id = a.agency_id
    left join placed as f
        on p.measure_id = f.measure_id and p.agency_id is not distinct from f.agency_id and f.place = 1
    left join placed as b
        on p.measure_id = b.measure_id and p.agency_id is not distinct from b.agency_id and b.place = 2
    left join targets_on(on_day) as t
        on p.measure_id = t.measure_id and p.agency_id is not distinct from t.agency_id
)
select * from stated;

-- Each stage of the neglect strategy that anything is known of on a day: first day planned, day planned now, day done.
create macro neglect_stages_on(on_day) as table
with
said as (
    select
        stage,
        arg_min(planned_for, (effective_on, seq)) as first_due_on,
        arg_max(planned_for, (effective_on, seq)) as due_on,
        max(case when change = 'done' then effective_on end) as done_on,
        count(case when change = 'moved' then 1 end) as times_moved,
        arg_max(why, (effective_on, seq)) as why,
        min(provenance) as provenance
    from neglect_step
    where is_known(known_on, void_on, on_day)
    group by stage
)
select
    s.stage,
    g.position,
    g.meaning,
    s.first_due_on,
    s.due_on,
    s.done_on,
    s.times_moved,
    days_late(s.done_on is null, s.due_on, on_day) as days_late,
    greatest(date_diff('day', s.first_due_on, s.done_on), 0) as days_done_late,
    s.why,
    s.provenance
from said as s
inner join neglect_stage as g on s.stage = g.stage;

-- The day the strategy was launched, if that is known on the day.
create macro neglect_launched_on(on_day) as (
    select max(n.effective_on)
    from neglect_step as n
    where n.stage = 'strategy launched' and n.change = 'done' and is_known(n.known_on, n.void_on, on_day) -- noqa: RF03
);

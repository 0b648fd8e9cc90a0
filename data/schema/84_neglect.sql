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
    known_on,
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
        greatest(f.known_on, t.known_on) as known_on,
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

-- The same for the measures of the neglect strategy.
create macro neglect_measures_on(on_day) as table from measures_on(on_day, 'neglect');

-- The same for those of the reviewing service.
create macro service_measures_on(on_day) as table from measures_on(on_day, 'reviewing service');

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

-- Which agencies returned no figure for a measure that others have returned since, and since when: a figure is due on the day on
-- which the first other agency had given its own. One row per agency and measure.
create macro neglect_silent(on_day) as table
with
given as (
    select f.measure_id, f.agency_id, f.effective_on, f.known_on
    from measure_figure as f
    inner join measure as m on f.measure_id = m.measure_id and m.subject = 'neglect'
    where is_known(f.known_on, f.void_on, on_day)
),
asked as (
    select
        t.measure_id,
        t.agency_id,
        min(t.effective_on) as asked_on,
        min(t.provenance) as provenance,
        (
            select max(g.effective_on)
            from given as g
            where g.measure_id = t.measure_id and g.agency_id = t.agency_id
        ) as last_end
    from measure_target as t
    inner join measure as m on t.measure_id = m.measure_id and m.subject = 'neglect'
    where is_known(t.known_on, t.void_on, on_day)
    group by t.measure_id, t.agency_id
)
select
    a.agency_id,
    m.name as what,
    'neglect' as page,
    a.asked_on,
    min(g.known_on) as due_on,
    days_late(true, min(g.known_on), on_day) as days_late,
    a.provenance
from asked as a
inner join measure as m on a.measure_id = m.measure_id
inner join given as g
    on a.measure_id = g.measure_id and a.agency_id != g.agency_id and g.effective_on > coalesce(a.last_end, date '0001-01-01')
group by a.agency_id, m.name, a.asked_on, a.provenance;

-- What assurance on neglect is missing on a day: one row per thing of which any is, with how many of all.
create macro neglect_missing(on_day) as table
with
silent as materialized (
    from neglect_silent(on_day)
),
thing as (
    select
        'figures on neglect not returned' as what,
        s.agency_id is not null as is_missing,
        s.days_late as days,
        m.agency_id,
        m.provenance
    from measures_on(on_day, 'neglect') as m
    left join silent as s on m.name = s.what and m.agency_id = s.agency_id
    where m.target is not null
    union all
    select
        'targets on neglect missed', against_target = 'missed', days_late(true, target_due_on, on_day), agency_id, provenance
    from measures_on(on_day, 'neglect')
    where against_target is not null
    union all
    select 'stages of the neglect strategy past their day', days_late > 0, days_late, null, provenance
    from neglect_stages_on(on_day)
)
select
    what,
    'neglect' as page,
    count(*) filter (where is_missing) as missing,
    count(*) as of_all,
    coalesce(max(days) filter (where is_missing), 0) as longest_days,
    list_sort(
        coalesce(list_distinct(list(agency_id) filter (where is_missing and agency_id is not null)), [])
    ) as agency_ids,
    coalesce(bool_or(provenance = 'illustrative'), false) as is_illustrative
from thing
group by what
having missing > 0;

-- What changed after the neglect strategy was launched: one row per published series on neglect and per measure of the
-- strategy with a figure.
create macro neglect_since_launch_on(on_day) as table
with
launch as (
    select neglect_launched_on(on_day) as launched_on
),
share as (
    select
        s.indicator_id,
        i.name,
        s.period_start,
        s.period_end,
        100 * s.value / s.denominator as value,
        t.direction
    from standing as s
    inner join indicator as i on s.indicator_id = i.indicator_id
    left join trend as t
        on s.indicator_id = t.indicator_id and s.breakdown = t.breakdown and s.period_end = t.period_end
    where
        s.breakdown = 'Neglect'
        and s.period_end <= on_day
        and s.denominator > 0
        and not is_withheld(true, '%', s.value, s.denominator)
),
published as (
    select
        s.indicator_id as key,
        s.name,
        max(s.period_end) filter (where s.period_end < l.launched_on) as before_end,
        max(s.period_end) filter (where s.period_start >= l.launched_on) as since_end,
        max_by(s.value, s.period_end) filter (where s.period_end < l.launched_on) as before_value,
        max_by(s.value, s.period_end) filter (where s.period_start >= l.launched_on) as since_value,
        arg_max_null(s.direction, s.period_end) filter (where s.period_end < l.launched_on) as trend_before,
        arg_max_null(s.direction, s.period_end) filter (where s.period_start >= l.launched_on) as last_trend,
        count(*) filter (where s.period_start >= l.launched_on) as points
    from share as s
    cross join launch as l
    group by s.indicator_id, s.name
),
figure as (
    select
        f.*,
        max(f.period_end) filter (where f.period_end < l.launched_on) over (partition by f.measure_id) as before_end,
        max(f.period_end) filter (where f.period_start >= l.launched_on) over (partition by f.measure_id) as since_end
    from figures_on(on_day) as f
    cross join launch as l
    where f.subject = 'neglect' and f.value is not null
),
compared as (
    -- where there is a figure from before, only agencies with both ends: like is compared with like
    select
        measure_id,
        agency_id,
        before_end is not null as has_before,
        max(case when period_end = before_end then number end) as before_number,
        max(case when period_end = before_end then of_number end) as before_of,
        max(case when period_end = since_end then number end) as since_number,
        max(case when period_end = since_end then of_number end) as since_of
    from figure
    group by measure_id, agency_id, before_end
    having since_number is not null and (before_number is not null or not has_before)
),
summed as (
    select
        measure_id,
        count(*) as agencies,
        sum(before_number) as before_number,
        sum(before_of) as before_of,
        sum(since_number) as since_number,
        sum(since_of) as since_of
    from compared
    group by measure_id
),
returned as (
    select
        f.measure_id,
        f.name,
        f.unit,
        f.better,
        f.position,
        f.before_end,
        f.since_end,
        count(distinct f.period_end) as points,
        coalesce(max(s.agencies), 0) as agencies,
        measured(f.unit, max(s.before_number), max(s.before_of)) as before_value,
        measured(f.unit, max(s.since_number), max(s.since_of)) as since_value
    from figure as f
    left join summed as s on f.measure_id = s.measure_id
    group by f.measure_id, f.name, f.unit, f.better, f.position, f.before_end, f.since_end
),
whole as (
    select
        0 as position, key, name, '%' as unit, 'neutral' as better, true as is_published,
        before_end, round(before_value, 1) as before_value, since_end, round(since_value, 1) as since_value,
        cast(null as bigint) as agencies, points, trend_before,
        -- the five years of a trend must all lie after the launch
        case when points >= 5 then last_trend end as trend_since
    from published
    union all
    select
        position, measure_id, name, unit, better, false,
        before_end, before_value, since_end, since_value, agencies, points, null, null
    from returned
)
select
    w.position,
    w.key,
    w.name,
    w.unit,
    w.better,
    w.is_published,
    l.launched_on,
    w.before_end,
    w.before_value,
    w.since_end,
    w.since_value,
    round(w.since_value - w.before_value, 1) as change,
    w.agencies,
    w.points,
    w.trend_before,
    w.trend_since
from whole as w
cross join launch as l;

-- The published shares of a part called Neglect, in percent of the whole, in every area.
create view neglect_share as
select
    indicator_id,
    area_code,
    period_end,
    100 * value / denominator as value
from observation
where breakdown = 'Neglect' and denominator > 0 and not is_withheld(true, '%', value, denominator);

-- The board's own up to a day, beside England and the South East; trend is over the five years to then.
create macro neglect_published_on(on_day) as table
with
beside as (
    select
        indicator_id,
        period_end,
        max(case when area_code = 'E92000001' then value end) as england,
        max(case when area_code = 'E12000008' then value end) as south_east
    from neglect_share
    group by indicator_id, period_end
),
own as (
    select
        s.*,
        is_withheld(true, '%', s.value, s.denominator) as is_hidden
    from standing as s
    where s.breakdown = 'Neglect' and s.period_end <= on_day -- noqa: RF03
)
select
    o.indicator_id,
    i.name,
    o.period_start,
    o.period_end,
    o.part,
    case when not o.is_hidden then o.value end as number,
    case when not o.is_hidden then o.denominator end as of_number,
    case when not o.is_hidden and o.denominator > 0 then round(100 * o.value / o.denominator, 1) end as value,
    case when o.is_hidden then 'c' else o.status end as status,
    round(b.england, 1) as england,
    round(b.south_east, 1) as south_east,
    t.direction as trend,
    t.p as trend_p,
    p.publication as source
from own as o
inner join indicator as i on o.indicator_id = i.indicator_id
left join publication as p on o.publication_id = p.publication_id
left join beside as b on o.indicator_id = b.indicator_id and o.period_end = b.period_end
left join trend as t
    on o.indicator_id = t.indicator_id and o.breakdown = t.breakdown and o.period_end = t.period_end;

-- Those of the statistical neighbours up to a day, by the model that chose them.
create macro neglect_neighbours_on(on_day) as table
select
    n.model,
    s.indicator_id,
    s.period_end,
    count(*) as neighbours,
    round(avg(s.value), 1) as mean,
    round(median(s.value), 1) as median,
    round(min(s.value), 1) as lowest,
    round(max(s.value), 1) as highest
from neglect_share as s
inner join neighbour as n on s.area_code = n.area_code and n.of_area = own_area()
where s.period_end <= on_day
group by n.model, s.indicator_id, s.period_end;

-- What changed after the neglect strategy was launched, and is it more than chance?
-- One row per published series on neglect and per measure of the strategy with a figure; published first, then in order. Before is
-- the last period that ended before the launch, since the last that began on it or later. Measures are added up over the agencies
-- that have both figures. A trend is told for published shares over five years that all lie on one side; fewer than 13 points of
-- a measure tell nothing. points: yearly shares since the launch, and figures of a measure.
-- $as_at  date  the day it is true for
with
launch as (
    select neglect_launched_on($as_at) as launched_on
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
        and s.period_end <= $as_at
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
    from figures_at($as_at) as f
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
cross join launch as l
order by w.position, w.name, w.key

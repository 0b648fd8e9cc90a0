-- What many pages ask of a day whatever is chosen, so that the warehouse keeps it with the other rules.

-- Which agencies were asked for something that is due, and have not answered? Each subject gives its own rows by a macro of
-- this shape.
create macro silent_on(on_day) as table
from audits_silent(on_day)
union all by name
from neglect_silent(on_day);

-- What the filters can choose from, in the order to show it; only what is known on that day.
create macro options_on(on_day) as table
with
known as (
    select * from recommendation where is_known(known_on, void_on, on_day)
),
agreed as (
    select lead_group_id, agency_id from action where is_known(known_on, void_on, on_day)
)
select
    1 as filter_position, 'sources' as filter, s.source_id as id, s.title as label,
    -date_diff('day', date '2000-01-01', s.effective_on) as position
from source as s
where is_known(s.known_on, s.void_on, on_day) -- noqa: RF03
union all
select
    2, 'recs', k.rec_id, k.rec_id || ' ' || k.title,
    k.position - 1000 * date_diff('day', date '2000-01-01', k.effective_on)
from known as k
union all
select 3, 'groups', g.group_id, g.name, g.position
from org_group as g
where
    g.group_id in (select lead_group_id from known)
    or g.group_id in (select unnest(support_group_ids) from known)
    or g.group_id in (select lead_group_id from agreed)
    or g.group_id in (select by_group_id from promise where is_known(known_on, void_on, on_day))
union all
select 4, 'agencies', a.agency_id, a.name, a.position
from agency as a
where
    a.agency_id in (select agency_id from known)
    or a.agency_id in (select agency_id from agreed)
union all
select 5, 'deliveries', delivery, delivery, position from delivery_state
union all
select 6, 'ratings', rating, rating, -severity from rating_state
union all
select 7, 'acceptances', acceptance, acceptance, position from acceptance_state
union all
select 7, 'acceptances', 'no answer yet', 'no answer yet', 99;

-- Sets of recommendations whose papers end before the day, and what they still owed then.
create macro ended_records_on(on_day) as table
with
ended as (
    select
        o.source_id,
        o.title,
        o.record_ends_on,
        o.record_note,
        count(*) as recommendations
    from recommendation_state as c
    inner join source as o on c.source_id = o.source_id
    where c.as_at = on_day and o.record_ends_on < on_day
    group by o.source_id, o.title, o.record_ends_on, o.record_note
),
owed as (
    select
        x.source_id,
        count(distinct p.promise_id) as promises_open
    from promise_state as p
    inner join recommendation as x on list_contains(p.rec_ids, x.rec_id)
    where p.as_at = on_day and p.is_open
    group by x.source_id
)
select
    e.source_id,
    e.title,
    e.record_ends_on,
    e.record_note,
    e.recommendations,
    coalesce(o.promises_open, 0) as promises_open
from ended as e
left join owed as o on e.source_id = o.source_id;

-- How each indicator stands, all but the statistical neighbours, whom the reader chooses. One with no period by then has no
-- figures; figures in parts only have a count of parts.
create macro indicator_cards_on(on_day) as table
with
divided as (
    select indicator_id, count(distinct breakdown) as parts
    from standing
    where breakdown != '' and period_end <= on_day
    group by indicator_id
)
select
    i.indicator_id,
    i.name,
    i.theme,
    i.agency,
    i.unit,
    i.polarity,
    i.frequency,
    borne(i.recommendations, on_day) as recommendations,
    coalesce(d.parts, 0) as parts,
    s.period_start,
    s.period_end,
    s.value,
    s.status,
    s.previous_end,
    s.previous_value,
    round(s.value - s.previous_value, 6) as change,
    size_of_change(s.point, s.is_trial) as size,
    s.england,
    s.england_status,
    s.south_east,
    s.south_east_status,
    s.rank,
    s.authorities,
    s.quartile,
    s.variation,
    target_on(i.indicator_id, on_day) as target,
    assurance(target_on(i.indicator_id, on_day), i.polarity, s.lower, s.upper, s.is_trial) as assurance,
    s.points,
    s.rules,
    needs_attention(s.point, s.is_trial, s.quartile) as is_attention,
    p.publication as source
from indicator as i
left join standing_on(on_day) as s on i.indicator_id = s.indicator_id
left join divided as d on i.indicator_id = d.indicator_id
left join publication as p on s.publication_id = p.publication_id;

-- What was asked, by whom, and how it stands: one row per recommendation.
create macro recommendation_cards_on(on_day) as table
select
    c.rec_id,
    c.source_id,
    c.ref,
    c.parent_id,
    p.ref as parent_ref,
    p.title as parent_title,
    c.title,
    c.ask,
    c.made_on,
    r.cited,
    c.acceptance,
    c.delivery,
    c.assurance,
    c.challenges_open,
    c.rating,
    c.progress,
    c.due_on,
    c.days_late,
    c.last_report_on,
    c.gate,
    c.at_sub_group,
    c.at_business_group,
    c.at_board,
    c.actions,
    c.promises,
    c.overdue,
    c.undated,
    c.record_ends_on,
    o.record_note,
    c.is_followed_up,
    c.provenance,
    c.is_illustrative,
    o.title as source_title,
    o.made_text,
    o.synopsis,
    o.reason,
    m.name as made_by,
    t.name as made_to,
    l.name as lead_name,
    l.kind as lead_kind,
    (
        select string_agg(s.name, '; ' order by s.position)
        from org_group as s
        where list_contains(c.support_group_ids, s.group_id)
    ) as support_names
from recommendation_state as c
inner join recommendation as r on c.rec_id = r.rec_id and is_known(r.known_on, r.void_on, on_day)
inner join source as o on c.source_id = o.source_id
inner join org_group as m on o.by_group_id = m.group_id
inner join org_group as t on o.made_to_group_id = t.group_id
inner join org_group as l on c.lead_group_id = l.group_id
left join recommendation as p on c.parent_id = p.rec_id and is_known(p.known_on, p.void_on, on_day)
where c.as_at = on_day;

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

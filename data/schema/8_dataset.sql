-- Rules on published figures.

-- The code of the board's own area; none where none was found.
create macro own_area() as (
    select o.area_code
    from own_area as o
);

-- Which of the recommendations that an indicator bears on are known on the day? Separated by spaces, as in the file.
create macro borne(recommendations, on_day) as
    coalesce(
        array_to_string(
            list_sort(
                list_intersect(
                    string_split(recommendations, ' '),
                    (select list(k.rec_id) from recommendation as k where is_known(k.known_on, k.void_on, on_day)) -- noqa: RF03
                )
            ),
            ' '
        ),
        ''
    );

-- How far a change goes: only series with enough points can say.
create macro size_of_change(point, is_trial) as
    case
        when coalesce(is_trial, true) or point is null then 'too short to say'
        when point = 'common' then 'within normal variation'
        else 'outside normal variation'
    end;

-- The target of an indicator in force on a day: the latest one set by then; none where none was.
create macro target_on(indicator, on_day) as (
    select max_by(t.target, t.from_on)
    from targets as t
    where t.indicator_id = indicator and t.from_on <= on_day -- noqa: RF03
);

-- Will the process meet its target? As spc.icons says it: from the limits, never from one point.
create macro assurance(target, polarity, lower, upper, is_trial) as
    case
        when target is null or polarity = 'neutral' or coalesce(is_trial, true) or upper is null then 'none'
        when target > upper then case polarity when 'higher' then 'fail' else 'pass' end
        when target < lower then case polarity when 'higher' then 'pass' else 'fail' end
        else 'inconsistent'
    end;

-- Does a standing ask for the Board's attention: a signal of concern, or the worst quarter of authorities?
create macro needs_attention(point, is_trial, quartile) as
    (not coalesce(is_trial, true) and coalesce(point like 'concern%', false)) or coalesce(quartile = 'D', false);

-- The latest figure of each indicator as a whole by the day, with its signal as it was known then.
create macro standing_on(on_day) as table
select
    s.*,
    g.lower,
    g.upper,
    g.point,
    g.points,
    g.is_trial,
    g.rules,
    case when not g.is_trial then g.point end as variation
from standing as s
left join signal as g
    on
        s.indicator_id = g.indicator_id
        and s.breakdown = g.breakdown
        and s.period_end = g.period_end
        and s.period_end = g.known_to
        and g.is_own
where s.breakdown = '' and s.period_end <= on_day
qualify row_number() over (partition by s.indicator_id order by s.period_end desc) = 1;

-- Those of them that need attention, whichever page says so.
create macro indicator_attention_on(on_day) as table
select
    i.indicator_id,
    i.name,
    i.unit,
    borne(i.recommendations, on_day) as recommendations,
    s.period_start,
    s.period_end,
    s.value,
    s.status,
    s.england,
    s.rank,
    s.authorities,
    s.quartile,
    s.variation
from standing_on(on_day) as s
inner join indicator as i on s.indicator_id = i.indicator_id
where needs_attention(s.point, s.is_trial, s.quartile);

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

-- What there is to choose from on the pages of the dataset: recommendations known by the day.
create macro indicator_choices_on(on_day) as table
select 'indicator' as filter, indicator_id as id, name as label, theme || name as position
from indicator
union all
select distinct 'owner', agency, agency, agency from indicator
union all
select distinct 'theme', theme, replace(theme, '_', ' '), theme from indicator
union all
select distinct 'rec', k.rec_id, k.rec_id, k.rec_id
from recommendation as k
inner join indicator as i on list_contains(string_split(i.recommendations, ' '), k.rec_id)
where is_known(k.known_on, k.void_on, on_day)
union all
select 'model', model, model, chr(1000 - cast(rank() over (order by model) as integer))
from (select distinct model from neighbour) as m;

-- What each indicator is, with the sources of its figures up to the day.
create macro indicator_facts_on(on_day) as table
with
sourced as (
    select
        s.indicator_id,
        array_to_string(list_sort(list(distinct p.publication || ' (' || p.licence || ')')), '; ') as sources
    from standing as s
    inner join publication as p on s.publication_id = p.publication_id
    where s.period_end <= on_day
    group by s.indicator_id
)
select
    i.* replace (borne(i.recommendations, on_day) as recommendations),
    f.sources,
    (select a.area_name from area as a where a.area_code = own_area()) as area_name
from indicator as i
left join sourced as f on i.indicator_id = f.indicator_id;

-- The last 16 periods of each indicator as a whole by the day.
create macro indicator_paths_on(on_day) as table
select
    i.indicator_id,
    i.name,
    i.theme,
    i.unit,
    s.period_start,
    s.period_end,
    s.value,
    s.status,
    s.part
from standing as s
inner join indicator as i on s.indicator_id = i.indicator_id
where s.breakdown = '' and s.period_end <= on_day
qualify row_number() over (partition by s.indicator_id order by s.period_end desc) <= 16;

-- What a reader must know of the course of each series by the day: where it starts, breaks or has gaps, which target is set,
-- where limits begin anew, and when the recommendations that it bears on were made.
create macro remarks_on(on_day) as table
select
    b.indicator_id,
    b.on_day as since_on,
    b.kind,
    b.reason,
    null as by_role,
    null as target,
    'paper' as provenance,
    b.break_id as remark_id
from series_break as b
where b.known_on <= on_day -- noqa: RF03
union all
select
    indicator_id,
    from_on,
    'rebase',
    reason,
    by_role,
    null,
    provenance,
    rebase_id
from rebases
where from_on <= on_day
union all
select
    indicator_id,
    from_on,
    'target',
    reason,
    by_role,
    target,
    provenance,
    target_id
from targets
where from_on <= on_day
union all
select
    i.indicator_id,
    k.effective_on,
    'asked',
    k.title,
    null,
    null,
    k.provenance,
    k.rec_id
from recommendation as k
inner join indicator as i on list_contains(string_split(i.recommendations, ' '), k.rec_id)
where is_known(k.known_on, k.void_on, on_day);

-- How many referrals each source made in the last year by the day and in one of one or two years before, and how it varied.
-- Nothing is compared across a break. largest_before is the largest change over as many years, either way, in the years before.
create macro referral_changes_on(on_day) as table
with
counted as (
    select
        breakdown as source,
        part,
        period_end,
        value,
        row_number() over (partition by breakdown order by period_end) as place
    from standing
    where indicator_id = 'referrals_by_source' and period_end <= on_day
),
doubled as (
    select
        *,
        unnest([1, 2]) as years
    from counted
),
compared as (
    select
        c.source,
        c.period_end,
        c.value,
        c.years,
        case when c.part = b.part then b.value end as before,
        b.period_end as before_end
    from doubled as c
    left join counted as b on c.source = b.source and c.place - c.years = b.place
),
changed as (
    select
        *,
        max(abs(value - before)) over earlier as largest_before,
        count(value - before) over earlier as changes_before
    from compared
    window earlier as (
        partition by source, years order by period_end rows between unbounded preceding and 1 preceding
    )
)
select
    c.source,
    c.years,
    c.period_end,
    c.before_end,
    c.before,
    c.value,
    c.largest_before,
    c.changes_before,
    t.direction as share_trend
from changed as c
left join trend as t
    on t.indicator_id = 'referrals_by_source_pct' and c.source = t.breakdown and c.period_end = t.period_end
qualify c.period_end = max(c.period_end) over ();

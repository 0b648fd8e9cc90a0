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

-- The indicators that bear on a recommendation known by the day; a sub-point has those of its parent too.
create macro indicators_of(asked_for, on_day) as table
select
    i.*,
    r.effective_on as made_on
from recommendation as r
inner join indicator as i on list_has_any(string_split(i.recommendations, ' '), [r.rec_id, r.parent_id])
where r.rec_id = asked_for and is_known(r.known_on, r.void_on, on_day);

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

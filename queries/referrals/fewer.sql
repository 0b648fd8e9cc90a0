-- Which agencies send fewer or more referrals than so many years before, and is that more than noise?
-- One row per source, the largest fall first. by_chance is what two counts that large differ by in 95 of 100 cases if nothing
-- changed: 1.96 times the square root of their sum (counts as Poisson). largest_before is the largest change over as many years,
-- either way, in the years before; with fewer than three of them it decides nothing. Nothing is compared across a break.
-- share_trend is the test for a trend in the source's share over five years.
-- $years  integer = 2  how many years back
-- $as_at  date         the day it is true for: no period that ended after it
with
counted as (
    select
        breakdown as source,
        period_end,
        value,
        case
            when part = lag(part, $years) over series
                then lag(value, $years) over series
        end as before,
        lag(period_end, $years) over series as before_end
    from standing
    where indicator_id = 'referrals_by_source' and period_end <= $as_at
    window series as (partition by breakdown order by period_end)
),
changed as (
    select
        *,
        value - before as change,
        1.96 * sqrt(value + before) as by_chance,
        max(abs(value - before)) over earlier as largest_before,
        count(value - before) over earlier as changes_before
    from counted
    window earlier as (partition by source order by period_end rows between unbounded preceding and 1 preceding)
)
select
    c.source,
    c.period_end,
    c.before_end,
    c.before as referrals_before,
    c.value as referrals,
    c.change,
    c.by_chance,
    c.largest_before,
    t.direction as share_trend,
    case
        when c.change is null then 'too short to say'
        when abs(c.change) <= c.by_chance then 'no more than chance'
        when c.changes_before < 3 then 'more than chance; too short to say whether unusual'
        when abs(c.change) > c.largest_before then 'more than chance, and the largest so far'
        else 'more than chance, but not unusual for it'
    end as size
from changed as c
left join trend as t
    on t.indicator_id = 'referrals_by_source_pct' and c.source = t.breakdown and c.period_end = t.period_end
where c.period_end = (select max(period_end) from counted)
order by c.change nulls last, c.source

-- Which agencies send fewer or more referrals than two years before, and is that more than noise?
-- One row per source, the largest fall first. by_chance is what two counts that large differ by in 95 of 100 cases if nothing
-- changed: 1.96 times the square root of their sum (counts as Poisson). largest_before is the largest change over two years,
-- either way, in the years before; with fewer than three of them it decides nothing.
-- $as_at  date  the day it is true for: no period that ended after it
with
counted as (
    select
        breakdown as source,
        period_end,
        value,
        lag(value, 2) over (partition by breakdown order by period_end) as two_before,
        lag(period_end, 2) over (partition by breakdown order by period_end) as before_end
    from standing
    where indicator_id = 'referrals_by_source' and period_end <= $as_at
),
changed as (
    select
        *,
        value - two_before as change,
        1.96 * sqrt(value + two_before) as by_chance,
        max(abs(value - two_before)) over (
            partition by source order by period_end rows between unbounded preceding and 1 preceding
        ) as largest_before,
        count(value - two_before) over (
            partition by source order by period_end rows between unbounded preceding and 1 preceding
        ) as changes_before
    from counted
)
select
    source,
    period_end,
    before_end,
    two_before,
    value as referrals,
    change,
    by_chance,
    largest_before,
    case
        when change is null then 'too short to say'
        when abs(change) <= by_chance then 'no more than chance'
        when changes_before < 3 then 'more than chance'
        when abs(change) > largest_before then 'more than chance, and the largest so far'
        else 'more than chance, but not unusual for it'
    end as size
from changed
where period_end = (select max(period_end) from counted)
order by change nulls last, source

-- Which agencies send fewer or more referrals than so many years before, and is that more than noise?
-- One row per source, the largest fall first. by_chance is what two counts that large differ by in 95 of 100 cases if nothing
-- changed: 1.96 times the square root of their sum (counts as Poisson). largest_before is the largest change over as many years,
-- either way, in the years before; with fewer than three of them it decides nothing. Nothing is compared across a break.
-- share_trend is the test for a trend in the source's share over five years.
-- $years  integer = 2  how many years back: 1 or 2
-- $as_at  date         the day it is true for: no period that ended after it
with
changed as (
    select
        *,
        value - before as change,
        1.96 * sqrt(value + before) as by_chance
    from referral_changes_at($as_at)
    where years = case when $years in (1, 2) then $years else error('years must be 1 or 2') end
)
select
    source,
    period_end,
    before_end,
    before as referrals_before,
    value as referrals,
    change,
    by_chance,
    largest_before,
    share_trend,
    case
        when change is null then 'too short to say'
        when abs(change) <= by_chance then 'no more than chance'
        when changes_before < 3 then 'more than chance; too short to say whether unusual'
        when abs(change) > largest_before then 'more than chance, and the largest so far'
        else 'more than chance, but not unusual for it'
    end as size
from changed
order by change nulls last, source

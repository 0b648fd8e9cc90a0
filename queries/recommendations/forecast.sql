-- When would the remaining actions be complete if recent pace held?
-- One row, or none where no action is known. It has no dates when nothing remains, when fewer than five actions are
-- complete, or when the first was agreed fewer than the forecast days of the rule in force ago. The range spans the pace of the last
-- cycle and of the whole time.
-- $as_at     date       the day it is true for
-- $sources   varchar[]  sources to keep; empty keeps all
-- $recs      varchar[]  recommendations to keep, with their sub-points; empty keeps all
-- $groups    varchar[]  sub-groups to keep; empty keeps all
-- $agencies  varchar[]  agencies to keep; empty keeps all
with
kept as (
    select *
    from placed_actions($as_at, $sources, $recs, $groups, $agencies)
    where
        (is_open or is_complete)
        and is_counted(record_ends_on, $as_at, $sources, $recs)
),
history as (
    select
        count(case when is_open then 1 end) as remaining,
        count(completed_on) as complete,
        date_diff('day', min(agreed_on), $as_at) as days_used,
        count(case when completed_on > $as_at - r.cycle_days then 1 end) as recent,
        any_value(r.cycle_days) as cycle_days,
        any_value(r.forecast_days) as forecast_days
    from kept
    cross join rule_span as r
    where $as_at >= r.from_on and $as_at < r.until_on
),
pace as (
    select
        remaining,
        days_used,
        greatest(complete / days_used, recent / cycle_days) as fast,
        least(complete / days_used, recent / cycle_days) as slow,
        remaining > 0 and complete >= 5 and days_used >= forecast_days as is_shown
    from history
    where days_used is not null
)
select
    remaining,
    case when is_shown then cast($as_at + cast(ceil(remaining / fast) as integer) as date) end as earliest_on,
    case
        when is_shown and slow > 0 then cast($as_at + cast(ceil(remaining / slow) as integer) as date)
    end as latest_on,
    case when is_shown then 30.4 * fast end as per_month_fast,
    case when is_shown then 30.4 * slow end as per_month_slow,
    days_used as basis_days
from pace
order by remaining

-- Where do the findings of each theme stand on the way to practice that has changed?
-- One row per theme and state with at least one finding; most open findings first, then states in order of the way.
-- $as_at      date           the day it is true for
-- $programme  varchar = all  year of the audit's programme, such as 2017-18; all keeps every year
select
    f.theme,
    f.state,
    list_position(
        [
            'no action', 'action under way', 'waits for re-audit', 'not yet improved', 'improved',
            'closed without action'
        ],
        f.state
    ) as position,
    f.is_open,
    count(*) as findings,
    count(case when f.days_late > 0 then 1 end) as late,
    max(case when f.is_open then f.days_since end) as longest_days
from findings_at($as_at) as f
where $programme = 'all' or f.programme = $programme
group by f.theme, f.state, f.is_open
order by
    sum(sum(case when f.is_open then 1 else 0 end)) over (partition by f.theme) desc,
    f.theme asc,
    position asc

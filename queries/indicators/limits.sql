-- What are the process limits and signals of one indicator in the board's own area, beside the target in force?
-- One row per month or quarter that ended by the as-at day, in order, also where it is withheld or missing; none for annual
-- series, which are too short for limits. The limits know of nothing after the as-at day.
-- $indicator  varchar  the indicator
-- $as_at      date     the day it is true for: no period that ended after it
select
    s.period_start,
    s.period_end,
    s.value,
    s.status,
    g.part,
    g.mean,
    g.lower,
    g.upper,
    g.point,
    g.points,
    g.is_trial,
    s.target,
    assurance(target_on($indicator, $as_at), i.polarity, g.lower, g.upper, g.is_trial) as assurance,
    g.rules
from standing as s
inner join indicator as i on s.indicator_id = i.indicator_id
left join signal as g
    on
        s.indicator_id = g.indicator_id
        and s.breakdown = g.breakdown
        and s.period_end = g.period_end
        and g.is_own
        and g.known_to = (
            select max(known_to) from signal
            where indicator_id = $indicator and breakdown = '' and is_own and known_to <= $as_at
        )
where
    s.indicator_id = $indicator
    and s.breakdown = ''
    and i.frequency != 'annual'
    and s.period_end <= $as_at
order by s.period_end

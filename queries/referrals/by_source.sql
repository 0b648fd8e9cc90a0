-- Who refers children, year by year, and how does each share compare with England's?
-- One row per year that ended by the as-at day and source; the latest year first, the largest source first. By source there is
-- nothing before April 2013; for the year to March 2025 three shares and no counts.
-- $as_at  date  the day it is true for: no period that ended after it
select
    s.period_start,
    s.period_end,
    s.breakdown as source,
    c.value as referrals,
    c.status as referrals_status,
    s.value as share,
    s.status as share_status,
    s.england as england_share,
    s.england_status as england_share_status,
    b.value as referrals_year_before,
    c.value - b.value as change,
    p.publication
from standing as s
left join standing as c
    on c.indicator_id = 'referrals_by_source' and s.breakdown = c.breakdown and s.period_end = c.period_end
left join standing as b
    on b.indicator_id = 'referrals_by_source' and c.breakdown = b.breakdown and c.previous_end = b.period_end
left join publication as p on s.publication_id = p.publication_id
where s.indicator_id = 'referrals_by_source_pct' and s.period_end <= $as_at
order by s.period_end desc, s.value desc nulls last, s.breakdown asc

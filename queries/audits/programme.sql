-- How does the programme of audits run against its plan?
-- One row per audit known on the as-at day, in order of the day first planned, those without a day last.
-- $as_at      date           the day it is true for
-- $programme  varchar = all  year of the programme, such as 2017-18; all keeps every year
select * exclude (seq)
from audit_cards_at($as_at)
where $programme = 'all' or programme = $programme
order by first_planned_on nulls last, seq

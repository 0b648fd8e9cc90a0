-- What did audits find, what was done about it, and did a second look see a change?
-- One row per finding known on the as-at day: open ones first, longest known first.
-- $as_at      date           the day it is true for
-- $programme  varchar = all  year of the audit's programme, such as 2017-18; all keeps every year
select
    f.finding_id,
    f.audit_id,
    f.audit_title,
    f.theme,
    f.domain,
    f.agency_name,
    f.finding,
    f.found_on,
    f.state,
    f.is_open,
    f.days_since,
    f.action_id,
    f.rec_id,
    m.ref,
    f.action,
    f.due_on,
    f.days_late,
    f.action_delivery,
    f.reaudit_id,
    f.reaudited_on,
    f.result,
    f.why,
    f.provenance
from findings_at($as_at) as f
left join recommendation as m on f.rec_id = m.rec_id
where $programme = 'all' or f.programme = $programme
order by f.is_open desc, f.found_on asc, f.seq asc

-- How do the recommendations that are followed up stand, worst first?
-- One row per recommendation that is no sub-point; sets whose record has ended are left out unless they are chosen.
-- $as_at        date       the day it is true for
-- $sources      varchar[]  sources to keep; empty keeps all
-- $recs         varchar[]  recommendations to keep, with their sub-points; empty keeps all
-- $groups       varchar[]  sub-groups to keep; empty keeps all
-- $agencies     varchar[]  agencies to keep; empty keeps all
-- $deliveries   varchar[]  delivery states to keep; empty keeps all
-- $ratings      varchar[]  ratings to keep; empty keeps all
-- $acceptances  varchar[]  answers to keep; empty keeps all
select
    c.rec_id,
    c.ref,
    c.title,
    c.rating,
    c.delivery,
    c.assurance,
    c.progress,
    c.gate,
    g.name as lead_name,
    c.at_sub_group,
    c.at_business_group,
    c.at_board,
    c.due_on,
    c.days_late,
    c.slip_days,
    c.actions,
    c.overdue,
    c.undated,
    c.stale,
    c.challenges_open,
    c.last_report_on,
    c.is_illustrative
from chosen_recommendations($as_at, $sources, $recs, $groups, $agencies, $deliveries, $ratings, $acceptances) as c
inner join org_group as g on c.lead_group_id = g.group_id
left join rating_state as t on c.rating = t.rating
where is_counted(c.record_ends_on, $as_at, $sources, $recs) and c.parent_id is null
order by coalesce(t.severity, 0) desc, c.overdue desc, c.days_late desc, c.progress asc nulls first, c.position asc, c.rec_id asc

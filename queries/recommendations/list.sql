-- Which recommendations are there, and how does each stand on the as-at day?
-- One row per recommendation or sub-point that passes the filters; sets followed up first, newest set first, in the order of the paper.
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
    c.source_id,
    c.ref,
    c.parent_id,
    c.title,
    c.ask,
    c.lead_group_id,
    g.name as lead_name,
    c.acceptance,
    c.delivery,
    c.assurance,
    c.rating,
    c.progress,
    c.due_on,
    c.days_late,
    c.slip_days,
    c.last_report_on,
    c.gate,
    c.at_sub_group,
    c.at_business_group,
    c.at_board,
    c.actions,
    c.overdue,
    c.undated,
    c.stale,
    c.challenges_open,
    c.made_on,
    c.record_ends_on,
    c.is_followed_up,
    c.provenance,
    c.is_illustrative
from chosen_recommendations($as_at, $sources, $recs, $groups, $agencies, $deliveries, $ratings, $acceptances) as c
inner join org_group as g on c.lead_group_id = g.group_id
order by c.is_followed_up desc, c.made_on desc, c.source_id asc, c.position asc, c.rec_id asc

-- What was asked, by whom, and how does it stand on the as-at day?
-- One row, or none when the recommendation is not known on that day.
-- $as_at  date       the day it is true for
-- $rec    varchar    the recommendation
select
    c.rec_id,
    c.source_id,
    c.ref,
    c.parent_id,
    p.ref as parent_ref,
    p.title as parent_title,
    c.title,
    c.ask,
    c.made_on,
    r.cited,
    c.acceptance,
    c.delivery,
    c.assurance,
    c.challenges_open,
    c.rating,
    c.progress,
    c.due_on,
    c.days_late,
    c.last_report_on,
    c.gate,
    c.at_sub_group,
    c.at_business_group,
    c.at_board,
    c.actions,
    c.promises,
    c.overdue,
    c.undated,
    c.record_ends_on,
    o.record_note,
    c.is_followed_up,
    c.provenance,
    c.is_illustrative,
    o.title as source_title,
    o.made_text,
    o.synopsis,
    o.reason,
    m.name as made_by,
    t.name as made_to,
    l.name as lead_name,
    l.kind as lead_kind,
    (
        select string_agg(s.name, '; ' order by s.position)
        from org_group as s
        where list_contains(c.support_group_ids, s.group_id)
    ) as support_names
from recommendation_state as c
inner join recommendation as r using (rec_id)
inner join source as o on c.source_id = o.source_id
inner join org_group as m on o.by_group_id = m.group_id
inner join org_group as t on o.made_to_group_id = t.group_id
inner join org_group as l on c.lead_group_id = l.group_id
left join recommendation as p on c.parent_id = p.rec_id
where c.as_at = $as_at and c.rec_id = $rec
order by c.rec_id

-- Which entries were made last, and what is each about?
-- One row per entry that is known on the as-at day and still holds, the latest made first.
-- $as_at  date            the day it is true for
-- $kind   varchar = any   kind of entry to keep; any keeps all
-- $most   integer = 10    how many at most
with
latest as (
    select *
    from entry_line
    where is_known(known_on, void_on, $as_at) and ($kind = 'any' or kind = $kind)
    order by seq desc
    limit $most
),
subject as (
    select
        a.seq,
        string_agg(n.title, '; ' order by n.seq desc, n.title asc) as titles
    from entry_about as a
    inner join latest as l on a.seq = l.seq and a.about not in (l.kind, 'org_group')
    inner join entry_title as n on a.about = n.table_name and a.about_key = n.key
    group by a.seq
)
select
    l.seq,
    l.kind,
    case when n.title = l.key then coalesce(s.titles, l.key) else coalesce(n.title, l.key) end as what,
    l.effective_on as happened_on,
    g.name as by_name,
    l.by_role,
    l.provenance,
    p.label as entered_by_name
from latest as l
inner join org_group as g on l.by_group_id = g.group_id
left join entry_title as n on l.kind = n.table_name and l.key = n.key
left join subject as s on l.seq = s.seq
left join people as p on l.entered_by = p.person_id
order by l.seq desc

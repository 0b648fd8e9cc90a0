-- What does the entry of this number say, and does it still hold?
-- One row, or none where there is no such entry that the reader may see; it does not move with the as-at day.
-- $number  integer  number of the entry
select
    e.seq,
    e.kind,
    e.key,
    e.effective_on,
    e.known_on,
    e.void_on,
    e.by_group_id,
    g.name as by_name,
    e.by_role,
    e.why,
    e.cited,
    e.entered_by,
    e.body,
    (
        select count(*)
        from entry_about as a
        inner join entry_line as h on a.seq = h.seq and h.void_on is null
        where a.about = e.kind and a.about_key = e.key and a.seq != e.seq
    ) as hanging
from entry_line as e
left join org_group as g on e.by_group_id = g.group_id
where e.seq = $number
order by e.seq

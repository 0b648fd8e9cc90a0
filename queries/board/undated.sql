-- Which work that is still owed has no date?
-- One row per open action or promise without a date, oldest first.
-- Sets whose record has ended are left out unless they are chosen.
-- $as_at     date       the day it is true for
-- $sources   varchar[]  sources to keep; empty keeps all
-- $recs      varchar[]  recommendations to keep, with their sub-points; empty keeps all
-- $groups    varchar[]  sub-groups to keep; empty keeps all
-- $agencies  varchar[]  agencies to keep; empty keeps all
with
owed as (
    select
        'action' as kind, a.action_id as id, a.rec_id, a.ref, a.title as what, a.due_text,
        a.agreed_on as since, a.group_name as owner, a.provenance, a.record_ends_on
    from placed_actions($as_at, $sources, $recs, $groups, $agencies) as a
    where a.is_undated
    union all
    select
        'promise', p.promise_id, p.rec_id, p.ref, p.what, p.due_text,
        p.made_on, g.name, p.provenance, p.record_ends_on
    from placed_promises($as_at, $sources, $recs, $groups, $agencies) as p
    inner join org_group as g on p.by_group_id = g.group_id
    where p.is_undated
)
select kind, id, rec_id, ref, what, due_text, since, owner, provenance
from owed
where is_counted(record_ends_on, $as_at, $sources, $recs)
order by since, kind, id

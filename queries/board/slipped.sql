-- Which promises and action dates have moved furthest from the day first given?
-- One row per promise or action that is still owed and was moved, furthest first.
-- Sets whose record has ended are left out unless they are chosen.
-- $as_at     date       the day it is true for
-- $sources   varchar[]  sources to keep; empty keeps all
-- $recs      varchar[]  recommendations to keep, with their sub-points; empty keeps all
-- $groups    varchar[]  sub-groups to keep; empty keeps all
-- $agencies  varchar[]  agencies to keep; empty keeps all
with
moved as (
    select
        'action' as kind, a.action_id as id, a.rec_id, a.ref, a.title as what,
        a.first_due_on, a.due_on, a.due_text, a.slip_days, a.extensions as times, a.days_late, a.rating,
        a.provenance, a.record_ends_on
    from placed_actions($as_at, $sources, $recs, $groups, $agencies) as a
    where a.is_open and a.extensions > 0
    union all
    select
        'promise', p.promise_id, p.rec_id, p.ref, p.what,
        p.first_due_on, p.due_on, p.due_text, p.slip_days, p.slips, p.days_late, p.rating,
        p.provenance, p.record_ends_on
    from placed_promises($as_at, $sources, $recs, $groups, $agencies) as p
    where p.is_open and p.slips > 0
)
select
    kind,
    id,
    rec_id,
    ref,
    what,
    first_due_on,
    due_on,
    due_text,
    slip_days,
    times,
    days_late,
    rating,
    provenance
from moved
where is_counted(record_ends_on, $as_at, $sources, $recs)
order by slip_days desc nulls last, days_late desc, kind asc, id asc

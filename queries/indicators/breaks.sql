-- What must a reader of one series know of its course?
-- One row per remark, by day: where it starts, breaks or has gaps, which target is set, where limits begin anew, and when the
-- recommendations that it bears on were made; none that tells of what came after the as-at day.
-- $indicator  varchar  the indicator
-- $as_at      date     the day it is true for
select
    on_day,
    kind,
    reason,
    null as by_role,
    null as target,
    'paper' as provenance,
    break_id as remark_id
from series_break
where indicator_id = $indicator and known_on <= $as_at
union all
select
    from_on as on_day,
    'rebase' as kind,
    reason,
    by_role,
    null as target,
    provenance,
    rebase_id as remark_id
from rebases
where indicator_id = $indicator and from_on <= $as_at
union all
select
    from_on as on_day,
    'target' as kind,
    reason,
    by_role,
    target,
    provenance,
    target_id as remark_id
from targets
where indicator_id = $indicator and from_on <= $as_at
union all
select
    k.effective_on as on_day,
    'asked' as kind,
    k.title as reason,
    null as by_role,
    null as target,
    k.provenance,
    k.rec_id as remark_id
from recommendation as k
inner join indicator as i on list_contains(string_split(i.recommendations, ' '), k.rec_id)
where i.indicator_id = $indicator and is_known(k.known_on, k.void_on, $as_at)
order by on_day, kind, remark_id

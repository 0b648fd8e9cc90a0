-- Which decisions on a narrower scope were not made by the Board, and which proposals by neither leads nor the Business Group?
-- One row per such entry, by kind, then key.
-- No parameters. Scopes from papers may be anybody's: what a body said is kept as it was said.
with fault as (
    select
        'scope_decision' as kind,
        d.scope_decision_id as key,
        d.by_group_id as found,
        'Only the Board decides on a narrower scope, and org_group.csv says ' || g.kind || ': name the Board.' as remedy
    from scope_decision as d
    inner join org_group as g on d.by_group_id = g.group_id
    where g.kind != 'board'
    union all
    select
        'scope_request',
        q.scope_request_id,
        q.by_group_id,
        'Name a sub-group that leads recommendation "' || q.rec_id || '", or the Business Group.'
    from scope_request as q
    inner join org_group as g on q.by_group_id = g.group_id
    inner join recommendation as r on q.rec_id = r.rec_id
    where
        g.kind != 'business_group'
        and q.by_group_id != r.lead_group_id
        and not list_contains(coalesce(r.support_group_ids, []), q.by_group_id)
)
select
    kind,
    key,
    'by_group_id' as column_name,
    found,
    remedy
from fault
order by kind, key

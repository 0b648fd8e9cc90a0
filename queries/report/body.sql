-- Which body is the board, or the Business Group?
-- One row per body of the kind, in the board's order.
-- $kind  varchar  kind of body: board or business_group
select
    group_id,
    name
from org_group
where kind = $kind
order by position

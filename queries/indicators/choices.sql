-- Which indicators, agencies, themes and models are there to choose from?
-- One row per choice; by filter, then in the order to show them.
-- $as_at  date  the day it is true for: recommendations known by then
select 'indicator' as filter, indicator_id as id, name as label, theme || name as position
from indicator
union all
select distinct 'owner', agency, agency, agency from indicator
union all
select distinct 'theme', theme, replace(theme, '_', ' '), theme from indicator
union all
select distinct 'rec', k.rec_id, k.rec_id, k.rec_id
from recommendation as k
inner join indicator as i on list_contains(string_split(i.recommendations, ' '), k.rec_id)
where is_known(k.known_on, k.void_on, $as_at)
union all
select 'model', model, model, chr(1000 - cast(rank() over (order by model) as integer))
from (select distinct model from neighbour) as m
order by filter, position, id

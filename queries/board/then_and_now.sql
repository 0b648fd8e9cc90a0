-- How many actions held each rating on one day and how many on another, and how many came to it and left it between?
-- One row per rating that any held on either, worst first; closed and superseded actions, which have none, come last.
-- Sets whose record has ended are left out unless they are chosen.
-- $since     date       the first day
-- $as_at     date       the second day; nothing from after it
-- $sources   varchar[]  sources to keep; empty keeps all
-- $recs      varchar[]  recommendations to keep, with their sub-points; empty keeps all
-- $groups    varchar[]  sub-groups to keep; empty keeps all
-- $agencies  varchar[]  agencies to keep; empty keeps all
with
pair as (
    select
        n.action_id,
        coalesce(n.rating, 'closed') as rating,
        case when t.action_id is not null then coalesce(t.rating, 'closed') end as rating_then
    from placed_actions($as_at, $sources, $recs, $groups, $agencies) as n
    left join action_state as t on n.action_id = t.action_id and t.as_at = $since
    where is_counted(n.record_ends_on, $as_at, $sources, $recs)
),
place as (
    select
        rating,
        severity
    from rating_state
    union all
    select
        'closed',
        0
)
select
    s.rating,
    count(case when p.rating_then = s.rating then 1 end) as actions_then,
    count(case when p.rating = s.rating then 1 end) as actions,
    count(case when p.rating = s.rating and p.rating_then is distinct from s.rating then 1 end) as came,
    count(case when p.rating = s.rating and p.rating_then is null then 1 end) as new,
    count(case when p.rating_then = s.rating and p.rating != s.rating then 1 end) as went
from place as s
inner join pair as p on s.rating in (p.rating, p.rating_then)
group by s.rating, s.severity
order by s.severity desc

-- How are the actions of each sub-group, agency or recommendation rated?
-- One row per name and rating; the name with the most overdue first. Closed and superseded actions are left out.
-- Sets whose record has ended are left out unless they are chosen.
-- $as_at        date       the day it is true for
-- $sources      varchar[]  sources to keep; empty keeps all
-- $recs         varchar[]  recommendations to keep, with their sub-points; empty keeps all
-- $groups       varchar[]  sub-groups to keep; empty keeps all
-- $agencies     varchar[]  agencies to keep; empty keeps all
-- $deliveries   varchar[]  delivery states to keep; empty keeps all
-- $ratings      varchar[]  ratings to keep; empty keeps all
-- $acceptances  varchar[]  answers to keep; empty keeps all
-- $by           varchar    sub-group, agency or recommendation
with
named as (
    select
        a.rating,
        case $by
            when 'sub-group' then a.group_name
            when 'agency' then a.agency_name
            when 'recommendation' then a.ref || ' ' || a.rec_title
        end as name
    from counted_actions($as_at, $sources, $recs, $groups, $agencies, $deliveries, $ratings, $acceptances) as a
    where a.rating is not null
),
total as (
    select name, rating, count(*) as actions
    from named
    group by name, rating
)
select t.name, t.rating, t.actions
from total as t
inner join rating_state as s using (rating)
where t.name is not null
order by
    sum(case when t.rating = 'red' then t.actions else 0 end) over (partition by t.name) desc,
    sum(t.actions) over (partition by t.name) desc,
    t.name asc,
    s.severity asc

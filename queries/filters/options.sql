-- What can the filters choose from on the as-at day?
-- One row per filter and choice, in the order to show them; only what is known on that day.
-- $as_at  date       the day it is true for
with
known as (
    select * from recommendation where is_known(known_on, void_on, $as_at)
),
choice as (
    select
        1 as filter_position, 'sources' as filter, s.source_id as id, s.title as label,
        -date_diff('day', date '2000-01-01', s.effective_on) as position
    from source as s
    where is_known(s.known_on, s.void_on, $as_at)
    union all
    select
        2, 'recs', k.rec_id, k.rec_id || ' ' || k.title,
        k.position - 1000 * date_diff('day', date '2000-01-01', k.effective_on)
    from known as k
    union all
    select 3, 'groups', g.group_id, g.name, g.position
    from org_group as g
    where
        g.group_id in (select lead_group_id from known)
        or g.group_id in (select unnest(support_group_ids) from known)
        or g.group_id in (select lead_group_id from action where is_known(known_on, void_on, $as_at))
        or g.group_id in (select by_group_id from promise where is_known(known_on, void_on, $as_at))
    union all
    select 4, 'agencies', a.agency_id, a.name, a.position
    from agency as a
    where
        a.agency_id in (select agency_id from known)
        or a.agency_id in (select agency_id from action where is_known(known_on, void_on, $as_at))
    union all
    select 5, 'deliveries', delivery, delivery, position from delivery_state
    union all
    select 6, 'ratings', rating, rating, -severity from rating_state
    union all
    select 7, 'acceptances', acceptance, acceptance, position from acceptance_state
    union all
    select 7, 'acceptances', 'no answer yet', 'no answer yet', 99
)
select filter, id, label
from choice
order by filter_position, position, id

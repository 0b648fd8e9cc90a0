-- The filters that every page shares, applied to the state on a day. An empty list keeps all.

-- Does an action pass the filters on where it belongs and who does it?
create macro is_placed(
    source_id, rec_id, parent_id, lead_group_id, agency_id, sources, recs, groups, agencies
) as
    is_chosen(source_id, sources)
    and (is_chosen(rec_id, recs) or coalesce(list_contains(recs, parent_id), false))
    and is_chosen(lead_group_id, groups)
    and is_chosen(agency_id, agencies);

-- Does an action or recommendation pass the filters on how it stands?
create macro is_standing(delivery, rating, acceptance, deliveries, ratings, acceptances) as
    is_chosen(delivery, deliveries)
    and is_chosen(rating, ratings)
    and is_chosen(coalesce(acceptance, 'no answer yet'), acceptances);

-- Actions on one day that pass the filters on where they belong and who does them.
create macro placed_actions(on_day, sources, recs, groups, agencies) as table
select *
from action_state
where
    as_at = on_day
    and is_placed(source_id, rec_id, parent_id, lead_group_id, agency_id, sources, recs, groups, agencies);

-- Promises on one day that pass those filters, each beside the first recommendation that it answers.
create macro placed_promises(on_day, sources, recs, groups, agencies) as table
select *
from promise_state
where
    as_at = on_day
    and rec_id is not null
    and is_chosen(source_id, sources)
    and (len(recs) = 0 or list_has_any(rec_ids, recs) or list_has_any(parent_ids, recs))
    and is_chosen(by_group_id, groups)
    and len(agencies) = 0;

-- Actions on one day that pass every filter. Said anew and not on top of the last: each level costs DuckDB half a
-- millisecond to plan, in every question.
create macro chosen_actions(
    on_day, sources, recs, groups, agencies, deliveries, ratings, acceptances
) as table
select *
from action_state
where
    as_at = on_day
    and is_placed(source_id, rec_id, parent_id, lead_group_id, agency_id, sources, recs, groups, agencies)
    and is_standing(delivery, rating, acceptance, deliveries, ratings, acceptances);

-- The same without sets whose record has ended, for totals and charts.
create macro counted_actions(
    on_day, sources, recs, groups, agencies, deliveries, ratings, acceptances
) as table
select *
from action_state
where
    as_at = on_day
    and is_placed(source_id, rec_id, parent_id, lead_group_id, agency_id, sources, recs, groups, agencies)
    and is_standing(delivery, rating, acceptance, deliveries, ratings, acceptances)
    and is_counted(record_ends_on, on_day, sources, recs);

-- Recommendations on one day that pass the filters; a parent keeps its sub-points.
create macro chosen_recommendations(
    on_day, sources, recs, groups, agencies, deliveries, ratings, acceptances
) as table
select *
from recommendation_state
where
    as_at = on_day
    and is_chosen(source_id, sources)
    and (is_chosen(rec_id, recs) or coalesce(list_contains(recs, parent_id), false))
    and (len(groups) = 0 or list_has_any(group_ids, groups))
    and (len(agencies) = 0 or list_has_any(agency_ids, agencies))
    and is_standing(delivery, rating, acceptance, deliveries, ratings, acceptances);

-- What the filters can choose from, in the order to show it; only what is known on that day.
create macro options_on(on_day) as table
with
known as (
    select * from recommendation where is_known(known_on, void_on, on_day)
),
agreed as (
    select lead_group_id, agency_id from action where is_known(known_on, void_on, on_day)
)
select
    1 as filter_position, 'sources' as filter, s.source_id as id, s.title as label,
    -date_diff('day', date '2000-01-01', s.effective_on) as position
from source as s
where is_known(s.known_on, s.void_on, on_day) -- noqa: RF03
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
    or g.group_id in (select lead_group_id from agreed)
    or g.group_id in (select by_group_id from promise where is_known(known_on, void_on, on_day))
union all
select 4, 'agencies', a.agency_id, a.name, a.position
from agency as a
where
    a.agency_id in (select agency_id from known)
    or a.agency_id in (select agency_id from agreed)
union all
select 5, 'deliveries', delivery, delivery, position from delivery_state
union all
select 6, 'ratings', rating, rating, -severity from rating_state
union all
select 7, 'acceptances', acceptance, acceptance, position from acceptance_state
union all
select 7, 'acceptances', 'no answer yet', 'no answer yet', 99;

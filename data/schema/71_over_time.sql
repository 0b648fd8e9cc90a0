-- Ratings over time: on the as-at day and on days before it at even steps of whole weeks, all of them Thursdays, so that
-- two as-at days share most of their days and what was worked out for one serves the other.

-- The recommendations known on a day that pass the filters on what they are.
create macro followed_recommendations(on_day, sources, recs) as table
select
    r.rec_id,
    r.parent_id,
    r.known_on
from recommendation as r
inner join source as o using (source_id)
where
    is_known(r.known_on, r.void_on, on_day)
    and is_chosen(r.source_id, sources)
    and (is_chosen(r.rec_id, recs) or coalesce(list_contains(recs, r.parent_id), false))
    and is_counted(o.record_ends_on, on_day, sources, recs);

-- Days between two that are rated: as few weeks as give 61 days at most.
create macro sample_step(first_on, on_day) as
    7 * greatest(cast(ceil(date_diff('day', first_on, on_day) / 420) as bigint), 1);

-- The days to rate, each once, from the day on which the first recommendation was known: 61 at most, with the as-at day.
-- The first day of 1970, from which the steps are counted, was a Thursday.
create macro sampled_days(first_on, on_day) as
    list_distinct(list_append(
        list_transform(
            range(
                cast(ceil(date_diff('day', date '1970-01-01', first_on) / sample_step(first_on, on_day)) as bigint),
                date_diff('day', date '1970-01-01', on_day) // sample_step(first_on, on_day) + 1
            ),
            lambda n: cast(date '1970-01-01' + cast(n * sample_step(first_on, on_day) as integer) as date)
        ),
        case when first_on is not null then cast(on_day as date) end
    ));

-- The ratings in states of actions and of recommendations, which are tables, views or common table expressions by name:
-- one row per day and action or recommendation that has one.
create macro ratings_from(actions, recommendations) as table
select
    as_at,
    rec_id,
    action_id,
    rating,
    [lead_group_id] as group_ids,
    [agency_id] as agency_ids
from query_table(actions)
where rating is not null
union all
select
    as_at,
    rec_id,
    null,
    rating,
    group_ids,
    agency_ids
from query_table(recommendations)
where rating is not null;

-- The same on each of the days given, worked out. It reads the two by name, which the linter does not see.
create macro ratings_on(days) as table
with
action_on_days as ( -- noqa: ST03
    from actions_on(days)
),
recommendation_on_days as ( -- noqa: ST03
    from recommendations_on(days)
)
from ratings_from('action_on_days', 'recommendation_on_days');

-- Kept: the warehouse adds the days that a question about ratings over time first needs.
create table whole.rating_sample as from ratings_on(cast([] as date[]));
create view rating_sample as from whole.rating_sample where is_open_to_reader(rec_id);

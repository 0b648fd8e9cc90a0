-- Rules on reviews of serious cases: what is due when, how their actions stand, and whether the learning was embedded.

-- The working day so many working days after a day: neither a weekend nor a bank holiday; the day itself does not count.
create macro working_day_after(from_on, days) as (
    select list_sort(list(w.day))[days] -- noqa: RF03
    from (select from_on + cast(unnest(range(1, 2 * days + 15)) as integer) as day) as w
    where isodow(w.day) < 6 and w.day not in (select h.day from bank_holiday as h)
);

-- The last day of a time limit that starts on a day.
create macro limit_ends(from_on, days, counted_in) as
    case counted_in
        when 'working days' then working_day_after(from_on, days)
        else cast(from_on + to_months(days) as date)
    end;

-- How does a stage stand against its limit on a day?
create macro stage_standing(reached_on, due_on, is_needed, clock_on, as_at) as
    case
        when reached_on <= due_on then 'in time'
        when reached_on > due_on then 'late'
        when reached_on is not null then 'no limit'
        when not is_needed then 'not needed'
        when clock_on is null then 'not begun'
        when due_on < as_at then 'overdue'
        else 'running'
    end;

-- Every stage of every review known on a day, after the one on which the case came to light.
create macro review_stages_on(on_day) as table
with
known as (
    select * from case_review where is_known(known_on, void_on, on_day)
),
reached as (
    select review_id, 'came to light' as stage, effective_on as reached_on, null as outcome from known
    union all
    select review_id, stage, effective_on, outcome
    from review_step
    where is_known(known_on, void_on, on_day)
    qualify row_number() over (partition by review_id, stage order by seq desc) = 1
),
clocked as (
    select
        r.review_id,
        l.stage,
        l.from_stage,
        l.days,
        l.counted_in,
        r.reached_on as clock_on
    from review_limit as l
    inner join reached as r on l.from_stage = r.stage and l.from_on <= r.reached_on
    qualify row_number() over (partition by r.review_id, l.stage order by l.from_on desc, l.limit_id asc) = 1
),
due as (
    select *, limit_ends(clock_on, days, counted_in) as due_on from clocked
),
staged as (
    select
        k.review_id,
        s.stage,
        s.position,
        r.reached_on,
        r.outcome,
        d.from_stage,
        d.days,
        d.counted_in,
        d.clock_on,
        d.due_on,
        k.provenance,
        s.stage != 'published' or not exists (
            select 1 from reached as x
            where x.review_id = k.review_id and x.stage = 'decided' and x.outcome = 'no review'
        ) as is_needed
    from known as k
    cross join review_stage as s
    left join reached as r on k.review_id = r.review_id and s.stage = r.stage
    left join due as d on k.review_id = d.review_id and s.stage = d.stage
    where s.stage != 'came to light'
)
select
    * replace (case when is_needed then due_on end as due_on),
    stage_standing(reached_on, due_on, is_needed, clock_on, on_day) as standing,
    case when is_needed then greatest(date_diff('day', due_on, coalesce(reached_on, on_day)), 0) else 0 end as days_late
from staged;

-- Every action of a review known on a day, by the rules of all actions.
create macro review_actions_on(on_day) as table
with
said as (
    select
        review_action_id,
        arg_max(percent, (effective_on, seq)) as percent,
        arg_max(to_delivery, (effective_on, seq)) as moved_to,
        arg_max(due_on, (effective_on, seq)) as later_due_on,
        arg_max(evidence, (effective_on, seq)) as evidence,
        max(effective_on) as last_report_on,
        max(case when to_delivery = 'complete' then effective_on end) as completed_on,
        count(due_on) as extensions,
        count(percent) as reports
    from review_update
    where is_known(known_on, void_on, on_day)
    group by review_action_id
),
stated as (
    select
        a.review_action_id,
        a.review_rec_id,
        a.title,
        a.lead_group_id,
        a.agency_id,
        a.start_on,
        a.due_on as first_due_on,
        coalesce(s.later_due_on, a.due_on) as due_on,
        case when s.later_due_on is null then a.due_text end as due_text,
        coalesce(s.moved_to, case when s.reports > 0 then 'in progress' else 'not started' end) as delivery,
        s.percent,
        s.evidence,
        s.last_report_on,
        s.completed_on,
        coalesce(s.extensions, 0) as extensions,
        a.provenance
    from review_action as a
    left join said as s on a.review_action_id = s.review_action_id
    where is_known(a.known_on, a.void_on, on_day)
)
select
    t.* replace (
        case when v.is_complete then 100 else coalesce(t.percent, 0) end as percent,
        case when v.is_complete then t.completed_on end as completed_on
    ),
    v.gate,
    v.is_open,
    v.is_complete,
    action_rating(
        t.delivery, v.is_open, t.percent, t.start_on, t.due_on, t.extensions, r.due_soon_days, on_day
    ) as rating,
    days_late(v.is_open, t.due_on, on_day) as days_late,
    case when v.is_complete then greatest(date_diff('day', t.due_on, t.completed_on), 0) end as days_completed_late,
    date_diff('day', t.first_due_on, t.due_on) as slip_days
from stated as t
inner join delivery_state as v on t.delivery = v.delivery
inner join rule_span as r on on_day >= r.from_on and on_day < r.until_on;

-- Every recommendation of a review known on a day, with the work on it and whether it is embedded.
create macro review_recommendations_on(on_day) as table
with
work as (
    select
        review_rec_id,
        count(*) as actions,
        count(case when is_open then 1 end) as open_actions,
        count(case when is_complete then 1 end) as complete,
        count(case when rating = 'red' then 1 end) as overdue,
        count(case when rating = 'amber' then 1 end) as at_risk,
        count(case when rating in ('green', 'blue') then 1 end) as on_track,
        count(case when delivery = 'not started' then 1 end) as not_started,
        min(case when is_open then due_on end) as due_on,
        avg(percent) as progress
    from review_actions_on(on_day)
    where delivery != 'superseded'
    group by review_rec_id
),
looked as (
    select review_rec_id, found, evidence, effective_on
    from learning_check
    where is_known(known_on, void_on, on_day)
    qualify row_number() over (partition by review_rec_id order by effective_on desc, seq desc) = 1
)
select
    r.review_rec_id,
    r.review_id,
    r.theme,
    r.title,
    r.lead_group_id,
    r.effective_on as made_on,
    coalesce(w.actions, 0) as actions,
    coalesce(w.open_actions, 0) as open_actions,
    coalesce(w.overdue, 0) as overdue,
    w.due_on,
    w.progress,
    case
        when coalesce(w.actions, 0) = 0 or w.not_started = w.actions then 'not started'
        when w.open_actions > 0 then 'in progress'
        when w.complete > 0 then 'complete'
        else 'closed without implementing'
    end as delivery,
    recommendation_rating(
        'in progress', coalesce(w.overdue, 0), coalesce(w.at_risk, 0), coalesce(w.on_track, 0)
    ) as rating,
    days_late(w.open_actions > 0, w.due_on, on_day) as days_late,
    coalesce(k.found, 'not looked at yet') as embedded,
    k.effective_on as looked_on,
    k.evidence,
    r.provenance
from review_recommendation as r
left join work as w on r.review_rec_id = w.review_rec_id
left join looked as k on r.review_rec_id = k.review_rec_id
where is_known(r.known_on, r.void_on, on_day);

-- What learning is missing on a day: one row per thing of which any is, with how many of all. A review past its limit is named
-- and not counted among the others, for each is about a child.
create macro learning_missing(on_day) as table
with
recommended as materialized (
    from review_recommendations_on(on_day)
),
action_now as materialized (
    from review_actions_on(on_day)
),
done as (
    select review_rec_id, max(completed_on) as done_on
    from action_now
    group by review_rec_id
),
thing as (
    select
        'review ' || review_id || ' not ' || stage as what,
        true as is_missing,
        days_late as days,
        null as agency_id,
        provenance
    from review_stages_on(on_day)
    where standing = 'overdue'
    union all
    select
        'work from reviews done and not looked at', r.embedded = 'not looked at yet', date_diff('day', d.done_on, on_day), null,
        r.provenance
    from recommended as r
    inner join done as d on r.review_rec_id = d.review_rec_id
    where r.delivery = 'complete'
    union all
    select
        'work from reviews found not embedded', embedded in ('not embedded', 'partly embedded'),
        date_diff('day', looked_on, on_day), null, provenance
    from recommended
    where looked_on is not null
    union all
    select 'actions from reviews that are late', days_late > 0, days_late, agency_id, provenance
    from action_now
    where is_open
)
select
    what,
    'learning' as page,
    count(*) filter (where is_missing) as missing,
    count(*) as of_all,
    coalesce(max(days) filter (where is_missing), 0) as longest_days,
    list_sort(
        coalesce(list_distinct(list(agency_id) filter (where is_missing and agency_id is not null)), [])
    ) as agency_ids,
    coalesce(bool_or(provenance = 'illustrative'), false) as is_illustrative
from thing
group by what
having missing > 0;

-- What changed between two days in the neglect strategy and its measures; its columns are told in 9_changes.sql.

-- What was said of the stages of the strategy, which of them became late, and which targets were reached or missed.
create macro changes_of_neglect(after_on, until_day) as table
with
said as (
    select
        stage,
        seq,
        effective_on as happened_on,
        known_on,
        void_on,
        change as became,
        lag(planned_for ignore nulls) over (partition by stage order by effective_on, seq) as from_on,
        planned_for as to_on,
        why as said,
        by_group_id,
        provenance
    from neglect_step
    where is_known(known_on, void_on, until_day)
),
stage_late as (
    select
        n.stage,
        greatest(n.due_on, after_on) + 1 as since_on,
        n.due_on as to_on,
        n.days_late,
        n.provenance
    from neglect_stages_at(until_day) as n
    left join neglect_stages_at(after_on) as t on n.stage = t.stage
    where n.days_late > 0 and coalesce(t.days_late, 0) = 0
),
standing_then as (
    from neglect_measures_at(after_on)
    union all
    from service_measures_at(after_on)
),
standing_now as (
    select *, 'neglect' as page from neglect_measures_at(until_day)
    union all
    select *, 'learning' from service_measures_at(until_day)
),
target_met as (
    select
        n.*,
        t.against_target as was,
        case
            when n.against_target = 'missed' and n.target_due_on >= after_on then n.target_due_on + 1
            else greatest(n.known_on, after_on + 1)
        end as since_on
    from standing_now as n
    left join standing_then as t
        on n.measure_id = t.measure_id and n.agency_id is not distinct from t.agency_id
    where n.against_target in ('reached', 'missed') and n.against_target is distinct from t.against_target
),
line as (
    select
        'strategy stage' as change, 'stage' as subject, stage as subject_id, seq, happened_on, known_on,
        'Neglect strategy: ' || stage as what, became, from_on, to_on, said, by_group_id, provenance,
        answered_by('neglect') as rec_ids, [by_group_id] as group_ids, cast([] as varchar[]) as agency_ids
    from said
    where came_between(known_on, void_on, after_on, until_day)
    union all by name
    select
        'strategy late' as change, 'stage' as subject, stage as subject_id, since_on as happened_on, since_on as known_on,
        'Neglect strategy: ' || stage as what, to_on, days_late, provenance,
        answered_by('neglect') as rec_ids, cast([] as varchar[]) as group_ids, cast([] as varchar[]) as agency_ids
    from stage_late
    union all by name
    select
        case against_target when 'reached' then 'target reached' else 'target missed' end as change,
        case page when 'neglect' then 'target' else 'service target' end as subject,
        measure_id || coalesce(' ' || agency_id, '') as subject_id,
        since_on as happened_on, since_on as known_on, name || coalesce(': ' || agency_name, '') as what,
        was, target_due_on as to_on, provenance,
        answered_by(page) as rec_ids, cast([] as varchar[]) as group_ids,
        case when agency_id is null then cast([] as varchar[]) else [agency_id] end as agency_ids
    from target_met
)
select * from line;

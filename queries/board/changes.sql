-- What changed after one day and up to another?
-- One row per change; by date the latest known first, and what belongs to one recommendation together.
-- Sets whose record has ended are left out unless they are chosen. A change about several recommendations is kept when
-- one of them is; one that belongs to no sub-group or agency only when none is chosen.
-- $since     date       the first day; what was known on it is no change
-- $as_at     date       the last day; nothing from after it
-- $sources   varchar[]  sources to keep; empty keeps all
-- $recs      varchar[]  recommendations to keep, with their sub-points; empty keeps all
-- $groups    varchar[]  sub-groups to keep; empty keeps all
-- $agencies  varchar[]  agencies to keep; empty keeps all
-- $themes    varchar[]  themes of change_kind to keep; empty keeps all
-- $by        varchar = date  what the list is ordered by first: date, recommendation or kind
with
line as (
    select
        *,
        row_number() over () as number
    from change_line
    where after_on = $since and until_day = $as_at
),
place as (
    select
        l.number,
        string_agg(r.rec_id, '; ' order by r.position, r.rec_id) as rec_ids,
        string_agg(replace(r.ref, ';', ','), '; ' order by r.position, r.rec_id) as refs,
        list_distinct(flatten(list(r.group_ids))) as group_ids,
        list_distinct(flatten(list(r.agency_ids))) as agency_ids,
        min((r.made_on, r.source_id, r.position)) as first_place,
        bool_or(
            is_chosen(r.source_id, $sources)
            and (is_chosen(r.rec_id, $recs) or coalesce(list_contains($recs, r.parent_id), false))
            and is_counted(r.record_ends_on, $as_at, $sources, $recs)
        ) as is_kept
    from (
        select
            number,
            unnest(rec_ids) as rec_id
        from line
    ) as l
    inner join recommendation_state as r on l.rec_id = r.rec_id and r.as_at = $as_at
    group by l.number
)
select
    l.happened_on,
    l.known_on,
    k.theme,
    l.change,
    l.subject,
    l.subject_id,
    l.what,
    p.rec_ids,
    p.refs,
    o.name as owner_name,
    b.name as by_name,
    m.held_on as met_on,
    l.was,
    l.became,
    l.rating_was,
    l.rating_became,
    l.from_on,
    l.to_on,
    l.days,
    l.days_late,
    l.times,
    l.percent,
    l.said,
    l.provenance
from line as l
inner join change_kind as k using (change)
left join place as p using (number)
left join org_group as o on l.owner_id = o.group_id
left join org_group as b on l.by_group_id = b.group_id
left join meeting as m on l.meeting_id = m.meeting_id and is_known(m.known_on, m.void_on, $as_at)
where
    coalesce(p.is_kept, len($sources) = 0 and len($recs) = 0)
    and (len($groups) = 0 or list_has_any(coalesce(l.group_ids, p.group_ids), $groups))
    and (len($agencies) = 0 or list_has_any(coalesce(l.agency_ids, p.agency_ids), $agencies))
    and is_chosen(k.theme, $themes)
order by
    case when $by = 'kind' then k.position end asc nulls last,
    case when $by = 'recommendation' then p.first_place end asc nulls last,
    l.known_on desc,
    p.first_place asc nulls last,
    k.position asc,
    l.happened_on desc,
    l.subject_id asc,
    l.seq asc nulls last

-- Which entries are about open recommendations and about some of a closed session at once?
-- One row per such entry, and per sub-point that is open while its parent is closed or the other way round; by kind, then key.
-- No parameters. The state of an open recommendation would rest on an entry that not every reader may see.
with
about as (
    select 'response' as kind, response_id as key, unnest(rec_ids) as rec_id from response
    union all
    select 'promise', promise_id, unnest(rec_ids) from promise
    union all
    select 'note', note_id, unnest(rec_ids) from note
),
told as (
    select
        a.kind,
        a.key,
        'rec_ids' as column_name,
        string_agg(case when r.closed_session then r.rec_id end, ', ' order by r.rec_id) as found,
        'Write one row for the closed recommendations and one for the others.' as remedy
    from about as a
    inner join recommendation as r on a.rec_id = r.rec_id
    group by a.kind, a.key
    having count(case when r.closed_session then 1 end) between 1 and count(*) - 1
    union all
    select
        'recommendation',
        r.rec_id,
        'closed_session',
        case when r.closed_session then 'true' else '' end,
        'A sub-point is closed where its recommendation is: write the same in both.'
    from recommendation as r
    inner join recommendation as p on r.parent_id = p.rec_id
    where coalesce(r.closed_session, false) != coalesce(p.closed_session, false)
)
select
    kind,
    key,
    column_name,
    found,
    remedy
from told
order by kind, key

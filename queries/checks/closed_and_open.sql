-- Which entries are about open recommendations and about some of a closed session at once?
-- One row per such entry, and per sub-point that is open while its parent is closed or the other way round; by kind, then key.
-- No parameters. One that the Board opened is open. The state of an open recommendation would rest on an entry that not every reader may see.
with
opened as (
    select distinct rec_id from session_opening
),
heard as (
    select
        r.rec_id,
        r.parent_id,
        coalesce(r.closed_session, false) and o.rec_id is null as is_closed,
        o.rec_id is not null as is_opened
    from recommendation as r
    left join opened as o on r.rec_id = o.rec_id
),
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
        string_agg(case when r.is_closed then r.rec_id end, ', ' order by r.rec_id) as found,
        case
            when bool_or(r.is_opened) then 'It was heard together with others: who is named for all of them opens all, or none.'
            else 'Write one row for the closed recommendations and one for the others.'
        end as remedy
    from about as a
    inner join heard as r on a.rec_id = r.rec_id
    group by a.kind, a.key
    having count(case when r.is_closed then 1 end) between 1 and count(*) - 1
    union all
    select
        'recommendation',
        r.rec_id,
        'closed_session',
        case when r.is_closed then 'true' else '' end,
        case
            when r.is_opened or p.is_opened then 'Open a recommendation together with its sub-points.'
            else 'A sub-point is closed where its recommendation is: write the same in both.'
        end
    from heard as r
    inner join heard as p on r.parent_id = p.rec_id
    where r.is_closed != p.is_closed
)
select
    kind,
    key,
    column_name,
    found,
    remedy
from told
order by kind, key

-- What the pages of assurance say together; each subject gives its own rows by a macro of the same shape.

-- What assurance is missing on a day, whatever the page, and the names of the agencies that it is missing from.
create macro assurance_missing_on(on_day) as table
with
missing as (
    from audits_missing(on_day)
    union all
    from education_missing(on_day)
    union all
    from neglect_missing(on_day)
    union all
    from learning_missing(on_day)
)
select
    m.*,
    (
        select string_agg(n.name, ', ' order by n.position)
        from agency as n
        where list_contains(m.agency_ids, n.agency_id)
    ) as agency_names
from missing as m;

-- Which agencies were asked for something that is due, and have not answered?
create macro silent_on(on_day) as table
from audits_silent(on_day)
union all by name
from neglect_silent(on_day);

-- The recommendations that a page of assurance answers; none where the board's papers name none.
create macro answered_by(of_page) as coalesce(
    (select any_value(p.rec_ids) from assurance_page as p where p.page = of_page), -- noqa: RF03
    cast([] as varchar[])
);

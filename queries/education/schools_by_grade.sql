-- How many schools of the board's own area have which grade, by the published figures?
-- One row per period that ended by the as-at day and grade, oldest first, best grade first.
-- $as_at  date  the day it is true for: no period that ended after it
select
    s.period_end,
    s.breakdown as grade,
    s.value as schools,
    s.status,
    s.denominator as of_schools,
    s.grade_position as position,
    p.publication as source,
    p.derived as is_derived
from (
    select
        *,
        list_position(
            ['outstanding', 'good', 'requires improvement', 'satisfactory', 'inadequate'], lower(breakdown)
        ) as grade_position
    from standing
    where indicator_id = 'schools_by_grade' and breakdown != '' and period_end <= $as_at
) as s
inner join publication as p on s.publication_id = p.publication_id
order by s.period_end, s.grade_position

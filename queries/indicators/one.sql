-- What is one indicator, and where does it come from?
-- One row, or none for an unknown key.
-- $indicator  varchar  the indicator
-- $as_at      date     the day it is true for: no period that ended after it
select
    i.* replace (borne(i.recommendations, $as_at) as recommendations),
    (
        select array_to_string(list_sort(list(distinct p.publication || ' (' || p.licence || ')')), '; ')
        from standing as s
        inner join publication as p on s.publication_id = p.publication_id
        where s.indicator_id = i.indicator_id and s.period_end <= $as_at
    ) as sources,
    (
        select a.area_name from area as a where a.area_code = own_area()
    ) as area_name
from indicator as i
where i.indicator_id = $indicator
order by i.indicator_id

-- Which periods end before they begin, or overlap the one before in the same series?
-- One row per row; a row that repeats indicator, area, breakdown and period is among them.
with
dated as (
    select
        file,
        row,
        period_start,
        period_end,
        lag(period_end) over series as end_before,
        lag(row) over series as row_before
    from observation
    window series as (
        partition by indicator_id, area_code, coalesce(breakdown, '')
        order by period_end, period_start, file, row
    )
)
select
    file,
    row,
    'period_start' as column_name,
    period_start as found,
    case
        when period_start > period_end then 'The period ends before it begins: correct one of the two days.'
        else 'Row ' || row_before || ' covers the same days up to ' || end_before || ': keep one figure for each day.'
    end as remedy
from dated
where period_start > period_end or period_start <= end_before
order by file, row

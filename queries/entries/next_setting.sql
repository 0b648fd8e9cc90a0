-- Which key would the next setting of a kind have?
-- One row; it does not move with the as-at day. A key that was ever given is not given again.
-- $kind  varchar  kind of setting, such as school
with
own as (
    select case $kind when 'school' then 'SCH' when 'college' then 'COL' else 'EYS' end as letters
),
given as (
    select regexp_extract(s.setting_id, '^' || o.letters || '-([0-9]+)$', 1) as digits
    from setting as s
    cross join own as o
),
next_one as (
    select
        cast(coalesce(max(try_cast(digits as bigint)), 0) + 1 as varchar) as number,
        coalesce(max(len(digits)), 4) as width
    from given
    where digits != ''
)
select o.letters || '-' || repeat('0', greatest(n.width - len(n.number), 0)) || n.number as setting_id
from next_one as n
cross join own as o
order by setting_id

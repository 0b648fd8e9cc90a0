-- Which are the latest years that audits were planned for and returns asked for, on the as-at day?
-- One row; a year is null where there is none.
-- $as_at  date  the day it is true for
select
    (select max(a.programme) from audit as a where is_known(a.known_on, a.void_on, $as_at)) as programme,
    (select max(s.assurance_year) from setting_step as s where is_known(s.known_on, s.void_on, $as_at)) as assurance_year
order by programme, assurance_year

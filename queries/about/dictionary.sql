-- What does each table and column of the contract mean?
-- One row per column, tables in alphabetical order, columns in theirs.
-- $tables  varchar[]  tables to keep; empty keeps all
select
    t.table_name,
    t.comment as table_meaning,
    c.column_index as position,
    c.column_name,
    c.data_type,
    not c.is_nullable as is_required,
    c.comment as meaning
from duckdb_tables() as t
inner join duckdb_columns() as c
    on t.database_name = c.database_name and t.table_name = c.table_name
where
    t.database_name = 'warehouse'
    and is_chosen(t.table_name, $tables)
order by t.table_name, c.column_index

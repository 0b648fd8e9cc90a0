"""The tables of an attached warehouse, as DuckDB keeps them in its catalogue."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import duckdb


class Reference(NamedTuple):
    """A column that refers to the key of another table, or of its own."""

    column: str
    table: str
    key: str


@dataclass(frozen=True)
class Catalogue:
    """Columns by table, in order; references by table; the key of each table that has one alone.

    Tables come before those that refer to them.
    """

    columns: Mapping[str, Sequence[str]]
    references: Mapping[str, Sequence[Reference]]
    keys: Mapping[str, str]

    @property
    def kinds(self) -> list[str]:
        """The kinds of journal entry."""
        return [table for table, columns in self.columns.items() if "effective_on" in columns]


def read(connection: duckdb.DuckDBPyConnection) -> Catalogue:
    """What the database that is attached as warehouse holds."""
    columns: dict[str, list[str]] = {}
    for table, column in connection.execute(
        "select table_name, column_name from duckdb_columns()"
        " where database_name = 'warehouse' order by table_oid, column_index"
    ).fetchall():
        columns.setdefault(table, []).append(column)
    references: dict[str, list[Reference]] = {table: [] for table in columns}
    keys: dict[str, str] = {}
    for table, kind, column, target, key in connection.execute(
        "select table_name, constraint_type, constraint_column_names[1], referenced_table,"
        " referenced_column_names[1] from duckdb_constraints()"
        " where database_name = 'warehouse' and constraint_type in ('PRIMARY KEY', 'FOREIGN KEY')"
        " and len(constraint_column_names) = 1 order by table_oid, constraint_index"
    ).fetchall():
        if kind == "PRIMARY KEY":
            keys[table] = column
        else:
            references[table].append(Reference(column, target, key))
    return Catalogue(columns, references, keys)

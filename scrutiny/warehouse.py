"""Builds and opens the read-only DuckDB file, and keeps the journal's entries beside it."""

import json
import threading
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

from scrutiny import queries
from scrutiny.journal import Entry

SCHEMA = Path(__file__).resolve().parent.parent / "data" / "schema"
CURRENT = "warehouse.duckdb"
_TABLES = ("1_reference.sql", "2_journal.sql")
_LOGIC = ("3_rules.sql", "4_history.sql", "5_state.sql")
_FOLDED = ("action_span", "promise_span", "recommendation_span", "story")
_LOCKS = (
    "set autoinstall_known_extensions = false",
    "set autoload_known_extensions = false",
    "set memory_limit = '1GB'",
    "set max_execution_time = 20000",
    "set enable_external_access = false",
    "set lock_configuration = true",
)


class WarehouseMissing(Exception):
    """Raised when there is no warehouse, or it cannot be read; says what to do."""


def scratch() -> duckdb.DuckDBPyConnection:
    """An empty in-memory database with every table of the contract."""
    connection = duckdb.connect(":memory:")
    _run(connection, _TABLES)
    return connection


def write(path: Path, reference: Mapping[str, Sequence[Mapping[str, object]]]) -> None:
    """Writes a whole new warehouse file with the contract's tables and the reference rows.

    Raises duckdb.Error when a row breaks the contract, OSError when the file cannot be written.
    """
    # version 1.2 of the file format can still be read by DuckDB 1.5
    connection = duckdb.connect(":memory:")
    try:
        # the path of an attach cannot be bound
        connection.execute(f"attach '{_quoted(path)}' as warehouse (storage_version 'v1.2.0')")
        connection.execute("use warehouse")
        _run(connection, _TABLES)
        for table, rows in reference.items():
            _insert(connection, table, [dict(row) for row in rows])
        connection.execute("use memory")
        connection.execute("detach warehouse")
    finally:
        connection.close()


def check(path: Path) -> None:
    """Opens a file that was just written as it will be opened to read. Raises duckdb.Error."""
    _attached(path).close()


class Warehouse:
    """The current build, read only and locked, with the journal's entries as in-memory tables."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, version: str) -> None:
        self._connection = connection
        self._taking = threading.Lock()
        self.version = version
        self.head = 0

    @classmethod
    def open(cls, folder: Path) -> "Warehouse":
        """Opens the build that ``folder`` points to. Raises WarehouseMissing."""
        link = folder / CURRENT
        if not link.exists():
            raise WarehouseMissing(
                f"There is no warehouse in {folder}. Run: python -m scrutiny init"
            )
        path = link.resolve()
        try:
            return cls(_attached(path), path.stem)
        except duckdb.Error as error:
            raise WarehouseMissing(
                f"The warehouse {path.name} cannot be read; it may be half written. "
                "Run: python -m scrutiny build"
            ) from error

    @staticmethod
    def current(folder: Path) -> str | None:
        """Version of the build that ``folder`` points to now, or None."""
        link = folder / CURRENT
        return link.resolve().stem if link.exists() else None

    def take(self, entries: Iterable[Entry]) -> None:
        """Adds journal entries, in journal order, and folds the history anew, all or nothing."""
        with self._taking, self._connection.cursor() as cursor:
            fresh = [entry for entry in entries if entry.seq > self.head]
            if not fresh:
                return
            cursor.execute("begin")
            try:
                by_kind = sorted(fresh, key=lambda entry: entry.kind)
                for kind, group in groupby(by_kind, key=lambda entry: entry.kind):
                    _insert(cursor, kind, [_row(entry) for entry in group])
                _fold(cursor)
                cursor.execute("commit")
            except BaseException:
                cursor.execute("rollback")
                raise
            self.head = fresh[-1].seq

    def ask(self, name: str, **params: object) -> pd.DataFrame:
        """The rows that answer a named query. Raises UnknownQuery, BadParameter."""
        query = queries.find(name)
        values = queries.check(query, params)
        # one cursor a query: a connection shared between threads may lose rows without a word
        with self._connection.cursor() as cursor:
            return cursor.execute(query.sql, values).df()

    def close(self) -> None:
        """Lets go of the file."""
        self._connection.close()


def _attached(path: Path) -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect(":memory:")
    try:
        connection.execute(f"attach '{_quoted(path)}' as warehouse (read_only)")
        _prepare(connection)
    except duckdb.Error:
        connection.close()
        raise
    return connection


def _prepare(connection: duckdb.DuckDBPyConnection) -> None:
    tables = connection.execute(
        "select table_name, bool_or(column_name = 'effective_on') from duckdb_columns()"
        " where database_name = 'warehouse' group by table_name"
    ).fetchall()
    for table, is_kind in tables:
        if is_kind:
            connection.execute(
                f"create table {table} as select 0::bigint as seq, null::date as known_on, *"
                f" from warehouse.{table} limit 0"
            )
        else:
            connection.execute(f"create table {table} as from warehouse.{table}")
    _run(connection, _LOGIC)
    _fold(connection)
    for lock in _LOCKS:
        connection.execute(lock)


def _fold(connection: duckdb.DuckDBPyConnection) -> None:
    for table in _FOLDED:
        connection.execute(f"create or replace table {table} as from {table}_view")


def _row(entry: Entry) -> dict[str, object]:
    recorded = entry.recorded_at.date() if entry.recorded_at else entry.effective_on
    return dict(entry.body) | {
        "seq": entry.seq,
        "known_on": max(entry.effective_on, recorded),
        "effective_on": entry.effective_on,
        "recorded_on": recorded,
        "by_group_id": entry.by_group_id,
        "by_role": entry.by_role,
        "why": entry.why,
        "cited": entry.cited,
        "provenance": entry.provenance,
    }


def _insert(
    connection: duckdb.DuckDBPyConnection, table: str, rows: Sequence[Mapping[str, Any]]
) -> None:
    """Inserts rows by column name; DuckDB reads each value as the column's own type."""
    if not rows:
        return
    columns = connection.execute(f"select * from {table} limit 0").description or []
    names = [str(column[0]) for column in columns]
    types = {
        str(name): str(kind)
        for name, kind, *_ in connection.execute(f"describe {table}").fetchall()
    }
    shape = json.dumps({n: ["VARCHAR"] if types[n].endswith("[]") else types[n] for n in names})
    whole = [{name: row.get(name) for name in names} for row in rows]
    lines = pd.DataFrame({"line": [json.dumps(row, default=str) for row in whole]})
    connection.register("incoming", lines)
    connection.execute(
        f"insert into {table} select {', '.join(f'r.{name}' for name in names)}"
        f" from (select from_json_strict(line, '{shape}') as r from incoming)"
    )
    connection.unregister("incoming")


def _run(connection: duckdb.DuckDBPyConnection, names: Sequence[str]) -> None:
    for name in names:
        connection.execute((SCHEMA / name).read_text(encoding="utf-8"))


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")

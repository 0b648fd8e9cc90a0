"""Builds and opens the read-only DuckDB file, and keeps the journal's entries beside it."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from functools import cache
from itertools import groupby
from pathlib import Path

import duckdb
import pandas as pd

from scrutiny import (
    catalogue,
    closed_session,
    comparing,
    opening,
    queries,
    sight,
    tables,
)
from scrutiny.closed_session import ClosedSession
from scrutiny.journal import Entry
from scrutiny.readers import Readers
from scrutiny.workings import Workings

SCHEMA = opening.SCHEMA
CURRENT = "warehouse.duckdb"


class WarehouseMissing(Exception):
    """Raised when there is no warehouse, or it cannot be read; says what to do."""


def scratch(files: Sequence[str] = opening.TABLES) -> duckdb.DuckDBPyConnection:
    """An empty in-memory database with every table of the contract, or those of some files."""
    connection = duckdb.connect(":memory:")
    opening.run(connection, files)
    return connection


@cache
def blank() -> duckdb.DuckDBPyConnection:
    """The contract's tables without rows, made once a process; whoever adds any takes them back.

    To make them takes longer than to read most boards.
    """
    return scratch()


def write(
    path: Path,
    reference: Mapping[str, Sequence[Mapping[str, object]]],
    dataset: duckdb.DuckDBPyConnection | None = None,
) -> None:
    """Writes a whole new warehouse file with the contract's tables and the reference rows.

    ``dataset`` is a scratch database that holds published figures, which are copied and compared.
    Raises duckdb.Error when a row breaks the contract, OSError when the file cannot be written.
    """
    # version 1.2 of the file format can still be read by DuckDB 1.5
    connection = dataset.cursor() if dataset else duckdb.connect(":memory:")
    try:
        connection.execute(
            f"attach '{opening.quoted(path)}' as warehouse (storage_version 'v1.2.0')"
        )
        try:
            # one commit, and not one for each of a thousand statements
            with tables.changing(connection) as cursor:
                cursor.execute("use warehouse")
                opening.run(cursor, opening.TABLES)
                for table, rows in reference.items():
                    tables.insert(cursor, table, [dict(row) for row in rows])
                if dataset:
                    comparing.compare(cursor)
        finally:
            # the dataset outlives a build that failed, and may be written again
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
        found = catalogue.read(connection)
        self._kinds = found.kinds
        self._workings = Workings(connection, found)
        self._readers = Readers(connection)
        self.version = version
        self.head = 0
        self.closed = ClosedSession()

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
        with self._workings.lock:
            fresh = [entry for entry in entries if entry.seq > self.head]
            if not fresh:
                return
            with tables.changing(self._connection) as cursor:
                by_kind = sorted(fresh, key=lambda entry: entry.kind)
                for kind, group in groupby(by_kind, key=lambda entry: entry.kind):
                    tables.insert(cursor, f"whole.{kind}", [tables.row(entry) for entry in group])
                tables.void(cursor, self._kinds, fresh)
                tables.fold(cursor)
                recent = self._workings.drop(cursor, is_first=not self.head)
                closed = closed_session.read(cursor)
            self._workings.dropped(recent)
            self._readers.forget()
            self.closed = closed
            self.head = fresh[-1].seq

    def ask(self, name: str, may_see: Collection[str] = (), **params: object) -> pd.DataFrame:
        """The rows that answer a named query. Raises UnknownQuery, BadParameter.

        Of the recommendations that are closed on the as-at day only those in ``may_see`` are in
        the answer, by their identifiers, with what belongs to them.
        """
        query = queries.find(name)
        values = queries.check(query, params)
        as_at = values.get("as_at")
        while True:
            at = self.head, self._workings.era
            hidden = self.closed.hidden(may_see, as_at if isinstance(as_at, date) else None)
            self._workings.prepare(query.sql, values, hidden)
            answer = self._readers.ask(query, values, hidden)
            with self._workings.lock:  # entries may have come, and what was kept been dropped
                if at == (self.head, self._workings.era):
                    return answer

    @contextmanager
    def trial(self, entries: Sequence[Entry]) -> Iterator[duckdb.DuckDBPyConnection]:
        """A cursor that sees the journal as it would be with these entries; nothing is kept.

        It sees all recommendations, and no entry that was corrected.
        """
        with self._workings.lock, self._connection.cursor() as cursor:
            sight.hide(cursor, [])
            cursor.execute("begin")
            try:
                for entry in entries:
                    tables.insert(cursor, f"whole.{entry.kind}", [tables.row(entry)])
                tables.void(cursor, self._kinds, entries)
                tables.drop_void(cursor, self._kinds)
                yield cursor
            finally:
                cursor.execute("rollback")

    def close(self) -> None:
        """Lets go of the file."""
        self._readers.forget()
        self._connection.close()


def _attached(path: Path) -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect(":memory:")
    try:
        connection.execute(f"attach '{opening.quoted(path)}' as warehouse (read_only)")
        opening.prepare(connection)
    except duckdb.Error:
        connection.close()
        raise
    return connection

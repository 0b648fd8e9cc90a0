"""Builds and opens the read-only DuckDB file, and keeps the journal's entries beside it."""

import threading
import time
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import TypeVar

import duckdb
import pandas as pd

from scrutiny import comparing, opening, queries, tables
from scrutiny.journal import Entry
from scrutiny.kept_days import Hidden, KeptDays

SCHEMA = opening.SCHEMA
CURRENT = "warehouse.duckdb"
_DAYS_KEPT = 64
_CHANGES = "change_line"  # the table of what changed, as questions name it
_WINDOWS_KEPT = 32  # pairs of days between which changes are told
# answers are small and read cell by cell, which text kept by Python makes twice as fast
pd.set_option("mode.string_storage", "python")

# longer than any question may run, so that no day is dropped under one that needs it
_KEPT_FOR_S = 60.0

Key = TypeVar("Key")
Change = Callable[[duckdb.DuckDBPyConnection, Key], None]


class WarehouseMissing(Exception):
    """Raised when there is no warehouse, or it cannot be read; says what to do."""


def scratch() -> duckdb.DuckDBPyConnection:
    """An empty in-memory database with every table of the contract."""
    connection = duckdb.connect(":memory:")
    opening.run(connection, opening.TABLES)
    return connection


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
            connection.execute("use warehouse")
            opening.run(connection, opening.TABLES)
            for table, rows in reference.items():
                tables.insert(connection, table, [dict(row) for row in rows])
            if dataset:
                comparing.compare(connection)
        finally:
            # the dataset outlives a build that failed, and may be written again
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
        self._writing = threading.Lock()
        self._settled: dict[date, float] = {}
        self._told: dict[tables.Window, float] = {}
        self._days = KeptDays(connection)
        self._kinds = opening.kinds(connection)
        self.version = version
        self.head = 0
        self.closed: frozenset[str] = frozenset()

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
        with self._writing:
            fresh = [entry for entry in entries if entry.seq > self.head]
            if not fresh:
                return
            recent = [day for day, used in self._settled.items() if _is_recent(used)]
            is_first = not self.head
            with self._changing() as cursor:
                by_kind = sorted(fresh, key=lambda entry: entry.kind)
                for kind, group in groupby(by_kind, key=lambda entry: entry.kind):
                    tables.insert(cursor, f"whole.{kind}", [tables.row(entry) for entry in group])
                tables.void(cursor, self._kinds, fresh)
                tables.fold(cursor)
                tables.forget(cursor, list(self._settled))
                if is_first:  # later, days are worked out when somebody asks for them
                    recent = tables.meeting_days(cursor)[:_DAYS_KEPT]
                tables.settle(cursor, recent)
                tables.untell_all(cursor)
                self._days.drop(cursor)
                closed = tables.closed(cursor)
            kept = {day: self._settled.get(day, 0) for day in recent}
            self._settled.clear()
            self._settled.update(kept)
            self._told.clear()
            self.closed = closed
            self.head = fresh[-1].seq

    def ask(self, name: str, may_see: Collection[str] = (), **params: object) -> pd.DataFrame:
        """The rows that answer a named query. Raises UnknownQuery, BadParameter.

        Of the recommendations of a closed session only those in ``may_see`` are in the answer, by
        their identifiers, with what belongs to them.
        """
        query = queries.find(name)
        values = queries.check(query, params)
        rules = self._days.named_in(query.sql)
        is_change = _CHANGES in query.sql
        while True:
            at = self.head, self._days.era
            hidden = tuple(sorted(self.closed.difference(may_see)))
            for day in (value for value in values.values() if isinstance(value, date)):
                self._keep(self._settled, day, _DAYS_KEPT, tables.settle_one, tables.forget_one)
                self._keep_days(rules, day, hidden)
            if is_change:
                window = values["since"], values["as_at"], hidden
                self._keep(self._told, window, _WINDOWS_KEPT, tables.tell, tables.untell)
            # one cursor a query: a connection shared between threads may lose rows without a word
            with self._connection.cursor() as cursor:
                tables.hide(cursor, hidden)
                answer = cursor.execute(query.sql, values).df()
            if not rules and not is_change:
                return answer
            with self._writing:  # what is kept may have been dropped before it was read
                if at == (self.head, self._days.era):
                    return answer

    @contextmanager
    def trial(self, entries: Sequence[Entry]) -> Iterator[duckdb.DuckDBPyConnection]:
        """A cursor that sees the journal as it would be with these entries; nothing is kept.

        It sees all recommendations, and no entry that was corrected.
        """
        with self._writing, self._connection.cursor() as cursor:
            tables.hide(cursor, [])
            cursor.execute("begin")
            try:
                for entry in entries:
                    tables.insert(cursor, f"whole.{entry.kind}", [tables.row(entry)])
                tables.void(cursor, self._kinds, entries)
                tables.drop_void(cursor, self._kinds)
                yield cursor
            finally:
                cursor.execute("rollback")

    def _keep(
        self, kept: dict[Key, float], key: Key, most: int, add: Change[Key], drop: Change[Key]
    ) -> None:
        """Works a day, or a window, out unless it is kept; forgets those long unused."""
        with self._writing:
            if key not in kept:
                by_use = sorted(kept, key=kept.__getitem__)
                old = [k for k in by_use[: max(len(kept) - most, 0)] if not _is_recent(kept[k])]
                with self._changing() as cursor:
                    for known in old:
                        drop(cursor, known)
                    add(cursor, key)
                for known in old:
                    del kept[known]
            kept[key] = time.monotonic()

    def _keep_days(self, rules: Sequence[str], day: date, hidden: Hidden) -> None:
        """Works out what rules make of a day and, along with it, of others that are settled."""
        if not self._days.lacking(rules, day, hidden):
            return
        with self._writing:
            lacking = self._days.lacking(rules, day, hidden)
            days = {day, *self._settled}
            with self._changing() as cursor:
                tables.hide(cursor, hidden)
                self._days.add(cursor, lacking, days, hidden)
            self._days.note(lacking, days, hidden)

    @contextmanager
    def _changing(self) -> Iterator[duckdb.DuckDBPyConnection]:
        with self._connection.cursor() as cursor:
            tables.hide(cursor, [])  # what is kept is of all recommendations
            cursor.execute("begin")
            try:
                yield cursor
                cursor.execute("commit")
            except BaseException:
                cursor.execute("rollback")
                raise

    def close(self) -> None:
        """Lets go of the file."""
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


def _is_recent(used: float) -> bool:
    return time.monotonic() - used < _KEPT_FOR_S

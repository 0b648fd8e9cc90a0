"""Builds and opens the read-only DuckDB file, and keeps the journal's entries beside it."""

import threading
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from functools import partial
from itertools import groupby
from pathlib import Path

import duckdb
import pandas as pd

from scrutiny import catalogue, closed_session, comparing, opening, queries, tables, windows
from scrutiny.closed_session import ClosedSession
from scrutiny.journal import Entry
from scrutiny.kept_days import Hidden, KeptDays
from scrutiny.lately import Key, Lately
from scrutiny.windows import Window

SCHEMA = opening.SCHEMA
CURRENT = "warehouse.duckdb"
_DAYS_KEPT = 64
_CHANGES = "change_line"  # the table of what changed, as questions name it
_WINDOWS_KEPT = 32  # pairs of days between which changes are told
# answers are small and read cell by cell, which text kept by Python makes twice as fast
pd.set_option("mode.string_storage", "python")

Change = Callable[[duckdb.DuckDBPyConnection, Key], None]


class WarehouseMissing(Exception):
    """Raised when there is no warehouse, or it cannot be read; says what to do."""


def scratch(files: Sequence[str] = opening.TABLES) -> duckdb.DuckDBPyConnection:
    """An empty in-memory database with every table of the contract, or those of some files."""
    connection = duckdb.connect(":memory:")
    opening.run(connection, files)
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
        self._settled: Lately[date] = Lately(_DAYS_KEPT)
        self._told: Lately[Window] = Lately(_WINDOWS_KEPT)
        self._days = KeptDays(connection)
        self._telling = self._days.macros(windows.TELLS)
        self._kinds = catalogue.read(connection).kinds
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
        with self._writing:
            fresh = [entry for entry in entries if entry.seq > self.head]
            if not fresh:
                return
            recent = self._settled.recent()
            is_first = not self.head
            with tables.changing(self._connection) as cursor:
                by_kind = sorted(fresh, key=lambda entry: entry.kind)
                for kind, group in groupby(by_kind, key=lambda entry: entry.kind):
                    tables.insert(cursor, f"whole.{kind}", [tables.row(entry) for entry in group])
                tables.void(cursor, self._kinds, fresh)
                tables.fold(cursor)
                tables.forget(cursor, list(self._settled))
                if is_first:  # later, days are worked out when somebody asks for them
                    recent = tables.meeting_days(cursor)[:_DAYS_KEPT]
                tables.settle(cursor, recent)
                windows.untell_all(cursor)
                self._days.drop(cursor)
                closed = closed_session.read(cursor)
            self._settled.keep_only(recent)
            self._told.keep_only([])
            self.closed = closed
            self.head = fresh[-1].seq

    def ask(self, name: str, may_see: Collection[str] = (), **params: object) -> pd.DataFrame:
        """The rows that answer a named query. Raises UnknownQuery, BadParameter.

        Of the recommendations that are closed on the as-at day only those in ``may_see`` are in
        the answer, by their identifiers, with what belongs to them.
        """
        query = queries.find(name)
        values = queries.check(query, params)
        days = {key: value for key, value in values.items() if isinstance(value, date)}
        rules = self._days.named_in(query.sql)
        is_change = _CHANGES in query.sql
        while True:
            at = self.head, self._days.era
            hidden = self.closed.hidden(may_see, days.get("as_at"))
            for day in days.values():
                self._keep(self._settled, day, tables.settle_one, tables.forget_one)
                self._keep_days(rules, day, hidden)
            if is_change:
                self._tell(days["since"], days["as_at"], hidden)
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
        self,
        kept: Lately[Key],
        key: Key,
        add: Change[Key],
        drop: Change[Key],
        ready: Callable[[], bool] = lambda: True,
    ) -> bool:
        """Works a day, or a window, out unless it is kept or not ready; drops those long unused."""
        with self._writing:
            if key not in kept:
                if not ready():
                    return False
                old = kept.surplus()
                with tables.changing(self._connection) as cursor:
                    for known in old:
                        drop(cursor, known)
                    add(cursor, key)
                kept.forget(old)
            kept.use(key)
            return True

    def _tell(self, since: date, until: date, hidden: Hidden) -> None:
        """Tells what changed between two days unless it is told, from what is kept of both."""
        rules = self._days.named_in(" ".join(f"{name}(" for name in self._telling))

        def has_days() -> bool:
            return not any(self._days.lacking(rules, day, hidden) for day in (since, until))

        tell = partial(windows.tell, self._telling)
        window = since, until, hidden
        while not self._keep(self._told, window, tell, windows.untell, has_days):
            for day in (since, until):
                self._keep_days(rules, day, hidden)

    def _keep_days(self, rules: Sequence[str], day: date, hidden: Hidden) -> None:
        """Works out what rules make of a day and, along with it, of others that are settled."""
        if not self._days.lacking(rules, day, hidden):
            return
        with self._writing:
            lacking = self._days.lacking(rules, day, hidden)
            days = {day, *self._settled}
            with tables.changing(self._connection) as cursor:
                tables.hide(cursor, hidden)
                self._days.add(cursor, lacking, days, hidden)
            self._days.note(lacking, days, hidden)

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

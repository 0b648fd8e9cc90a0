"""What is worked out before a question is asked, and kept beside the entries until more come.

The state on a day, what the rules make of it, ratings over time, what changed between two days,
which entries are shut to a reader, and the lists over every kind of entry. DuckDB takes longer to
plan each of them than to look it up, and many questions begin there.
"""

import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import partial

import duckdb

from scrutiny import entry_lists, over_time, sight, tables, windows
from scrutiny.catalogue import Catalogue
from scrutiny.kept_days import KeptDays
from scrutiny.lately import Key, Lately
from scrutiny.sight import Hidden
from scrutiny.windows import Window

_MOST_DAYS = 64
_MOST_WINDOWS = 32  # pairs of days between which changes are told
_MOST_READERS = 64  # lists of what is hidden
_MOST_SAMPLES = 512  # days on which there are ratings over time
_CHANGES = "change_line"  # the table of what changed, as questions name it

Change = Callable[[duckdb.DuckDBPyConnection, Key], None]


class Workings:
    """Kept tables of one warehouse. ``lock`` is held by whoever changes them or the entries."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, found: Catalogue) -> None:
        self._connection = connection
        self.lock = threading.Lock()
        self._settled: Lately[date] = Lately(_MOST_DAYS)
        self._told: Lately[Window] = Lately(_MOST_WINDOWS)
        self._shut: Lately[Hidden] = Lately(_MOST_READERS)
        self._listed: Lately[str] = Lately(len(entry_lists.NAMES))
        self._sampled: Lately[date] = Lately(_MOST_SAMPLES)
        self._days = KeptDays(connection)
        self._telling = self._days.macros(windows.TELLS)
        self._list = partial(entry_lists.fill, found)

    @property
    def era(self) -> int:
        """Grows whenever something is dropped that a question may be reading."""
        return self._days.era

    def prepare(self, sql: str, values: Mapping[str, object], hidden: Hidden) -> None:
        """Works out what a question reads that is not kept yet, for a reader and what was given."""
        days = {key: value for key, value in values.items() if isinstance(value, date)}
        if hidden:
            self._keep(self._shut, hidden, sight.keep, sight.drop)
        rules = self._days.named_in(sql)
        for day in days.values():
            self._keep(self._settled, day, tables.settle_one, tables.forget_one)
            self._keep_days(rules, day, hidden)
        if _CHANGES in sql:
            self._tell(days["since"], days["as_at"], hidden)
        if over_time.is_read_by(sql):
            self._sample(values, hidden)
        self._keep_lists(entry_lists.named_in(sql))

    def drop(self, cursor: duckdb.DuckDBPyConnection, is_first: bool) -> list[date]:
        """Drops all that is kept, in the transaction that adds entries; under the lock.

        The states on the days that it returns are kept, worked out anew: those in use and, for
        the first entries, the last days of meetings.
        """
        recent = self._settled.recent()
        tables.forget(cursor, list(self._settled))
        if is_first:  # later, days are worked out when somebody asks for them
            recent = tables.meeting_days(cursor)[:_MOST_DAYS]
        tables.settle(cursor, recent)
        windows.untell_all(cursor)
        over_time.drop_all(cursor)
        sight.drop_all(cursor)
        for name in self._listed:
            entry_lists.empty(cursor, name)
        self._days.drop(cursor)
        return recent

    def dropped(self, recent: Sequence[date]) -> None:
        """Says that all but the states on these days was dropped, now that it is committed."""
        self._settled.keep_only(recent)
        for kept in (self._told, self._shut, self._listed, self._sampled):
            kept.keep_only([])

    def _keep(
        self,
        kept: Lately[Key],
        key: Key,
        add: Change[Key],
        drop: Change[Key],
        ready: Callable[[], bool] = lambda: True,
    ) -> bool:
        """Works something out unless it is kept or not ready; drops what was long unused."""
        with self.lock:
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

        def has_all() -> bool:
            days = (self._days.lacking(rules, day, hidden) for day in (since, until))
            return not any(days) and all(name in self._listed for name in entry_lists.NAMES)

        tell = partial(windows.tell, self._telling)
        window = since, until, hidden
        while not self._keep(self._told, window, tell, windows.untell, has_all):
            self._keep_lists(entry_lists.NAMES)
            for day in (since, until):
                self._keep_days(rules, day, hidden)

    def _sample(self, values: Mapping[str, object], hidden: Hidden) -> None:
        """Rates the days that a chart over time shows and that are not rated yet."""
        days = over_time.wanted(self._connection, values, hidden)
        with self.lock:
            fresh = set(days).difference(self._sampled)
            old = set(self._sampled.surplus()).difference(days)
            if fresh or old:
                with tables.changing(self._connection) as cursor:
                    # an attempt that failed may have left some that are not noted
                    over_time.drop(cursor, old | fresh)
                    over_time.add(cursor, fresh, self._settled)
            self._sampled.forget(old)
            for day in days:
                self._sampled.use(day)

    def _keep_lists(self, names: Iterable[str]) -> None:
        """Fills lists over every kind of entry."""
        for name in names:
            self._keep(self._listed, name, self._list, entry_lists.empty)

    def _keep_days(self, rules: Sequence[str], day: date, hidden: Hidden) -> None:
        """Works out what rules make of a day and, along with it, of others that are settled."""
        if not self._days.lacking(rules, day, hidden):
            return
        with self.lock:
            lacking = self._days.lacking(rules, day, hidden)
            days = {day, *self._settled}
            with tables.changing(self._connection) as cursor:
                if day not in self._settled:  # entries came since it was
                    tables.settle_one(cursor, day)
                sight.hide(cursor, hidden)
                self._days.add(cursor, lacking, days, hidden)
            self._settled.use(day)
            self._days.note(lacking, days, hidden)

"""What the rules make of a day, worked out once and kept, for the many questions that begin there.

Every table macro ``X_on(on_day)`` of data/schema has a twin ``X_at(on_day)`` with the same rows,
which reads them from a table; both are made when they are first needed. DuckDB takes longer to plan
such a rule than to follow it, and hardly longer to follow it for all days of meetings than for one,
so these are worked out together.

Rows are kept as each reader may see them: the list ``hidden`` of sight.py is part of their key.
"""

import re
import threading
from collections.abc import Collection, Iterable
from datetime import date

import duckdb

from scrutiny.sight import Hidden

_WORD = re.compile(r"\b([a-z][a-z0-9_]*)\s*\(")
# days of all rules and readers, beyond which all are worked out anew: enough for every rule on
# every day that the warehouse keeps, for a few lists of what is hidden
_MOST = 10_000


def lay_out(connection: duckdb.DuckDBPyConnection, names: Iterable[str]) -> None:
    """Adds the table and the twin of these rules, which takes DuckDB as long as planning each."""
    for name in names:
        connection.execute(
            f"create table whole.{name}_day as select null::date as as_at,"
            " null::varchar[] as hidden_from, * "
            f"from {name}_on(date '2000-01-01') where false"
        )
        connection.execute(
            f"create macro {name}_at(on_day) as table"
            f" select * exclude (as_at, hidden_from) from whole.{name}_day"
            " where as_at = on_day and hidden_from = getvariable('hidden')"
        )


def read_by(connection: duckdb.DuckDBPyConnection, sql: str) -> list[str]:
    """The rules whose twins these statements read."""
    words = _words(sql)
    return [name for name in _rules(connection) if f"{name}_at" in words]


class KeptDays:
    """Which days are kept of which rule for which readers; ``era`` grows when days are dropped.

    Whoever read between two eras may have read nothing where there was something: ask again.
    """

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        macros: list[tuple[str, str]] = connection.execute(
            "select function_name, macro_definition from duckdb_functions()"
            " where function_type in ('macro', 'table_macro') and not internal"
        ).fetchall()
        self._words = {name: _words(body) for name, body in macros}
        self._rules = {f"{name}_at": name for name in _rules(connection)}
        self._laid = {name for twin, name in self._rules.items() if twin in self._words}
        self._kept: dict[tuple[str, Hidden], set[date]] = {}
        self._lock = threading.Lock()
        self.era = 0

    def macros(self, prefix: str) -> list[str]:
        """The macros whose names begin so, in order."""
        return sorted(name for name in self._words if name.startswith(prefix))

    def named_in(self, sql: str) -> list[str]:
        """The rules whose kept rows a question reads, itself or by way of other rules."""
        found: list[str] = []
        seen: set[str] = set()
        waiting = list(_words(sql))
        while waiting:
            word = waiting.pop()
            if word in seen:
                continue
            seen.add(word)
            if word in self._rules:
                found.append(self._rules[word])
            else:
                waiting += self._words.get(word, ())
        return sorted(found)

    def lacking(self, names: Iterable[str], day: date, hidden: Hidden) -> list[str]:
        """Which of these rules have no rows kept for the day."""
        with self._lock:
            return [name for name in names if day not in self._kept.get((name, hidden), ())]

    def add(
        self,
        cursor: duckdb.DuckDBPyConnection,
        names: Iterable[str],
        days: Collection[date],
        hidden: Hidden,
    ) -> None:
        """Works the rules out for the days, under a cursor that hides these recommendations."""
        if sum(map(len, self._kept.values())) > _MOST:
            self.drop(cursor)
        for name in names:
            if name not in self._laid:
                lay_out(cursor, [name])
            fresh = set(days).difference(self._kept.get((name, hidden), ()))
            asked = {"days": sorted(fresh), "hidden": list(hidden)}
            # a transaction that failed may have left some that are not noted
            cursor.execute(
                f"delete from whole.{name}_day where list_contains($days::date[], as_at)"
                " and hidden_from = $hidden::varchar[]",
                asked,
            )
            cursor.execute(
                f"insert into whole.{name}_day select d.as_at, $hidden::varchar[], x.* from"
                " (select unnest($days::date[]) as as_at) as d,"
                f" lateral (select * from {name}_on(d.as_at)) as x",
                asked,
            )

    def note(self, names: Iterable[str], days: Collection[date], hidden: Hidden) -> None:
        """Says that what was added is there for all, now that it is committed."""
        with self._lock:
            self._laid.update(names)
            for name in names:
                self._kept.setdefault((name, hidden), set()).update(days)

    def drop(self, cursor: duckdb.DuckDBPyConnection) -> None:
        """Drops all that is kept, as when entries come."""
        with self._lock:
            for name in {name for name, _ in self._kept}:
                cursor.execute(f"delete from whole.{name}_day")
            self._kept.clear()
            self.era += 1


def _rules(connection: duckdb.DuckDBPyConnection) -> list[str]:
    found = connection.execute(
        "select regexp_replace(function_name, '_on$', '') from duckdb_functions()"
        " where function_type = 'table_macro' and not internal"
        " and function_name like '%\\_on' escape '\\' and parameters = ['on_day']"
        " order by function_name"
    ).fetchall()
    return [str(name) for (name,) in found]


def _words(sql: str) -> frozenset[str]:
    return frozenset(_WORD.findall(sql.lower()))

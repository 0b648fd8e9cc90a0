"""Rows into tables: entries as they come, history folded anew, the state on a day worked out."""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import date
from typing import Any

import duckdb
import pandas as pd

from scrutiny import sight
from scrutiny.journal import Entry

_FOLDED = ("action_span", "promise_span", "recommendation_span", "story", "risk_story")
_STATES = ("action", "promise", "recommendation")


def fold(connection: duckdb.DuckDBPyConnection) -> None:
    """Works the history out anew from every entry."""
    for table in _FOLDED:
        connection.execute(f"create or replace table whole.{table} as from {table}_view")


def settle(cursor: duckdb.DuckDBPyConnection, days: Sequence[date]) -> None:
    """Adds the state on these days to the tables that questions read."""
    for state in _STATES if days else ():
        cursor.execute(
            f"insert into whole.{state}_state from {state}s_on($days::date[])", {"days": list(days)}
        )


def forget(cursor: duckdb.DuckDBPyConnection, days: Sequence[date]) -> None:
    """Drops the states on these days."""
    for state in _STATES if days else ():
        cursor.execute(
            f"delete from whole.{state}_state where list_contains($days, as_at)", {"days": days}
        )


def settle_one(cursor: duckdb.DuckDBPyConnection, day: date) -> None:
    """Adds the state on a day."""
    settle(cursor, [day])


def forget_one(cursor: duckdb.DuckDBPyConnection, day: date) -> None:
    """Drops the state on a day."""
    forget(cursor, [day])


@contextmanager
def changing(connection: duckdb.DuckDBPyConnection) -> Iterator[duckdb.DuckDBPyConnection]:
    """A cursor that sees all recommendations; what it changes is kept as a whole or not at all."""
    with connection.cursor() as cursor:
        sight.hide(cursor, [])
        cursor.execute("begin")
        try:
            yield cursor
            cursor.execute("commit")
        except BaseException:
            with suppress(duckdb.Error):  # where the commit failed there is nothing to take back
                cursor.execute("rollback")
            raise


def void(cursor: duckdb.DuckDBPyConnection, kinds: Sequence[str], entries: Sequence[Entry]) -> None:
    """Marks what these entries correct with the day from which it no longer holds."""
    known = {entry.corrects: row(entry)["known_on"] for entry in entries if entry.corrects}
    for kind in kinds if known else ():
        for seq, day in known.items():
            cursor.execute(
                f"update whole.{kind} set void_on = greatest(known_on, $day) where seq = $seq",
                {"day": day, "seq": seq},
            )


def drop_void(cursor: duckdb.DuckDBPyConnection, kinds: Sequence[str]) -> None:
    """Leaves out what was corrected, for rules that ask about what holds now."""
    for kind in kinds:
        cursor.execute(f"delete from whole.{kind} where void_on is not null")


def meeting_days(cursor: duckdb.DuckDBPyConnection) -> list[date]:
    """Days on which a meeting was held, newest first: those that readers mostly look at."""
    found = cursor.execute("select distinct held_on from meeting order by held_on desc")
    return [day for (day,) in found.fetchall()]


def row(entry: Entry) -> dict[str, object]:
    """An entry as a row of the table of its kind."""
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
        "void_on": None,
        "entered_by": entry.entered_by,
        "corrects": entry.corrects,
    }


def insert(
    connection: duckdb.DuckDBPyConnection, table: str, rows: Sequence[Mapping[str, Any]]
) -> None:
    """Inserts rows by column name; DuckDB reads each value as the column's own type."""
    if not rows:
        return
    described = connection.execute(f"describe {table}").fetchall()
    types = {str(name): str(kind) for name, kind, *_ in described}
    shape = json.dumps({n: ["VARCHAR"] if of.endswith("[]") else of for n, of in types.items()})
    whole = [{name: row.get(name) for name in types} for row in rows]
    lines = pd.DataFrame({"line": [json.dumps(row, default=str) for row in whole]})
    connection.register("incoming", lines)
    connection.execute(
        f"insert into {table} select {', '.join(f'r.{name}' for name in types)}"
        f" from (select from_json_strict(line, '{shape}') as r from incoming)"
    )
    connection.unregister("incoming")

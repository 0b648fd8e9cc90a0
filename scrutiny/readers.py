"""Cursors that ask questions, each used again by the next reader who may see as much.

Saying what is hidden takes DuckDB as long as a short question, and so does reading a long one's
text. A connection shared between threads may lose rows without a word, so a cursor serves one
question at a time.
"""

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import duckdb
import pandas as pd

from scrutiny import frames, sight
from scrutiny.queries import Query
from scrutiny.sight import Hidden

_MOST_IDLE = 64


class Readers:
    """The cursors of a connection that wait for a question, by what they hide."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._connection = connection
        self._idle: list[tuple[Hidden, duckdb.DuckDBPyConnection]] = []
        self._read: dict[str, duckdb.Statement] = {}
        self._lock = threading.Lock()
        self._era = 0

    def ask(self, query: Query, values: Mapping[str, object], hidden: Hidden) -> pd.DataFrame:
        """The rows that answer a question for who may not see these recommendations."""
        with self._cursor(hidden) as cursor:
            statement = self._read.get(query.name)
            if statement is None:
                (statement,) = cursor.extract_statements(query.sql)
                self._read[query.name] = statement
            return frames.frame(cursor.execute(statement, dict(values)))

    def forget(self) -> None:
        """Lets all cursors go once entries came: what they hide was worked out without them."""
        with self._lock:
            self._era += 1
            old, self._idle = self._idle, []
        for _, cursor in old:
            cursor.close()

    @contextmanager
    def _cursor(self, hidden: Hidden) -> Iterator[duckdb.DuckDBPyConnection]:
        era = self._era
        waiting = self._waiting(hidden)
        cursor = waiting or self._connection.cursor()
        try:
            if waiting is None:
                sight.hide(cursor, hidden)
            yield cursor
        except BaseException:
            cursor.close()
            raise
        with self._lock:
            if era != self._era:
                cursor.close()
                return
            self._idle.append((hidden, cursor))
            if len(self._idle) > _MOST_IDLE:
                self._idle.pop(0)[1].close()

    def _waiting(self, hidden: Hidden) -> duckdb.DuckDBPyConnection | None:
        with self._lock:
            for place, (hides, cursor) in enumerate(self._idle):
                if hides == hidden:
                    del self._idle[place]
                    return cursor
        return None

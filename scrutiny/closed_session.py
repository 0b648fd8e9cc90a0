"""Which recommendations of a closed session are hidden from a reader, on which as-at day."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date

import duckdb

Span = tuple[date, date | None]
"""From the first day to the day before the second; without end where there is none."""


@dataclass(frozen=True)
class ClosedSession:
    """The recommendations of a closed session, and the spans of days on which each is open to all.

    One that the Board opened is open from the day on which that is known. On an earlier day only
    those named see it, as they did then.
    """

    rec_ids: frozenset[str] = frozenset()
    opened: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)

    def hidden(self, may_see: Collection[str], day: object = None) -> tuple[str, ...]:
        """What a reader may not see who is named for ``may_see``, in order.

        ``day`` is the as-at day of the question; one without it is asked as at the last day.
        """
        on = day if isinstance(day, date) else date.max
        return tuple(
            sorted(r for r in self.rec_ids.difference(may_see) if not self._is_open(r, on))
        )

    def _is_open(self, rec_id: str, day: date) -> bool:
        spans = self.opened.get(rec_id, ())
        return any(first <= day and (last is None or day < last) for first, last in spans)


def read(cursor: duckdb.DuckDBPyConnection) -> ClosedSession:
    """What the entries say, under a cursor that sees them all.

    An opening that stands opened the days since the first one that it corrects, if it corrects any.
    One that was taken back opened no day, even if the Board opened the same anew.
    """
    closed = cursor.execute("select distinct rec_id from whole.recommendation where closed_session")
    rec_ids = frozenset(str(rec_id) for (rec_id,) in closed.fetchall())
    rows = cursor.execute(
        "select seq, rec_id, known_on, void_on, corrects from whole.session_opening"
    ).fetchall()
    said = {
        seq: (rec_id, (known_on, void_on), before)
        for seq, rec_id, known_on, void_on, before in rows
    }
    opened: dict[str, tuple[Span, ...]] = {}
    for number in (seq for seq, _, _, void_on, _ in rows if void_on is None):
        seq: int | None = number
        while seq in said:
            rec_id, span, seq = said[seq]
            opened[rec_id] = (span, *opened.get(rec_id, ()))
    return ClosedSession(rec_ids, opened)

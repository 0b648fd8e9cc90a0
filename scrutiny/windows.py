"""What changed between two days, told once by the rules of data/schema and kept for questions."""

from collections.abc import Sequence
from datetime import date

import duckdb

from scrutiny import sight

TELLS = "changes_of_"
"""How the names of the macros begin that tell what changed, one for each kind of thing."""

Window = tuple[date, date, sight.Hidden]
"""Two days, and the recommendations hidden from those who read what changed between them."""


def tell(told_by: Sequence[str], cursor: duckdb.DuckDBPyConnection, window: Window) -> None:
    """Adds what changed in a window to the table that questions read.

    One statement a macro: DuckDB plans them faster apart than as one union.
    """
    sight.hide(cursor, window[2])
    for name in told_by:
        cursor.execute(
            "insert into whole.change_line by name select $since::date as after_on,"
            " $until::date as until_day, $hidden::varchar[] as hidden_from, *"
            f" from {name}($since::date, $until::date)",
            _bounds(window),
        )


def untell(cursor: duckdb.DuckDBPyConnection, window: Window) -> None:
    """Drops what changed in a window."""
    cursor.execute(
        "delete from whole.change_line where after_on = $since::date and until_day = $until::date"
        " and hidden_from = $hidden::varchar[]",
        _bounds(window),
    )


def untell_all(cursor: duckdb.DuckDBPyConnection) -> None:
    """Drops what changed in every window."""
    cursor.execute("delete from whole.change_line")


def _bounds(window: Window) -> dict[str, object]:
    since, until, hidden = window
    return {"since": since, "until": until, "hidden": list(hidden)}

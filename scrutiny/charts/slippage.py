"""Slippage: the day first promised against the day promised now."""

import pandas as pd
import plotly.graph_objects as go

from scrutiny.charts import brag, cells, lanes, words
from scrutiny.charts.theme import CHARACTERS, QUIET, bold, empty, stacked, wrap

MOST = 20  # rows drawn
NONE = "No open action has moved from the day first promised."


def first_against_now(rows: pd.DataFrame, theme: str = "light", as_at: object = None) -> go.Figure:
    """One line an action that moved, most slipped first: first promise, and the date now.

    Columns: title, ref (of its recommendation), first_due_on, due_on, slip_days, extensions,
    rating. Actions that have not moved or have no date are left to the table; at most 20 are drawn,
    and the key says of how many.
    """
    moved = _moved(rows)
    shown = moved[:MOST]
    if not shown:
        return empty(NONE, theme)
    laid = lanes.lay([_label(row, theme) for row in shown])
    firsts = [cells.known_day(row["first_due_on"]) for row in shown]
    nows = [cells.known_day(row["due_on"]) for row in shown]
    line = {} if cells.day(as_at) is None else {"as_at": cells.known_day(as_at)}
    reach = lanes.span([*firsts, *nows, *line.values()])
    drawn = lanes.figure(
        laid,
        theme,
        key=_key(len(shown), len(moved)),
        foot=44,
        head=22 if line else 0,
        xaxis=lanes.days_axis(reach),
        barmode="overlay",
        **(lanes.as_at_line(as_at, reach, theme) if line else {}),
    )
    hovers = [_hover(row) for row in shown]
    middles = laid.middles()
    drawn.add_trace(lanes.bars(
        [(y, min(a, b), max(a, b), text)
         for y, a, b, text in zip(middles, firsts, nows, hovers, strict=True)],
        QUIET[theme], theme, height=4,
    ))  # fmt: skip
    drawn.add_trace(lanes.marks(
        list(zip(middles, firsts, hovers, strict=True)), "diamond-open", QUIET[theme], theme,
    ))  # fmt: skip
    for code in brag.CODES:
        here = [i for i, row in enumerate(shown) if brag.code(row["rating"]) == code]
        if here:
            look = brag.look(code)
            points = [(middles[i], nows[i], hovers[i]) for i in here]
            drawn.add_trace(lanes.marks(points, look.symbol, look.colour(theme), theme))
    return drawn


def describe(rows: pd.DataFrame) -> str:
    """How many open actions moved later, and which moved furthest."""
    later = [row for row in _moved(rows) if cells.number(row["slip_days"]) > 0]
    if not later:
        return (
            NONE if not _moved(rows) else "No open action has slipped; some were brought forward."
        )
    have = (
        f"{words.count(len(later), 'open action')} {words.verb(len(later), 'has', 'have')} slipped"
    )
    slips = [cells.number(row["slip_days"]) for row in later]
    by = words.days(slips[0])
    if len(later) > 1 and slips.count(slips[0]) == len(later):
        return words.sentence(f"{have}, each by {by}")
    if slips.count(slips[0]) > 1:
        return words.sentence(f"{have}; {slips.count(slips[0])} of them furthest, by {by} each")
    title = words.shorten(cells.text(later[0]["title"]), 60)
    joint = ":" if len(later) == 1 else "; furthest is"
    return words.sentence(f"{have}{joint} “{title}”, by {by}")


def _dates(row: cells.Row) -> bool:
    return cells.day(row["first_due_on"]) is not None and cells.day(row["due_on"]) is not None


def _moved(rows: pd.DataFrame) -> list[dict[str, object]]:
    """Rows with both dates that moved, most slipped first; equal ones keep their order."""
    found = [row for row in cells.records(rows) if _dates(row) and cells.number(row["slip_days"])]
    return sorted(found, key=lambda row: -cells.number(row["slip_days"]))


def _slip(row: cells.Row) -> str:
    slip = cells.number(row["slip_days"])
    times = cells.number(row["extensions"])
    moved = f"{words.days(abs(slip))} {'later' if slip > 0 else 'earlier'}"
    return f"{moved}, {words.count(times, 'extension')}" if times else moved


def _label(row: cells.Row, theme: str) -> str:
    name = bold(row["title"], CHARACTERS - 2)
    return f"{brag.glyph(row['rating'], theme)} {name}<br>{wrap(_slip(row), CHARACTERS)}"


def _hover(row: cells.Row) -> str:
    return stacked(
        cells.text(row["title"]),
        f"recommendation {cells.text(row['ref'])}",
        f"first promised {words.day(row['first_due_on'])}",
        f"now {words.day(row['due_on'])}",
        _slip(row),
        brag.label(row["rating"]),
    )


def _key(shown: int, moved: int) -> str:
    key = "◇ first promised; other shapes: now"
    return key if shown == moved else f"{key}<br>the furthest {shown} of {moved} that moved"

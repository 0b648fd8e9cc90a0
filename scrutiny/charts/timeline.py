"""Actions on a line of time: first promise, every extension, and where they stand."""

from collections.abc import Collection
from datetime import date
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from scrutiny.charts import brag, cells, counts, lanes, words
from scrutiny.charts.theme import CHARACTERS, GREY, QUIET, bold, empty, stacked, wrap
from scrutiny.charts.trace import Trace

NONE = "No actions are recorded."
Piece = tuple[float, date, date, str]
Point = tuple[float, date, str]
Place = tuple[cells.Row, float]  # an action and the middle of its lane


def actions(
    rows: pd.DataFrame, extensions: pd.DataFrame, as_at: object, theme: str = "light"
) -> go.Figure:
    """One lane an action, in the order of the rows.

    Columns: action_id, title, start_on, first_due_on, due_on, completed_on, signed_off_on, rating,
    delivery. Extensions: action_id, agreed_on, from_due_on, due_on, why.
    """
    found = cells.records(rows)
    if not found:
        return empty(NONE, theme)
    today = cells.known_day(as_at)
    laid = lanes.lay([_label(row, theme) for row in found])
    where: list[Place] = list(zip(found, laid.middles(), strict=True))
    moves = _extended(extensions, {cells.text(row["action_id"]): y for row, y in where})
    days = [on for row in found for on in _days(row)] + [piece[2] for piece in moves]
    reach = lanes.span([*days, today])
    traces = {**_bars(where, moves, today, theme), **_marks(where, theme)}
    drawn = lanes.figure(
        laid,
        theme,
        key=_key(traces, theme),
        foot=44,
        head=22,
        xaxis=lanes.days_axis(reach),
        barmode="overlay",
        **lanes.as_at_line(today, reach, theme),
    )
    drawn.add_traces([*traces.values()])
    return drawn


def describe(rows: pd.DataFrame) -> str:
    """How many actions stand at each rating, and how many moved from their first promise."""
    found = cells.records(rows)
    if not found:
        return NONE
    codes = [brag.code(row["rating"]) for row in found]
    parts = [
        f"{codes.count(code)} {brag.word(code).lower()}" for code in brag.CODES if code in codes
    ]
    moved = sum(_later(row["first_due_on"], row["due_on"]) for row in found)
    verb = words.verb(moved, "has", "have")
    tail = f"; {moved} {verb} slipped from the day first promised" if moved else ""
    return words.sentence(f"{words.count(len(found), 'action')}: {words.join_and(parts)}{tail}")


def _later(first: object, second: object) -> bool:
    a, b = cells.day(first), cells.day(second)
    return a is not None and b is not None and b > a


def _days(row: cells.Row) -> list[date]:
    names = ("start_on", "first_due_on", "due_on", "completed_on", "signed_off_on")
    return [on for name in names if (on := cells.day(row[name])) is not None]


def _label(row: cells.Row, theme: str) -> str:
    title = bold(row["title"], CHARACTERS - 2)
    return f"{brag.glyph(row['rating'], theme)} {title}<br>{_standing(row)}"


def _standing(row: cells.Row) -> str:
    """Where it stands, in words short enough for one line on a narrow screen."""
    if (on := cells.day(row["signed_off_on"])) is not None:
        return f"signed off {words.short_day(on)}"
    if (on := cells.day(row["completed_on"])) is not None:
        return f"complete {words.short_day(on)}"
    if brag.code(row["rating"]) is None:
        return wrap(row["delivery"], CHARACTERS)
    due = cells.day(row["due_on"])
    if due is None:
        return words.NO_DATE
    return f"{'was ' if row['rating'] == 'red' else ''}due {words.short_day(due)}"


def _hover(row: cells.Row) -> str:
    done = [
        f"{said} {words.day(row[name])}"
        for said, name in (("complete", "completed_on"), ("signed off", "signed_off_on"))
        if cells.day(row[name]) is not None
    ]
    return stacked(
        cells.text(row["title"]),
        f"{brag.label(row['rating'])}, {cells.text(row['delivery'])}",
        f"start {words.day(row['start_on'])}",
        f"first promised {words.day(row['first_due_on'])}",
        f"due now {words.day(row['due_on'])}",
        *done,
    )


def _extended(extensions: pd.DataFrame, middles: dict[str, float]) -> list[Piece]:
    pieces = []
    for row in cells.records(extensions):
        middle = middles.get(cells.text(row["action_id"]))
        start, end = cells.day(row["from_due_on"]), cells.day(row["due_on"])
        if middle is not None and start is not None and end is not None:
            hover = stacked(
                f"moved from {words.day(start)} to {words.day(end)}",
                f"agreed {words.day(row['agreed_on'])}",
                f"why: {cells.text(row['why'])}" if cells.text(row["why"]) else "",
            )
            pieces.append((middle, min(start, end), max(start, end), hover))
    return pieces


def _planned(where: list[Place], today: date) -> list[Piece]:
    """From the start to the first promise."""
    return [
        (middle, min(_start(row, today), first), max(_start(row, today), first), _hover(row))
        for row, middle in where
        if (first := cells.day(row["first_due_on"])) is not None
    ]


def _undated(where: list[Place], today: date) -> list[Piece]:
    """From the start to today, or the day it was done, where nobody promised a date."""
    return [
        (middle, start, max(_done(row) or today, start), _hover(row))
        for row, middle in where
        if cells.day(row["first_due_on"]) is None and cells.day(row["due_on"]) is None
        for start in [_start(row, today)]
    ]


def _late(where: list[Place], today: date) -> list[Piece]:
    """From the date it missed to today, or to the day it was done late."""
    return [
        (middle, due, until, f"{words.days((until - due).days)} late<br>{_hover(row)}")
        for row, middle in where
        for due in [cells.day(row["due_on"])]
        for until in [today if row["rating"] == "red" else _done(row)]
        if due is not None and until is not None and until > due
    ]


def _start(row: cells.Row, today: date) -> date:
    return cells.day(row["start_on"]) or min([*_days(row), today])


def _done(row: cells.Row) -> date | None:
    return cells.day(row["completed_on"]) or cells.day(row["signed_off_on"])


def _bars(where: list[Place], moves: list[Piece], today: date, theme: str) -> dict[str, Trace]:
    """The traces that have something to draw, by the word the key gives them."""
    red, amber = brag.look("red"), brag.look("amber")
    edge = {"color": QUIET[theme], "width": 1}
    drawings: tuple[tuple[str, list[Piece], str, dict[str, Any]], ...] = (
        ("to the first promise", _planned(where, today), GREY[theme], {"line": edge}),
        ("no date", _undated(where, today), "rgba(0,0,0,0)", {"line": edge}),
        ("extension", moves, amber.colour(theme), {"pattern": counts.pattern(theme, amber)}),
        ("late", _late(where, today), red.colour(theme), {"pattern": counts.pattern(theme, red)}),
    )
    return {
        said: lanes.bars(pieces, colour, theme, said=said, **style)
        for said, pieces, colour, style in drawings
        if pieces
    }


def _marks(where: list[Place], theme: str) -> dict[str, Trace]:
    """The traces of marks that have something to draw, by the word the key gives them."""
    green, blue = brag.look("green"), brag.look("blue")
    drawings = (
        ("first promise", "first_due_on", "diamond-open", QUIET[theme]),
        ("complete", "completed_on", green.symbol, green.colour(theme)),
        ("signed off", "signed_off_on", blue.symbol, blue.colour(theme)),
    )
    found = {}
    for said, name, symbol, colour in drawings:
        points: list[Point] = [
            (middle, on, _hover(row))
            for row, middle in where
            if (on := cells.day(row[name])) is not None
        ]
        if points:
            found[said] = lanes.marks(points, symbol, colour, theme)
    return found


def _key(shown: Collection[str], theme: str) -> str:
    """Signs and words for what is drawn, three at most on a line."""
    red, amber = brag.look("red").colour(theme), brag.look("amber").colour(theme)
    signs = {
        "first promise": "◇",
        "extension": f'<span style="color:{amber}">▨</span>',
        "late": f'<span style="color:{red}">▩</span>',
        "complete": brag.glyph("green", theme),
        "signed off": brag.glyph("blue", theme),
    }
    parts = [f"{sign} {said}" for said, sign in signs.items() if said in shown]
    rows = [parts[i : i + 3] for i in range(0, len(parts), 3)]
    return "<br>".join("   ".join(row) for row in rows)

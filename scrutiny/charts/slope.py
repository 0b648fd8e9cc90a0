"""Then and now: how many actions held each rating on two days, as lines between them."""

from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from scrutiny.charts import brag, cells, tables, words
from scrutiny.charts.theme import GREY, LINE, QUIET, TEXT, empty, figure, note, unseen
from scrutiny.charts.trace import Trace, scatter_trace

NONE = "No action is known on either day, or the filters leave none."
COLUMNS = {
    "Rating": lambda row: tables.plain(brag.label(_code(row["rating"]))),
    "Then": tables.number("actions_then"),
    "Now": tables.number("actions"),
    "Came": tables.number("came"),
    "Of these new": tables.number("new"),
    "Went": tables.number("went"),
}
COUNTS = ("actions_then", "actions", "came", "new", "went")
HEIGHT = 300
_HEAD = 26  # pixels above the drawing, for the two days
_MARGINS = {"l": 42, "r": 152}  # pixels for the labels, so that they fit any width of screen
_REACH = 0.08  # how far from the ends of the lines they begin, in shares of the drawing
_GAP = 2 * LINE + 4  # pixels that two labels on the right are apart


@dataclass(frozen=True)
class Line:
    """One rating: how many actions held it before and after, and how many came and went."""

    rating: str | None
    before: int
    after: int
    came: int
    new: int
    went: int


def then_and_now(
    rows: pd.DataFrame, theme: str = "light", since: object = None, until: object = None
) -> go.Figure:
    """One line a rating, from the count on the first day to the count on the second.

    Columns: rating (closed for those without), actions_then, actions, came, new, went. Rows
    are those of the ratings that an action held on either day, worst first.
    """
    found = lines(rows)
    if not found:
        return empty(NONE, theme)
    top = max(max(line.before, line.after) for line in found)
    spread_then = _apart([line.before for line in found], top, LINE)
    spread_now = _apart([line.after for line in found], top, _GAP)
    drawn = figure(
        theme,
        HEIGHT + _HEAD,
        margin={"t": _HEAD, "b": 4, **_MARGINS},
        xaxis=unseen(-_REACH, 1 + _REACH),
        yaxis=unseen(-HEIGHT, 0),
        annotations=[
            *(_day(x, day, theme) for x, day in ((0, since), (1, until))),
            *(_left(line, y, theme) for line, y in zip(found, spread_then, strict=True)),
            *(_right(line, y, theme) for line, y in zip(found, spread_now, strict=True)),
        ],
    )  # fmt: skip
    ends = list(zip(found, spread_then, spread_now, strict=True))
    drawn.add_trace(_leaders(ends, top, theme))
    for line in reversed(found):  # the worst on top
        drawn.add_trace(_trace(line, top, theme))
    return drawn


def lines(rows: pd.DataFrame) -> list[Line]:
    """The ratings that an action held on either day, in their order."""
    return [
        Line(
            _code(row["rating"]),
            *(cells.number(row[name]) for name in COUNTS),
        )
        for row in cells.records(rows)
    ]


def _code(rating: object) -> str | None:
    return None if rating == "closed" else brag.code(rating)


def describe(rows: pd.DataFrame, since: object, until: object) -> str:
    """How many actions are overdue against then, how many came and went, and the other counts."""
    found = lines(rows)
    if not found:
        return NONE
    late = next((line for line in found if line.rating == "red"), Line("red", 0, 0, 0, 0, 0))
    others = [
        f"{brag.word(line.rating).lower()} {line.before} to {line.after}"
        for line in found
        if line.rating != "red"
    ]
    first, last = words.day(since), words.day(until)
    told = f"Overdue actions went from {late.before} on {first} to {late.after} on {last}"
    if late.before == late.after:
        many = words.count(late.after, "action")
        told = f"{many} {words.verb(late.after)} overdue on {last}, as many as on {first}"
        told = told if late.after else f"no action is overdue on {first} or on {last}"
    flow = (
        f": {late.came or 'none'} came and {late.went or 'none'} went"
        if late.came or late.went
        else ""
    )
    rest = f" The others: {words.join_and(others)}." if others else ""
    return f"{words.capital(told)}{flow}.{rest}"


def _apart(counts: list[int], top: int, gap: int) -> list[float]:
    """Heights of labels near their counts and at least ``gap`` pixels apart, from 0 downwards."""
    wanted = sorted(range(len(counts)), key=lambda i: (-counts[i], i))
    places = [_height(counts[i], top) for i in wanted]
    for at in range(1, len(places)):
        places[at] = min(places[at], places[at - 1] - gap)
    lowest = -HEIGHT + gap / 2
    for at in range(len(places) - 1, -1, -1):
        places[at] = max(places[at], lowest + gap * (len(places) - 1 - at))
    found = dict(zip(wanted, places, strict=True))
    return [found[i] for i in range(len(counts))]


def _height(count: int, top: int) -> float:
    room = HEIGHT - _GAP
    return -_GAP / 2 - room * (1 - count / max(top, 1))


def _day(x: float, day: object, theme: str) -> dict[str, object]:
    return note(
        words.short_day(day), x=x, xref="x", y=1, xanchor="center", yanchor="bottom", yshift=6,
        font={"color": QUIET[theme]},
    )  # fmt: skip


def _left(line: Line, y: float, theme: str) -> dict[str, object]:
    return note(
        f"{line.before} {brag.glyph(line.rating, theme)}",
        x=-_REACH, xref="x", xshift=-4, y=y, yref="y", xanchor="right", yanchor="middle",
        font={"color": TEXT[theme]},
    )  # fmt: skip


def _right(line: Line, y: float, theme: str) -> dict[str, object]:
    shape = brag.glyph(line.rating, theme)
    return note(
        f"{shape} <b>{line.after}</b> {_name(line)}<br>{_flow(line)}",
        x=1 + _REACH, xref="x", xshift=4, y=y, yref="y", yanchor="middle",
        font={"color": TEXT[theme]},
    )  # fmt: skip


def _name(line: Line) -> str:
    return {"grey": "Not begun, undated"}.get(str(line.rating), brag.word(line.rating))


def _flow(line: Line) -> str:
    parts = [f"{number} {word}" for number, word in ((line.came, "came"), (line.went, "went"))]
    return ", ".join(part for part in parts if not part.startswith("0")) or "no change"


def _leaders(ends: list[tuple[Line, float, float]], top: int, theme: str) -> Trace:
    """Thin lines from the ends of each line to its labels, where these had to move apart."""
    x: list[float | None] = []
    y: list[float | None] = []
    for line, left, right in ends:
        x += [-_REACH, 0, None, 1, 1 + _REACH, None]
        y += [left, _height(line.before, top), None, _height(line.after, top), right, None]
    return scatter_trace(
        x=x, y=y, mode="lines", hoverinfo="skip", line={"color": GREY[theme], "width": 1}
    )


def _trace(line: Line, top: int, theme: str) -> Trace:
    look = brag.look(line.rating)
    colour = look.colour(theme)
    return scatter_trace(
        x=[0, 1],
        y=[_height(line.before, top), _height(line.after, top)],
        mode="lines+markers",
        line={"color": colour, "width": 2},
        marker={
            "symbol": look.symbol,
            "size": 11,
            "color": colour,
            "line": {"color": colour, "width": 1.5},
        },
        hovertext=f"{brag.label(line.rating)}: {line.before} then, {line.after} now; {_flow(line)}",
        hoverinfo="text",
    )

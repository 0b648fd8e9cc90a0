"""One lane a category: its label above, its drawing below, readable on any width of screen.

The vertical axis counts pixels from the top, so labels of any length push the rest down.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import plotly.graph_objects as go

from scrutiny.charts import cells, theme, words
from scrutiny.charts.trace import Trace, bar_trace, scatter_trace

STRIP = 16  # pixels of drawing under a label
GAP = 12  # pixels between lanes


@dataclass(frozen=True)
class Lane:
    """One lane: harmless wrapped label, its top and the middle of its strip, in pixels."""

    label: str
    top: int
    middle: float


@dataclass(frozen=True)
class Lanes:
    """The lanes of a figure and their height in pixels."""

    rows: tuple[Lane, ...]
    height: int

    def middles(self) -> list[float]:
        """Where the strip of each lane lies."""
        return [lane.middle for lane in self.rows]


def lay(labels: Sequence[str], gaps: Sequence[int] | None = None) -> Lanes:
    """Lanes for labels from ``theme.wrap``; ``gaps`` are the pixels after each."""
    rows = []
    top = 0
    for position, label in enumerate(labels):
        foot = top + theme.lines(label) * theme.LINE
        rows.append(Lane(label, top, foot + STRIP / 2 + 1))
        top = foot + STRIP + (GAP if gaps is None else gaps[position])
    return Lanes(tuple(rows), top)


def figure(lanes: Lanes, name: str, key: str = "", foot: int = 2, **layout: Any) -> go.Figure:
    """A figure with the lanes' labels, a key above them and ``foot`` pixels below for an axis."""
    head = theme.lines(key) * theme.LINE + (8 if key else 2) + layout.pop("head", 0)
    notes = [
        theme.note(
            lane.label,
            x=0,
            y=lane.top,
            yref="y",
            yanchor="top",
            bgcolor=theme.BACKGROUND[name],
        )
        for lane in lanes.rows
    ]
    if key:
        notes.append(theme.note(key, x=0, y=1, yanchor="top", yshift=head))
    notes.extend(layout.pop("annotations", []))
    return theme.figure(
        name,
        lanes.height + head + foot,
        margin={"t": head, "b": foot, "l": 2, "r": 4},
        yaxis=theme.unseen(lanes.height, 0),
        annotations=notes,
        **layout,
    )


def span(days: Sequence[date]) -> tuple[date, date]:
    """First and last day to draw, with a little room at both ends. ``days`` must not be empty."""
    first, last = min(days), max(days)
    room = timedelta(days=max(3, (last - first).days // 18))
    return first - room, last + room


def as_at_line(as_at: object, reach: tuple[date, date], name: str) -> dict[str, Any]:
    """Layout parts (``shapes``, ``annotations``) of the line that marks the as-at day."""
    on = cells.known_day(as_at)
    share = (on - reach[0]) / max(reach[1] - reach[0], timedelta(days=1))
    anchor = "left" if share < 0.3 else "right" if share > 0.7 else "center"
    return {
        "shapes": [upright(on, name)],
        "annotations": [
            theme.note(
                f"as at {words.short_day(on)}",
                x=on.isoformat(),
                y=1,
                xref="x",
                xanchor=anchor,
                yanchor="bottom",
            )
        ],
    }


def upright(on: date, name: str, dash: str = "solid") -> dict[str, Any]:
    """A vertical line on a day, behind the data."""
    return {
        "type": "line", "xref": "x", "yref": "paper", "x0": on.isoformat(), "x1": on.isoformat(),
        "y0": 0, "y1": 1, "layer": "below",
        "line": {"color": theme.QUIET[name], "width": 1.5, "dash": dash},
    }  # fmt: skip


def days_axis(reach: tuple[date, date]) -> dict[str, Any]:
    """The date axis below lanes."""
    return {
        **theme.days_axis(), "automargin": False, "showgrid": True, "showline": True,
        "range": [reach[0].isoformat(), reach[1].isoformat()],
    }  # fmt: skip


DAY = 86_400_000  # milliseconds: what Plotly counts a bar on a date axis in


def bars(
    pieces: Sequence[tuple[float, date, date, str]], colour: str, name: str, **style: Any
) -> Trace:
    """Bars between days: each piece is (middle, from, to, hover).

    ``style`` adds to the marker, but for ``height`` in pixels and ``said``, the trace's name.
    """
    height = style.pop("height", STRIP - 4)
    said = style.pop("said", "")
    return bar_trace(
        orientation="h",
        y=[piece[0] for piece in pieces],
        base=[piece[1].isoformat() for piece in pieces],
        x=[(piece[2] - piece[1]).days * DAY for piece in pieces],
        width=[height] * len(pieces),
        hovertext=[piece[3] for piece in pieces],
        hoverinfo="text",
        marker={"color": colour, "line": {"color": theme.BACKGROUND[name], "width": 1}, **style},
        name=said,
    )


def marks(points: Sequence[tuple[float, date, str]], symbol: str, colour: str, name: str) -> Trace:
    """Marks on days: each point is (middle, day, hover)."""
    return scatter_trace(
        mode="markers",
        y=[point[0] for point in points],
        x=[point[1].isoformat() for point in points],
        hovertext=[point[2] for point in points],
        hoverinfo="text",
        marker={"symbol": symbol, "size": 12, "color": colour, "line": {
            "color": colour if "open" in symbol or "thin" in symbol else theme.BACKGROUND[name],
            "width": 2 if "open" in symbol or "thin" in symbol else 1,
        }},
    )  # fmt: skip


def lengths(
    laid: Lanes, sizes: Sequence[float | None], said: Sequence[str], **marker: Any
) -> Trace:
    """A bar from nought in each lane; none where there is no size. ``said`` is harmless text."""
    return bar_trace(
        orientation="h",
        y=laid.middles(),
        x=list(sizes),
        width=[STRIP - 4] * len(sizes),
        hovertext=list(said),
        hovertemplate="%{hovertext}<extra></extra>",
        marker=marker,
    )


def ticks(laid: Lanes, places: Sequence[float | None], name: str) -> Trace:
    """A short upright line in each lane, for what a bar is compared with."""
    return scatter_trace(
        x=list(places), y=laid.middles(), mode="markers", hoverinfo="skip",
        marker={"symbol": "line-ns-open", "size": STRIP, "line": {"width": 3},
                "color": theme.TEXT[name]},
    )  # fmt: skip

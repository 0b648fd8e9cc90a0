"""Burn-up: actions agreed, promised, complete and signed off, and when the rest may be complete."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from scrutiny.charts import cells, ends, words
from scrutiny.charts import forecast as forecasts
from scrutiny.charts.theme import (
    CORNER,
    LINE,
    PALETTE,
    QUIET,
    days_axis,
    empty,
    figure,
    lines,
    note,
    whole_numbers,
)
from scrutiny.charts.trace import Trace, scatter_trace

PLOT = 240  # pixels of height inside the axes
RIGHT = 116  # pixels for the labels at the right end
NONE = "There are no agreed actions to show over time."
Points = Sequence[tuple[date, int]]

# column: what the label and the hover say, dash, sign of the dash in text, width
LINES = {
    "agreed": ("agreed", "solid", "─", 2),
    "planned": ("promised<br>by then", "dash", "╌", 2),
    "complete": ("complete", "solid", "━", 4),
    "signed_off": ("signed off", "dot", "┈", 3),
}


def burn_up(rows: pd.DataFrame, forecast: pd.DataFrame, theme: str = "light") -> go.Figure:
    """Stepped lines of cumulative counts, and the forecast as a shaded range where there is one.

    Columns: day, agreed, planned, complete, signed_off. Forecast, at most one row: remaining,
    earliest_on, latest_on.
    """
    series = {column: points for column in LINES if (points := _points(rows, column))}
    if not series:
        return empty(NONE, theme)
    coming = forecasts.read(forecast) if {"agreed", "complete"} <= set(series) else None
    first, end = _reach(series, coming)
    axis = whole_numbers(max(number for points in series.values() for _, number in points))
    key = "" if coming is None else forecasts.key(coming, theme)
    head = lines(key) * LINE + 10
    drawn = figure(
        theme,
        PLOT + head + 44,
        margin={"l": 28, "r": RIGHT, "t": head, "b": 44},
        hovermode="x unified",
        xaxis={
            **days_axis(), **CORNER, "automargin": False, "showline": True,
            "range": [first.isoformat(), end.isoformat()],
        },
        yaxis={**axis, "automargin": False, "showgrid": True},
        annotations=_labels(series, axis["range"][1], theme)
        + ([note(key, x=0, y=1, yanchor="top", yshift=head)] if key else []),
    )  # fmt: skip
    if coming is not None:
        agreed, complete = series["agreed"][-1][1], series["complete"][-1]
        drawn.add_trace(forecasts.area(coming, complete, agreed, end, theme))
        drawn.update_layout(
            shapes=[_level(column, points[-1], end, theme) for column, points in series.items()]
        )
    for column, points in series.items():
        drawn.add_trace(_line(column, points, theme))
    return drawn


def describe_burn_up(rows: pd.DataFrame, forecast: pd.DataFrame) -> str:
    """How many of the agreed actions are complete, against what was promised, and the forecast."""
    points = _points(rows, "complete")
    if not points:
        return NONE
    on, complete = points[-1]
    agreed, promised = (dict(_points(rows, column)).get(on) for column in ("agreed", "planned"))
    if agreed is None:
        return NONE
    by = f"by {words.day(on)}, "
    if complete >= agreed > 0:
        whole = "the 1 agreed action was" if agreed == 1 else f"all {agreed:,} agreed actions were"
        return words.sentence(f"{by}{whole} complete")
    of = f"{complete:,} of {words.count(agreed, 'agreed action')}"
    done = f"{by}{of} {words.verb(complete, 'was', 'were')} complete"
    rest = forecasts.clause(forecast)
    return words.sentence(f"{done}{_against(promised, complete)}; {rest}")


def _against(promised: int | None, complete: int) -> str:
    if promised is None:
        return ""
    if promised == complete:
        return ", as many as first promised"
    way = "fewer" if promised > complete else "more"
    return f", {abs(promised - complete):,} {way} than first promised"


def _points(rows: pd.DataFrame, column: str) -> list[tuple[date, int]]:
    found = [(cells.known_day(r["day"]), cells.whole(r[column])) for r in cells.records(rows)]
    return sorted((on, number) for on, number in found if number is not None)


def _reach(series: Mapping[str, Points], coming: forecasts.Forecast | None) -> tuple[date, date]:
    """From the first day to the forecast's end, but never more future than twice the past."""
    first = min(points[0][0] for points in series.values())
    last = max(points[-1][0] for points in series.values())
    end = max(last, first + timedelta(days=1))
    if coming is not None:
        most = last + max(2 * (last - first), timedelta(days=90))
        end = max(end, min(coming.latest or most, most))
    return first, end


def _level(column: str, end: tuple[date, int], edge: date, theme: str) -> dict[str, Any]:
    """A thin line that leads from where a line ends to its label, past the forecast."""
    return {
        "type": "line", "layer": "below", "x0": end[0].isoformat(), "x1": edge.isoformat(),
        "y0": end[1], "y1": end[1],
        "line": {"color": _colour(column, theme), "width": 1, "dash": "dot"},
    }  # fmt: skip


def _colour(column: str, theme: str) -> str:
    first, second, third, _ = PALETTE[theme]
    colours = {"agreed": QUIET[theme], "planned": third, "complete": first, "signed_off": second}
    return colours[column]


def _line(column: str, points: Points, theme: str) -> Trace:
    said, dash, _, width = LINES[column]
    said = said.replace("<br>", " ")
    return scatter_trace(
        name=said,
        mode="lines" if len(points) > 1 else "markers",
        x=[on.isoformat() for on, _ in points],
        y=[number for _, number in points],
        line={"shape": "hv", "dash": dash, "width": width, "color": _colour(column, theme)},
        marker={"color": _colour(column, theme), "size": 9},
        hovertemplate=f"%{{y:,d}} {said}<extra></extra>",
    )


def _labels(series: Mapping[str, Points], highest: float, theme: str) -> list[dict[str, Any]]:
    found = []
    for column, points in series.items():
        said, _, sign, _ = LINES[column]
        shown = f'<span style="color:{_colour(column, theme)}">{sign}{sign}</span>'
        found.append(ends.End(f"{shown} {points[-1][1]:,} {said}", points[-1][1]))
    return ends.labels(found, highest, PLOT)

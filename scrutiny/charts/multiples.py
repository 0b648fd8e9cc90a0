"""The parts of an indicator over time: a small panel each, one under the other."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from scrutiny.charts import cells, gaps, lanes, levels, parts, values, words
from scrutiny.charts import theme as look
from scrutiny.charts.trace import Trace, scatter_trace

PANEL = 40  # pixels of height of a panel, under its label
CAPTION = (
    "Each panel runs from nought to its own highest figure, so compare shapes between panels and "
    "read sizes from the labels. Lines stop where nothing is published."
)
Rows = list[dict[str, Any]]


def over_time(rows: pd.DataFrame, unit: str = "", theme: str = "light") -> go.Figure:
    """One panel a part: its line, England's dashed, a dot on its last figure.

    Columns: breakdown, period_start, period_end, value, status, part, england, england_status;
    parts in the order to show them, periods in order of time. A withheld or missing figure is a
    gap with its symbol, and nothing crosses a break. Counts stand alone. At most ``parts.MOST``.
    """
    found = grouped(rows)[: parts.MOST]
    if not found:
        return look.empty("No part has a figure by this day.", theme)
    labels = [look.wrap(_label(series, unit), look.CHARACTERS) for series in found]
    laid = lanes.lay(labels, [PANEL - lanes.STRIP + lanes.GAP] * len(labels))
    feet = [middle - lanes.STRIP / 2 + PANEL for middle in laid.middles()]
    alone = unit in values.COUNTS
    reach = lanes.span([cells.known_day(row["period_end"]) for one in found for row in one])
    drawn = lanes.figure(
        laid,
        theme,
        "" if alone else "╌ England",
        foot=44,  # two lines of days
        xaxis=lanes.days_axis(reach) | {"nticks": 4},
        shapes=[_ground(foot, theme) for foot in feet],
    )
    tops = [_highest(series, alone) for series in found]
    pen = {"color": look.QUIET[theme], "width": 1.5, "dash": "dash"}
    if not alone:
        drawn.add_trace(_lines(found, feet, tops, unit, "england", pen))
    pen = {"color": look.PALETTE[theme][0], "width": 2.5}
    drawn.add_trace(_lines(found, feet, tops, unit, "value", pen))
    drawn.add_trace(_ends(found, feet, tops, unit, theme))
    return drawn.add_traces(_gaps(found, feet, unit, theme))


def describe(rows: pd.DataFrame, unit: str) -> str:
    """Which part grew and which fell the most between its first and its last figure."""
    # nothing compares across a break
    whole = [one for one in map(_known, grouped(rows)) if one[0]["part"] == one[-1]["part"]]
    moved = [(float(one[-1]["value"]) - float(one[0]["value"]), one[0], one[-1]) for one in whole]
    if not moved:
        return "No part has two figures by this day that may be compared."
    most, least = max(moved, key=lambda one: one[0]), min(moved, key=lambda one: one[0])
    said = []
    for (change, first, last), verb in ((most, "rose"), (least, "fell")):
        if change and (change > 0) == (verb == "rose"):
            said.append(
                f"{last['breakdown']} {verb} the most, from {values.number(first['value'], unit)} "
                f"in the {_when(first)} to {values.number(last['value'], unit)} in the "
                f"{_when(last)}"
            )
    if not said:
        return "No part has another figure than at first."
    return words.sentence("; ".join(said))


def grouped(rows: pd.DataFrame) -> list[Rows]:
    """The rows of each part with two figures at least, in their order."""
    series = (list(one) for _, one in groupby(cells.records(rows), lambda row: row["breakdown"]))
    return [one for one in series if len(_known(one)) > 1]


def _known(series: Rows) -> Rows:
    return [row for row in series if not cells.missing(row["value"])]


def _when(row: dict[str, Any]) -> str:
    return values.period(row["period_start"], row["period_end"])


def _label(series: Rows, unit: str) -> str:
    last = series[-1]
    said = f"{last['breakdown']}: {values.figure(last, unit)}, {_when(last)}"
    if unit in values.COUNTS or cells.missing(last["england"]):
        return said
    return f"{said}; England {values.number(last['england'], unit)}"


def _highest(series: Rows, alone: bool) -> float:
    columns = ("value",) if alone else ("value", "england")
    known = (row[column] for row in series for column in columns)
    return max((float(cell) for cell in known if not cells.missing(cell)), default=1.0) or 1.0


def _ground(foot: float, theme: str) -> dict[str, Any]:
    """The line of nought under a panel."""
    return {
        "type": "line", "xref": "paper", "yref": "y", "x0": 0, "x1": 1, "y0": foot, "y1": foot,
        "layer": "below", "line": {"color": look.GRID[theme], "width": 1},
    }  # fmt: skip


def _lines(
    found: Sequence[Rows], feet: Sequence[float], tops: Sequence[float],
    unit: str, column: str, pen: dict[str, Any],
) -> Trace:  # fmt: skip
    across: list[str | None] = []
    up: list[float | None] = []
    said: list[str] = []
    for series, foot, top in zip(found, feet, tops, strict=True):
        days, sizes, texts = levels.pieces(series, column, lambda row: _hover(row, unit, column))
        across += [*days, None]
        up += [None if size is None else _height(size, foot, top) for size in sizes] + [None]
        said += [*texts, ""]
    return scatter_trace(
        x=across, y=up, mode="lines", connectgaps=False, line=pen,
        hovertext=said, hovertemplate="%{hovertext}<extra></extra>",
    )  # fmt: skip


def _hover(row: dict[str, Any], unit: str, column: str) -> str:
    name = f"{row['breakdown']}, England" if column == "england" else row["breakdown"]
    return f"{name}: {values.figure(row, unit, column)}, {_when(row)}"


def _height(size: float, foot: float, top: float) -> float:
    return foot - (PANEL - 4) * size / top


def _ends(
    found: Sequence[Rows], feet: Sequence[float], tops: Sequence[float], unit: str, theme: str
) -> Trace:
    lasts = [_known(series)[-1] for series in found]
    return scatter_trace(
        x=levels.days(lasts),
        y=[
            _height(float(row["value"]), foot, top)
            for row, foot, top in zip(lasts, feet, tops, strict=True)
        ],
        mode="markers", marker={"color": look.PALETTE[theme][0], "size": 7},
        hovertext=[look.plain(_hover(row, unit, "value")) for row in lasts],
        hovertemplate="%{hovertext}<extra></extra>",
    )  # fmt: skip


def _gaps(found: Sequence[Rows], feet: Sequence[float], unit: str, theme: str) -> list[Trace]:
    held = [
        (row, foot - 8)
        for series, foot in zip(found, feet, strict=True)
        for row in gaps.withheld(series)
    ]
    if not held:
        return []
    rows = [row for row, _ in held]
    said = [_hover(row, unit, "value") for row in rows]
    return [gaps.marks(rows, levels.days(rows), [up for _, up in held], said, theme)]

"""One indicator over time, beside those it is compared with."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from scrutiny.charts import cells, ends, events, levels, tables, values, words
from scrutiny.charts import theme as look
from scrutiny.charts.trace import Trace, scatter_trace

PLOT = 260  # pixels of height inside the axes
RIGHT = 96  # pixels for the labels at the right end
LINES = {"england": ("England", "dash", 2), "south_east": ("South East", "dot", 2)}
Rows = list[dict[str, Any]]


def compared(
    rows: pd.DataFrame,
    remarks: pd.DataFrame,
    unit: str = "",
    area: str = "Own area",
    statistic: str = "mean",
    theme: str = "light",
) -> go.Figure:
    """The board's area as a thick line; England and the South East as thin ones; neighbours a band.

    Columns: period_start, period_end, value, status, england, south_east with their statuses,
    part, neighbours_mean, neighbours_median, neighbours_lowest, neighbours_highest, target.
    Remarks: see ``events``. A withheld or missing value is a gap with its symbol; nothing crosses
    a break.
    """
    found = cells.records(rows)
    if not found:
        return look.empty("Nothing was published by this day.", theme)
    # counts of areas of other sizes say nothing beside one another
    others = found if unit not in values.COUNTS else [r | _ALONE for r in found]
    top = _highest(others) * 1.06
    reach = events.reach(found)
    shapes, notes = events.layout(events.within(remarks, reach), theme)
    drawn = look.figure(
        theme,
        PLOT + 66,
        margin={"l": 44, "r": RIGHT, "t": 22, "b": 44},
        hovermode="x unified",
        xaxis=levels.days_axis(reach),
        yaxis={"range": [0, top], "showgrid": True, "automargin": False, "nticks": 6},
        shapes=shapes,
        annotations=_labels(others, area, unit, statistic, top, theme) + notes,
    )
    drawn.add_traces(_band(others, theme))
    for column, (name, dash, width) in LINES.items():
        pen = {"color": look.QUIET[theme], "dash": dash, "width": width}
        drawn.add_trace(_line(others, column, name, unit, pen))
    centre = f"neighbours_{statistic}"
    pen = {"color": look.PALETTE[theme][1], "width": 2}
    drawn.add_trace(_line(others, centre, f"neighbours' {statistic}", unit, pen))
    pen = {"color": look.PALETTE[theme][0], "width": 4}
    drawn.add_trace(_line(others, "value", area, unit, pen))
    drawn.add_traces(levels.target(found, theme))
    return drawn.add_traces(levels.gaps_of(found, unit, top, theme))


_ALONE = dict.fromkeys(
    (*LINES, "neighbours_mean", "neighbours_median", "neighbours_lowest", "neighbours_highest")
)


def describe(rows: pd.DataFrame, unit: str, area: str, statistic: str = "mean") -> str:
    """The latest figure, its change on a year before, and how it lies beside England's."""
    found = [row for row in cells.records(rows) if not cells.missing(row["value"])]
    if not found:
        return "Nothing was published for this area by this day."
    row = found[-1]
    said = f"{area}: {values.number(row['value'], unit)}, "
    said += values.period(row["period_start"], row["period_end"])
    if unit in values.COUNTS or cells.missing(row["england"]):
        return f"{said}."
    beside = [f"England {values.number(row['england'], unit)}"]
    middle = row[f"neighbours_{statistic}"]
    if not cells.missing(middle):
        name = values.neighbours(row["model"], statistic)
        beside.append(f"{name}, {values.number(middle, unit)}")
    return f"{said}; {words.join_and(beside)}."


def columns(unit: str, statistic: str = "mean") -> tables.Columns:
    """Columns of the table twin; a withheld value shows its mark. Counts stand alone."""

    def shown(column: str) -> tables.Cell:
        return lambda row: tables.plain(values.figure(row, unit, column))

    own = {
        "Period": lambda row: tables.plain(values.period(row["period_start"], row["period_end"])),
        "Value": lambda row: tables.plain(values.figure(row, unit)),
    }
    others = {
        "England": shown("england"),
        "South East": shown("south_east"),
        f"Neighbours' {statistic}": shown(f"neighbours_{statistic}"),
        "Model": tables.text("model"),
        "Rank": lambda row: tables.plain(values.quartile(row)),
    }
    source = {"Source": tables.text("source")}
    return own | source if unit in values.COUNTS else own | others | source


def _highest(rows: Rows) -> float:
    known = (
        float(row[column])
        for row in rows
        for column in ("value", "target", *_ALONE)
        if not cells.missing(row.get(column))
    )
    return max(known, default=1.0) or 1.0


def _line(rows: Rows, column: str, name: str, unit: str, pen: dict[str, Any]) -> Trace:
    own = column == "value"
    days, sizes, said = levels.pieces(
        rows, column, lambda row: f"{name}: {values.figure(row, unit, column)}"
    )
    return scatter_trace(
        name=name, x=days, y=sizes, mode="lines+markers" if own else "lines", connectgaps=False,
        hovertext=said, hovertemplate="%{hovertext}<extra></extra>",
        line=pen, marker={"color": pen["color"], "size": 7},
    )  # fmt: skip


def _band(rows: Rows, theme: str) -> Sequence[Trace]:
    stretches = groupby(rows, lambda row: cells.missing(row["neighbours_lowest"]))
    return [_stretch(list(part), theme) for is_missing, part in stretches if not is_missing]


def _stretch(rows: Rows, theme: str) -> Trace:
    days = levels.days(rows)
    return scatter_trace(
        x=days + days[::-1],
        y=[float(row["neighbours_highest"]) for row in rows]
        + [float(row["neighbours_lowest"]) for row in reversed(rows)],
        fill="toself", mode="none", fillcolor=look.GRID[theme], hoverinfo="skip",
    )  # fmt: skip


def _labels(
    rows: Rows, area: str, unit: str, statistic: str, top: float, theme: str
) -> list[dict[str, Any]]:
    names: Mapping[str, tuple[str, str, str]] = {
        "value": (area, look.PALETTE[theme][0], "━"),
        f"neighbours_{statistic}": (f"neighbours' {statistic}", look.PALETTE[theme][1], "─"),
        "england": ("England", look.QUIET[theme], "╌"),
        "south_east": ("South East", look.QUIET[theme], "┈"),
    }
    found = []
    for column, (name, colour, sign) in names.items():
        known = [row for row in rows if not cells.missing(row[column])]
        if known:
            figure = look.plain(values.short(known[-1], unit, column))
            # a line that ends before the last period says when
            end = cells.known_day(known[-1]["period_end"])
            said = look.wrap(name if known[-1] is rows[-1] else f"{name} {end:%Y}", 12)
            html = f'<span style="color:{colour}">{sign}</span> {figure}<br>{said}'
            found.append(ends.End(html, float(known[-1][column])))
    return ends.labels(found, top, PLOT)

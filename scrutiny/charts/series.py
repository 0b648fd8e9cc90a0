"""One indicator over time, beside those it is compared with."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from scrutiny.charts import cells, ends, lanes, tables, values, words
from scrutiny.charts import theme as look

PLOT = 260  # pixels of height inside the axes
RIGHT = 150  # pixels for the labels at the right end
LINES = {"england": ("England", "dash", 2), "south_east": ("South East", "dot", 2)}
Rows = list[dict[str, Any]]


def compared(
    rows: pd.DataFrame,
    breaks: pd.DataFrame,
    unit: str = "",
    area: str = "Own area",
    statistic: str = "mean",
    theme: str = "light",
) -> go.Figure:
    """The board's area as a thick line; England and the South East as thin ones; neighbours a band.

    Columns: period_start, period_end, value, status, england, south_east, neighbours_mean,
    neighbours_median, neighbours_lowest, neighbours_highest. Breaks: on_day, kind, reason.
    Withheld values are gaps.
    """
    found = cells.records(rows)
    if not found:
        return look.empty("Nothing was published by this day.", theme)
    # counts of areas of other sizes say nothing beside one another
    others = found if unit not in values.COUNTS else [r | _ALONE for r in found]
    top = _highest(others)
    drawn = look.figure(
        theme,
        PLOT + 62,
        margin={"l": 44, "r": RIGHT, "t": 18, "b": 44},
        hovermode="x unified",
        xaxis={**look.days_axis(), "automargin": False, "showline": True},
        yaxis={"range": [0, top * 1.06], "showgrid": True, "automargin": False, "nticks": 6},
        shapes=[lanes.upright(cells.known_day(r["on_day"]), theme, "dot") for r in _marked(breaks)],
        annotations=_labels(others, area, unit, statistic, top * 1.06, theme) + _marks(breaks),
    )
    drawn.add_traces(_band(others, theme))
    for column, (name, dash, width) in LINES.items():
        drawn.add_trace(_line(others, column, name, unit, look.QUIET[theme], dash, width))
    centre = f"neighbours_{statistic}"
    name = f"neighbours' {statistic}"
    drawn.add_trace(_line(others, centre, name, unit, look.PALETTE[theme][1], "solid", 2))
    drawn.add_trace(_line(others, "value", area, unit, look.PALETTE[theme][0], "solid", 4))
    return drawn


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
        return lambda row: tables.plain(values.number(row[column], unit))

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
        for column in ("value", *_ALONE)
        if not cells.missing(row[column])
    )
    return max(known, default=1.0) or 1.0


def _days(rows: Rows) -> list[str]:
    return [cells.known_day(row["period_end"]).isoformat() for row in rows]


def _line(
    rows: Rows, column: str, name: str, unit: str, colour: str, dash: str, width: int
) -> go.Scatter:
    own = column == "value"
    said = [
        f"{look.plain(name)}: "
        + look.plain(values.figure(row, unit) if own else values.number(row[column], unit))
        for row in rows
    ]
    return go.Scatter(
        name=name, x=_days(rows),
        y=[None if cells.missing(row[column]) else float(row[column]) for row in rows],
        mode="lines+markers" if own else "lines", connectgaps=False,
        hovertext=said, hovertemplate="%{hovertext}<extra></extra>",
        line={"color": colour, "dash": dash, "width": width}, marker={"color": colour, "size": 7},
    )  # fmt: skip


def _band(rows: Rows, theme: str) -> Sequence[go.Scatter]:
    known = [row for row in rows if not cells.missing(row["neighbours_lowest"])]
    if not known:
        return []
    days = _days(known)
    return [
        go.Scatter(
            x=days + days[::-1],
            y=[float(row["neighbours_highest"]) for row in known]
            + [float(row["neighbours_lowest"]) for row in reversed(known)],
            fill="toself", mode="none", fillcolor=look.GRID[theme], hoverinfo="skip",
        )
    ]  # fmt: skip


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
        known = [float(row[column]) for row in rows if not cells.missing(row[column])]
        if known:
            shown = look.wrap(f"{values.number(known[-1], unit).split(' ')[0]} {name}", 17)
            html = f'<span style="color:{colour}">{sign}{sign}</span> {shown}'
            found.append(ends.End(html, known[-1]))
    return ends.labels(found, top, PLOT)


def _marked(breaks: pd.DataFrame) -> Rows:
    return [row for row in cells.records(breaks) if row["kind"] in ("break", "gap", "launched")]


def _marks(breaks: pd.DataFrame) -> list[dict[str, Any]]:
    return [
        look.note(
            cells.text(row["kind"]), x=cells.known_day(row["on_day"]).isoformat(), y=1,
            xref="x", xanchor="center", yanchor="bottom",
        )
        for row in _marked(breaks)
    ]  # fmt: skip


def remarks(breaks: pd.DataFrame) -> list[str]:
    """What a reader of the series must know, a sentence each, with its day."""
    return [
        f"From {words.day(row['on_day'])}: {cells.text(row['reason'])}"
        for row in cells.records(breaks)
    ]

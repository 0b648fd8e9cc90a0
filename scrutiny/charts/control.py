"""A process chart: is a change more than the usual variation?"""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from scrutiny.charts import cells, tables, values, words
from scrutiny.charts import theme as look

PLOT = 260


def drawn(rows: pd.DataFrame, unit: str = "", theme: str = "light") -> go.Figure:
    """Values with mean and limits; special cause by shape and colour.

    Columns: period_start, period_end, value, part, mean, lower, upper, point, is_trial.
    """
    found = cells.records(rows)
    if not found:
        return look.empty("There are too few points for limits.", theme)
    both = [row[column] for row in found for column in ("value", "upper")]
    known = [float(cell) for cell in both if not cells.missing(cell)]
    days = [cells.known_day(row["period_end"]).isoformat() for row in found]
    chart = look.figure(
        theme,
        PLOT + 62,
        margin={"l": 44, "r": 76, "t": 18, "b": 44},
        xaxis={**look.days_axis(), "automargin": False, "showline": True},
        yaxis={"range": [0, max(known) * 1.06], "showgrid": True, "automargin": False, "nticks": 6},
        annotations=[
            look.note(
                f"{name} {values.rounded(found[-1][column])}", x=1,
                y=float(found[-1][column]), yref="y", xshift=6, yanchor="middle",
            )
            for column, name in (("mean", "mean"), ("upper", "upper"), ("lower", "lower"))
            if not cells.missing(found[-1][column])
        ],
    )  # fmt: skip
    for column, dash in (("upper", "dash"), ("lower", "dash"), ("mean", "solid")):
        chart.add_trace(_level(found, days, column, dash, theme))
    chart.add_trace(_run(found, days, unit, theme))
    return chart


def describe(rows: pd.DataFrame, unit: str) -> str:
    """The last month beside its limits, and how many of the points are special."""
    found = cells.records(rows)
    if not found:
        return "There are no monthly or quarterly figures for process limits."
    last = found[-1]
    number = len(found)
    special = [row for row in found if cells.text(row["point"]) not in ("", "common")]
    when = values.period(last["period_start"], last["period_end"])
    said = f"{values.number(last['value'], unit)} in {when}"
    if last["is_trial"]:
        return (
            f"{said}. On {words.count(number, 'point')} the limits are a trial and give no verdict."
        )
    if not cells.text(last["point"]):
        return f"{said}. Nearly all figures are the same, so there are no limits of this kind."
    is_common = cells.text(last["point"]) == "common"
    kind = "within normal variation" if is_common else "outside normal variation"
    return (
        f"{said} is {kind}; {len(special)} of {words.count(number, 'point')} "
        f"{words.verb(len(special), 'shows', 'show')} a special cause."
    )


def caption(rows: pd.DataFrame) -> str:
    """Rule set, limits and number of points."""
    return (
        f"Rules: {rows['rules'].iloc[0]}; {words.count(len(rows), 'point')}. Limits lie 2.66 mean "
        "moving ranges from the mean. ● common cause, ▲▼ special cause."
    )


COLUMNS: tables.Columns = {
    "Period": lambda row: tables.plain(values.period(row["period_start"], row["period_end"])),
    "Value": lambda row: tables.plain(values.number(row["value"]).removesuffix(".0")),
    "Mean": lambda row: tables.plain(values.number(row["mean"])),
    "Lower limit": lambda row: tables.plain(values.number(row["lower"])),
    "Upper limit": lambda row: tables.plain(values.number(row["upper"])),
    "Signal": lambda row: tables.plain(_signal(row)),
    "Rules": tables.text("rules"),
}


def _signal(row: dict[str, Any]) -> str:
    return values.VARIATION.get(cells.text(row["point"]), values.NONE)


def _level(
    rows: list[dict[str, Any]], days: list[str], column: str, dash: str, theme: str
) -> go.Scatter:
    # limits break where a new part of the series begins
    across: list[str | None] = []
    up: list[float | None] = []
    for place, (row, day) in enumerate(zip(rows, days, strict=True)):
        if place and row["part"] != rows[place - 1]["part"]:
            across.append(None)
            up.append(None)
        across.append(day)
        up.append(None if cells.missing(row[column]) else float(row[column]))
    return go.Scatter(
        x=across, y=up, mode="lines", hoverinfo="skip",
        line={"color": look.QUIET[theme], "dash": dash, "width": 1.5},
    )  # fmt: skip


def _run(rows: list[dict[str, Any]], days: list[str], unit: str, theme: str) -> go.Scatter:
    # a trial gives no verdict, so its points all look alike
    marks = [_mark("" if row["is_trial"] else cells.text(row["point"]), theme) for row in rows]
    said = [
        f"{values.period(row['period_start'], row['period_end'])}: "
        f"{values.number(row['value'], unit)}, "
        + values.VARIATION.get(cells.text(row["point"]), "no signal")
        for row in rows
    ]
    return go.Scatter(
        x=days, y=[float(row["value"]) for row in rows], mode="lines+markers",
        hovertext=[look.plain(text) for text in said], hovertemplate="%{hovertext}<extra></extra>",
        line={"color": look.GREY[theme], "width": 1},
        marker={
            "symbol": [symbol for symbol, _ in marks], "color": [colour for _, colour in marks],
            "size": 8, "line": {"width": 1, "color": look.BACKGROUND[theme]},
        },
    )  # fmt: skip


def _mark(point: str, theme: str) -> tuple[str, str]:
    kind, _, way = point.partition("_")
    symbol = {"high": "triangle-up", "low": "triangle-down"}.get(way, "circle")
    blue, _, plum, orange = look.PALETTE[theme]
    colours = {"improvement": blue, "concern": orange, "neutral": plum}
    return symbol, colours.get(kind, look.QUIET[theme])

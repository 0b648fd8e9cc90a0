"""A process chart: is a change more than the usual variation?"""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from scrutiny.charts import cells, events, levels, tables, values, words
from scrutiny.charts import theme as look
from scrutiny.charts.trace import Trace, scatter_trace

PLOT = 260
LEVELS = (("upper", "dash"), ("lower", "dash"), ("mean", "solid"))
_DRAWN = ("value", "lower", "upper", "target")
Rows = list[dict[str, Any]]


def drawn(
    rows: pd.DataFrame,
    remarks: pd.DataFrame | None = None,
    unit: str = "",
    theme: str = "light",
) -> go.Figure:
    """Values with mean, limits and target; special cause by shape and colour.

    Columns: period_start, period_end, value, part, mean, lower, upper, point, points, is_trial;
    for published figures also status and target. Remarks: see ``events``. A withheld or missing
    value is a gap with its symbol.
    """
    found = cells.records(rows)
    if not _known(found):
        return look.empty("There are too few points for limits.", theme)
    sizes = [cells.size(row.get(column)) or 0.0 for row in found for column in _DRAWN]
    low, top = min(0.0, *sizes) * 1.06, max(0.0, *sizes) * 1.06 or 1.0
    reach = events.reach(found)
    marked = [] if remarks is None else events.within(remarks, reach)
    shapes, notes = events.layout(marked, theme)
    chart = look.figure(
        theme,
        PLOT + 66,
        margin={"l": 44, "r": 76, "t": 22, "b": 44},
        xaxis=levels.days_axis(reach),
        yaxis={"range": [low, top], "showgrid": True, "automargin": False, "nticks": 6},
        shapes=shapes,
        annotations=_labels(found) + notes,
    )
    for column, dash in LEVELS:
        chart.add_trace(_level(found, column, dash, theme))
    chart.add_traces(levels.target(found, theme))
    chart.add_trace(_run(found, unit, theme))
    return chart.add_traces(levels.gaps_of(found, unit, top, theme))


def describe(rows: pd.DataFrame, unit: str) -> str:
    """The last month beside its limits, and how many of the points are special."""
    found = _known(cells.records(rows))
    if not found:
        return "There are no monthly or quarterly figures for process limits."
    last = found[-1]
    number = words.count(cells.number(last["points"]), "point")
    special = [row for row in found if _point(row) not in ("", "common")]
    when = values.period(last["period_start"], last["period_end"])
    said = f"{values.number(last['value'], unit)} in {when}"
    if last["is_trial"]:
        since = " since limits began anew" if last["part"] else ""
        return f"{said}. On {number}{since} the limits are a trial and give no verdict."
    if not cells.text(last["point"]):
        return f"{said}. Nearly all figures are the same, so there are no limits of this kind."
    aim = values.AIMED.get(cells.text(last.get("assurance")), "")
    is_common = cells.text(last["point"]) == "common"
    kind = "within normal variation" if is_common else "outside normal variation"
    return (
        f"{said} is {kind}; {len(special)} of {words.count(len(found), 'point')} "
        f"{words.verb(len(special), 'shows', 'show')} a special cause.{aim}"
    )


def caption(rows: pd.DataFrame) -> str:
    """Rule set, limits and number of points."""
    found = _known(cells.records(rows))
    parts = {row["part"]: cells.number(row["points"]) for row in found}
    counted = [words.count(number, "point") for number in parts.values()]
    anew = ", where limits began anew in between" if len(counted) > 1 else ""
    return (
        f"Rules: {found[-1]['rules']}; {words.join_and(counted)}{anew}. Limits lie 2.66 mean "
        "moving ranges from the mean. ● common cause, ▲▼ special cause. The day of publication is "
        "not recorded."
    )


def columns(unit: str) -> tables.Columns:
    """Columns of the table twin; a withheld value shows its mark."""
    return {
        "Period": lambda row: tables.plain(values.period(row["period_start"], row["period_end"])),
        "Value": lambda row: tables.plain(values.figure(row, unit)),
        "Mean": _line("mean"),
        "Lower limit": _line("lower"),
        "Upper limit": _line("upper"),
        "Signal": lambda row: tables.plain(values.VARIATION.get(_point(row), values.NONE)),
        "Points": tables.number("points"),
        "Target": lambda row: tables.plain(values.plainly(row["target"])),
        "Rules": tables.text("rules"),
    }


def _line(column: str) -> tables.Cell:
    return lambda row: tables.plain(values.number(row[column]))


def _known(rows: Rows) -> Rows:
    return [row for row in rows if not cells.missing(row["value"])]


def _point(row: dict[str, Any]) -> str:
    """The label of a point; a trial gives no verdict."""
    return "" if cells.missing(row["is_trial"]) or row["is_trial"] else cells.text(row["point"])


def _labels(rows: Rows) -> list[dict[str, Any]]:
    last = _known(rows)[-1]
    return [
        look.note(
            f"{column} {values.rounded(last[column])}", x=1,
            y=float(last[column]), yref="y", xshift=6, yanchor="middle",
        )
        for column, _ in LEVELS
        if not cells.missing(last[column])
    ]  # fmt: skip


def _level(rows: Rows, column: str, dash: str, theme: str) -> Trace:
    # limits break where a new part of the series begins
    known = _known(rows)
    across: list[str | None] = []
    up: list[float | None] = []
    for place, (row, day) in enumerate(zip(known, levels.days(known), strict=True)):
        if place and row["part"] != known[place - 1]["part"]:
            across.append(None)
            up.append(None)
        across.append(day)
        up.append(cells.size(row[column]))
    return scatter_trace(
        x=across, y=up, mode="lines", hoverinfo="skip",
        line={"color": look.QUIET[theme], "dash": dash, "width": 1.5},
    )  # fmt: skip


def _run(rows: Rows, unit: str, theme: str) -> Trace:
    marks = [_mark(_point(row), theme) for row in rows]
    said = [
        f"{values.period(row['period_start'], row['period_end'])}: {values.figure(row, unit)}, "
        + values.VARIATION.get(_point(row), "no signal")
        for row in rows
    ]
    return scatter_trace(
        x=levels.days(rows), y=[cells.size(row["value"]) for row in rows], mode="lines+markers",
        connectgaps=False,
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

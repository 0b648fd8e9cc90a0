"""Is it making a difference? The indicators that bear on a recommendation, before and since."""

from datetime import date
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from scrutiny.charts import cells, lanes, tables, values, words
from scrutiny.charts import theme as look

MOST = 12  # lanes drawn; the table has every indicator
CAUTION = (
    "These figures moved for many reasons. They say whether things changed after the "
    "recommendation was made, not whether they changed because of it."
)


def paths(rows: pd.DataFrame, theme: str = "light") -> go.Figure:
    """One lane an indicator over the same years, with a line on the day the ask was made.

    Columns: indicator_id, name, unit, made_on, period_start, period_end, value, status.
    """
    series = _series(rows)
    if not series:
        return look.empty("No indicator that bears on this has a figure by this day.", theme)
    made = cells.known_day(series[0][0]["made_on"])
    reach = lanes.span([made, *(_end(row) for found in series for row in found)])
    labels = [look.wrap(_label(found[-1]), look.CHARACTERS) for found in series]
    laid = lanes.lay(labels)
    drawn = lanes.figure(
        laid,
        theme,
        f"│ made on {words.short_day(made)}",
        foot=30,
        xaxis={
            **look.days_axis(), "showline": True,
            "range": [day.isoformat() for day in reach],
        },
        shapes=[lanes.upright(made, theme)],
    )  # fmt: skip
    across: list[str | None] = []
    down: list[float | None] = []
    said: list[str] = []
    for found, middle in zip(series, laid.middles(), strict=True):
        across += [*(_end(row).isoformat() for row in found), None]
        down += [*values.heights([row["value"] for row in found], middle, lanes.STRIP - 4), None]
        said += [*(look.plain(_label(row)) for row in found), ""]
    drawn.add_trace(
        go.Scatter(
            x=across, y=down, mode="lines+markers", hovertext=said,
            hovertemplate="%{hovertext}<extra></extra>",
            line={"color": look.PALETTE[theme][0], "width": 2}, marker={"size": 5},
        )
    )  # fmt: skip
    return drawn


def describe(rows: pd.DataFrame) -> str:
    """How many indicators moved the better and the worse way since, claiming no cause."""
    found = cells.records(rows)
    if not found:
        return "No published indicator bears on this recommendation."
    made = words.day(found[0]["made_on"])
    of = f"{words.count(len(found), 'indicator')} {words.verb(len(found), 'bears', 'bear')} on it"
    if all(cells.missing(row["latest_end"]) for row in found):
        return f"{words.capital(of)}; nothing is published of them by this day."
    since = [row for row in found if not cells.missing(row["since_value"])]
    if not since:
        return f"{words.capital(of)}; none has a figure yet for a period that began after {made}."
    ways = [_way(row) for row in since]
    counted = [f"{ways.count(way):,} {said}" for way, said in _WAYS.items() if way in ways]
    return (
        f"{words.capital(of)}; {len(since):,} {words.verb(len(since), 'has', 'have')} a figure for "
        f"a period since {made}: {words.join_and(counted)}."
    )


_WAYS = {
    "better": "moved the better way",
    "worse": "moved the worse way",
    "same": "did not move",
    "activity": "of activity, which is neither good nor bad",
    "unknown": "without a figure from before to compare with",
}


def _shown(column: str) -> tables.Cell:
    return lambda row: tables.plain(values.number(row[column], row["unit"]))


COLUMNS: tables.Columns = {
    "Indicator": tables.text("name"),
    "When it was made": _shown("before_value"),
    "Period to": tables.day("before_end"),
    "Since": _shown("since_value"),
    "Period to ": tables.day("since_end"),
    "Moved": lambda row: {"better": "Better", "worse": "Worse"}.get(_way(row), values.NONE),
}


def _way(row: dict[str, Any]) -> str:
    if any(cells.missing(row[column]) for column in ("before_value", "since_value")):
        return "unknown"
    moved = float(row["since_value"]) - float(row["before_value"])
    if row["polarity"] == "neutral":
        return "activity"
    if moved == 0:
        return "same"
    return "better" if (moved > 0) == (row["polarity"] == "higher") else "worse"


def _series(rows: pd.DataFrame) -> list[list[dict[str, Any]]]:
    series: dict[str, list[dict[str, Any]]] = {}
    for row in cells.records(rows):
        series.setdefault(row["indicator_id"], []).append(row)
    known = [
        found for found in series.values() if any(not cells.missing(row["value"]) for row in found)
    ]
    return known[:MOST]


def _end(row: dict[str, Any]) -> date:
    return cells.known_day(row["period_end"])


def _label(row: dict[str, Any]) -> str:
    when = values.period(row["period_start"], row["period_end"])
    return f"{row['name']}: {values.figure(row, row['unit'])}, {when}"

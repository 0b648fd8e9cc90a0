"""Is it making a difference? The indicators that bear on a recommendation, before and since."""

from datetime import date
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from scrutiny.charts import cells, lanes, sparks, tables, values, words
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
    series = sparks.grouped(rows)[:MOST]
    if not series:
        return look.empty("No indicator that bears on this has a figure by this day.", theme)
    made = cells.known_day(series[0][0]["made_on"])
    reach = lanes.span([made, *(day for found in series for day in _ends(found))])
    laid = sparks.lay(series)
    drawn = lanes.figure(
        laid,
        theme,
        f"│ made on {words.short_day(made)}",
        foot=30,
        xaxis=lanes.days_axis(reach),
        shapes=[lanes.upright(made, theme)],
    )
    drawn.add_traces(
        sparks.lines(series, laid, _ends, theme, mode="lines+markers", marker={"size": 5})
    )
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


def _ends(found: list[dict[str, Any]]) -> list[date]:
    return [cells.known_day(row["period_end"]) for row in found]

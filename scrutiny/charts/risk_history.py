"""How the score of each risk moved: one lane a risk, in steps, with its appetite."""

from datetime import date
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from scrutiny.charts import cells, lanes, risks, tables, words
from scrutiny.charts import theme as look
from scrutiny.charts.trace import Trace, scatter_trace

DEEP = 50  # pixels from a score of 25 down to one of nought
MOST = 12  # lanes drawn; the table has every risk
Row = dict[str, Any]


def steps(rows: pd.DataFrame, as_at: object, theme: str = "light") -> go.Figure:
    """One lane a risk, 0 to 25. Columns: as risks/history gives them."""
    series = _series(rows)[:MOST]
    if not series:
        return look.empty(risks.UNSCORED, theme)
    today = cells.known_day(as_at)
    first = min(cells.known_day(row["scored_on"]) for found in series for row in found)
    reach = lanes.span([first, today])
    laid = lanes.lay(
        [look.wrap(_label(found), look.CHARACTERS) for found in series],
        [lanes.GAP + DEEP - lanes.STRIP] * len(series),
    )
    drawn = lanes.figure(laid, theme, "━ score   ┄ appetite", foot=40, xaxis=lanes.days_axis(reach))
    feet = [middle - lanes.STRIP / 2 + DEEP for middle in laid.middles()]
    drawn.add_trace(_lines(series, feet, today, theme))
    drawn.add_trace(_appetites(series, feet, first, today, theme))
    return drawn


def describe(rows: pd.DataFrame) -> str:
    """How many scores moved since they were first given, and which way."""
    series = _series(rows)
    if not series:
        return risks.UNSCORED
    moves = [cells.number(found[-1]["score"]) - cells.number(found[0]["score"]) for found in series]
    ways = (
        (sum(move > 0 for move in moves), "higher than"),
        (sum(move < 0 for move in moves), "lower than"),
        (sum(move == 0 for move in moves), "the same as"),
    )
    told = words.join_and([f"{number} {way}" for number, way in ways if number])
    return f"Of {words.count(len(series), 'risk')} with a score, {told} when first scored."


COLUMNS: tables.Columns = {
    "Risk": risks.name,
    "Scored on": tables.day("scored_on"),
    "Score": tables.number("score"),
    "Likelihood": tables.number("likelihood"),
    "Impact": tables.number("impact"),
    "Knowledge": tables.capital("knowledge"),
    "Why": tables.text("why"),
    "By": tables.text("by_name"),
}


def _series(rows: pd.DataFrame) -> list[list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in cells.records(rows):
        found.setdefault(row["risk_id"], []).append(row)
    return list(found.values())


def _label(found: list[Row]) -> str:
    first, last = found[0], found[-1]
    scores = str(cells.number(last["score"]))
    if len(found) > 1:
        scores = f"{cells.number(first['score'])} to {scores}"
    appetite = cells.number(last["appetite"])
    return f"{risks.number(last)} {last['title']}: {scores}, appetite {appetite}"


def _lines(series: list[list[Row]], feet: list[float], today: date, theme: str) -> Trace:
    """Every score as a step that lasts until the next one, or until today."""
    x: list[str | None] = []
    y: list[float | None] = []
    said: list[str] = []
    for found, foot in zip(series, feet, strict=True):
        days = [cells.known_day(row["scored_on"]) for row in found]
        heights = [_height(row["score"], foot) for row in found]
        hovers = [look.stacked(_said(row), str(row["why"])) for row in found]
        x += [*(day.isoformat() for day in days), today.isoformat(), None]
        y += [*heights, heights[-1], None]
        said += [*hovers, hovers[-1], ""]
    return scatter_trace(
        x=x, y=y, mode="lines+markers", hovertext=said, hovertemplate="%{hovertext}<extra></extra>",
        line={"shape": "hv", "width": 2.5, "color": look.PALETTE[theme][0]},
        marker={"size": 6, "color": look.PALETTE[theme][0]},
    )  # fmt: skip


def _appetites(
    series: list[list[Row]], feet: list[float], first: date, today: date, theme: str
) -> Trace:
    x: list[str | None] = []
    y: list[float | None] = []
    for found, foot in zip(series, feet, strict=True):
        height = _height(found[-1]["appetite"], foot)
        x += [first.isoformat(), today.isoformat(), None]
        y += [height, height, None]
    return scatter_trace(
        x=x, y=y, mode="lines", hoverinfo="skip",
        line={"width": 1.5, "dash": "dot", "color": look.QUIET[theme]},
    )  # fmt: skip


def _height(score: object, foot: float) -> float:
    return foot - DEEP * cells.number(score) / 25


def _said(row: Row) -> str:
    return (
        f"{words.short_day(row['scored_on'])}: {cells.number(row['score'])}, likelihood "
        f"{cells.number(row['likelihood'])}, impact {cells.number(row['impact'])}"
    )

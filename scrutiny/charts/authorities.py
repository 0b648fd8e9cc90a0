"""Every authority on one indicator, with the board's area marked: by size, or in order."""

import math
from collections.abc import Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from scrutiny.charts import cells, tables, values, words
from scrutiny.charts import theme as look
from scrutiny.charts.trace import Trace, scatter_trace

Row = dict[str, Any]


RANKS = (
    "Quarters are bounded by linear interpolation between authorities; ties share the better place."
)
LIMITS = (("95", "dash"), ("998", "solid"))


def drawn(rows: pd.DataFrame, unit: str = "", theme: str = "light") -> go.Figure:
    """A funnel where the limits are there; otherwise every authority in order."""
    return funnel(rows, unit, theme) if _placed(rows) else ordered(rows, unit, theme)


def caption(rows: pd.DataFrame) -> str:
    """How ranks and limits are reckoned, and which authorities have no place in the funnel."""
    placed = len(_placed(rows))
    if not placed:
        return RANKS
    lacking = len(rows) - placed
    also = (
        f" {words.capital(words.count(lacking, 'authority', 'authorities'))} without numerator "
        f"and denominator {words.verb(lacking, 'is', 'are')} not drawn."
        if lacking
        else ""
    )
    return (
        "Limits of 95% (dashed) and 99.8% (solid) around all authorities together, by what each "
        "counts over, and widened for what authorities differ by beyond chance. "
        f"Rules: {cells.text(rows['rules'].iloc[0])}; {placed:,} authorities.{also} {RANKS}"
    )


def funnel(rows: pd.DataFrame, unit: str = "", theme: str = "light") -> go.Figure:
    """Every authority by its size, between the limits that one of that size may vary within.

    Columns: area_name, value, denominator, is_own, is_neighbour, target, lower95, upper95,
    lower998, upper998, outside. Those without limits are left out.
    """
    found = sorted(_placed(rows), key=lambda row: float(row["denominator"]))
    if not found:
        return look.empty("No numerators and denominators are published.", theme)
    across = [float(row["denominator"]) for row in found]
    middle = math.sqrt(across[0] * across[-1])
    chart = look.figure(
        theme,
        340,
        margin={"l": 44, "r": 8, "t": 30, "b": 44},
        xaxis={"type": "log", "title": _SIZED[theme], "nticks": 4,
               "dtick": 1, "tickformat": ",d", "automargin": False},
        yaxis={"rangemode": "tozero", "showgrid": True, "automargin": False, "nticks": 5},
        annotations=[
            look.note(
                f"<b>{look.plain(row['area_name'])}</b> {values.number(row['value'], unit)}",
                x=math.log10(float(row["denominator"])), y=float(row["value"]), xref="x",
                yref="y", yanchor="bottom", yshift=10,
                xanchor="right" if float(row["denominator"]) > middle else "left",
            )
            for row in found
            if row["is_own"]
        ],
    )  # fmt: skip
    for column, dash in [(f"{end}{level}", dash) for level, dash in LIMITS for end in ENDS]:
        chart.add_trace(_limit(across, [float(row[column]) for row in found], dash, theme))
    ends = [found[0], found[-1]]
    target = [float(row["target"]) for row in ends]
    chart.add_trace(_limit([across[0], across[-1]], target, "dot", theme))
    return chart.add_traces(_dots(list(zip(across, found, strict=True)), unit, theme))


ENDS = ("lower", "upper")
_SIZED = {
    theme: {"text": "counted over (log scale)", "font": {"size": 13, "color": colour}}
    for theme, colour in look.QUIET.items()
}


def _limit(across: list[float], up: list[float], dash: str, theme: str) -> Trace:
    pen = {"color": look.QUIET[theme], "dash": dash, "width": 1.5}
    return scatter_trace(x=across, y=up, mode="lines", hoverinfo="skip", line=pen)


def _placed(rows: pd.DataFrame) -> list[Row]:
    return [row for row in cells.records(rows) if not cells.missing(row.get("target"))]


def ordered(rows: pd.DataFrame, unit: str = "", theme: str = "light") -> go.Figure:
    """One dot an authority from lowest to highest; own area and neighbours stand out.

    Columns: area_name, value, is_own, is_neighbour.
    """
    found = cells.records(rows)
    if not found:
        return look.empty("Not every authority is in the published file.", theme)
    places = [(float(place), row) for place, row in enumerate(found)]
    chart = look.figure(
        theme,
        240,
        margin={"l": 44, "r": 8, "t": 30, "b": 26},
        xaxis=look.unseen(-2, len(found) + 1),
        yaxis={"rangemode": "tozero", "showgrid": True, "automargin": False, "nticks": 5},
        annotations=[
            look.note(
                f"<b>{look.plain(row['area_name'])}</b> {values.number(row['value'], unit)}",
                x=place, y=float(row["value"]), xref="x", yref="y", yanchor="bottom", yshift=10,
                xanchor="right" if place > len(found) / 2 else "left",
            )
            for place, row in places
            if row["is_own"]
        ]
        + [look.note("lowest", x=0, y=0, yanchor="top"),
           look.note("highest", x=1, y=0, yanchor="top", xanchor="right")],
    )  # fmt: skip
    return chart.add_traces(_dots(places, unit, theme))


def _dots(places: Sequence[tuple[float, Row]], unit: str, theme: str) -> list[Trace]:
    """Others grey, neighbours as diamonds, the board's own area as a square, in that order."""
    blue, teal, _, _ = look.PALETTE[theme]
    drawn = []
    for kept, colour, size, symbol in (
        (lambda row: not row["is_own"] and not row["is_neighbour"], look.GREY[theme], 6, "circle"),
        (lambda row: row["is_neighbour"], teal, 9, "diamond"),
        (lambda row: row["is_own"], blue, 13, "square"),
    ):
        chosen = [(place, row) for place, row in places if kept(row)]
        drawn.append(
            scatter_trace(
                x=[place for place, _ in chosen], y=[float(row["value"]) for _, row in chosen],
                mode="markers",
                marker={"color": colour, "size": size, "symbol": symbol},
                hovertext=[
                    look.plain(f"{row['area_name']}: {values.number(row['value'], unit)}")
                    for _, row in chosen
                ],
                hovertemplate="%{hovertext}<extra></extra>",
            )
        )  # fmt: skip
    return drawn


def describe(rows: pd.DataFrame, unit: str) -> str:
    """Where the board's area lies among all authorities."""
    found = cells.records(rows)
    own = [row for row in found if row["is_own"]]
    if not own:
        return "A rank can not be given: not every authority is in the published file."
    row = own[0]
    way = "from the highest" if row["polarity"] == "neutral" else "from the best"
    when = values.period(row["period_start"], row["period_end"])
    return (
        f"{row['area_name']}, {values.number(row['value'], unit)} ({when}), is "
        f"{cells.number(row['rank']):,} of "
        f"{words.count(len(found), 'authority', 'authorities')}, {way}.{_beyond(rows, row)} "
        f"◆ statistical neighbours, model {row['model']}."
    )


def _beyond(rows: pd.DataFrame, own: Row) -> str:
    """Where the board's area lies in the funnel, and how many authorities lie beyond it."""
    placed = _placed(rows)
    if cells.missing(own.get("target")):
        return ""
    level = {"95": "outside the 95% limits", "998": "outside the 99.8% limits"}
    where = level.get(cells.text(own["outside"]), "inside the 95% limits")
    beyond = sum(cells.text(row["outside"]) == "998" for row in placed)
    return (
        f" It lies {where} for its size; {beyond:,} of {len(placed):,} lie outside those of 99.8%."
    )


_OUTSIDE = {"95": "95%", "998": "99.8%"}


def columns(unit: str) -> tables.Columns:
    """Columns of the table twin, lowest first."""
    return {
        "Authority": tables.text("area_name"),
        "Period end": tables.day("period_end"),
        "Rank": tables.number("rank"),
        "Value": lambda row: tables.plain(values.number(row["value"], unit)),
        "Outside limits of": lambda row: _OUTSIDE.get(cells.text(row.get("outside")), values.NONE),
        "Neighbour": lambda row: "Yes" if row["is_neighbour"] else "No",
    }

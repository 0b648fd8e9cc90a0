"""The parts of an indicator, one lane each, all on one scale."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from scrutiny.charts import cells, lanes, tables, values, words
from scrutiny.charts import theme as look

MOST = 12  # lanes drawn; the table has every part


def bars(rows: pd.DataFrame, unit: str = "", theme: str = "light") -> go.Figure:
    """The latest figure of each part as a bar, England's as a line across it.

    Columns: breakdown, period_start, period_end, value, status, england.
    """
    found = _latest(rows)[:MOST]
    if not found:
        return look.empty("This indicator is published as a whole only.", theme)
    labels = [look.wrap(_said(row, unit), look.CHARACTERS) for row in found]
    laid = lanes.lay(labels)
    with_england = unit not in values.COUNTS
    known = [
        float(row[column])
        for row in found
        for column in (("value", "england") if with_england else ("value",))
        if not cells.missing(row[column])
    ]
    top = max(known, default=1.0) or 1.0
    key = "┃ England" if with_england else ""
    drawn = lanes.figure(laid, theme, key, xaxis={"visible": False, "range": [0, top * 1.02]})
    lengths = [None if cells.missing(row["value"]) else float(row["value"]) for row in found]
    drawn.add_trace(
        go.Bar(
            x=lengths, y=laid.middles(), orientation="h", width=lanes.STRIP - 4,
            marker={"color": look.PALETTE[theme][0]},
            hovertext=[look.plain(_said(row, unit)) for row in found],
            hovertemplate="%{hovertext}<extra></extra>",
        )
    )  # fmt: skip
    if with_england:
        beside = [
            (float(row["england"]), middle)
            for row, middle in zip(found, laid.middles(), strict=True)
            if not cells.missing(row["england"])
        ]
        drawn.add_trace(
            go.Scatter(
                x=[x for x, _ in beside], y=[y for _, y in beside], mode="markers",
                marker={"symbol": "line-ns-open", "size": lanes.STRIP,
                        "line": {"width": 3}, "color": look.TEXT[theme]},
                hoverinfo="skip",
            )
        )  # fmt: skip
    return drawn


def describe(rows: pd.DataFrame, unit: str) -> str:
    """The largest parts of the latest period."""
    found = [row for row in _latest(rows) if not cells.missing(row["value"])]
    if not found:
        return "No part has a figure by this day."
    when = values.period(found[0]["period_start"], found[0]["period_end"])
    named = [f"{row['breakdown']}, {values.number(row['value'], unit)}" for row in found[:3]]
    every = {row["breakdown"] for row in cells.records(rows)}
    of = "" if len(found) == len(every) else f" of the {len(found)} published of {len(every)}"
    return f"The largest parts{of}, {when}: {words.join_and(named)}."


def columns(unit: str) -> tables.Columns:
    """Columns of the table twin, every part and period."""
    return {
        "Part": tables.text("breakdown"),
        "Period": lambda row: tables.plain(values.period(row["period_start"], row["period_end"])),
        "Value": lambda row: tables.plain(values.figure(row, unit)),
        "England": lambda row: tables.plain(values.number(row["england"], unit)),
    }


def _latest(rows: pd.DataFrame) -> list[dict[str, Any]]:
    found = cells.records(rows)
    if not found:
        return []
    last = max(cells.known_day(row["period_end"]) for row in found)
    return [row for row in found if cells.known_day(row["period_end"]) == last]


def _said(row: dict[str, Any], unit: str) -> str:
    england = "" if unit in values.COUNTS else f"; England {values.number(row['england'], unit)}"
    return f"{row['breakdown']}: {values.figure(row, unit)}{england}"

"""The parts of an indicator, one lane each, all on one scale."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from scrutiny.charts import cells, lanes, tables, values, words
from scrutiny.charts import theme as look

MOST = 12  # lanes drawn; the table has every part


def bars(rows: pd.DataFrame, unit: str = "", theme: str = "light") -> go.Figure:
    """The latest figure of each part as a bar, England's as a line across it.

    Columns: breakdown, period_start, period_end, value, status, england. A withheld figure has no
    bar, and its mark in the label. Counts stand alone.
    """
    found = latest(rows)[:MOST]
    if not found:
        return look.empty("This indicator is published as a whole only.", theme)
    said = [_said(row, unit) for row in found]
    laid = lanes.lay([look.wrap(text, look.CHARACTERS) for text in said])
    own = [cells.size(row["value"]) for row in found]
    alone = unit in values.COUNTS
    england = [None if alone else cells.size(row["england"]) for row in found]
    top = max((size for size in own + england if size is not None), default=0.0) or 1.0
    key = "" if alone else "┃ England"
    drawn = lanes.figure(laid, theme, key, xaxis=look.unseen(0, top * 1.02))
    hover = [look.plain(text) for text in said]
    drawn.add_trace(lanes.lengths(laid, own, hover, color=look.PALETTE[theme][0]))
    if not alone:
        drawn.add_trace(lanes.ticks(laid, england, theme))
    return drawn


def describe(rows: pd.DataFrame, unit: str) -> str:
    """The largest parts of the latest period."""
    found = [row for row in latest(rows) if not cells.missing(row["value"])]
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
        "England": lambda row: tables.plain(values.figure(row, unit, "england")),
        "Share over five years": lambda row: tables.plain(values.trend(row["trend"])),
    }


def latest(rows: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows of the last period, in their order."""
    found = cells.records(rows)
    if not found:
        return []
    last = max(cells.known_day(row["period_end"]) for row in found)
    return [row for row in found if cells.known_day(row["period_end"]) == last]


def _said(row: dict[str, Any], unit: str) -> str:
    england = "" if unit in values.COUNTS else f"; England {values.figure(row, unit, 'england')}"
    return f"{row['breakdown']}: {values.figure(row, unit)}{england}"

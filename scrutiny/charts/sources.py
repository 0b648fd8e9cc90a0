"""Who refers children: shares by source, beside England's, and how the counts changed."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from scrutiny.charts import cells, lanes, parts, tables, values, words
from scrutiny.charts import theme as look

NOISE = (
    "Chance: two counts of this size differ by up to 1.96 times the square root of their sum in 95 "
    "of 100 cases when nothing changed. “The largest so far” compares with every earlier change "
    "over as many years, where there are three or more. Yearly figures are too few for process "
    "limits."
)


def since(rows: pd.DataFrame) -> str:
    """What is published about sources, and what is not, by the day."""
    found = cells.records(rows)
    if not found:
        return "By this day no referrals are published by source: there are totals at most."
    first = min(cells.known_day(row["period_start"]) for row in found)
    said = (
        f"Totals are published since April 2009, by source only since {first:%B %Y}: the "
        "publications for earlier years give totals alone."
    )
    every = len({row["source"] for row in found})
    latest = parts.latest(rows)
    if len(latest) < every:
        named = words.join_and(sorted(row["source"] for row in latest))
        said += f" For the {_when(latest[0])} only the shares of {named} are published."
    return said


SHARES: tables.Columns = {
    "Period": lambda row: tables.plain(values.period(row["period_start"], row["period_end"])),
    "Source": tables.text("source"),
    "Referrals": lambda row: tables.plain(values.figure(row, "count", "referrals")),
    "Share": lambda row: tables.plain(values.figure(row, "%", "share")),
    "England's share": lambda row: tables.plain(values.figure(row, "%", "england_share")),
    "Change on the year before": lambda row: tables.plain(values.change(row["change"], "count")),
    "Published in": tables.text("publication"),
}


def columns(years: int) -> tables.Columns:
    """Columns of the table of changes over so many years."""
    return {
        "Source": tables.text("source"),
        words.capital(f"{_BACK[years]} before"): lambda row: tables.plain(
            values.number(row["referrals_before"], "count")
        ),
        "Now": lambda row: tables.plain(values.number(row["referrals"], "count")),
        "Change": lambda row: tables.plain(values.change(row["change"], "count")),
        "By chance up to": lambda row: tables.plain(
            values.NONE if cells.missing(row["by_chance"]) else f"±{float(row['by_chance']):,.0f}"
        ),
        "Is it more than noise?": tables.capital("size"),
        "Its share over five years": lambda row: tables.plain(values.trend(row["share_trend"])),
    }


def changes(rows: pd.DataFrame, theme: str = "light") -> go.Figure:
    """Change of each source as a bar either side of nought; grey: within chance.

    Columns: source, change, by_chance, size.
    """
    found = _compared(rows)
    if not found:
        return look.empty(_SHORT, theme)
    labels = [
        look.wrap(
            f"{row['source']}: {values.change(row['change'], 'count')}, {row['size']}",
            look.CHARACTERS,
        )
        for row in found
    ]
    laid = lanes.lay(labels)
    edge = max(abs(float(row["change"])) for row in found) or 1.0
    drawn = lanes.figure(laid, theme, xaxis=look.unseen(-edge, edge))
    blue = look.PALETTE[theme][0]
    colours = [look.GREY[theme] if _is_chance(row) else blue for row in found]
    sizes = [cells.size(row["change"]) for row in found]
    drawn.add_trace(lanes.lengths(laid, sizes, labels, color=colours))
    return drawn


def describe_changes(rows: pd.DataFrame, years: int = 2) -> str:
    """Which sources send fewer than so many years before, and whether that is more than noise."""
    found = _compared(rows)
    if not found:
        return _SHORT
    when = f"the year to {cells.known_day(found[0]['period_end']):%B %Y}"
    before = f"{_BACK[years]} before"
    fewer = [row for row in found if float(row["change"]) < 0]
    sure = [row["source"] for row in fewer if not _is_chance(row)]
    if not sure:
        return f"In {when} no source sent fewer referrals than {before} beyond chance."
    rest = len(fewer) - len(sure)
    also = f"; {words.count(rest, 'other fall')} may be chance" if rest else ""
    return (
        f"In {when} {words.join_and(sure)} sent fewer referrals than {before}, by more "
        f"than chance alone would give{also}."
    )


def split(rows: pd.DataFrame) -> str:
    """The change on the year before, split into the sources that sent more and fewer."""
    found = _compared(rows)
    if not found:
        return _SHORT
    sizes = [float(row["change"]) for row in found]
    more, fewer = sum(s for s in sizes if s > 0), sum(s for s in sizes if s < 0)
    when = f"the year to {cells.known_day(found[0]['period_end']):%B %Y}"
    largest = max(found, key=lambda row: abs(float(row["change"])))
    return (
        f"From the year before to {when}: {values.change(sum(sizes), 'count')}. Sources that sent "
        f"more make {values.change(more, 'count')}, those that sent fewer "
        f"{values.change(fewer, 'count')}; the largest change is {largest['source']}, "
        f"{values.change(largest['change'], 'count')}."
    )


_BACK = {1: "one year", 2: "two years"}
_SHORT = "Too short to say: there are not enough years by source by this day."


def _compared(rows: pd.DataFrame) -> list[dict[str, Any]]:
    return [row for row in cells.records(rows) if not cells.missing(row["change"])]


def _is_chance(row: dict[str, Any]) -> bool:
    return abs(float(row["change"])) <= float(row["by_chance"])


def _when(row: dict[str, Any]) -> str:
    return values.period(row["period_start"], row["period_end"])

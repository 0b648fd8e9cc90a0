"""Who refers children: shares by source, beside England's, and how the counts changed."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from scrutiny.charts import cells, lanes, parts, tables, values, words
from scrutiny.charts import theme as look

NOISE = (
    "Chance: two counts of this size differ by up to 1.96 times the square root of their sum in 95 "
    "of 100 cases when nothing changed. “The largest so far” compares with every change over two "
    "years before, where there are three or more. Yearly figures are too few for process limits."
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


def shares(rows: pd.DataFrame, theme: str = "light") -> go.Figure:
    """The latest share of each source as a bar, with England's as a line across it.

    Columns: period_start, period_end, source, share, share_status, england_share.
    """
    return parts.bars(rows.rename(columns=_AS_PARTS), "%", theme)


_AS_PARTS = {
    "source": "breakdown",
    "share": "value",
    "share_status": "status",
    "england_share": "england",
    "england_share_status": "england_status",
}


def describe_shares(rows: pd.DataFrame) -> str:
    """The largest source, beside England's share."""
    found = [row for row in parts.latest(rows) if not cells.missing(row["share"])]
    if not found:
        return "No shares by source were published by this day."
    row = found[0]
    when = values.period(row["period_start"], row["period_end"])
    share = values.number(row["share"], "%")
    england = f"in England {values.number(row['england_share'], '%')}"
    every = {row["source"] for row in cells.records(rows)}
    if len(found) < len(every):
        return (
            f"In the {when} only {len(found)} of {len(every)} shares are published; the largest of "
            f"them is {row['source']}, {share}; {england}."
        )
    return (
        f"In the {when} {row['source']} made {share} of referrals, more than any other source; "
        f"{england}."
    )


SHARES: tables.Columns = {
    "Period": lambda row: tables.plain(values.period(row["period_start"], row["period_end"])),
    "Source": tables.text("source"),
    "Referrals": lambda row: tables.plain(values.figure(row, "count", "referrals")),
    "Share": lambda row: tables.plain(values.figure(row, "%", "share")),
    "England's share": lambda row: tables.plain(values.figure(row, "%", "england_share")),
    "Change on the year before": lambda row: tables.plain(values.change(row["change"], "count")),
    "Published in": tables.text("publication"),
}
FEWER: tables.Columns = {
    "Source": tables.text("source"),
    "Two years before": lambda row: tables.plain(values.number(row["two_before"], "count")),
    "Now": lambda row: tables.plain(values.number(row["referrals"], "count")),
    "Change": lambda row: tables.plain(values.change(row["change"], "count")),
    "By chance up to": lambda row: tables.plain(
        values.NONE if cells.missing(row["by_chance"]) else f"±{float(row['by_chance']):,.0f}"
    ),
    "Is it more than noise?": tables.capital("size"),
}


def changes(rows: pd.DataFrame, theme: str = "light") -> go.Figure:
    """Change of each source over two years as a bar either side of nought; grey: within chance.

    Columns: source, change, by_chance, size.
    """
    found = [row for row in cells.records(rows) if not cells.missing(row["change"])]
    if not found:
        return look.empty("There are not three years by source by this day.", theme)
    labels = [
        look.wrap(
            f"{row['source']}: {values.change(row['change'], 'count')}, {row['size']}",
            look.CHARACTERS,
        )
        for row in found
    ]
    laid = lanes.lay(labels)
    edge = max(abs(float(row["change"])) for row in found) or 1.0
    drawn = lanes.figure(laid, theme, xaxis={"visible": False, "range": [-edge, edge]})
    blue = look.PALETTE[theme][0]
    colours = [look.GREY[theme] if _is_chance(row) else blue for row in found]
    sizes = [cells.size(row["change"]) for row in found]
    drawn.add_trace(lanes.lengths(laid, sizes, labels, color=colours))
    return drawn


def describe_changes(rows: pd.DataFrame) -> str:
    """Which sources send fewer than two years before, and whether that is more than noise."""
    found = [row for row in cells.records(rows) if not cells.missing(row["change"])]
    if not found:
        return "There are not three years by source by this day."
    when = f"the year to {cells.known_day(found[0]['period_end']):%B %Y}"
    fewer = [row for row in found if float(row["change"]) < 0]
    sure = [row["source"] for row in fewer if not _is_chance(row)]
    if not sure:
        return f"In {when} no source sent fewer referrals than two years before beyond chance."
    rest = len(fewer) - len(sure)
    also = f"; {words.count(rest, 'other fall')} may be chance" if rest else ""
    return (
        f"In {when} {words.join_and(sure)} sent fewer referrals than two years before, by more "
        f"than chance alone would give{also}."
    )


def _is_chance(row: dict[str, Any]) -> bool:
    return abs(float(row["change"])) <= float(row["by_chance"])


def _when(row: dict[str, Any]) -> str:
    return values.period(row["period_start"], row["period_end"])

"""Reviews of serious cases on a line of time, each stage against its limit.

Reviews are named by their key and never counted: a count of few children is itself disclosive.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from scrutiny.charts import cells, lanes, tables, words
from scrutiny.charts import theme as look

NONE = "No review is known by this day."
KEY = ("● reached in time, ◆ reached late", "○ due, ◇ overdue")
CAPTION = (
    "Nothing is kept of a case but a key, days and themes. Working days leave out weekends and the "
    "bank holidays of England and Wales."
)
_SYMBOL = {
    "in time": "circle", "no limit": "circle", "late": "diamond", "running": "circle-open",
    "overdue": "diamond-open",
}  # fmt: skip
Row = Mapping[str, Any]


def timeline(rows: pd.DataFrame, as_at: object, theme: str = "light") -> go.Figure:
    """One lane a review, a mark for each stage that is reached or due.

    Columns: review_id, review_kind, came_to_light_on, stage, due_on, reached_on, standing,
    days_late.
    """
    reviews = _grouped(rows)
    if not reviews:
        return look.empty(NONE, theme)
    today = cells.known_day(as_at)
    laid = lanes.lay([_label(found) for found in reviews])
    days = [
        cells.known_day(row[column])
        for found in reviews
        for row in found
        for column in ("came_to_light_on", "reached_on", "due_on")
        if not cells.missing(row[column])
    ]
    reach = lanes.span([*days, today])
    drawn = lanes.figure(
        laid,
        theme,
        look.stacked(*KEY),
        foot=44,
        head=22,
        xaxis=lanes.days_axis(reach),
        barmode="overlay",
        **lanes.as_at_line(today, reach, theme),
    )
    where = list(zip(reviews, laid.middles(), strict=True))
    drawn.add_trace(
        lanes.bars(
            [
                (y, cells.known_day(found[0]["came_to_light_on"]), _last(found), _opened(found[0]))
                for found, y in where
            ],
            look.GREY[theme],
            theme,
            height=5,
        )
    )
    blue, _, _, orange = look.PALETTE[theme]
    for symbol in dict.fromkeys(_SYMBOL.values()):
        points = [
            (y, cells.known_day(_on(row)), look.plain(said(row)))
            for found, y in where
            for row in found
            if _SYMBOL.get(row["standing"]) == symbol
        ]
        colour = orange if symbol.startswith("diamond") else blue
        drawn.add_trace(lanes.marks(points, symbol, colour, theme))
    return drawn


def describe(rows: pd.DataFrame) -> str:
    """Which stages are past their limit now, and which were reached late; by key, never counted."""
    found = cells.records(rows)
    if not found:
        return NONE
    owed = [row for row in found if row["standing"] == "overdue"]
    late = [row for row in found if row["standing"] == "late"]
    parts = []
    if owed:
        named = [f"{_named(row)} by {words.days(row['days_late'])}" for row in owed]
        parts.append(f"past the time limit: {words.join_and(named)}")
    else:
        parts.append("no stage that is due is past its time limit")
    if late:
        parts.append(f"reached late: {words.join_and([_named(row) for row in late])}")
    return words.sentence("; ".join(parts))


def said(row: Row) -> str:
    """``published, due 17 Nov 2017, 90 days overdue`` for one stage of one review."""
    due = "" if cells.missing(row["due_on"]) else f", due {words.short_day(row['due_on'])}"
    if row["standing"] == "overdue":
        return f"{row['stage']}{due}, {words.days(row['days_late'])} overdue"
    if cells.missing(row["reached_on"]):
        return f"{row['stage']}{due}"
    late = f", {words.days(row['days_late'])} late" if row["standing"] == "late" else ""
    outcome = "" if cells.missing(row["outcome"]) else f" ({row['outcome']})"
    return f"{row['stage']} {words.short_day(row['reached_on'])}{outcome}{due}{late}"


STAGES: tables.Columns = {
    "Review": lambda row: tables.title("review_id")(dict(row)),
    "Stage": tables.capital("stage"),
    "Limit": lambda row: tables.plain(_limit(row)),
    "Due": tables.day("due_on"),
    "Reached": tables.day("reached_on"),
    "How it stands": lambda row: tables.plain(_standing(row)),
}


def _limit(row: Row) -> str:
    if cells.missing(row["limit_days"]):
        return "none yet"
    one = str(row["counted_in"]).removesuffix("s")
    return f"{words.count(row['limit_days'], one)} from {row['from_stage']}"


def _standing(row: Row) -> str:
    standing = words.capital(str(row["standing"]))
    return (
        f"{standing}, {words.days(row['days_late'])}"
        if cells.number(row["days_late"])
        else standing
    )


def _grouped(rows: pd.DataFrame) -> list[list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for row in cells.records(rows):
        found.setdefault(str(row["review_id"]), []).append(row)
    return list(found.values())


def _label(found: Sequence[Row]) -> str:
    key = look.bold(f"{found[0]['review_id']} †", look.CHARACTERS)
    return f"{key} {look.wrap(found[0]['review_kind'], look.CHARACTERS)}<br>{_now(found)}"


def _now(found: Sequence[Row]) -> str:
    reached = [row for row in found if not cells.missing(row["reached_on"])]
    parts = [said(reached[-1]).split(", due")[0]] if reached else ["not notified"]
    waiting = [row for row in found if row["standing"] in ("running", "overdue")]
    parts += [said(waiting[0])] if waiting else []
    return look.wrap("; ".join(parts), look.CHARACTERS)


def _named(row: Row) -> str:
    return f"{row['review_id']} ({row['stage']})"


def _opened(row: Row) -> str:
    return look.plain(f"came to light {words.short_day(row['came_to_light_on'])}")


def _on(row: Row) -> Any:
    return cells.day(row["reached_on"]) or cells.day(row["due_on"])


def _last(found: Sequence[Row]) -> Any:
    return max(on for row in found if (on := _on(row)) is not None)

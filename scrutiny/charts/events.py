"""What happened to a series on its way: numbered lines on the axis of time, and their reasons.

Remarks here and below have the columns on_day, kind and reason; by_role and provenance where a
person decided; target for a target; remark_id for a recommendation.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from scrutiny.charts import cells, lanes, tables, theme, values, words

DRAWN = {"break": "dot", "gap": "dot", "rebase": "dashdot", "asked": "solid", "launched": "solid"}
"""The kinds that are drawn, each with the dash of its line; the others are told in words."""

_HEADS = {"break": "Break from", "gap": "Gap from", "rebase": "Limits begin anew from"}


@dataclass(frozen=True)
class Event:
    """One line on the axis: its number as a sign, its day, its kind and what to say of it."""

    sign: str
    day: date
    kind: str
    said: str


def within(remarks: pd.DataFrame, reach: tuple[date, date]) -> list[Event]:
    """The remarks that are drawn between two days, numbered in order of time."""
    rows = [
        row
        for row in cells.records(remarks)
        if row["kind"] in DRAWN and reach[0] <= cells.known_day(row["on_day"]) <= reach[1]
    ]
    return [
        Event(_sign(at), cells.known_day(row["on_day"]), str(row["kind"]), _said(row))
        for at, row in enumerate(rows)
    ]


def layout(events: Sequence[Event], name: str) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Shapes and annotations of the lines: the number on top, the reason when pointed at."""
    shapes = [lanes.upright(event.day, name, DRAWN[event.kind]) for event in events]
    notes = [
        theme.note(
            event.sign, x=event.day.isoformat(), y=1, xref="x", xanchor="center",
            yanchor="bottom", hovertext=theme.stacked(event.said),
        )
        for event in events
    ]  # fmt: skip
    return shapes, notes


def told(remarks: pd.DataFrame, rows: pd.DataFrame) -> list[str]:
    """Every remark as a sentence with its day; those drawn over the rows lead with their number."""
    found = cells.records(rows)
    signs = {event.said: event.sign for event in within(remarks, reach(found))} if found else {}
    every = [_said(row) for row in cells.records(remarks)]
    return [f"{signs.get(said, '')} {said}".strip() for said in every]


def key(remarks: pd.DataFrame, rows: pd.DataFrame) -> str:
    """What the numbered lines over these rows stand for; empty where none is drawn."""
    found = cells.records(rows)
    drawn = within(remarks, reach(found)) if found else []
    return " ".join(f"{event.sign} {event.said}" for event in drawn)


def reach(rows: Sequence[dict[str, Any]]) -> tuple[date, date]:
    """The days that a chart of these rows spans, of which there must be one at least."""
    return lanes.span([cells.known_day(row["period_end"]) for row in rows])


def _sign(place: int) -> str:
    return chr(ord("①") + place) if place < 20 else "●"


def _said(row: dict[str, Any]) -> str:
    day, reason = words.day(row["on_day"]), _stopped(cells.text(row["reason"]))
    if row["kind"] == "launched":
        return f"{day}: {reason}"
    if row["kind"] == "asked":
        return f"{day}: recommendation {row['remark_id']} was made. {reason}"
    head = _HEADS.get(row["kind"], "From")
    if row["kind"] == "target":
        head = f"Target of {values.plainly(row['target'])} from"
    by = cells.text(row.get("by_role"))
    mark = f" {tables.ILLUSTRATIVE}" if row.get("provenance") == "illustrative" else ""
    return f"{head} {day}: {reason}{f' Set by {by}.' if by else ''}{mark}"


def _stopped(reason: str) -> str:
    return reason if reason.endswith((".", "!", "?")) else f"{reason}."

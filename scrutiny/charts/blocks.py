"""The lists below the briefing: what moved, what is silent, what has no date."""

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

from scrutiny.charts import briefing, missing, risks, tables


@dataclass(frozen=True)
class Block:
    """One list: its heading, the answer it shows, its sentence and its columns on a day."""

    head: str
    name: str
    says: Callable[[pd.DataFrame], str]
    columns: Callable[[object], tables.Columns]


def _slipped(as_at: object) -> tables.Columns:
    return {
        "What": tables.title("what"),
        "For": tables.link("ref", as_at=as_at),
        "First promised": tables.day("first_due_on"),
        "Now": tables.day("due_on", "due_text"),
        "Slip": tables.days("slip_days"),
        "Times": tables.number("times"),
        "Rating": tables.rating(),
    }


def _silent(as_at: object) -> tables.Columns:
    return {
        "Action": tables.title("title"),
        "For": tables.link("ref", as_at=as_at),
        "Sub-group": tables.text("group_name"),
        "Last report": tables.day("last_report_on"),
        "Silent for": tables.days("days_silent"),
        "Rating": tables.rating(),
    }


def _undated(as_at: object) -> tables.Columns:
    return {
        "What": tables.title("what"),
        "For": tables.link("ref", as_at=as_at),
        "Owed by": tables.text("owner"),
        "Since": tables.day("since"),
        "In its own words": tables.text("due_text"),
    }


BLOCKS = (
    Block("Risks furthest above appetite", "heavy_risks", risks.heaviest, risks.heavy),
    Block("Dates that moved", "slipped", briefing.slipped, _slipped),
    Block("No report for more than one meeting cycle", "silent", briefing.silent, _silent),
    Block("No date", "undated", briefing.undated, _undated),
    Block(
        "Assurance that is missing",
        "assurance_missing",
        missing.assurance,
        missing.assurance_columns,
    ),
    Block("Agencies that are silent", "silent_agencies", missing.silent, missing.silent_columns),
)

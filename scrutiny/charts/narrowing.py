"""What was asked of settings, what the first stage covers, and who has not answered."""

from typing import Any

import pandas as pd

from scrutiny.charts import cells, tables, words
from scrutiny.charts.education import NO_STAGE


def narrowed(rows: pd.DataFrame) -> str:
    """What was asked and what the first stage covers, in the paper's own shares."""
    found = [row for row in cells.records(rows) if not cells.missing(row["first_stage_percent"])]
    if not found:
        return "Every setting was asked for; no narrower first stage is known on this day."
    parts = [f"{row['first_stage_percent']:g} % of {_small(row['plural'])}" for row in found]
    others = [
        _small(row["plural"])
        for row in cells.records(rows)
        if cells.missing(row["first_stage_percent"])
    ]
    tail = f" For {words.join_and(others)} {NO_STAGE}." if others else ""
    tail += "".join(_beside(row) for row in found if not cells.missing(row["published_percent"]))
    return (
        "What was asked for is assurance from every setting. The first stage is those below good: "
        f"{words.join_and(parts)}, by the Board's paper.{tail}"
    )


def _beside(row: cells.Row) -> str:
    """The published share, where it is not what the paper says."""
    if row["published_percent"] == row["first_stage_percent"]:
        return ""
    return (
        f" Published grades give {row['published_percent']:g}% of {_small(row['plural'])} below "
        f"good on {words.day(row['published_on'])}."
    )


def unanswered(rows: pd.DataFrame) -> str:
    """How many were asked and have not answered, and who has been silent longest."""
    if rows.empty:
        return "Every setting that was asked has answered, or none was asked by this day."
    found = cells.records(rows)
    first = found[0]
    late = sum(cells.number(row["days_late"]) > 0 for row in found)
    return (
        f"{words.count(len(found), 'setting')} {words.verb(len(found), 'was', 'were')} asked and "
        f"{words.verb(len(found), 'has', 'have')} not answered, {late} after the day it was due; "
        f"longest silent is {first['setting_id']}, {words.days(first['days_waiting'])}."
    )


WAITING: tables.Columns = {
    "Setting": tables.title("setting_id"),
    "Kind": tables.capital("setting_kind"),
    "Phase": tables.capital("phase"),
    "Area": tables.text("area"),
    "First stage": lambda row: "Yes" if row["in_first_stage"] else "No",
    "Asked": tables.day("asked_on"),
    "Due": tables.day("due_on"),
    "Waiting for": tables.days("days_waiting"),
    "Late": tables.days("days_late"),
}


def _register(row: dict[str, Any]) -> str:
    if cells.missing(row["settings"]):
        return "—"
    mark = f" {tables.ILLUSTRATIVE}" if row["provenance"] == "illustrative" else ""
    return (
        tables.plain(
            f"{cells.number(row['below_good'])} below good of {cells.number(row['settings']):,}"
        )
        + mark
    )


def _published(row: dict[str, Any]) -> str:
    """The published share, with what it is of and its day."""
    if cells.missing(row["published_percent"]):
        return "no such figure"
    return tables.plain(
        f"{row['published_percent']:g}%, {cells.number(row['published_below_good'])} below good of "
        f"{cells.number(row['published_schools'])} on {words.short_day(row['published_on'])}"
    )


def _number(cell: object, unit: str) -> str:
    return "—" if cells.missing(cell) else tables.plain(f"{float(str(cell)):g}{unit}")


def _small(plural: object) -> str:
    return f"{str(plural)[:1].lower()}{str(plural)[1:]}"


SCOPE: tables.Columns = {
    "Settings": tables.text("plural"),
    "Asked for": tables.text("asked"),
    "First stage": tables.text("first_stage"),
    "By the paper": lambda row: _number(row["first_stage_percent"], " %"),
    "In the register here": _register,
    "Published": _published,
}

"""The story of a recommendation or a risk: its entries, newest first."""

from typing import Any

import pandas as pd

from scrutiny.charts import cells, tables, words


def told(rows: pd.DataFrame) -> str:
    """How many entries the story has, and the day that the latest is about."""
    if rows.empty:
        return "Nothing is recorded about it by this day."
    many = words.count(len(rows), "entry", "entries")
    return f"{many}, the latest of {words.day(rows['happened_on'].max())}."


_HAPPENED, _KNOWN = tables.day("happened_on"), tables.day("known_on")


def _when(row: dict[str, Any]) -> str:
    late = cells.day(row["known_on"]) != cells.day(row["happened_on"])
    told_on = f" {tables.plain('(recorded')} {_KNOWN(row)}{tables.plain(')')}" if late else ""
    return f"{_HAPPENED(row)}{told_on}"


def _happened(row: dict[str, Any]) -> str:
    outcome = "" if cells.missing(row["outcome"]) else f": {row['outcome']}"
    return tables.plain(words.capital(f"{row['kind']}{outcome}")) + tables.mark(row)


def _told(row: dict[str, Any]) -> str:
    """The action that it is about, what was said, why, and where that is written."""
    about, said = row.get("action_title"), tables.plain(" ".join([*_said(row), *cited(row)]))
    if cells.missing(about):
        return said
    # the colon is escaped with the title: apart from it, it could make an emoji of the last word
    return tables.lines(tables.plain(f"{about}:" if said else about), said)


def _said(row: dict[str, Any]) -> list[str]:
    parts = [cells.text(row["said"])]
    if not cells.missing(row["day_given"]):
        parts.append(f"({_DAYS.get(str(row['kind']), 'date')} {words.short_day(row['day_given'])})")
    elif not cells.missing(row["day_text"]):
        parts.append(f"({_DAYS.get(str(row['kind']), 'date')} {row['day_text']})")
    for column, lead in (("replaced_by", "Replaced by"), ("replaces", "Takes the place of")):
        if not cells.missing(row.get(column)):
            parts.append(f"{lead} {row[column]}.")
    return because([part for part in parts if part], row)


def because(said: list[str], row: dict[str, Any]) -> list[str]:
    """What was said and, where there is one, its reason after a full stop."""
    if cells.missing(row["why"]):
        return said
    return [*said[:-1], *map(words.stopped, said[-1:]), f"Reason: {row['why']}"]


def by(row: dict[str, Any]) -> str:
    """The body and role that said it, and who entered it where that was on their behalf."""
    entered_by = row["entered_by_name"]
    on_behalf = not cells.missing(entered_by) and entered_by != row["by_role"]
    entered = f"; entered by the {words.uncapital(entered_by)}" if on_behalf else ""
    return tables.lines(
        tables.plain(f"{row['by_name']},"), tables.plain(f"{row['by_role']}{entered}")
    )


def cited(row: dict[str, Any]) -> list[str]:
    """Where it is written, in brackets; nothing where no paper is named."""
    return [] if cells.missing(row["cited"]) else [f"({row['cited']})"]


def _number(row: dict[str, Any]) -> str:
    if cells.missing(row["corrected_on"]):
        return f"{row['seq']}"
    became = "taken back" if row["is_taken_back"] else "corrected"
    return f"{row['seq']}, {became} on {tables.day('corrected_on')(row)}"


_DAYS = {
    "response": "actioned",
    "promise": "for",
    "action agreed": "due",
    "report": "forecast",
    "extension": "now due",
    "challenge": "answer due",
    "control": "due",
    "acceptance": "until",
    "review": "next review",
}
COLUMNS: tables.Columns = {
    "When": _when,
    "What": _happened,
    "In words": _told,
    "By": by,
    "Entry": _number,
}

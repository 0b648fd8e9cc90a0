"""What the lines of changes on audits and on assurance from settings tell."""

from collections.abc import Mapping

from scrutiny.charts import cells, words
from scrutiny.charts import changed_kind as change
from scrutiny.charts.changed_kind import Kind, Row

_UNDATED = "no day is set yet"


def _planned(row: Row) -> list[str]:
    on = _UNDATED if cells.missing(row["to_on"]) else f"for {change.day(row, 'to_on')}"
    return [on, change.said(row, "")]


def _done(row: Row) -> list[str]:
    late = cells.number(row["days_late"])
    after = f"{words.days(late)} after its day" if late else ""
    return [words.count(row["times"], "finding"), after]


def _late(row: Row) -> list[str]:
    return [f"past its day of {change.day(row, 'to_on')}, by {words.days(row['days_late'])}"]


def _moved(row: Row) -> list[str]:
    before = _UNDATED if cells.missing(row["from_on"]) else f"from {change.day(row, 'from_on')}"
    return [f"{before}, now for {change.day(row, 'to_on')}", change.said(row, "Reason: ")]


def _cancelled(row: Row) -> list[str]:
    return [change.by(row), change.said(row, "Reason: ")]


def _agreed(row: Row) -> list[str]:
    due = "" if cells.missing(row["to_on"]) else f"due {change.day(row, 'to_on')}"
    return [change.said(row, ""), due]


def _told(row: Row) -> list[str]:
    return [change.said(row, "")]


def _waits(row: Row) -> list[str]:
    return [change.said(row, ""), "waits for a second look"]


def _again(row: Row) -> list[str]:
    return [cells.text(row["became"])]


def _scored(row: Row) -> list[str]:
    return [f"scores of {words.count(row['times'], 'standard')}"]


def _moderated(row: Row) -> list[str]:
    lowered = cells.number(row["times"])
    return [f"{words.count(lowered, 'score')} lowered" if lowered else "no score lowered"]


def _silent(row: Row) -> list[str]:
    return [f"due {change.day(row, 'to_on')}, {words.days(row['days_late'])} ago"]


def _reached(row: Row) -> list[str]:
    return [words.count(row["times"], "setting")]


KINDS: Mapping[str, Kind] = {
    "audit done": Kind("Audit done", "done", _done),
    "audit late": Kind("Audit late", "newly late", _late),
    "audit moved": Kind("Audit moved", "moved", _moved),
    "audit cancelled": Kind("Audit cancelled", "cancelled", _cancelled),
    "audit planned": Kind("Audit planned", "newly planned", _planned),
    "finding looked at again": Kind("Looked at again", "looked at again", _again),
    "finding done": Kind("Action on a finding done", "with their action done", _waits),
    "finding acted on": Kind("Action on a finding agreed", "acted on", _agreed),
    "finding closed": Kind("Finding closed", "closed without action", _told),
    "not self-assessed": Kind("Self-assessment missing", "newly overdue", _silent),
    "self-assessed": Kind("Self-assessment given", "given", _scored),
    "moderated": Kind("Self-assessment moderated", "moderated", _moderated),
    "settings asked": Kind("Settings asked", None, _reached),
    "settings returned": Kind("Settings returned", None, _reached),
    "settings verified": Kind("Returns verified", None, _reached),
    "settings plan agreed": Kind("Plans agreed", None, _reached),
    "settings plan closed": Kind("Plans closed", None, _reached),
}
"""Kinds of change on audits and settings, in the order of a sentence."""

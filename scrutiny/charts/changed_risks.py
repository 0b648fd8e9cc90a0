"""The kinds of change in the risk register, and what the line of each tells."""

from collections.abc import Mapping

from scrutiny.charts import cells, words
from scrutiny.charts.changed_kind import Kind, Row, by, day, said

_OUTCOMES = {"keep": "it stands as it is", "rescore": "new scores follow"}


def _moved(row: Row) -> list[str]:
    return [f"{cells.text(row['was'])} to {cells.text(row['became'])}", said(row, "Reason: ")]


def _scored(row: Row) -> list[str]:
    return [f"scored {cells.text(row['became'])}", said(row, "Reason: ")]


def _raised(row: Row) -> list[str]:
    return [f"owned by {cells.text(row['owner_name'])}", said(row, "")]


def _late(row: Row) -> list[str]:
    return [f"ended on {day(row, 'to_on')}, {words.days(row['days_late'])} ago"]


def _due(row: Row) -> list[str]:
    return [f"was due on {day(row, 'to_on')}, {words.days(row['days_late'])} ago"]


def _asked(row: Row) -> list[str]:
    what = cells.text(row["became"])
    why = "is overdue" if what == "action" else "signals concern"
    return [f"the {what} “{cells.text(row['said'])}” {why}"]


def _accepted(row: Row) -> list[str]:
    return [f"until {day(row, 'to_on')}", by(row), said(row, "Reason: ")]


def _treated(row: Row) -> list[str]:
    return [cells.text(row["became"]), by(row), said(row, "Reason: ")]


def _reviewed(row: Row) -> list[str]:
    outcome = _OUTCOMES.get(cells.text(row["became"]), cells.text(row["became"]))
    return [said(row, ""), f"{outcome}; next review {day(row, 'to_on')}"]


def _closed(row: Row) -> list[str]:
    return [by(row), said(row, "")]


RISKS: Mapping[str, Kind] = {
    "risk rose": Kind("Risk higher", "scored higher", _moved),
    "risk fell": Kind("Risk lower", "scored lower", _moved),
    "risk scored": Kind("Risk scored", None, _scored),
    "risk raised": Kind("Risk raised", "newly raised", _raised),
    "acceptance expired": Kind("Acceptance expired", "past their acceptance", _late),
    "review late": Kind("Review overdue", "newly past their review", _due),
    "review asked for": Kind("Review asked for", "asking for a review", _asked),
    "risk accepted": Kind("Risk accepted", "accepted", _accepted),
    "risk treated": Kind("Risk treatment", None, _treated),
    "risk reviewed": Kind("Risk reviewed", None, _reviewed),
    "risk closed": Kind("Risk closed", "closed", _closed),
}

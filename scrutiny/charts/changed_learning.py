"""The kinds of change in the neglect strategy, in reviews and in what came of them."""

from collections.abc import Mapping

from scrutiny.charts import cells, words
from scrutiny.charts.changed_kind import Kind, Row, by, day, said


def _stage(row: Row) -> list[str]:
    if row["became"] == "planned":
        return [f"planned for {day(row, 'to_on')}", said(row, "Reason: ")]
    if row["became"] == "moved":
        return [_moved(row)]
    planned = "" if cells.missing(row["from_on"]) else f"planned for {day(row, 'from_on')}"
    return ["done", planned, said(row, "")]


def _moved(row: Row) -> str:
    first = "" if cells.missing(row["from_on"]) else f"from {day(row, 'from_on')}, "
    return f"{first}now for {day(row, 'to_on')}. {said(row, 'Reason: ')}".rstrip(". ")


def _past(row: Row) -> list[str]:
    return [f"past its date of {day(row, 'to_on')}, by {words.days(row['days_late'])}"]


def _target(row: Row) -> list[str]:
    return [f"the target is for {day(row, 'to_on')}"]


def _opened(row: Row) -> list[str]:
    return [cells.text(row["became"]), said(row, "themes: ")]


def _reached(row: Row) -> list[str]:
    late = cells.number(row["days_late"])
    limit = "" if cells.missing(row["to_on"]) else f"due by {day(row, 'to_on')}"
    return [
        cells.text(row["became"]),
        f"{limit}, {words.days(late)} late" if late else limit,
        said(row, ""),
    ]


def _over(row: Row) -> list[str]:
    return [f"past its time limit of {day(row, 'to_on')}, by {words.days(row['days_late'])}"]


def _work(row: Row) -> list[str]:
    if cells.missing(row["became"]):
        return [_moved(row), by(row)]
    return [cells.text(row["became"]), by(row), said(row, "")]


def _looked(row: Row) -> list[str]:
    before, after = cells.text(row["was"]), cells.text(row["became"])
    return [f"{before} to {after}" if before and before != after else after, by(row), said(row, "")]


LEARNING: Mapping[str, Kind] = {
    "strategy stage": Kind("Neglect strategy", None, _stage),
    "strategy late": Kind("Neglect strategy late", None, _past),
    "target reached": Kind("Target reached", "reached", _target),
    "target missed": Kind("Target missed", "missed", _target),
    "case opened": Kind("Case came to light", None, _opened),
    "case stage": Kind("Review", None, _reached),
    "case late": Kind("Review past its limit", None, _over),
    "learning work": Kind("Work from a review", None, _work),
    "learning work late": Kind("Work from a review late", "newly overdue", _past),
    "learning looked at": Kind("Learning looked at", None, _looked),
}

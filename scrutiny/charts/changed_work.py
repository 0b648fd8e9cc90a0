"""Changes to actions, promises and challenges: the word for each kind, and what its line tells."""

from collections.abc import Mapping

from scrutiny.charts import cells, words
from scrutiny.charts.changed_kind import Kind, Row, by, day, decided, late, said

_OUTCOMES = {
    "satisfied": "satisfied",
    "not satisfied": "did not satisfy, so it stays open",
    "withdrawn": "the challenge was withdrawn",
}


def _proposed(row: Row) -> list[str]:
    return [by(row), said(row, "Evidence: ")]


def _due(row: Row, lead: str = "for") -> str:
    if cells.missing(row["to_on"]):
        given = cells.text(row["became"])
        return f"no date ({given})" if given else words.NO_DATE
    return f"{lead} {day(row, 'to_on')}"


def _agreed(row: Row) -> list[str]:
    before = "" if cells.missing(row["was"]) else f"takes the place of {row['was']}"
    return [_due(row, "due"), before, said(row, "Reason: ")]


def _promised(row: Row) -> list[str]:
    return [_due(row), said(row, "")]


def _superseded(row: Row) -> list[str]:
    after = "" if cells.missing(row["became"]) else f"replaced by {row['became']}"
    return [by(row), after, said(row, "Reason: ")]


def _times(row: Row, noun: str) -> str:
    times = cells.number(row["times"])
    ordinal = {1: "first", 2: "second", 3: "third"}.get(times)
    if not times:
        return ""
    return f"the {ordinal} {noun}" if ordinal else f"{noun} number {times}"


def _moved(row: Row, noun: str) -> str:
    if cells.missing(row["from_on"]):
        return f"now {_due(row)}"
    nth = _times(row, noun)
    return f"from {day(row, 'from_on')}, now {_due(row)}{_far(row)}{f'; {nth}' if nth else ''}"


def _far(row: Row) -> str:
    days = cells.whole(row["days"])
    return f", {words.days(abs(days))} {'later' if days > 0 else 'earlier'}" if days else ""


def _extended(row: Row) -> list[str]:
    return [_moved(row, "extension"), late(row, "when extended"), said(row, "Reason: ")]


def _asked(row: Row) -> list[str]:
    dated = "" if cells.missing(row["from_on"]) else f", in place of {day(row, 'from_on')}"
    return [f"{by(row)}, {_due(row)}{dated}{_far(row)}", said(row, "Reason: ")]


def _promise_moved(row: Row) -> list[str]:
    return [_moved(row, "move"), late(row, "when moved"), said(row, "")]


def _overdue(row: Row) -> list[str]:
    return [f"past its date of {day(row, 'to_on')}, by {words.days(row['days_late'])}"]


def _stale(row: Row) -> list[str]:
    silent = words.days(row["days"])
    if cells.missing(row["from_on"]):
        return [f"no report yet, for {silent}"]
    return [f"no report for {silent}; the last was on {day(row, 'from_on')}"]


def _kept(row: Row) -> list[str]:
    return [late(row, "") or "by its date", said(row, "")]


def _withdrawn(row: Row) -> list[str]:
    return [by(row), said(row, "")]


def _challenged(row: Row) -> list[str]:
    until = "" if cells.missing(row["to_on"]) else f", to answer by {day(row, 'to_on')}"
    return [f"{by(row)} to {cells.text(row['owner_name'])}{until}", said(row, "Reason: ")]


def _answered(row: Row) -> list[str]:
    outcome = _OUTCOMES.get(cells.text(row["became"]), cells.text(row["became"]))
    return [f"{outcome}, after {words.days(row['days'])}", said(row, "")]


def _unanswered(row: Row) -> list[str]:
    tried = row["became"] == "not satisfied"
    state = "an answer did not satisfy" if tried else "no answer yet"
    due = f"due by {day(row, 'to_on')}, {words.days(row['days_late'])} ago"
    return [f"{state}; {due}", f"asked of {cells.text(row['owner_name'])}"]


WORK: Mapping[str, Kind] = {
    "signed off": Kind("Signed off", "signed off", decided),
    "complete": Kind("Accepted as complete", "accepted as complete", decided),
    "proposed complete": Kind("Proposed as complete", None, _proposed),
    "returned": Kind("Returned", "returned", decided),
    "reopened": Kind("Reopened", "reopened", decided),
    "closed without implementing": Kind(
        "Closed without implementing", "closed without implementing", decided
    ),
    "superseded": Kind("Superseded", "superseded", _superseded),
    "paused": Kind("Paused", "paused", decided),
    "in progress": Kind("Work taken up", "taken up", decided),
    "not started": Kind("Put back to not started", None, decided),
    "overdue": Kind("Newly overdue", "newly overdue", _overdue),
    "stale": Kind("Newly stale", "newly stale", _stale),
    "extended": Kind("Extended", "extended", _extended),
    "dated": Kind("First date given", None, _extended),
    "extension asked": Kind("Later date asked for", None, _asked),
    "extension refused": Kind("Later date refused", "refused a later date", _asked),
    "agreed": Kind("Agreed", "newly agreed", _agreed),
    "promise late": Kind("Promise not delivered", "newly overdue", _overdue),
    "promise moved": Kind("Promise moved", "moved", _promise_moved),
    "promise kept": Kind("Promise kept", "kept", _kept),
    "promise withdrawn": Kind("Promise withdrawn", "withdrawn", _withdrawn),
    "promise made": Kind("Promised", "made", _promised),
    "challenge late": Kind("Challenge not answered", "newly overdue", _unanswered),
    "challenged": Kind("Challenged", "made", _challenged),
    "challenge answered": Kind("Challenge answered", "answered", _answered),
}

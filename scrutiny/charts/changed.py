"""The kinds of change between two days: the word for each, and what its line tells."""

from collections.abc import Mapping

from scrutiny.charts import cells, changed_assurance, values, words
from scrutiny.charts.changed_kind import Kind, Row
from scrutiny.charts.changed_kind import by as _by
from scrutiny.charts.changed_kind import day as _day
from scrutiny.charts.changed_kind import said as _said
from scrutiny.charts.changed_learning import LEARNING
from scrutiny.charts.changed_risks import RISKS

_OUTCOMES = {
    "satisfied": "satisfied",
    "not satisfied": "did not satisfy, so it stays open",
    "withdrawn": "the challenge was withdrawn",
}


def _late(row: Row, when: str) -> str:
    late = cells.number(row["days_late"])
    return f"{words.days(late)} after its date {when}".rstrip() if late else ""


def _decided(row: Row) -> list[str]:
    return [_by(row), _late(row, ""), _said(row, "Reason: ")]


def _proposed(row: Row) -> list[str]:
    return [_by(row), _said(row, "Evidence: ")]


def _due(row: Row, lead: str = "for") -> str:
    if cells.missing(row["to_on"]):
        given = cells.text(row["became"])
        return f"no date ({given})" if given else words.NO_DATE
    return f"{lead} {_day(row, 'to_on')}"


def _agreed(row: Row) -> list[str]:
    return [_due(row, "due"), _said(row, "Reason: ")]


def _promised(row: Row) -> list[str]:
    return [_due(row), _said(row, "")]


def _times(row: Row, noun: str) -> str:
    times = cells.number(row["times"])
    ordinal = {1: "first", 2: "second", 3: "third"}.get(times)
    if not times:
        return ""
    return f"the {ordinal} {noun}" if ordinal else f"{noun} number {times}"


def _moved(row: Row, noun: str) -> str:
    if cells.missing(row["from_on"]):
        return f"now {_due(row)}"
    days = cells.whole(row["days"])
    far = f", {words.days(abs(days))} {'later' if days > 0 else 'earlier'}" if days else ""
    nth = _times(row, noun)
    return f"from {_day(row, 'from_on')}, now {_due(row)}{far}{f'; {nth}' if nth else ''}"


def _extended(row: Row) -> list[str]:
    return [_moved(row, "extension"), _late(row, "when extended"), _said(row, "Reason: ")]


def _promise_moved(row: Row) -> list[str]:
    return [_moved(row, "move"), _late(row, "when moved"), _said(row, "")]


def _overdue(row: Row) -> list[str]:
    return [f"past its date of {_day(row, 'to_on')}, by {words.days(row['days_late'])}"]


def _stale(row: Row) -> list[str]:
    silent = words.days(row["days"])
    if cells.missing(row["from_on"]):
        return [f"no report yet, for {silent}"]
    return [f"no report for {silent}; the last was on {_day(row, 'from_on')}"]


def _kept(row: Row) -> list[str]:
    return [_late(row, "") or "by its date", _said(row, "")]


def _withdrawn(row: Row) -> list[str]:
    return [_by(row), _said(row, "")]


def _challenged(row: Row) -> list[str]:
    by = "" if cells.missing(row["to_on"]) else f", to answer by {_day(row, 'to_on')}"
    return [f"{_by(row)} to {cells.text(row['owner_name'])}{by}", _said(row, "Reason: ")]


def _answered(row: Row) -> list[str]:
    outcome = _OUTCOMES.get(cells.text(row["became"]), cells.text(row["became"]))
    return [f"{outcome}, after {words.days(row['days'])}", _said(row, "")]


def _unanswered(row: Row) -> list[str]:
    tried = row["became"] == "not satisfied"
    state = "an answer did not satisfy" if tried else "no answer yet"
    due = f"due by {_day(row, 'to_on')}, {words.days(row['days_late'])} ago"
    return [f"{state}; {due}", f"asked of {cells.text(row['owner_name'])}"]


_WHY_ACTION = {
    "behind pace": "due soon, for {due}, and behind pace",
    "begun": "work on it has begun",
    "keeps pace": "no longer late, extended, stopped or behind pace",
    "extended before": "not late, but extended before",
    "undated": "it has no date",
    "not started": "no work on it is reported",
}
_WHY_RECOMMENDATION = {
    "at risk": "some of its work is at risk, and none past its date",
    "on track": "none of its work is past its date or at risk",
    "not begun": "none of its work has both begun and a date",
}


def _rated(row: Row) -> list[str]:
    because = cells.text(row["became"])
    if row["subject"] == "action":
        why = _WHY_ACTION.get(because, f"it was {because}")
        return [why.format(due=_day(row, "to_on"))]
    late = cells.number(row["times"])
    whose = words.verb(late, "its", "their")
    past = f"{late} of its actions and promises {words.verb(late)} past {whose} date"
    return [past if because == "overdue" else _WHY_RECOMMENDATION.get(because, f"it was {because}")]


def _levels(row: Row) -> str:
    before, after = cells.text(row["was"]), cells.text(row["became"])
    return f"{before} to {after}" if before and before != after else after or "nothing reported"


def _judged(row: Row) -> list[str]:
    return [_levels(row), _by(row), _said(row, "")]


def _assured(row: Row) -> list[str]:
    still = cells.number(row["times"])
    if row["became"] == "challenged" and still:
        return [_levels(row), f"{words.count(still, 'challenge')} {words.verb(still)} open"]
    if row["was"] == "challenged":
        return [_levels(row), "no challenge is open any more"]
    return [_levels(row)]


def _narrowed(row: Row) -> list[str]:
    share = cells.size(row["percent"])
    part = "" if share is None else f" ({share:g} %)"
    first = f"first stage: {cells.text(row['became'])}{part}; asked: {cells.text(row['was'])}"
    return [first, _said(row, "Reason: ")]


def _responded(row: Row) -> list[str]:
    return [cells.text(row["became"]), _said(row, "")]


def _signal(row: Row) -> list[str]:
    before, after = (
        values.VARIATION.get(cells.text(row[column]), "no verdict yet")
        for column in ("was", "became")
    )
    return [f"{before} to {after}", _figure(row)]


def _quarter(row: Row) -> list[str]:
    return [f"quarter {cells.text(row['was'])} to {cells.text(row['became'])}", _figure(row)]


def _figure(row: Row) -> str:
    return f"latest figure: {values.period(row['from_on'], row['to_on'])}"


KINDS: Mapping[str, Kind] = {
    "signed off": Kind("Signed off", "signed off", _decided),
    "complete": Kind("Accepted as complete", "accepted as complete", _decided),
    "proposed complete": Kind("Proposed as complete", None, _proposed),
    "returned": Kind("Returned", "returned", _decided),
    "reopened": Kind("Reopened", "reopened", _decided),
    "closed without implementing": Kind(
        "Closed without implementing", "closed without implementing", _decided
    ),
    "superseded": Kind("Superseded", "superseded", _decided),
    "paused": Kind("Paused", "paused", _decided),
    "in progress": Kind("Work taken up", "taken up", _decided),
    "not started": Kind("Put back to not started", None, _decided),
    "narrowed": Kind("Narrowed", "narrowed", _narrowed),
    "recommended": Kind("Recommended", "newly made", _decided),
    "answered": Kind("Answered", "answered", _responded),
    "overdue": Kind("Newly overdue", "newly overdue", _overdue),
    "stale": Kind("Newly stale", "newly stale", _stale),
    "extended": Kind("Extended", "extended", _extended),
    "dated": Kind("First date given", None, _extended),
    "agreed": Kind("Agreed", "newly agreed", _agreed),
    "promise late": Kind("Promise not delivered", "newly overdue", _overdue),
    "promise moved": Kind("Promise moved", "moved", _promise_moved),
    "promise kept": Kind("Promise kept", "kept", _kept),
    "promise withdrawn": Kind("Promise withdrawn", "withdrawn", _withdrawn),
    "promise made": Kind("Promised", "made", _promised),
    "challenge late": Kind("Challenge not answered", "newly overdue", _unanswered),
    "challenged": Kind("Challenged", "made", _challenged),
    "challenge answered": Kind("Challenge answered", "answered", _answered),
    "rating": Kind("Rating", None, _rated),
    "assurance": Kind("Assurance", None, _assured),
    "judged": Kind("Assurance judged", None, _judged),
    **RISKS,
    **LEARNING,
    "signal": Kind("Signal", "with another signal", _signal),
    "quarter": Kind("Quarter", "in another quarter", _quarter),
    **changed_assurance.KINDS,
}


def tell(row: Row) -> str:
    """What the line of a change tells besides its kind and what it is about."""
    parts = [part.rstrip(".") for part in KINDS[row["change"]].tells(row) if part]
    return f"{'. '.join(words.capital(part) for part in parts)}." if parts else ""

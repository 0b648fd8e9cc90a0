"""Changes to recommendations, ratings and published figures, and corrections: word and line."""

from collections.abc import Mapping

from scrutiny.charts import cells, values, words
from scrutiny.charts.changed_kind import Kind, Row, by, day, decided, said

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
        return [why.format(due=day(row, "to_on"))]
    late = cells.number(row["times"])
    whose = words.verb(late, "its", "their")
    past = f"{late} of its actions and promises {words.verb(late)} past {whose} date"
    return [past if because == "overdue" else _WHY_RECOMMENDATION.get(because, f"it was {because}")]


def _levels(row: Row) -> str:
    before, after = cells.text(row["was"]), cells.text(row["became"])
    return f"{before} to {after}" if before and before != after else after or "nothing reported"


def _judged(row: Row) -> list[str]:
    return [_levels(row), by(row), said(row, "")]


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
    return [first, by(row), said(row, "Reason: ")]


def _opened(row: Row) -> list[str]:
    return ["heard in closed session until then", by(row), said(row, "Reason: ")]


def _responded(row: Row) -> list[str]:
    return [cells.text(row["became"]), said(row, "")]


def _corrected(row: Row) -> list[str]:
    what = ": ".join(part for part in (cells.text(row["was"]), cells.text(row["became"])) if part)
    return [f"{what}, of {day(row, 'from_on')}, no longer holds", said(row, "Reason: ")]


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


STANDING: Mapping[str, Kind] = {
    "narrowed": Kind("Narrowed", "narrowed", _narrowed),
    "narrower scope proposed": Kind("Narrower scope proposed", None, _narrowed),
    "narrower scope refused": Kind("Narrower scope refused", None, _narrowed),
    "opened to all": Kind("Opened to all", "opened after a closed session", _opened),
    "recommended": Kind("Recommended", "newly made", decided),
    "answered": Kind("Answered", "answered", _responded),
    "corrected": Kind("Corrected", "corrected", _corrected),
    "rating": Kind("Rating", None, _rated),
    "assurance": Kind("Assurance", None, _assured),
    "judged": Kind("Assurance judged", None, _judged),
}
FIGURES: Mapping[str, Kind] = {
    "signal": Kind("Signal", "with another signal", _signal),
    "quarter": Kind("Quarter", "in another quarter", _quarter),
}

"""One risk in words: what it is, how it stands, what holds it down and what bears on it."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from scrutiny.charts import cells, risks, tables, words


@dataclass(frozen=True)
class Head:
    """The top of the page, in plain text; ``chain`` names cause, event and effect."""

    title: str
    standing: str
    chain: tuple[tuple[str, str], ...]
    decided: str
    origin: str


def head(rows: pd.DataFrame) -> Head:
    """The top of the page from the one row of risks/one. Raises IndexError for none."""
    row = cells.records(rows)[0]
    mark = f" {tables.ILLUSTRATIVE}" if row["provenance"] == "illustrative" else ""
    return Head(
        f"{risks.number(row)}. {row['title']}{mark}",
        _standing(row),
        tuple((name.capitalize(), str(row[name])) for name in ("cause", "event", "effect")),
        _decided(row),
        _origin(row),
    )


def _standing(row: dict[str, Any]) -> str:
    if row["is_closed"]:
        return f"Closed on {words.day(row['reviewed_on'])}; it is no longer watched."
    if cells.missing(row["score"]):
        return "Nobody has scored it yet, so it has no place in the matrix."
    distance = cells.number(row["distance"])
    appetite = cells.number(row["appetite"])
    stands = (
        f"{distance} above the appetite of {appetite}"
        if row["is_above"]
        else f"within the appetite of {appetite}"
    )
    band = "" if cells.missing(row["band"]) else f", {row['band']}"
    others = [
        f"{word} {cells.number(row[column])}"
        for word, column in (
            ("without controls it would be", "inherent_score"),
            ("the target is", "target_score"),
        )
        if not cells.missing(row[column])
    ]
    beside = f"; {words.join_and(others)}" if others else ""
    return (
        f"It scores {cells.number(row['score'])}{band} (likelihood "
        f"{cells.number(row['likelihood'])}, impact {cells.number(row['impact'])}), "
        f"{stands}{beside}."
    )


def _decided(row: dict[str, Any]) -> str:
    parts = [
        f"Treatment: {'none decided' if cells.missing(row['treatment']) else row['treatment']}"
    ]
    if row["acceptance"] == "accepted":
        parts.append(f"Accepted by the Board until {words.day(row['accepted_until'])}")
    elif row["acceptance"] == "expired":
        parts.append(
            f"The Board's acceptance ended on {words.day(row['accepted_until'])}, "
            f"{words.days(row['days_expired'])} ago, and it is still above appetite"
        )
    if row["is_target_above"]:
        parts.append("The target lies above the current score, and nobody has said why")
    elif not cells.missing(row["target_above_why"]):
        parts.append(f"Target above the current score because: {row['target_above_why']}")
    if not row["is_closed"]:
        parts.append(_next_review(row))
    return ". ".join(part.rstrip(".") for part in parts) + "."


def _next_review(row: dict[str, Any]) -> str:
    if cells.missing(row["review_due_on"]):
        return "No day is set for a review"
    late = cells.number(row["review_days_late"])
    told = f"Next review: {words.day(row['review_due_on'])}"
    return f"{told}, {words.days(late)} late" if late else told


def _origin(row: dict[str, Any]) -> str:
    parts = [
        f"Owned by {row['group_name']} and {row['agency_name']}",
        f"raised on {words.day(row['raised_on'])}",
    ]
    if not cells.missing(row["knowledge"]):
        meaning = words.capital(str(row["knowledge_meaning"])).rstrip(".")
        parts.append(
            f"scored on {words.day(row['scored_on'])} with {row['knowledge']} knowledge ({meaning})"
        )
    said = "" if cells.missing(row["score_why"]) else f" Reason: {row['score_why']}"
    return f"{words.join_and(parts)}.{said}"


def held(rows: pd.DataFrame) -> str:
    """How many controls are in place."""
    if rows.empty:
        return "No control is in place by this day."
    return f"{words.count(len(rows), 'control')} {words.verb(len(rows))} in place."


def to_do(rows: pd.DataFrame) -> str:
    """How many further actions there are, and how many of them are late."""
    if rows.empty:
        return "No further action is planned."
    late = int((rows["days_late"] > 0).sum())
    told = f", {late:,} {words.verb(late)} late" if late else ""
    return f"{words.count(len(rows), 'further action')}{told}."


def moved(rows: pd.DataFrame) -> str:
    """How its score moved, from its rows of risks/history."""
    if rows.empty:
        return "It has no score by this day."
    found = cells.records(rows)
    first, last = found[0], found[-1]
    began = f"scored {cells.number(first['score'])} on {words.day(first['scored_on'])}"
    if len(found) == 1:
        return f"It was {began} and has not been scored again."
    return (
        f"It was {began} and {cells.number(last['score'])} on {words.day(last['scored_on'])}, "
        f"the {_nth(len(found))} score."
    )


def _nth(number: int) -> str:
    known = {2: "second", 3: "third", 4: "fourth", 5: "fifth", 6: "sixth"}
    return known.get(number, f"latest of {number}")


def nothing(rows: pd.DataFrame) -> pd.DataFrame:
    """None of the rows."""
    return rows.iloc[:0]


STATES = ("in place", "further action")
CONTROLS: tables.Columns = {
    "Control": tables.title("what"),
    "Agency": tables.text("agency_name"),
    "Since": tables.day("since_on"),
}
ACTIONS: tables.Columns = {
    "Further action": tables.title("what"),
    "Agency": tables.text("agency_name"),
    "Due": tables.day("due_on"),
    "Late": tables.days("days_late"),
}

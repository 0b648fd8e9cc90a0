"""The sentences of the briefing: how the board stands, and what each block says."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from scrutiny.charts import brag, cells, words

_BY_STANDING = ("Delivery", "Rating", "Acceptance")
_NOT_BY_STANDING = (
    "Dates that moved, undated work, changes since a meeting and lines over time follow source, "
    "recommendation, sub-group and agency only."
)
_CARDS = ("signed off", "on track", "at risk", "overdue")


def shows(board: str, as_at: object, notice: str, kept: Sequence[str] = ()) -> str:
    """Whose figures these are, for which day, what is illustrative, and what the filters keep."""
    by = f" Filtered by {'; '.join(kept)}." if kept else ""
    if any(one.startswith(_BY_STANDING) for one in kept):
        by += f" {_NOT_BY_STANDING}"
    return f"{board}, as at {words.day(as_at)}. {notice}{by}"


def stands(standing: pd.DataFrame, counts: pd.DataFrame, since: object) -> str:
    """How the recommendations stand and what moved since a day, in one sentence.

    ``standing`` has one row per recommendation with a rating; ``counts`` one row per standing with
    actions and actions_before.
    """
    if standing.empty:
        return "No recommendation is known on this day, or the filters leave none."
    head = f"{words.count(len(standing), 'recommendation')}: {_rated(standing)}"
    moved = [_moved(row) for row in cells.records(counts)]
    told = [part for part in moved if part]
    if not told:
        return f"{head}; as many actions signed off and overdue as on {words.day(since)}."
    return f"{head}; since {words.day(since)}, {words.join_and(told)}."


def _rated(rows: pd.DataFrame) -> str:
    ratings = [brag.code(cell) for cell in rows["rating"]]
    return words.join_and(
        [
            f"{ratings.count(code)} {brag.word(code).lower()}"
            for code in brag.CODES
            if code in ratings
        ]
    )


def _moved(row: dict[str, object]) -> str:
    change = cells.number(row["actions"]) - cells.number(row["actions_before"])
    if not change or row["standing"] not in ("signed off", "overdue"):
        return ""
    way = "more" if change > 0 else "fewer"
    actions = "action" if abs(change) == 1 else "actions"
    return f"{abs(change)} {way} {actions} {words.verb(abs(change))} {row['standing']}"


@dataclass(frozen=True)
class Card:
    """One of the four counts: what it counts, how many, and the change since the last meeting."""

    label: str
    value: int
    change: int


def cards(counts: pd.DataFrame) -> list[Card]:
    """The four counts of the briefing, in the order of the rows."""
    return [
        Card(
            str(row["standing"]).capitalize(),
            cells.number(row["actions"]),
            cells.number(row["actions"]) - cells.number(row["actions_before"]),
        )
        for row in cells.records(counts)
        if row["standing"] in _CARDS
    ]


def listed(rows: pd.DataFrame) -> str:
    """How many recommendations are listed, and how those that are followed up are rated."""
    if rows.empty:
        return "No recommendation matches: none is known on this day, or the filters leave none."
    current = rows[rows["is_followed_up"].astype(bool)]
    ended = rows[~rows["is_followed_up"].astype(bool)]
    said = []
    if not current.empty:
        said.append(f"{_with_points(current)}: {_rated(current)}.")
    if not ended.empty:
        days = sorted({cells.known_day(cell) for cell in ended["record_ends_on"]})
        sets = "a set whose record" if len(days) == 1 else "sets whose records"
        said.append(
            f"{_with_points(ended)} in {sets} ended on "
            f"{words.join_and([words.day(day) for day in days])}, rated by what is held."
        )
    return " ".join(said)


def _with_points(rows: pd.DataFrame) -> str:
    points = int(rows["parent_id"].notna().sum())
    counts = ((len(rows) - points, "recommendation"), (points, "sub-point"))
    return words.join_and([words.count(number, noun) for number, noun in counts if number])


def rest(counts: pd.DataFrame) -> str:
    """The actions that the four counts leave out, so that the reader can add up."""
    numbers = {row["standing"]: cells.number(row["actions"]) for row in cells.records(counts)}
    others = [
        f"{number} {standing}"
        for standing in ("awaiting sign-off", "not started or undated", "closed")
        if (number := numbers.get(standing, 0))
    ]
    if not any(numbers.values()):
        return "There are no actions to count."
    total = words.count(sum(numbers.values()), "action")
    if not others:
        return f"Counts of {total}."
    return f"Counts of {total}; the others: {words.join_and(others)}."


def slipped(rows: pd.DataFrame) -> str:
    """What moved furthest from the day first promised."""
    if rows.empty:
        return "Nothing that is still owed has been moved from its first date."
    first = cells.records(rows)[0]
    moved = (
        "now without a date"
        if cells.missing(first["due_on"])
        else f"by {words.days(first['slip_days'])}"
    )
    return (
        f"{words.count(len(rows), 'date')} {words.verb(len(rows), 'was', 'were')} moved; "
        f"furthest is “{first['what']}”, {moved}."
    )


def silent(rows: pd.DataFrame) -> str:
    """What nobody has reported on for more than a meeting cycle."""
    if rows.empty:
        return "No open action has been without a report for more than one meeting cycle."
    first = cells.records(rows)[0]
    return (
        f"{words.count(len(rows), 'open action')} {words.verb(len(rows), 'has', 'have')} had no "
        f"report for more than one meeting cycle; longest silent is “{first['title']}”, "
        f"{words.days(first['days_silent'])}."
    )


def undated(rows: pd.DataFrame) -> str:
    """What has no date to be held to."""
    if rows.empty:
        return "All work that is still owed has a date."
    return (
        f"{words.count(len(rows), 'piece')} of work that is still owed "
        f"{words.verb(len(rows), 'has', 'have')} no date, so nobody can say whether it is late."
    )


def ended(rows: pd.DataFrame) -> str:
    """Which sets have no record up to the day, and what was still open when the record ended."""
    return " ".join(_ended(row) for row in cells.records(rows))


def _ended(row: dict[str, object]) -> str:
    many = words.count(
        row["recommendations"],
        "recommendation or sub-point",
        "recommendations and sub-points",
    )
    owed = cells.number(row["promises_open"])
    told = f"; {words.count(owed, 'promise')} {words.verb(owed)} not recorded as kept"
    return (
        f"{row['title']}: {many}, not counted above, because the papers end on "
        f"{words.day(row['record_ends_on'])}{told if owed else ''}."
    )

"""The risk register in words: its sentences and the columns of its tables."""

from typing import Any

import pandas as pd

from scrutiny.charts import cells, tables, words

NOTHING = "—"
NONE = "No risk is in the register by this day."
UNSCORED = "No risk has a score by this day."
_WARNINGS = {
    "acceptance expired": ("acceptance has expired", "acceptances have expired"),
    "review overdue": ("review is overdue", "reviews are overdue"),
    "linked action overdue": ("linked action is overdue", "linked actions are overdue"),
    "indicator signals concern": ("indicator signals concern", "indicators signal concern"),
    "target above the current score": (
        "target lies above the current score",
        "targets lie above the current score",
    ),
    "not scored": ("risk is not scored", "risks are not scored"),
    "no day for a review": ("risk has no day for a review", "risks have no day for a review"),
    "acceptance ends soon": ("acceptance ends soon", "acceptances end soon"),
}


def evidence(rows: pd.DataFrame) -> str:
    """How the register stands, from the one row of its counts."""
    row = cells.records(rows)[0]
    many = cells.number(row["risks"])
    if not many:
        return NONE
    above = cells.number(row["above"])
    said = f"{words.count(many, 'risk')} {words.verb(many)} in the register and "
    if not above:
        said += "none stands above appetite"
    else:
        said += (
            f"{above:,} {words.verb(above, 'stands', 'stand')} above appetite, furthest "
            f"“{row['heaviest']}” with {row['heaviest_score']} against "
            f"{row['heaviest_appetite']}"
        )
    owed = _owed(row)
    return f"{said}; {words.join_and(owed)}." if owed else f"{said}."


def _owed(row: cells.Row) -> list[str]:
    """What somebody must see to: each only where there is any."""
    found = (
        ("reviews_late", "review", "is overdue", "are overdue"),
        ("expired", "acceptance", "has expired", "have expired"),
        ("asking", "risk", "asks for a review", "ask for a review"),
    )
    return [
        f"{words.count(row[column], noun)} {words.verb(cells.number(row[column]), one, several)}"
        for column, noun, one, several in found
        if cells.number(row[column])
    ]


def describe(rows: pd.DataFrame) -> str:
    """How many risks stand above appetite, and which one furthest. Columns: as in risks/list."""
    found = [row for row in cells.records(rows) if not row["is_closed"]]
    if not found:
        return NONE
    above = [row for row in found if row["is_above"]]
    moved = [row for row in found if not cells.missing(row["change"])]
    since = words.day(found[0]["compared_on"])
    ways = (
        (sum(cells.number(row["change"]) > 0 for row in moved), "rose"),
        (sum(cells.number(row["change"]) < 0 for row in moved), "fell"),
        (sum(bool(row["is_new"]) for row in found), "came in"),
    )
    told = words.join_and([f"{number} {way}" for number, way in ways if number]) or "none moved"
    many = words.count(len(found), "risk")
    if not above:
        return f"None of {many} stands above appetite; since {since}, {told}."
    first = above[0]
    return (
        f"{len(above):,} of {many} {words.verb(len(above), 'stands', 'stand')} above appetite, "
        f"furthest “{first['title']}” with {cells.number(first['score'])} against "
        f"{cells.number(first['appetite'])}; since {since}, {told}."
    )


def columns(as_at: object) -> tables.Columns:
    """Columns of the register."""
    return {
        "Risk": link(as_at),
        "Owner": tables.owner,
        "Score": score,
        "Appetite": appetite,
        "Moved": moved,
        "Target": target,
        "Decided": decided,
        "Next review": review,
    }


def heaviest(rows: pd.DataFrame) -> str:
    """How many risks stand above appetite, and which furthest. Columns: as in board/heavy_risks."""
    if rows.empty:
        return "No risk stands above appetite."
    first = cells.records(rows)[0]
    many = cells.number(first["above"])
    shown = f"; the {len(rows)} furthest are shown" if len(rows) < many else ""
    return words.capital(
        f"{words.count(many, 'risk')} {words.verb(many, 'stands', 'stand')} above appetite, "
        f"furthest “{first['title']}” with {cells.number(first['score'])} against "
        f"{cells.number(first['appetite'])}{shown}."
    )


def heavy(as_at: object) -> tables.Columns:
    """Columns of the risks furthest above appetite."""
    whole = columns(as_at)
    return {head: whole[head] for head in whole if head != "Target"}


def warned(rows: pd.DataFrame) -> str:
    """What asks for attention, counted by kind. Columns: as in risks/warnings."""
    if rows.empty:
        return "Nothing in the register asks for attention."
    kinds = [str(cell) for cell in rows["kind"]]
    told = [
        f"{kinds.count(kind)} {says[kinds.count(kind) > 1]}"
        for kind, says in _WARNINGS.items()
        if kind in kinds
    ]
    return f"{words.join_and(told)}."


def warnings(as_at: object) -> tables.Columns:
    """Columns of what asks for attention."""
    return {
        "What": _what,
        "Risk": link(as_at),
        "Since": tables.day("since_on"),
    }


def _what(row: dict[str, Any]) -> str:
    about = "" if cells.missing(row["about"]) else f": {row['about']}"
    return tables.plain(words.capital(f"{row['kind']}{about}"))


def link(as_at: object) -> tables.Cell:
    """The number and title of a risk, which open it."""

    def show(row: dict[str, Any]) -> str:
        address = tables.address("risk", as_at, risk=str(row["risk_id"]))
        return f"[{_title(row)}]({address}){tables.mark(row)}"

    return show


def name(row: dict[str, Any]) -> str:
    """The number and title of a risk, marked when it is illustrative."""
    return _title(row) + tables.mark(row)


def _title(row: dict[str, Any]) -> str:
    return tables.plain(f"{number(row)} {row['title']}")


def number(row: cells.Row) -> str:
    """``R3``, as the risk is called in the matrix."""
    return f"R{cells.number(row['position'])}"


def score(row: dict[str, Any]) -> str:
    """``20 very high, likelihood 5, impact 4``; not scored where nobody has scored it."""
    if cells.missing(row["score"]):
        return "not scored"
    band = f" {row['band']}" if not cells.missing(row["band"]) else ""
    return tables.plain(
        f"{cells.number(row['score'])}{band}, likelihood {cells.number(row['likelihood'])}, "
        f"impact {cells.number(row['impact'])}"
    )


def appetite(row: dict[str, Any]) -> str:
    """The appetite, and how far above it the risk stands."""
    over = cells.number(row["distance"]) if row["is_above"] else 0
    return tables.plain(f"{cells.number(row['appetite'])}" + (f", {over} above" if over else ""))


def moved(row: dict[str, Any]) -> str:
    """Which way the score went since the day compared with."""
    if row["is_closed"]:
        return "closed"
    if row["is_new"]:
        return "new"
    if cells.missing(row["change"]):
        return NOTHING
    change = cells.number(row["change"])
    if not change:
        return "as before"
    return f"▲\u00a0up\u00a0{change}" if change > 0 else f"▼\u00a0down\u00a0{-change}"


def target(row: dict[str, Any]) -> str:
    """The score aimed at, with a word where it lies above the current one without a reason."""
    if cells.missing(row["target_score"]):
        return "none set"
    said = str(cells.number(row["target_score"]))
    return f"{said}, above current" if row["is_target_above"] else said


def decided(row: dict[str, Any]) -> str:
    """The treatment, and whether the Board accepts the risk as it stands."""
    parts = [] if cells.missing(row["treatment"]) else [words.capital(str(row["treatment"]))]
    if not cells.missing(row["acceptance"]):
        verb = {"accepted": "accepted until", "expired": "acceptance expired"}
        parts.append(f"{verb[row['acceptance']]} {words.short_day(row['accepted_until'])}")
    return tables.plain("; ".join(parts)) if parts else NOTHING


def review(row: dict[str, Any]) -> str:
    """When it is reviewed next, how late that is, and whether something asks for it sooner."""
    if row["is_closed"]:
        return NOTHING
    parts = [words.short_day(row["review_due_on"])]
    if cells.number(row["review_days_late"]):
        parts.append(f"{words.days(row['review_days_late'])} late")
    if cells.number(row["asks"]):
        parts.append("■ asked for sooner")
    return tables.plain(", ".join(parts))

"""One recommendation: the top of its page, in words."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from scrutiny.charts import cells, tables, words


@dataclass(frozen=True)
class Head:
    """The top of the page: ``standing`` is Markdown made here, the rest is plain text."""

    title: str
    standing: str
    ask: str
    origin: str
    warning: str


def head(rows: pd.DataFrame) -> Head:
    """The top of the page from the one row of the recommendation. Raises IndexError for none."""
    row = cells.records(rows)[0]
    return Head(
        f"{row['ref']}. {row['title']}",
        _standing(row),
        str(row["ask"]),
        _origin(row),
        _warning(row),
    )


def _standing(row: dict[str, Any]) -> str:
    facts = [
        f"Acceptance: {_or(row['acceptance'], 'no answer yet')}",
        f"Delivery: {_or(row['delivery'], 'not known')}",
        f"Assurance: {_or(row['assurance'], 'none yet')}",
    ]
    if not cells.missing(row["progress"]):
        facts.append(f"Done: {words.percent(row['progress'])}")
    if not cells.missing(row["due_on"]):
        late = cells.number(row["days_late"]) if row["is_followed_up"] else 0
        facts.append(
            f"Next date: {words.day(row['due_on'])}"
            + (f", {words.days(late)} late" if late else "")
        )
    return f"{tables.rating()(row)} " + " · ".join(tables.plain(fact) for fact in facts)


def _origin(row: dict[str, Any]) -> str:
    shared = "" if cells.missing(row["support_names"]) else f" with {row['support_names']}"
    parts = [
        f"{row['source_title']}, made by {row['made_by']} to {row['made_to']}: {row['made_text']}",
        f"Led by {_lead(row)}{shared}",
    ]
    if not cells.missing(row["parent_ref"]):
        parts.insert(0, f"Sub-point of {row['parent_ref']}, {row['parent_title']}")
    for word, column in (("Background", "synopsis"), ("Why it was taken up", "reason")):
        if not cells.missing(row[column]):
            parts.append(f"{word}: {row[column]}")
    return " ".join(part if part.endswith((".", "?", "!")) else f"{part}." for part in parts)


def _lead(row: dict[str, Any]) -> str:
    is_sub_group = row["lead_kind"] == "sub_group"
    return f"the {row['lead_name']} sub-group" if is_sub_group else str(row["lead_name"])


def _warning(row: dict[str, Any]) -> str:
    if row["is_followed_up"]:
        return ""
    note = cells.text(row["record_note"])
    return f"The record held here ends on {words.day(row['record_ends_on'])}. {note}".rstrip()


def _or(cell: object, instead: str) -> str:
    return instead if cells.missing(cell) else str(cell)

"""Rows as a table for readers: what stands in its cells, as Markdown."""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any
from urllib.parse import quote, urlencode

import pandas as pd

from scrutiny.charts import brag, cells, words

Cell = Callable[[dict[str, Any]], str]
Columns = Mapping[str, Cell]

_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~$:@&^=\"])")
# Addresses become links, and names between colons icons, escaped or not. A word joiner, which is
# not seen, stops both.
_BY_ITSELF = re.compile(
    r"(?i)(?<=http:)(?=//)|(?<=https:)(?=//)|(?<=www)(?=\.)|(?<=\w)(?=@)|(?<=:)(?=[\w+-][\w/+-]*:)"
)
_NOTHING = "—"
ILLUSTRATIVE = "†"


def plain(text: object) -> str:
    """Text as itself: every character that Markdown could act on is escaped."""
    return _escaped(str(text))


@lru_cache(8192)  # the same titles and names come again in many cells and on every day
def _escaped(text: str) -> str:
    return _MARKDOWN.sub(r"\\\1", _BY_ITSELF.sub("\u2060", " ".join(text.split())))


def text(column: str) -> Cell:
    """Words as they are; a dash when there are none."""
    return lambda row: _NOTHING if cells.missing(row[column]) else plain(row[column])


def capital(column: str) -> Cell:
    """Words with a capital letter; a dash when there are none."""

    def show(row: dict[str, Any]) -> str:
        return _NOTHING if cells.missing(row[column]) else plain(words.capital(str(row[column])))

    return show


def mark(row: dict[str, Any]) -> str:
    """The sign behind the words of a row that is illustrative."""
    return f" {ILLUSTRATIVE}" if row.get("provenance") == "illustrative" else ""


def title(column: str) -> Cell:
    """Words, marked when the row is illustrative."""

    def show(row: dict[str, Any]) -> str:
        return plain(row[column]) + mark(row)

    return show


def day(column: str, instead: str | None = None) -> Cell:
    """A date; where there is none, the words in the column ``instead``, or ``no date``."""

    def show(row: dict[str, Any]) -> str:
        if cells.missing(row[column]) and instead and not cells.missing(row[instead]):
            return plain(f"no date ({row[instead]})")
        return _whole(words.short_day(row[column]))

    return show


def due(row: dict[str, Any]) -> str:
    """The next date, and how late it is; where the record has ended nobody can say how late."""
    return _NOTHING if cells.missing(row["due_on"]) else " ".join(due_parts(row))


def due_parts(row: dict[str, Any]) -> list[str]:
    """The next date, of which there must be one, and how late it is, as phrases."""
    parts = [_whole(words.short_day(row["due_on"]))]
    if not cells.missing(row.get("record_ends_on")):
        ended = _whole(words.short_day(row["record_ends_on"]))
        parts.append(f"when the record ended on {ended}")
    elif _is_some(row["days_late"]):
        parts.append(_whole(f"{words.days(row['days_late'])} late"))
    return parts


def days(column: str) -> Cell:
    """Days; a dash for none."""
    return lambda row: _whole(words.days(row[column])) if _is_some(row[column]) else _NOTHING


def number(column: str) -> Cell:
    """A count; a dash where it is not known, zero where it is zero."""
    return lambda row: _NOTHING if cells.missing(row[column]) else f"{cells.number(row[column]):,}"


def percent(column: str) -> Cell:
    """A share in percent; a dash where it is not known."""
    return lambda row: _NOTHING if cells.missing(row[column]) else words.percent(row[column])


def rating(column: str = "rating", due_on: str = "due_on") -> Cell:
    """Shape, word and colour of a rating; grey says which it is where rows have the date."""
    badge = {"red": "red", "amber": "orange", "green": "green", "blue": "blue"}

    def show(row: dict[str, Any]) -> str:
        code = brag.code(row[column])
        said = brag.label(code)
        if code == "grey" and due_on in row:
            is_undated = cells.missing(row[due_on])
            said = f"{brag.look(code).shape} {'Undated' if is_undated else 'Not started'}"
        return f":{badge.get(str(code), 'gray')}-badge[{said}]"

    return show


def both_ratings(row: dict[str, Any]) -> str:
    """The rating worked out; while work is owed, also the chair's own where it differs."""
    own = brag.code(row["own_rating"])
    worked_out = rating()(row)
    if not row["is_open"] or own is None or own == brag.code(row["rating"]):
        return worked_out
    return f"{worked_out} {plain(f'chair says {brag.word(own).lower()}')}"


def owner(row: dict[str, Any]) -> str:
    """The sub-group that owns it and the agency that does it."""
    return plain(f"{row['group_name']}; {row['agency_name']}")


def delivery(row: dict[str, Any]) -> str:
    """The state of delivery, and the share done where it is known and still owed."""
    is_known = row["is_open"] and not cells.missing(row["percent"])
    done = f", {words.percent(row['percent'])}" if is_known else ""
    return plain(words.capital(str(row["delivery"])) + done + placed(row))


def placed(row: dict[str, Any]) -> str:
    """What takes the place of an action, or what it takes the place of; empty for neither."""
    parts = [
        f"; {lead} {row[column]}"
        for column, lead in (("replaced_by", "replaced by"), ("replaces", "takes the place of"))
        if not cells.missing(row.get(column))
    ]
    return "".join(parts)


def dates(row: dict[str, Any]) -> str:
    """The current date, the first where it moved, and how late it is or was when complete."""
    if cells.missing(row["due_on"]):
        return plain(f"no date ({cells.text(row['due_text']) or 'none given'})")
    parts = [_whole(words.short_day(row["due_on"]))]
    if _is_some(row["slip_days"]):
        parts.append(f"first {_whole(words.short_day(row['first_due_on']))}")
    for column, word in (("days_late", "late"), ("days_completed_late", "late when complete")):
        if _is_some(row[column]):
            parts.append(_whole(f"{words.days(row[column])} {word}"))
    return ", ".join(parts)


def waits(row: dict[str, Any]) -> str:
    """Who must move next, and for how long it has waited there."""
    if cells.missing(row["gate"]):
        return _NOTHING
    return f"{brag.gate(row['gate'])}, {_whole(words.days(row['days_at_gate']))}"


def gate(row: dict[str, Any]) -> str:
    """Who must move next; for the sub-group gate the body's own name."""
    if not cells.missing(row["gate"]) and row["gate"] == "sub_group":
        return plain(row["lead_name"] if "lead_name" in row else row["group_name"])
    return brag.gate(row["gate"])


def link(*columns: str, as_at: object) -> Cell:
    """Words that open the recommendation they are about, marked where made-up work rates it."""

    def show(row: dict[str, Any]) -> str:
        name = " ".join(str(row[column]) for column in columns)
        target = address("recommendation", as_at, rec=str(row["rec_id"]))
        made_up = f" {ILLUSTRATIVE}" if row.get("is_illustrative") else ""
        return f"[{plain(name)}]({target}){made_up}"

    return show


def address(page: str, as_at: object, **asked: str) -> str:
    """The link to a page on a day, with what it is asked for."""
    return f"{page}?{urlencode(asked | {'as_at': str(cells.day(as_at))}, quote_via=quote)}"


def lines(*parts: str) -> str:
    """What there is of several parts of a cell, each on a line of its own.

    A table makes its columns as wide as their longest lines ask: short lines leave room for others.
    """
    return "  \n".join(filter(None, parts))


def beside(*parts: Cell) -> Cell:
    """Several cells in one."""
    return lambda row: " ".join(part(row) for part in parts)


def under(column: Cell, parent: str = "parent_id") -> Cell:
    """A cell set in under its parent."""
    return lambda row: column(row) if cells.missing(row[parent]) else f"↳ {column(row)}"


def counted(rows: pd.DataFrame, noun: str) -> str:
    """How many rows there are, as a sentence."""
    return words.sentence(words.count(len(rows), noun))


def shown(rows: pd.DataFrame, columns: Columns) -> pd.DataFrame:
    """The rows as readers see them: one text column per heading, in the order given."""
    found = cells.records(rows)
    return pd.DataFrame({head: [cell(row) for row in found] for head, cell in columns.items()})


def _whole(phrase: str) -> str:
    """A phrase that is never broken over two lines."""
    return plain(phrase).replace(" ", "\u00a0")


def _is_some(value: object) -> bool:
    return not cells.missing(value) and cells.number(value) != 0


# how an action stands, beside its title
ACTION: Columns = {
    "Owner": owner,
    "Rating": both_ratings,
    "Delivery": delivery,
    "Due": dates,
    "Last report": day("last_report_on"),
    "Waits with": waits,
}

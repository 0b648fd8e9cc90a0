"""One cell of a CSV file, read as a value of its column.

Spaces around a value are dropped without a word, since nobody can see them in a spreadsheet; a
cell of nothing else is empty, and an empty cell means "not given". Members of a list are
separated by semicolons.
"""

import re
from collections import Counter
from collections.abc import Callable, Collection, Mapping
from datetime import date
from difflib import get_close_matches
from functools import lru_cache
from typing import TypeAlias

from scrutiny.contract import Column

Value: TypeAlias = "str | int | float | date | list[str] | None"

_LARGEST = 2**31 - 1
_LONGEST = 100  # characters of a value that are compared with known words
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_WHOLE = re.compile(r"[+-]?[0-9]{1,12}")
_DECIMAL = re.compile(r"[+-]?[0-9]{1,12}(\.[0-9]{1,12})?")


class BadCell(ValueError):
    """Raised for a cell that cannot be read; the message is the remedy."""


def read(text: str, column: Column, *, names: bool = False) -> Value:
    """The value of a cell, None where it is empty.

    ``names`` is True for a cell that holds or refers to keys, which must be plain to see.
    Raises BadCell with the remedy.
    """
    text = text.strip()
    if not text:
        if column.required:
            raise BadCell("It may not be empty: fill it in.")
        return None
    if column.is_list:
        return _list(text, column)
    value = _READERS.get(column.type, _text)(text)
    if column.choices and value not in column.choices:
        raise BadCell(f"Use one of: {', '.join(column.choices)}.{_nearest(text, column.choices)}")
    if names and isinstance(value, str):
        _name(value)
    return value


def close(value: str, known: Collection[str]) -> list[str]:
    """At most three known words that look like ``value``, likeliest first, whatever the case."""
    by_lower = {word.lower(): word for word in known}
    return [by_lower[low] for low in get_close_matches(value[:_LONGEST].lower(), list(by_lower))]


def nearest(value: str, known: Collection[str]) -> str:
    """A question that offers the likeliest of the known words, or nothing."""
    found = close(value, known)
    return f' Did you mean "{found[0]}"?' if found else ""


_nearest = lru_cache(nearest)  # the same slip is often made in thousands of rows


def _list(text: str, column: Column) -> Value:
    members = [member for part in text.split(";") if (member := part.strip())]
    for member, times in Counter(members).items():
        _name(member)
        if times > 1:
            raise BadCell(f'Name "{member}" only once.')
    if column.required and not members:
        raise BadCell("It may not be empty: fill it in.")
    return members or None


def _name(value: str) -> None:
    if not value.isprintable():
        raise BadCell("Type it again: it holds a character that cannot be seen.")
    if ";" in value:
        raise BadCell("Take out the semicolon: it separates the members of a list.")


def _text(text: str) -> str:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if _CONTROL.search(text):
        raise BadCell("Type it again: it holds a control character, which cannot be seen.")
    return text


def _day(text: str) -> date:
    try:
        day = date.fromisoformat(text if _DAY.fullmatch(text) else "")
    except ValueError:
        raise BadCell("Give a day that exists, written YYYY-MM-DD, such as 2018-02-15.") from None
    if not 1900 <= day.year <= 2199:
        raise BadCell("Give a day between 1900 and 2199, written YYYY-MM-DD.")
    return day


def _whole(text: str) -> int:
    if not _WHOLE.fullmatch(text) or abs(int(text)) > _LARGEST:
        raise BadCell("Give a whole number in figures, such as 25, without %, commas or words.")
    return int(text)


def _decimal(text: str) -> float:
    if not _DECIMAL.fullmatch(text):
        raise BadCell("Give a number in figures, such as 8 or 8.5, without %, commas or words.")
    return float(text)


def _truth(text: str) -> str:
    if text.lower() not in ("true", "false"):
        raise BadCell("Write true or false.")
    return text.lower()


_READERS: Mapping[str, Callable[[str], Value]] = {
    "DATE": _day,
    "INTEGER": _whole,
    "DOUBLE": _decimal,
    "BOOLEAN": _truth,
}

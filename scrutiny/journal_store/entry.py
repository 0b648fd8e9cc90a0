"""One line of the journal, and how it is checked, stored and read back."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, TypeAlias

from scrutiny.journal_store.chain import canonical

JSON: TypeAlias = "bool | int | float | str | Sequence[JSON] | Mapping[str, JSON] | None"

_LONGEST_KEY = 255  # an index of PostgreSQL holds no more than 2,700 bytes
_LARGEST = 2**63 - 1


@dataclass(frozen=True)
class Entry:
    """One line of the journal: what was decided or reported, by whom, and when.

    ``effective_on`` is the day it is about; ``recorded_at`` (UTC) is when the board learned it,
    and is stamped on appending when it is None. ``entered_by`` is the key of the person who typed
    it, where somebody did; ``corrects`` the number of the entry that this one takes the place of.
    ``seq``, ``appended_at`` (UTC) and ``digest`` are set by the journal, whatever they hold when
    the entry is handed in.
    """

    kind: str
    body: Mapping[str, JSON]
    effective_on: date
    by_group_id: str
    by_role: str
    provenance: str
    why: str | None = None
    cited: str | None = None
    recorded_at: datetime | None = None
    entered_by: str | None = None
    corrects: int | None = None
    seq: int = 0
    appended_at: datetime | None = None
    digest: str = ""


def to_row(entry: Entry, position: int) -> dict[str, Any]:
    """The columns to store, but for those that the journal stamps.

    ``recorded_at`` is None where it is still to be stamped. Raises ValueError, naming the entry by
    its ``position`` in the call, the field and the remedy.
    """
    try:
        return {
            "kind": _required("kind", entry.kind),
            "body": _body(entry.body),
            "effective_on": _day(entry.effective_on),
            "recorded_at": None if entry.recorded_at is None else moment(entry.recorded_at),
            "by_group_id": _required("by_group_id", entry.by_group_id),
            "by_role": _required("by_role", entry.by_role),
            "provenance": _required("provenance", entry.provenance),
            "why": _optional("why", entry.why),
            "cited": _optional("cited", entry.cited),
            "entered_by": _optional("entered_by", entry.entered_by),
            "corrects": _number("corrects", entry.corrects),
        }
    except (TypeError, ValueError) as error:
        kind = getattr(entry, "kind", None)
        raise ValueError(f"Entry {position} ({kind!r}) was not appended: {error}") from error


def from_row(row: Mapping[str, Any]) -> Entry:
    """The entry in a stored row. Raises ValueError where the row cannot be one."""
    return Entry(
        kind=row["kind"],
        body=json.loads(row["body"]),
        effective_on=date.fromisoformat(row["effective_on"]),
        by_group_id=row["by_group_id"],
        by_role=row["by_role"],
        provenance=row["provenance"],
        why=row["why"],
        cited=row["cited"],
        recorded_at=datetime.fromisoformat(row["recorded_at"]),
        entered_by=row["entered_by"],
        corrects=row["corrects"],
        seq=row["seq"],
        appended_at=datetime.fromisoformat(row["appended_at"]),
        digest=row["digest"],
    )


def moment(when: object) -> str:
    """A moment as stored: UTC, always to the microsecond, so that text sorts as time does."""
    if not isinstance(when, datetime) or when.tzinfo is None:
        raise ValueError("recorded_at must be a datetime with a time zone, such as UTC.")
    return when.astimezone(UTC).isoformat(timespec="microseconds")


def check_key(key: object) -> None:
    """Raises ValueError for a key of an append that a store could not keep and find again."""
    if key is not None and len(_required("The key of an append", key)) > _LONGEST_KEY:
        raise ValueError(f"The key of an append may have {_LONGEST_KEY} characters at most.")


def _day(day: object) -> str:
    if not isinstance(day, date) or isinstance(day, datetime):
        raise TypeError("effective_on must be a date, without a time.")
    return day.isoformat()


def _required(field: str, text: object) -> str:
    if not isinstance(text, str) or not text.strip():
        raise ValueError(f"{field} must be given.")
    return _text(field, text)


def _optional(field: str, text: object) -> str | None:
    return None if text is None else _text(field, text)


def _number(field: str, number: object) -> int | None:
    if number is None:
        return None
    if isinstance(number, bool) or not isinstance(number, int) or not 1 <= number <= _LARGEST:
        raise ValueError(f"{field} must be the number of an entry, from 1.")
    return number


def _text(field: str, text: object) -> str:
    if not isinstance(text, str) or "\0" in text:  # PostgreSQL cannot hold a zero character
        raise ValueError(f"{field} must be text without zero characters.")
    try:
        text.encode()
    except UnicodeEncodeError:
        raise ValueError(f"{field} holds half a character; type it again.") from None
    return text


def _body(body: object) -> str:
    if not isinstance(body, Mapping):
        raise TypeError("body must map column names to values.")
    return _text("body", canonical(_plain(body, "body")))


def _plain(value: object, place: str) -> object:
    """A copy made of dicts and lists; anything JSON would quietly change is refused."""
    if isinstance(value, Mapping):
        if not all(isinstance(name, str) for name in value):
            raise ValueError(f"every name in {place} must be text.")
        return {name: _plain(held, f"{place}.{name}") for name, held in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(held, place) for held in value]
    if value is None or isinstance(value, str | bool | int):
        return value
    if isinstance(value, float) and value - value == 0:  # neither NaN nor infinite
        return value
    raise ValueError(f"{place} holds {value!r}, which is not plain JSON.")

"""Which body decides, and the meeting at which it did: whose that is, and was it held by then?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from scrutiny.journal import Entry

BOARD_MEETS = "The Board decides at a meeting: name the meeting that decided it."


@dataclass(frozen=True)
class Meeting:
    """A meeting at which something may have been decided: whose it was, and when."""

    group_id: str
    group_name: str
    held_on: date


def not_theirs(gate: str) -> str:
    """Why somebody else does not make a move of the Business Group or the Board."""
    return f"Only the {gate.replace('_', ' ').title()} makes this move."


def fault(entry: Entry, meetings: Mapping[str, Meeting]) -> str | None:
    """What is wrong with the meeting that an entry names; None where it names none.

    ``meetings`` are those that are known, by key.
    """
    key = entry.body.get("meeting_id")
    if not key:
        return None
    met = meetings.get(str(key))
    if met is None or met.held_on > entry.effective_on:
        return (
            "That meeting is not known, or was held after the day of this entry. Choose one that "
            "was held by then, or move the as-at day to it."
        )
    if met.group_id != entry.by_group_id:
        return (
            f"That is a meeting of another body, {met.group_name}. Choose the meeting of the body "
            "that decided."
        )
    return None

"""What a kind of change between two days is, and the words that all kinds share."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from scrutiny.charts import cells, words

Row = Mapping[str, Any]
_LONGEST = 200  # characters of what somebody said; the download has all of them


@dataclass(frozen=True)
class Kind:
    """One kind of change: its word, how a sentence counts it, and what its line tells.

    ``counted`` follows the number of actions, promises and so on that it happened to; None leaves
    it out of the sentence.
    """

    word: str
    counted: str | None
    tells: Callable[[Row], list[str]]


def day(row: Row, column: str) -> str:
    """A day in short, or ``no date``."""
    return words.short_day(row[column])


def by(row: Row) -> str:
    """Who said or decided it, and at which meeting where one is named."""
    if cells.missing(row.get("met_on")):
        return cells.text(row["by_name"])
    return f"{cells.text(row['by_name'])}, at its meeting of {day(row, 'met_on')}"


def said(row: Row, lead: str) -> str:
    """What was said, after a word that leads to it; empty where nothing was."""
    found = words.shorten(cells.text(row["said"]), _LONGEST)
    return f"{lead}{found}" if found else ""


def late(row: Row, when: str) -> str:
    """How many days after its date it was; empty where it was not."""
    found = cells.number(row["days_late"])
    return f"{words.days(found)} after its date {when}".rstrip() if found else ""


def decided(row: Row) -> list[str]:
    """Who decided it, how late it was, and why."""
    return [by(row), late(row, ""), said(row, "Reason: ")]

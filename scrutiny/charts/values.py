"""Published figures as a reader would say them: values with units, periods, withheld cells."""

from collections.abc import Mapping
from typing import Any

from scrutiny.charts import cells, words

NONE = "—"
WITHHELD = {
    "c": "c (confidential)",
    "x": "x (not available)",
    "z": "z (not applicable)",
    "low": "low (rounds to zero)",
    "missing": "missing (not published)",
}
VARIATION = {
    "common": "● common cause",
    "improvement_high": "▲ improvement, high",
    "improvement_low": "▼ improvement, low",
    "concern_high": "▲ concern, high",
    "concern_low": "▼ concern, low",
    "neutral_high": "▲ special cause, high",
    "neutral_low": "▼ special cause, low",
}
ASSURANCE = {
    "pass": "P target met every time",
    "fail": "F target missed every time",
    "inconsistent": "? target hit or missed by chance",
}
AIMED = {
    "pass": " As it runs, it will meet the target every time.",
    "fail": " As it runs, it will miss the target every time.",
    "inconsistent": " As it runs, it will meet or miss the target by chance.",
}
_MINUS = "\N{MINUS SIGN}"
COUNTS = frozenset({"count", "children", "FTE"})


def number(value: object, unit: str = "") -> str:
    """``24,035``, ``21.6%``, ``315.2 per 10,000``; a dash when there is none."""
    if cells.missing(value):
        return NONE
    found = float(str(value))
    shown = f"{found:,.0f}" if found == round(found) and unit in COUNTS else _decimal(found)
    if unit in COUNTS or not unit:
        return shown
    return f"{shown}%" if unit.startswith("%") else f"{shown} {unit}"


def _decimal(found: float) -> str:
    """One decimal, or two where a mean has them: the figures themselves are published with one."""
    two = f"{found:,.2f}"
    return two.removesuffix("0")


def rounded(value: object) -> str:
    """A limit or mean of a series, as exact as a reader needs it."""
    found = float(str(value))
    return f"{found:,.0f}" if abs(found) >= 100 else f"{found:,.1f}"


def plainly(value: object) -> str:
    """``1,200``, ``85``, ``8.5``: a number without needless noughts, for a target or a limit."""
    return NONE if cells.missing(value) else f"{float(str(value)):,.10g}"


def figure(row: Mapping[str, Any], unit: str, column: str = "value") -> str:
    """The value of a row, or the mark that withholds it; low reliability is said.

    The mark of ``value`` is in the column status, that of another column in NAME_status.
    """
    status = cells.text(row.get("status" if column == "value" else f"{column}_status"))
    if cells.missing(row[column]):
        return WITHHELD.get(status, NONE)
    return number(row[column], unit) + (" (u, low reliability)" if status == "u" else "")


def short(row: Mapping[str, Any], unit: str, column: str = "value") -> str:
    """The figure of a row without the words of its unit or mark: ``315.2``, ``21.6%``, ``c``."""
    return figure(row, unit, column).split(" ")[0]


def change(value: object, unit: str) -> str:
    """``+1.7 points``, ``-78`` with a true minus sign, ``no change``."""
    if cells.missing(value):
        return NONE
    found = float(str(value))
    size = number(abs(found), unit if unit in COUNTS else "").removesuffix(".0")
    if size in {"0", "0.0"}:
        return "no change"
    points = f" {'point' if size == '1' else 'points'}" if unit.startswith("%") else ""
    return f"{'+' if found > 0 else _MINUS}{size}{points}"


def period(start: object, end: object) -> str:
    """``year to Mar 2018``, ``30 Sep 2020``, ``Mar 2024``, ``Dec 2017 to Feb 2018``."""
    first, last = cells.day(start), cells.day(end)
    if first is None or last is None:
        return NONE
    days = (last - first).days
    if days == 0:
        return words.short_day(last)
    if days > 360:
        return f"year to {last:%b %Y}"
    return f"{last:%b %Y}" if days < 32 else f"{first:%b %Y} to {last:%b %Y}"


def quartile(row: dict[str, Any]) -> str:
    """``97th of 153, quarter C``; a dash where not every authority is there."""
    place, of = cells.whole(row["rank"]), cells.whole(row["authorities"])
    if place is None or of is None:
        return NONE
    letter = cells.text(row["quartile"])
    quarter = {"A": "best quarter", "D": "worst quarter", "": "from the highest"}
    return f"{place:,} of {of:,}, {quarter.get(letter, f'quarter {letter}')}"


def trend(direction: object) -> str:
    """What the test for a trend over five yearly shares found; a dash where there was none."""
    said = {"rising": "rising", "falling": "falling", "none": "no trend beyond chance"}
    return said.get(cells.text(direction), NONE)


def neighbours(model: str, statistic: str) -> str:
    """What the neighbours' figure is: ``neighbours' mean, model 2025``."""
    return f"neighbours' {statistic}, model {model}"

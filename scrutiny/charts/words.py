"""Dates, counts and lists as a reader would say them."""

from collections.abc import Iterable, Sequence

from scrutiny.charts import cells

NO_DATE = "no date"
NOT_KNOWN = "not known"


def day(cell: object) -> str:
    """``15 February 2018``, or ``no date``."""
    found = cells.day(cell)
    return NO_DATE if found is None else f"{found.day} {found:%B %Y}"


def short_day(cell: object) -> str:
    """``15 Feb 2018``, or ``no date``."""
    found = cells.day(cell)
    return NO_DATE if found is None else f"{found.day} {found:%b %Y}"


def count(number: object, noun: str, plural: str | None = None) -> str:
    """``1 action``, ``2 actions``, ``no actions``; an unknown one reads ``actions not known``."""
    found = cells.whole(number)
    many = plural or (f"{noun[:-1]}ies" if noun.endswith("cy") else f"{noun}s")
    if found is None:
        return f"{many} {NOT_KNOWN}"
    if found == 0:
        return f"no {many}"
    return f"{found:,} {noun if abs(found) == 1 else many}"


def days(number: object) -> str:
    """``1 day``, ``46 days``, ``0 days``, or ``not known``."""
    found = cells.whole(number)
    if found is None:
        return NOT_KNOWN
    return f"{found:,} {'day' if abs(found) == 1 else 'days'}"


def since(number: object) -> str:
    """``1 day``, ``46 days``, or ``today`` for what began on the day itself."""
    return "today" if cells.whole(number) == 0 else days(number)


def percent(value: object) -> str:
    """``45%`` of a value from 0 to 100, or ``not known``.

    Rounding never reaches an end that the value did not: 99.7 stays ``99%`` and 0.2 becomes ``1%``.
    """
    rounded = cells.whole(value)
    if rounded is None:
        return NOT_KNOWN
    exact = float(str(value))
    if exact < 100 <= rounded:
        return "99%"
    if rounded == 0 < exact:
        return "1%"
    return f"{rounded}%"


def join_and(parts: Sequence[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``; empty for none."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


def verb(number: int, one: str = "is", many: str = "are") -> str:
    """Form of a verb that agrees with a count."""
    return one if number == 1 else many


def sentence(words: str) -> str:
    """The words with a capital and a full stop."""
    return f"{capital(words)}."


def stopped(words: str) -> str:
    """The words with a full stop, unless they end with a stop of their own."""
    return words if words[-1:] in ("", ".", "?", "!", "…") else f"{words}."


def capital(words: str) -> str:
    """The words with a capital."""
    return f"{words[:1].upper()}{words[1:]}"


def uncapital(words: str) -> str:
    """The words without their first capital; an abbreviation such as PRU keeps all of its own."""
    return words if words[:2].isupper() else f"{words[:1].lower()}{words[1:]}"


def shorten(words: str, width: int) -> str:
    """The words cut at a space so that they fit in ``width``, with an ellipsis when cut."""
    if len(words) <= width:
        return words
    kept = words[: width - 1].rsplit(" ", 1)[0]
    return f"{kept.rstrip(' ,;:')}…"


def highest(numbers: Iterable[object]) -> int | None:
    """The highest of the numbers that are known, or None."""
    return max((n for cell in numbers if (n := cells.whole(cell)) is not None), default=None)

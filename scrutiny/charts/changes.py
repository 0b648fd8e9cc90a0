"""What changed between two days: the list, and the sentence that sums it up."""

from typing import Any

import pandas as pd

from scrutiny.charts import cells, tables, values, words
from scrutiny.charts.changed import KINDS, tell

RULE = (
    "A change counts on the day by which it was known: after the first day, up to and including "
    "the second. Late, stale and rated are compared as they stood on the two days. Sets whose "
    "record has ended are left out unless they are chosen."
)
VINTAGE = (
    "The files of published figures hold one vintage, as last downloaded. Whether a past figure "
    "was revised in between cannot be seen in them, so no revision is listed."
)
BEGINNING, AS_AT = "The beginning", "The as-at day"  # two days as the choice of them reads
_SUBJECTS = (
    "action",
    "recommendation",
    "promise",
    "challenge",
    "risk",
    "indicator",
    "audit",
    "finding",
    "self-assessment",
    "target",
    "figure",
    "service target",
    "service figure",
    "review action",
    "entry",
)
_PAGES = {
    "audit": "audits",
    "finding": "audits",
    "self-assessment": "audits",
    "setting": "education",
    "stage": "neglect",
    "target": "neglect",
    "figure": "neglect",
    "service target": "learning",
    "service figure": "learning",
    "review": "learning",
    "review action": "learning",
    "review recommendation": "learning",
}
_MANY = {"entry": "entries"}


def said(rows: pd.DataFrame, since: object, until: object, as_at: object) -> str:
    """The sentence to read out: what happened to how many, between the two days.

    ``rows`` are those of the list, with the columns change, subject, subject_id and rec_ids.
    """
    is_now = cells.day(until) == cells.day(as_at)
    when = f"Since {words.day(since)}"
    if not is_now:
        when = f"Between {words.day(since)} and {words.day(until)}"
    found = cells.records(rows)
    told = [part for subject in _SUBJECTS if (part := _counted(found, subject))]
    if found and not told:
        return f"{when}: {words.count(len(found), 'change')}, listed below."
    if not told:
        nothing = "has changed" if is_now else "changed"
        return f"{when} nothing {nothing} that this list tells of, or the filters leave it out."
    return f"{when}: {'; '.join(told)}."


def link(since: pd.DataFrame, as_at: object) -> str:
    """A link to the list of changes up to the as-at day, as Markdown.

    ``since`` has one row: last_on, and is_meeting, which tells a meeting from the beginning.
    """
    (row,) = cells.records(since)
    # where the day is that of a meeting the page knows no such choice, and shows the same
    first = {} if row["is_meeting"] else {"since": BEGINNING}
    target = tables.address("since_last_meeting", as_at, until=AS_AT, **first)
    return f"[What changed since {words.day(row['last_on'])}]({target})"


def themes(rows: pd.DataFrame) -> list[str]:
    """What the changes are about, in the order of the kinds."""
    order = {change: place for place, change in enumerate(KINDS)}
    found = sorted(cells.records(rows), key=lambda row: order[row["change"]])
    return list(dict.fromkeys(str(row["theme"]) for row in found))


def counted(rows: pd.DataFrame, every: pd.DataFrame) -> str:
    """How many lines the list has, and of how many when it is narrowed."""
    if every.empty:
        return "There is no line to list."
    many = words.count(len(rows), "line")
    if len(rows) == len(every):
        return words.sentence(many)
    return words.sentence(f"{many} of {len(every)}")


def _counted(rows: list[dict[str, Any]], subject: str) -> str:
    """``3 actions signed off, 2 newly overdue``; empty where there is nothing to count."""
    parts: list[str] = []
    for change, kind in KINDS.items():
        number = len(_those(rows, subject, change)) if kind.counted else 0
        if number:
            noun = str(number) if parts else words.count(number, subject, _MANY.get(subject))
            parts.append(f"{noun} {kind.counted}")
    return ", ".join(parts)


def _those(rows: list[dict[str, Any]], subject: str, change: str) -> set[str]:
    """Keys of what a change happened to; one answer may be to several recommendations."""
    here = [row for row in rows if row["subject"] == subject and row["change"] == change]
    if subject == "recommendation":
        return {key for row in here for key in _parts(row["rec_ids"])}
    return {str(row["subject_id"]) for row in here}


def _parts(cell: object) -> list[str]:
    return [part for part in cells.text(cell).split("; ") if part]


def columns(as_at: object) -> tables.Columns:
    """Columns of the list."""
    return {
        "Date": _when,
        "Change": lambda row: tables.plain(KINDS[row["change"]].word),
        "What": _what(as_at),
        "For": _for(as_at),
        "Detail": _detail,
    }


def _when(row: dict[str, Any]) -> str:
    happened = tables.day("happened_on")(row)
    if cells.day(row["known_on"]) == cells.day(row["happened_on"]):
        return happened
    return (
        f"{happened} {tables.plain('(recorded')} {tables.day('known_on')(row)}{tables.plain(')')}"
    )


def _what(as_at: object) -> tables.Cell:
    named = tables.title("what")

    def show(row: dict[str, Any]) -> str:
        if row["subject"] == "indicator":
            return f"[{named(row)}]({tables.address('indicator', as_at, indicator=row['what'])})"
        if row["subject"] == "risk":
            return f"[{named(row)}]({tables.address('risk', as_at, risk=row['subject_id'])})"
        if row["subject"] in _PAGES:
            return f"[{named(row)}]({tables.address(_PAGES[row['subject']], as_at)})"
        many = len(_parts(row["rec_ids"]))
        if row["subject"] == "recommendation" and many > 1:
            return named(row | {"what": words.count(many, "recommendation")})
        return named(row)

    return show


def _for(as_at: object) -> tables.Cell:
    def show(row: dict[str, Any]) -> str:
        links = [
            f"[{tables.plain(ref)}]({tables.address('recommendation', as_at, rec=rec)})"
            for rec, ref in zip(_parts(row["rec_ids"]), _parts(row["refs"]), strict=True)
        ]
        return ", ".join(links) or values.NONE

    return show


def _detail(row: dict[str, Any]) -> str:
    return f"{_rating(row)} {tables.plain(tell(row))}".strip()


def _rating(row: dict[str, Any]) -> str:
    """The rating before and after, where the change moved it."""
    before, after = row["rating_was"], row["rating_became"]
    if cells.missing(before) and cells.missing(after):
        return ""
    now = tables.rating("rating_became")(row)
    if cells.missing(before):
        return now
    return f"{tables.rating('rating_was')(row)} → {now}"

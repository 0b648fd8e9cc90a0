"""The list of recommendations as a table, which gives most of its room to what was asked."""

from typing import Any

from scrutiny.charts import cells, tables, words

_RATING, _REPORTED = tables.rating(), tables.day("last_report_on")
_STANDING = {  # and what is said where there is none
    "acceptance": "no answer yet",
    "delivery": "",  # there always is one
    "assurance": "assurance not recorded",
}


def columns(as_at: object) -> tables.Columns:
    """The columns of recommendations/list, with links that carry the as-at day."""
    named, ask = tables.link("ref", "title", as_at=as_at), tables.text("ask")
    return {
        "Recommendation": tables.under(lambda row: tables.lines(named(row), ask(row))),
        "Leads": tables.text("lead_name"),
        "Rating and progress": _rated,
        words.capital(", ".join(_STANDING)): _stands,
        "Next date, last report": _dates,
    }


def _rated(row: dict[str, Any]) -> str:
    """The rating and, where it is known, how much of the work is done."""
    known = not cells.missing(row["progress"])
    done = tables.plain(f"{words.percent(row['progress'])} done") if known else ""
    return tables.lines(_RATING(row), done)


def _stands(row: dict[str, Any]) -> str:
    """What was answered, the state of delivery, and how sure the board may be of it."""
    first, *others = (
        absent if cells.missing(row[column]) else str(row[column])
        for column, absent in _STANDING.items()
    )
    return tables.lines(*map(tables.plain, [words.capital(first), *others]))


def _dates(row: dict[str, Any]) -> str:
    """When it is due next, how late that is, and when it was last reported on."""
    reported = "no report yet"
    if not cells.missing(row["last_report_on"]):
        reported = f"last report {_REPORTED(row)}"
    if not cells.missing(row["due_on"]):
        return tables.lines(*tables.due_parts(row), reported)
    # what is signed off or closed has no date any more, and is not undated
    return tables.lines("no date" if not cells.missing(row["gate"]) else "", reported)

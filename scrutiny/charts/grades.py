"""The four grades as words, shapes and colours, and cases graded audit by audit."""

from typing import Any, Final

import pandas as pd
import plotly.graph_objects as go

from scrutiny.charts import cells, stacks, tables, values, words
from scrutiny.charts import theme as look
from scrutiny.charts.brag import Look

NONE = "No audit has graded cases by this day."
CAPTION = (
    "Counts of 1 to 5 children are withheld and marked c; where a total would give one away, a "
    "second is withheld with it. Audits are not added up."
)
WITHHELD = "withheld"
_P = tuple(zip(look.PALETTE["light"], look.PALETTE["dark"], strict=True))
GRADES: Final = {
    "outstanding": Look("Outstanding", "◆", "diamond", "", *_P[0]),
    "good": Look("Good", "●", "circle", ".", *_P[1]),
    "requires improvement": Look("Requires improvement", "▲", "triangle-up", "/", *_P[3]),
    "inadequate": Look("Inadequate", "■", "square", "x", *_P[2]),
}
LOOKS: Final = {
    **GRADES,
    WITHHELD: Look("c, withheld", "○", "circle-open", "-", "#7C8489", "#A5ADB4"),
}


def label(grade: object) -> str:
    """``● Good``; a dash where there is none."""
    found = GRADES.get(cells.text(grade))
    return f"{found.shape} {found.word}" if found else values.NONE


def shown(column: str = "grade") -> tables.Cell:
    """A grade with its shape, for a table."""
    return lambda row: tables.plain(label(row[column]))


def over_time(rows: pd.DataFrame, theme: str = "light") -> go.Figure:
    """One bar an audit, oldest first within its theme or agency: shares of the cases by grade.

    Columns: name, audit_id, title, done_on, grade_given, grade, cases, status, of_cases. A count
    that is withheld has no bar of its own: what the total leaves is drawn as one part.
    """
    audits = _audits(rows)
    if not audits:
        return look.empty(NONE, theme)
    return stacks.draw([_stack(found, is_first) for found, is_first in audits], LOOKS, theme, 100)


def describe(rows: pd.DataFrame) -> str:
    """How audits graded practice as a whole, and where a second look saw a change."""
    firsts: dict[str, dict[str, Any]] = {}
    for row in cells.records(rows):
        firsts.setdefault(row["audit_id"], row)
    if not firsts:
        return NONE
    found = list(firsts.values())
    given = [cells.text(row["grade_given"]) for row in found]
    parts = [f"{given.count(grade)} {grade}" for grade in GRADES if grade in given]
    head = f"{words.count(len(found), 'audit')} graded practice as a whole"
    again = [_again(row, found) for row in found if row["is_repeat"]]
    tail = (
        f"; looked at again, {words.join_and([one for one in again if one])}" if any(again) else ""
    )
    return f"{head}: {words.join_and(parts)}{tail}."


def columns(name: str) -> tables.Columns:
    """Columns of the table twin; a withheld count shows its mark."""
    return {
        words.capital(name): tables.text("name"),
        "Audit": tables.title("title"),
        "Done": tables.day("done_on"),
        "Grade given": shown("grade_given"),
        "Cases graded": shown("grade"),
        "Number": lambda row: tables.plain(
            values.figure(row | {"cases_status": row["status"]}, "count", "cases")
        ),
        "Of": lambda row: tables.plain(
            values.figure(row | {"of_cases_status": row["of_status"]}, "count", "of_cases")
        ),
    }


DOMAINS: tables.Columns = {
    "Audit": tables.title("title"),
    "Done": tables.day("done_on"),
    "Agency": lambda row: (
        "All together" if cells.missing(row["agency_name"]) else tables.plain(row["agency_name"])
    ),
    "Side of practice": tables.capital("domain"),
    "Grade": shown(),
}


def sides(rows: pd.DataFrame) -> str:
    """How many sides of practice were graded, and which are below good most often."""
    if rows.empty:
        return NONE
    found = [row for row in cells.records(rows) if row["domain"] != "practice overall"]
    below = [str(row["domain"]) for row in found if row["is_below_good"]]
    said = f"{words.count(len(found), 'grade')} for sides of practice, {len(below)} below good"
    if not below:
        return f"{said}."
    most = max(below.count(each) for each in below)
    worst = [each for each in dict.fromkeys(below) if below.count(each) == most]
    times = "once" if most == 1 else f"{most} times"
    return (
        f"{said}; most often {words.join_and(worst)}, {times}{' each' if len(worst) > 1 else ''}."
    )


def _audits(rows: pd.DataFrame) -> list[tuple[list[dict[str, Any]], bool]]:
    """The rows of each bar, and whether it is the first of its name."""
    bars: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for row in cells.records(rows):
        bars.setdefault((str(row["name"]), str(row["audit_id"])), []).append(row)
    names = [name for name, _ in bars]
    return [(found, names.index(key[0]) == at) for at, (key, found) in enumerate(bars.items())]


def _stack(found: list[dict[str, Any]], is_first: bool) -> stacks.Stack:
    row = found[0]
    total = cells.whole(row["of_cases"])
    known = {
        str(r["grade"]): cells.number(r["cases"]) for r in found if not cells.missing(r["cases"])
    }
    of = f"of {words.count(total, 'case')}" if total else "cases withheld (c)"
    when = f"{words.short_day(row['done_on'])}: {cells.text(row['grade_given'])}, {of}"
    name = f"{look.bold(row['name'], look.CHARACTERS)}<br>" if is_first else ""
    left = (total or 0) - sum(known.values())
    sizes = {g: 100 * n / total for g, n in known.items()} if total else {}
    sizes[WITHHELD] = 100 * left / total if total else 100.0
    title = cells.text(row["title"])
    hovers = {g: f"{title}: {words.count(n, 'case')} {g}, {of}" for g, n in known.items()}
    hovers[WITHHELD] = f"{title}: grades whose counts are withheld (c)"
    return stacks.Stack(name + look.wrap(when, look.CHARACTERS), sizes, hovers)


def _again(row: dict[str, Any], found: list[dict[str, Any]]) -> str:
    """What a second look at a theme or agency saw, beside the audit before it."""
    earlier = [
        one for one in found if one["name"] == row["name"] and one["done_on"] < row["done_on"]
    ]
    if not earlier:
        return ""
    before, now = cells.text(earlier[-1]["grade_given"]), cells.text(row["grade_given"])
    moved = f"stayed at {now}" if before == now else f"went from {before} to {now}"
    return f"“{row['title']}” {moved}"

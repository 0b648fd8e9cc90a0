"""Schools by the grade of their latest inspection, as published."""

from typing import Any, Final

import pandas as pd
import plotly.graph_objects as go

from scrutiny.charts import cells, grades, stacks, tables, values, words
from scrutiny.charts import theme as look
from scrutiny.charts.brag import Look

NONE = "No grades of schools are published by this day."
MOST = 6  # periods drawn; the table has every one
SOURCE = (
    "Official statistics: schools by the grade of their latest inspection, counted from published "
    "grades. Closed schools are missing, and an academy does not carry the grade of the school "
    "before it."
)
EARLY = (
    "Official statistics: three- and four-year-olds in funded early education whose provider is "
    "graded good or outstanding. They count children and not settings, so they cannot stand for "
    "the share of settings in the Board's paper."
)
_BELOW = ("requires improvement", "satisfactory", "inadequate")
LOOKS: Final[dict[str, Look]] = {
    "outstanding": grades.GRADES["outstanding"],
    "good": grades.GRADES["good"],
    "requires improvement": grades.GRADES["requires improvement"],
    "satisfactory": Look(
        "Satisfactory, an older grade", "▽", "triangle-down", "|", "#505A5F", "#D0D4D8"
    ),
    "inadequate": grades.GRADES["inadequate"],
}


def by_grade(rows: pd.DataFrame, theme: str = "light") -> go.Figure:
    """One bar a period, latest first, as shares of the schools that have a grade.

    Columns: period_end, grade, schools, of_schools, status.
    """
    periods = _periods(rows)[:MOST]
    if not periods:
        return look.empty(NONE, theme)
    return stacks.draw([_stack(found) for found in periods], LOOKS, theme, 100)


def describe(rows: pd.DataFrame) -> str:
    """How many schools are below good in the latest period, and in the first."""
    periods = _periods(rows)
    if not periods:
        return NONE
    last, first = periods[0], periods[-1]
    said = f"{words.day(last[0]['period_end'])}: {_below(last)}"
    if first is last:
        return f"{said}."
    return f"{said}; {words.day(first[0]['period_end'])}: {_below(first)}."


COLUMNS: tables.Columns = {
    "Day": tables.day("period_end"),
    "Grade": tables.text("grade"),
    "Schools": lambda row: tables.plain(
        values.figure(row | {"schools_status": row["status"]}, "count", "schools")
    ),
    "Of": tables.number("of_schools"),
    "Source": tables.text("source"),
}


def _periods(rows: pd.DataFrame) -> list[list[dict[str, Any]]]:
    found: dict[object, list[dict[str, Any]]] = {}
    for row in cells.records(rows):
        found.setdefault(row["period_end"], []).append(row)
    return list(found.values())[::-1]


def _below(found: list[dict[str, Any]]) -> str:
    below = sum(
        cells.number(row["schools"]) for row in found if str(row["grade"]).lower() in _BELOW
    )
    whole = cells.number(found[0]["of_schools"])
    share = f" ({100 * below / whole:.1f}%)" if whole else ""
    return f"{below:,} of {words.count(whole, 'school')} below good{share}"


def _stack(found: list[dict[str, Any]]) -> stacks.Stack:
    when = words.short_day(found[0]["period_end"])
    whole = cells.number(found[0]["of_schools"]) or 1
    numbers = {str(row["grade"]).lower(): cells.number(row["schools"]) for row in found}
    return stacks.Stack(
        f"{look.bold(when, look.CHARACTERS)}<br>{look.wrap(_below(found), look.CHARACTERS)}",
        {grade: 100 * number / whole for grade, number in numbers.items()},
        {
            grade: f"{when}: {words.count(number, 'school')} {grade}"
            for grade, number in numbers.items()
        },
    )

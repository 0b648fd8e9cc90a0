"""Assurance from schools, colleges and early-years settings: how far, and who is silent."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from scrutiny.charts import cells, lanes, tables, words
from scrutiny.charts import theme as look

NONE = "No setting is in scope by this day."
NO_STAGE = "no first stage is named"
CAPTION = (
    "Settings, their areas and their returns are illustrative, marked †: no real setting is named. "
    "The whole width of a bar is every setting in scope of its chart."
)
SCOPES = {"first_stage": "the first stage", "all_settings": "all settings"}


def steps(rows: pd.DataFrame, scope: str = "all_settings", theme: str = "light") -> go.Figure:
    """One bar a group and step, as a share of all in scope of it: the scale is the same for both.

    Columns: name, step, position and, for first_stage and all_settings, the number, the number of
    (``_of``), the percent (``_percent``) and how many need a plan (``_need_plan``).
    """
    found = cells.records(rows)
    if not found:
        return look.empty(NONE, theme)
    shown = [row for row in found if not cells.missing(row[f"{scope}_of"]) or not row["position"]]
    laid = lanes.lay([_label(row, scope) for row in shown], [_gap(row, shown) for row in shown])
    drawn = lanes.figure(laid, theme, xaxis=look.unseen(0, 100))
    percents = [cells.size(row[f"{scope}_percent"]) for row in shown]
    hover = [
        look.stacked(f"{words.capital(str(row['name']))}: {_said(row, scope)}") for row in shown
    ]
    # the whole as an outline, so that what is missing is seen
    whole = [None if percent is None else 100.0 for percent in percents]
    drawn.add_trace(lanes.lengths(laid, whole, hover, color=look.GRID[theme],
                                  line={"color": look.QUIET[theme], "width": 1}))  # fmt: skip
    drawn.add_trace(lanes.lengths(laid, percents, hover, color=look.PALETTE[theme][0]))
    drawn.update_layout(barmode="overlay")
    return drawn


def describe(rows: pd.DataFrame) -> str:
    """How many have returned and were verified, of the first stage and of all that was asked."""
    found = cells.records(rows)
    if not found:
        return NONE
    whole = _sums(found, "all_settings")
    said = (
        f"{words.count(whole['returned'], 'setting')} of all {whole['in scope']:,} "
        f"({_share(whole)}) {words.verb(whole['returned'], 'has', 'have')} returned and "
        f"{whole['verified']:,} {words.verb(whole['verified'], 'was', 'were')} verified"
    )
    if all(cells.missing(row["first_stage_of"]) for row in found):
        return f"{words.capital(said)}. No first stage is set by this day."
    first = _sums(found, "first_stage")
    return (
        f"First stage: {first['returned']:,} of {first['in scope']:,} ({_share(first)}) "
        f"{words.verb(first['returned'], 'has', 'have')} returned and {first['verified']:,} "
        f"{words.verb(first['verified'], 'was', 'were')} verified. "
        f"Of every setting, as asked: {whole['returned']:,} of {whole['in scope']:,} "
        f"({_share(whole)}) returned, {whole['verified']:,} verified."
    )


def evidence(rows: pd.DataFrame) -> str:
    """How far assurance has come, from the one row of its counts."""
    row = cells.records(rows)[0]
    if not cells.number(row["settings"]):
        return NONE
    whole = _pair(row, "returned", "settings")
    if not row["has_first_stage"]:
        return f"{whole} settings have returned; no first stage is set by this day."
    first = _pair(row, "first_returned", "first_stage")
    return (
        f"{first} settings of the first stage have returned and "
        f"{cells.number(row['first_verified']):,} were verified; of every setting, as asked, "
        f"{whole} have returned."
    )


def _pair(row: cells.Row, part: str, whole: str) -> str:
    return f"{cells.number(row[part]):,} of {cells.number(row[whole]):,}"


def says(rows: pd.DataFrame, scope: str) -> str:
    """The same for one denominator, as the description of its chart."""
    found = cells.records(rows)
    if not found:
        return NONE
    if scope == "first_stage" and all(cells.missing(row["first_stage_of"]) for row in found):
        return "No first stage is set by this day."
    sums = _sums(found, scope)
    parts = [
        f"{number:,} {'with a ' if step.startswith('plan') else ''}{step}"
        for step, number in sums.items()
        if step != "in scope"
    ]
    whole = words.count(sums["in scope"], "setting")
    return f"{whole} in scope of {SCOPES[scope]}: {words.join_and(parts)}."


def columns() -> tables.Columns:
    """Columns of the table twin: both denominators side by side."""
    return {
        "Settings": tables.title("name"),
        "Step": tables.capital("step"),
        "First stage": lambda row: _of(row, "first_stage"),
        "Share of first stage": lambda row: _percent(row, "first_stage"),
        "All settings": lambda row: _of(row, "all_settings"),
        "Share of all": lambda row: _percent(row, "all_settings"),
    }


def _sums(found: list[dict[str, Any]], scope: str) -> dict[str, int]:
    sums: dict[str, int] = {}
    for row in found:
        sums[str(row["step"])] = sums.get(str(row["step"]), 0) + cells.number(row[scope])
    return sums


def _share(sums: dict[str, int]) -> str:
    whole = sums["in scope"]
    return words.percent(100 * sums["returned"] / whole) if whole else words.NOT_KNOWN


def _of(row: dict[str, Any], scope: str) -> str:
    if cells.missing(row[f"{scope}_of"]):
        return NO_STAGE
    return tables.plain(f"{cells.number(row[scope]):,} of {cells.number(row[f'{scope}_of']):,}")


def _percent(row: dict[str, Any], scope: str) -> str:
    return (
        "—"
        if cells.missing(row[f"{scope}_percent"])
        else tables.plain(words.percent(row[f"{scope}_percent"]))
    )


def _said(row: cells.Row, scope: str) -> str:
    """``verified: 3 of 100``; of plans, also how many need one."""
    if not row["position"]:
        return f"{cells.number(row[f'{scope}_of']):,} in scope"
    said = f"{row['step']}: {cells.number(row[scope]):,} of {cells.number(row[f'{scope}_of']):,}"
    need = cells.number(row[f"{scope}_need_plan"]) if row["step"] == "plan agreed" else 0
    return f"{said}; {need} {words.verb(need, 'needs', 'need')} one" if need else said


def _label(row: cells.Row, scope: str) -> str:
    if not row["position"]:
        name = look.bold(words.capital(str(row["name"])), look.CHARACTERS)
        said = NO_STAGE if cells.missing(row[f"{scope}_of"]) else _said(row, scope)
        return f"{name}<br>{look.wrap(said, look.CHARACTERS)}"
    return look.wrap(words.capital(_said(row, scope)), look.CHARACTERS)


def _gap(row: cells.Row, shown: list[dict[str, Any]]) -> int:
    last = [one for one in shown if one["name"] == row["name"]][-1]
    return 22 if last is row else 4

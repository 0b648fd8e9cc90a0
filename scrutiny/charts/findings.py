"""Findings of audits: by theme, and each on its way to practice that has changed."""

from typing import Any, Final

import pandas as pd
import plotly.graph_objects as go

from scrutiny.charts import cells, stacks, tables, words
from scrutiny.charts import theme as look
from scrutiny.charts.brag import Look

NONE = "No audit has made a finding by this day."
_P = tuple(zip(look.PALETTE["light"], look.PALETTE["dark"], strict=True))
STATES: Final = {
    "no action": Look("No action", "■", "square", "x", *_P[2]),
    "action under way": Look("Action under way", "▲", "triangle-up", "/", *_P[3]),
    "waits for re-audit": Look("Waits for re-audit", "○", "circle-open", "-", "#7C8489", "#A5ADB4"),
    "not yet improved": Look("Not yet improved", "▼", "triangle-down", "|", "#505A5F", "#D0D4D8"),
    "improved": Look("Improved", "●", "circle", ".", *_P[1]),
    "closed without action": Look("Closed without action", "◆", "diamond", "", *_P[0]),
}


def by_theme(rows: pd.DataFrame, theme: str = "light") -> go.Figure:
    """One bar a theme, in the order of the rows, made of the states of its findings.

    Columns: theme, state, is_open, findings, late, longest_days.
    """
    themes: dict[str, list[dict[str, Any]]] = {}
    for row in cells.records(rows):
        themes.setdefault(str(row["theme"]), []).append(row)
    if not themes:
        return look.empty(NONE, theme)
    return stacks.draw(
        [_stack(name, found, theme) for name, found in themes.items()], STATES, theme
    )


def describe(rows: pd.DataFrame) -> str:
    """How many findings there are, how many are open and how many nobody acts on."""
    found = cells.records(rows)
    if not found:
        return NONE
    total = sum(cells.number(row["findings"]) for row in found)
    by_state = {state: sum(cells.number(row["findings"]) for row in found if row["state"] == state)
                for state in STATES}  # fmt: skip
    still = sum(cells.number(row["findings"]) for row in found if row["is_open"])
    if not still:
        return f"{words.count(total, 'finding')}, none still open."
    parts = [
        f"{number} {_SAID[state]}"
        for state, number in by_state.items()
        if number and state in _SAID
    ]
    longest = words.days(words.highest(row["longest_days"] for row in found))
    better = by_state["improved"]
    return (
        f"{words.count(total, 'finding')}, {still} still open, the longest for {longest}: "
        f"{words.join_and(parts)}; {better} seen to have improved."
    )


THEMES: tables.Columns = {
    "Theme": tables.title("theme"),
    "State": lambda row: tables.plain(_state(row)),
    "Findings": tables.number("findings"),
    "Action late": tables.number("late"),
    "Open for at most": tables.days("longest_days"),
}
_SAID = {
    "no action": "without an action",
    "action under way": "with an action under way",
    "waits for re-audit": "waiting for a second look",
    "not yet improved": "looked at again and not yet improved",
}


def evidence(rows: pd.DataFrame) -> str:
    """How audits and their findings stand, from the one row of their counts."""
    row = cells.records(rows)[0]
    audits, still = cells.number(row["audits"]), cells.number(row["findings_open"])
    if not audits:
        return "No audit is in the programme by this day."
    done, late = cells.number(row["done"]), cells.number(row["late"])
    said = f"{done:,} of {words.count(audits, 'audit')} {words.verb(done)} done"
    said += f" and {late:,} {words.verb(late)} late" if late else ""
    if not cells.number(row["findings"]):
        return f"{said}; none has made a finding yet."
    return (
        f"{said}; {still:,} of {words.count(row['findings'], 'finding')} {words.verb(still)} still "
        f"open, {cells.number(row['no_action']):,} of them without an action, and "
        f"{cells.number(row['improved']):,} seen to have improved."
    )


def looped(rows: pd.DataFrame) -> str:
    """What is open longest, and how many actions from findings are late."""
    found = [row for row in cells.records(rows) if row["is_open"]]
    if not found:
        return (
            NONE
            if rows.empty
            else "Every finding was seen to have improved, or was closed with a reason."
        )
    late = sum(cells.number(row["days_late"]) > 0 for row in found)
    first = found[0]
    return (
        f"Longest open is “{first['finding']}”, {words.days(first['days_since'])}; "
        f"{words.count(late, 'action')} from findings {words.verb(late)} late."
    )


def columns(as_at: object) -> tables.Columns:
    """Columns of the list of findings."""
    return {
        "Finding": tables.title("finding"),
        "From": lambda row: tables.plain(_origin(row)),
        "State": lambda row: tables.plain(_state(row)),
        "Action": lambda row: _action(row, as_at),
        "Looked at again": lambda row: tables.plain(_again(row)),
        "Open for": lambda row: tables.days("days_since")(row) if row["is_open"] else "—",
    }


def _origin(row: cells.Row) -> str:
    """The audit and its day, the agency and the side of practice."""
    agency = "all agencies" if cells.missing(row["agency_name"]) else row["agency_name"]
    day = words.short_day(row["found_on"])
    return f"{row['audit_title']}, {day}; {agency}, {row['domain']}"


def _state(row: cells.Row) -> str:
    found = STATES[str(row["state"])]
    why = f": {row['why']}" if cells.text(row.get("why")) else ""
    return f"{found.shape} {found.word}{why}"


def _action(row: dict[str, Any], as_at: object) -> str:
    """What is done about it, by when; an action of the plan opens its recommendation."""
    if cells.missing(row["action"]):
        return "none"
    due = f" {tables.plain(_due(row))}" if not cells.missing(row["due_on"]) else ""
    if cells.missing(row["rec_id"]):
        return tables.plain(row["action"]) + due
    return f"{tables.plain(row['action'])}, {tables.link('ref', as_at=as_at)(row)}.{due}"


def _due(row: cells.Row) -> str:
    late = cells.number(row["days_late"])
    return f"Due {words.short_day(row['due_on'])}{f', {words.days(late)} late' if late else ''}."


def _again(row: cells.Row) -> str:
    if cells.missing(row["result"]):
        return "not yet"
    return f"{words.short_day(row['reaudited_on'])}: {row['result']}"


def _stack(name: str, found: list[dict[str, Any]], theme: str) -> stacks.Stack:
    sizes = {str(row["state"]): float(cells.number(row["findings"])) for row in found}
    parts = "   ".join(f"{stacks.glyph(STATES[s], theme)} {n:.0f}" for s, n in sizes.items())
    return stacks.Stack(
        f"{look.bold(name, look.CHARACTERS)}<br>{parts}",
        sizes,
        {
            s: f"{name}: {words.count(n, 'finding')}, {STATES[s].word.lower()}"
            for s, n in sizes.items()
        },
    )

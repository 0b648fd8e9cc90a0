"""The promise ledger: what was promised, for when, how it moved and whether it came."""

from dataclasses import dataclass
from datetime import date

import pandas as pd
import plotly.graph_objects as go

from scrutiny.charts import brag, cells, counts, lanes, words
from scrutiny.charts.theme import CHARACTERS, GREY, PALETTE, QUIET, bold, empty, stacked, wrap

NONE = "No promises are recorded."
DATED = ("made", "moved")
STATES = ("late", "kept late", "kept", "still to come", "without a date", "withdrawn")


@dataclass(frozen=True)
class Promise:
    """One promise: its steps in order, and how it stands on the as-at day (one of STATES)."""

    what: str
    steps: tuple[cells.Row, ...]
    state: str
    due: date | None
    moves: int


Place = tuple[Promise, cells.Row, float]  # a step and the middle of its lane


def ledger(rows: pd.DataFrame, as_at: object, theme: str = "light") -> go.Figure:
    """One block a promise, one line a step: from the day it was said to the day promised.

    Columns: promise_id, what, due_on, step (from 1), on (day it was said), change ("made", "moved",
    "kept", "withdrawn"), kept_on; due_text and meeting
    where known. Steps after the as-at day must not be among the rows.
    """
    today = cells.known_day(as_at)
    found = _promises(rows, today)
    if not found:
        return empty(NONE, theme)
    steps = [(promise, i) for promise in found for i in range(len(promise.steps))]
    laid = lanes.lay(
        [_label(promise, i) for promise, i in steps],
        [4 if i + 1 < len(promise.steps) else 16 for promise, i in steps],
    )
    days = [on for promise in found for step in promise.steps for on in _days(step)]
    reach = lanes.span([*days, today])
    drawn = lanes.figure(
        laid,
        theme,
        key=_key(found, theme),
        foot=44,
        head=22,
        xaxis=lanes.days_axis(reach),
        barmode="overlay",
        **lanes.as_at_line(today, reach, theme),
    )
    middles = zip(steps, laid.middles(), strict=True)
    places = [(promise, promise.steps[i], middle) for (promise, i), middle in middles]
    _add(drawn, places, today, theme)
    return drawn


def describe(rows: pd.DataFrame, as_at: object) -> str:
    """How many promises were kept, are late or still to come, and how many moved."""
    found = _promises(rows, cells.known_day(as_at))
    if not found:
        return NONE
    states = [promise.state for promise in found]
    parts = [f"{states.count(state)} {state}" for state in STATES if state in states]
    if len(found) == 1:
        times = {0: "", 1: ", moved once", 2: ", moved twice"}
        moves = found[0].moves
        return words.sentence(f"1 promise, {states[0]}{times.get(moves, f', moved {moves} times')}")
    moved = sum(promise.moves > 0 for promise in found)
    tail = f"; {moved} {words.verb(moved, 'has', 'have')} moved" if moved else ""
    return words.sentence(f"{words.count(len(found), 'promise')}: {words.join_and(parts)}{tail}")


def _promises(rows: pd.DataFrame, today: date) -> list[Promise]:
    """Promises in the order they first occur, each with its steps in order."""
    blocks: dict[str, list[cells.Row]] = {}
    for row in cells.records(rows):
        blocks.setdefault(cells.text(row["promise_id"]), []).append(row)
    return [_promise(steps, today) for steps in blocks.values()]


def _promise(rows: list[cells.Row], today: date) -> Promise:
    steps = sorted(rows, key=lambda row: cells.number(row["step"]))
    dated = [step for step in steps if step["change"] in DATED]
    due = cells.day(dated[-1]["due_on"]) if dated else None
    kept = next((_kept(step) for step in steps if step["change"] == "kept"), None)
    moves = sum(step["change"] == "moved" for step in steps)
    if kept is not None:
        state = "kept late" if due is not None and kept > due else "kept"
    elif any(step["change"] == "withdrawn" for step in steps):
        state = "withdrawn"
    elif due is None:
        state = "without a date"
    else:
        state = "late" if due < today else "still to come"
    return Promise(cells.text(steps[0]["what"]), tuple(steps), state, due, moves)


def _kept(step: cells.Row) -> date | None:
    return cells.day(step["kept_on"]) or cells.day(step["on"])


def _days(step: cells.Row) -> list[date]:
    return [on for name in ("on", "due_on", "kept_on") if (on := cells.day(step[name])) is not None]


def _said(step: cells.Row) -> str:
    change = cells.text(step["change"])
    if change == "kept":
        return f"kept {words.short_day(_kept(step))}"
    if change == "withdrawn":
        return f"withdrawn {words.short_day(step['on'])}"
    due = cells.day(step["due_on"])
    said = cells.text(step.get("due_text"))
    undated = f"{words.NO_DATE} ({said})" if said else words.NO_DATE
    goal = undated if due is None else f"for {words.short_day(due)}"
    return f"{change} {words.short_day(step['on'])}, {goal}"


def _label(promise: Promise, step: int) -> str:
    said = wrap(_said(promise.steps[step]), CHARACTERS)
    if step:
        return said
    return f"{bold(promise.what, CHARACTERS - 2)}<br>{said}"


def _add(drawn: go.Figure, places: list[Place], today: date, theme: str) -> None:
    red, green = brag.look("red"), brag.look("green")
    edge = {"color": QUIET[theme], "width": 1}
    cross = counts.pattern(theme, red)
    if waits := _waits(places):
        drawn.add_trace(lanes.bars(waits, GREY[theme], theme, height=6, line=edge))
    if late := _late(places, today):
        drawn.add_trace(lanes.bars(late, red.colour(theme), theme, pattern=cross))
    for points, symbol, colour in (
        (_points(places, DATED, "on"), "line-ns-open", QUIET[theme]),
        (_points(places, DATED, "due_on"), "diamond-open", PALETTE[theme][0]),
        (_points(places, ("kept",), "kept_on"), green.symbol, green.colour(theme)),
        (_points(places, ("withdrawn",), "on"), "x-thin", QUIET[theme]),
    ):
        if points:
            drawn.add_trace(lanes.marks(points, symbol, colour, theme))


def _points(
    places: list[Place], changes: tuple[str, ...], column: str
) -> list[tuple[float, date, str]]:
    """Where and when the steps that are such a change have a day in the column."""
    return [
        (middle, day, _hover(promise, step))
        for promise, step, middle in places
        if step["change"] in changes
        and (day := _kept(step) if column == "kept_on" else cells.day(step[column])) is not None
    ]


def _waits(places: list[Place]) -> list[tuple[float, date, date, str]]:
    """From the day a date was said to the day it named."""
    return [
        (middle, min(on, due), max(on, due), _hover(promise, step))
        for promise, step, middle in places
        if step["change"] in DATED
        and (on := cells.day(step["on"])) is not None
        and (due := cells.day(step["due_on"])) is not None
    ]


def _late(places: list[Place], today: date) -> list[tuple[float, date, date, str]]:
    """From the day promised last to today, where the promise is past it and not kept."""
    last = {id(promise): (promise, step, middle) for promise, step, middle in places}
    return [
        (middle, due, today, f"{words.days((today - due).days)} late<br>{_hover(promise, step)}")
        for promise, step, middle in last.values()
        if promise.state == "late" and (due := promise.due) is not None
    ]


def _hover(promise: Promise, step: cells.Row) -> str:
    meeting = cells.text(step.get("meeting"))
    return stacked(promise.what, _said(step), f"at {meeting}" if meeting else "", promise.state)


def _key(found: list[Promise], theme: str) -> str:
    states = {promise.state for promise in found}
    parts = ["| said", "◇ promised for"]
    if states & {"kept", "kept late"}:
        parts.append(f"{brag.glyph('green', theme)} kept")
    if "late" in states:
        parts.append(f'<span style="color:{brag.look("red").colour(theme)}">▩</span> late')
    return "   ".join(parts)

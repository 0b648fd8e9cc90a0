"""The programme of audits against its plan."""

from collections.abc import Collection
from datetime import date

import pandas as pd
import plotly.graph_objects as go

from scrutiny.charts import brag, cells, counts, grades, lanes, tables, values, words
from scrutiny.charts import theme as look
from scrutiny.charts.trace import Trace

NONE = "No audit is in the programme by this day."
STATES = {
    "done": "done",
    "late": "late",
    "begun": "under way",
    "planned": "planned",
    "no date": "without a date",
    "cancelled": "cancelled",
}
Place = tuple[cells.Row, float]


def programme(rows: pd.DataFrame, as_at: object, theme: str = "light") -> go.Figure:
    """One lane an audit, in the order of the rows.

    Columns: title, scale, agency_names, first_planned_on, planned_on, begun_on, done_on,
    cancelled_on, state, days_late, days_done_late.
    """
    found = cells.records(rows)
    if not found:
        return look.empty(NONE, theme)
    today = cells.known_day(as_at)
    laid = lanes.lay([_label(row) for row in found])
    where: list[Place] = list(zip(found, laid.middles(), strict=True))
    reach = lanes.span([*(on for row in found for on in _days(row)), today])
    traces = {**_bars(where, today, theme), **_marks(where, theme)}
    drawn = lanes.figure(
        laid,
        theme,
        key=_key(traces, theme),
        foot=44,
        head=22,
        xaxis=lanes.days_axis(reach),
        barmode="overlay",
        **lanes.as_at_line(today, reach, theme),
    )
    drawn.add_traces([*traces.values()])
    return drawn


def describe(rows: pd.DataFrame) -> str:
    """How many audits stand where, and which is latest."""
    found = cells.records(rows)
    if not found:
        return NONE
    states = [str(row["state"]) for row in found]
    parts = [f"{states.count(each)} {said}" for each, said in STATES.items() if each in states]
    late = max(found, key=lambda row: cells.number(row["days_late"]))
    tail = ""
    if cells.number(late["days_late"]):
        tail = f"; latest is “{late['title']}”, {words.days(late['days_late'])} past its day"
    return f"{words.count(len(found), 'audit')}: {words.join_and(parts)}{tail}."


COLUMNS: tables.Columns = {
    "Audit": tables.title("title"),
    "Theme": tables.text("theme"),
    "Agencies": tables.text("agency_names"),
    "Cases": lambda row: tables.plain(_cases(row)),
    "First planned": tables.day("first_planned_on"),
    "State": lambda row: tables.plain(_told(row)),
    "Grade": grades.shown(),
    "Findings": lambda row: tables.plain(_findings(row)),
}


def _told(row: cells.Row) -> str:
    """Where it stands, what it repeats and the reason that was given."""
    parts = [_standing(row)]
    if not cells.missing(row["repeats_title"]):
        parts.append(f"repeats “{row['repeats_title']}”")
    if not cells.missing(row["why"]):
        parts.append(f"reason: {row['why']}".rstrip("."))
    return "; ".join(parts)


def _findings(row: cells.Row) -> str:
    if cells.day(row["done_on"]) is None:
        return "not done"
    still = cells.number(row["findings_open"])
    return words.count(row["findings"], "finding") + (f", {still} open" if still else "")


def _cases(row: cells.Row) -> str:
    """Cases read once it is done, or the mark that withholds them; until then those planned."""
    if cells.day(row["done_on"]) is not None:
        return values.figure({**row, "status": row["cases_status"]}, "count", "cases")
    if cells.missing(row["cases_planned"]):
        return values.NONE
    return f"{cells.number(row['cases_planned'])} planned"


def _days(row: cells.Row) -> list[date]:
    names = ("first_planned_on", "planned_on", "begun_on", "done_on", "cancelled_on")
    return [on for name in names if (on := cells.day(row[name])) is not None]


def _label(row: cells.Row) -> str:
    who = cells.text(row["agency_names"])
    who = who if row["scale"] == "single-agency" else f"{len(who.split(', '))} agencies"
    standing = look.wrap(f"{who}: {_standing(row)}", look.CHARACTERS)
    return f"{look.bold(row['title'], look.CHARACTERS)}<br>{standing}"


def _standing(row: cells.Row) -> str:
    """Where it stands, with its day."""
    state = str(row["state"])
    if state == "done":
        late = cells.number(row["days_done_late"])
        return f"done {words.short_day(row['done_on'])}" + (
            f", {words.days(late)} late" if late else ""
        )
    if state == "late":
        return f"{words.days(row['days_late'])} late"
    if state == "cancelled":
        return f"cancelled {words.short_day(row['cancelled_on'])}"
    if state == "no date":
        return "no date yet"
    return f"{STATES[state]}, due {words.short_day(row['planned_on'])}"


def _hover(row: cells.Row) -> str:
    return look.stacked(
        cells.text(row["title"]),
        f"{row['scale']}: {row['agency_names']}",
        f"first planned {words.day(row['first_planned_on'])}",
        _standing(row),
        f"why: {row['why']}" if cells.text(row["why"]) else "",
    )


def _bars(where: list[Place], today: date, theme: str) -> dict[str, Trace]:
    """The traces that have something to draw, by the word the key gives them."""
    red, amber = brag.look("red"), brag.look("amber")
    work, moved, late = [], [], []
    for row, middle in where:
        first, planned = cells.day(row["first_planned_on"]), cells.day(row["planned_on"])
        begun, done = cells.day(row["begun_on"]), cells.day(row["done_on"])
        hover = _hover(row)
        until = done or today
        if begun is not None and row["state"] != "cancelled":
            work.append((middle, begun, max(until, begun), hover))
        if first is not None and planned is not None and planned > first:
            moved.append((middle, first, planned, hover))
        if planned is not None and until > planned and row["state"] in ("late", "done"):
            late.append((middle, planned, until, hover))
    edge = {"color": look.QUIET[theme], "width": 1}
    drawings = (
        ("under way", work, look.GREY[theme], {"line": edge}),
        ("moved", moved, amber.colour(theme), {"pattern": counts.pattern(theme, amber)}),
        ("late", late, red.colour(theme), {"pattern": counts.pattern(theme, red)}),
    )
    return {
        said: lanes.bars(pieces, colour, theme, said=said, **style)
        for said, pieces, colour, style in drawings
        if pieces
    }


def _marks(where: list[Place], theme: str) -> dict[str, Trace]:
    green = brag.look("green")
    drawings = (
        ("first planned", "first_planned_on", "diamond-open", look.QUIET[theme]),
        ("done", "done_on", green.symbol, green.colour(theme)),
        ("cancelled", "cancelled_on", "x-thin", look.TEXT[theme]),
    )
    found = {}
    for said, name, symbol, colour in drawings:
        points = [
            (middle, on, _hover(row))
            for row, middle in where
            if (on := cells.day(row[name])) is not None
        ]
        if points:
            found[said] = lanes.marks(points, symbol, colour, theme)
    return found


def _key(shown: Collection[str], theme: str) -> str:
    """Signs and words for what is drawn, three at most on a line."""
    red, amber = brag.look("red").colour(theme), brag.look("amber").colour(theme)
    signs = {
        "first planned": "◇",
        "under way": f'<span style="color:{look.QUIET[theme]}">▭</span>',
        "moved": f'<span style="color:{amber}">▨</span>',
        "late": f'<span style="color:{red}">▩</span>',
        "done": brag.glyph("green", theme),
        "cancelled": "✕",
    }
    parts = [f"{sign} {said}" for said, sign in signs.items() if said in shown]
    rows = [parts[i : i + 3] for i in range(0, len(parts), 3)]
    return "<br>".join("   ".join(row) for row in rows)

"""Self-assessments under section 11: what agencies give themselves, and what the panel gives."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from scrutiny.charts import cells, lanes, tables, words
from scrutiny.charts import theme as look
from scrutiny.charts.trace import bar_trace, scatter_trace

MOST = 24  # lanes drawn; the table has every standard
NONE = "No agency was asked for a self-assessment by this day."
SCALE = "Scores run from 0, the lowest, to 3."


def gaps(rows: pd.DataFrame, by: str = "agency", theme: str = "light") -> go.Figure:
    """One line a score that the panel changed, from the agency's own to the panel's.

    Columns: agency_name, standard, standard_position, self_score, moderated_score, gap, why.
    ``by`` puts them together by agency or by standard; at most 24 are drawn, widest gaps first.
    """
    found = _changed(rows)
    if not found:
        return look.empty("The panel has changed no score by this day.", theme)
    shown = _together(found[:MOST], by)
    laid = lanes.lay([_label(row, by) for row in shown])
    drawn = lanes.figure(
        laid,
        theme,
        key=_key(len(shown), len(found), theme),
        foot=30,
        xaxis={
            "range": [-0.15, 3.15],
            "dtick": 1,
            "tick0": 0,
            "tickformat": "d",
            "showgrid": True,
            "automargin": False,
        },
    )
    hover = [_hover(row) for row in shown]
    own = [cells.number(row["self_score"]) for row in shown]
    panel = [cells.number(row["moderated_score"]) for row in shown]
    drawn.add_trace(bar_trace(
        orientation="h", y=laid.middles(), base=own,
        x=[b - a for a, b in zip(own, panel, strict=True)], width=[5] * len(shown),
        hovertext=hover, hoverinfo="text", marker={"color": look.QUIET[theme]}, name="gap",
    ))  # fmt: skip
    for name, places, symbol, colour in (
        ("self", own, "diamond-open", look.TEXT[theme]),
        ("panel", panel, "circle", look.PALETTE[theme][0]),
    ):
        drawn.add_trace(scatter_trace(
            mode="markers", name=name, x=places, y=laid.middles(),
            hovertext=hover, hoverinfo="text",
            marker={"symbol": symbol, "size": 13, "color": colour,
                    "line": {"color": colour, "width": 2}},
        ))  # fmt: skip
    return drawn


def describe(rows: pd.DataFrame) -> str:
    """How many scores the panel changed which way, and who has not answered or is not moderated."""
    found = cells.records(rows)
    if not found:
        return NONE
    moderated = [row for row in found if not cells.missing(row["moderated_score"])]
    lower = [row for row in moderated if cells.number(row["gap"]) < 0]
    higher = [row for row in moderated if cells.number(row["gap"]) > 0]
    said = f"{words.count(len(moderated), 'self-score')} moderated: {len(lower)} lowered, "
    said += f"{len(higher)} raised, {len(moderated) - len(lower) - len(higher)} left as they were"
    if lower:
        agencies = [str(row["agency_name"]) for row in lower]
        most = max(dict.fromkeys(agencies), key=agencies.count)
        said += f"; most lowered for {most}, {agencies.count(most)} of 8"
    return " ".join([f"{said}.", *_owed(found)])


def _owed(found: list[dict[str, Any]]) -> list[str]:
    """Who has not answered, and whose answer nobody has moderated."""
    silent = _agencies(row for row in found if cells.missing(row["self_score"]))
    waiting = _agencies(
        row
        for row in found
        if not cells.missing(row["self_score"]) and cells.missing(row["moderated_score"])
    )
    told = []
    if silent:
        late = words.highest(row["days_late"] for row in found)
        by = f", {words.days(late)} after the day" if late else ""
        told.append(
            f"{words.join_and(silent)} {words.verb(len(silent), 'has', 'have')} not answered{by}."
        )
    if waiting:
        told.append(f"Not moderated yet: {words.join_and(waiting)}.")
    return told


def _agencies(rows: Any) -> list[str]:
    return list(dict.fromkeys(str(row["agency_name"]) for row in rows))


def _gap(row: cells.Row) -> str:
    if cells.missing(row["gap"]):
        return "—"
    gap = cells.number(row["gap"])
    if not gap:
        return "none"
    return f"▼ {-gap} lower" if gap < 0 else f"▲ {gap} higher"


COLUMNS: tables.Columns = {
    "Agency": tables.title("agency_name"),
    "Standard": tables.capital("standard"),
    "Self": lambda row: (
        "not answered" if cells.missing(row["self_score"]) else f"{row['self_score']:.0f}"
    ),
    "Panel": lambda row: (
        "not yet" if cells.missing(row["moderated_score"]) else f"{row['moderated_score']:.0f}"
    ),
    "Gap": _gap,
    "Why": tables.text("why"),
    "To improve": tables.text("improve"),
    "By": lambda row: (
        "—"
        if cells.missing(row["improve_by"])
        else tables.plain(words.short_day(row["improve_by"]))
    ),
}


def _changed(rows: pd.DataFrame) -> list[dict[str, Any]]:
    """Scores that the panel changed, widest gap first."""
    found = [row for row in cells.records(rows) if not cells.missing(row["gap"]) and row["gap"]]
    return sorted(found, key=lambda row: (cells.number(row["gap"]), str(row["agency_name"])))


def _together(found: list[dict[str, Any]], by: str) -> list[dict[str, Any]]:
    """The same rows group by group, the group with most of them first."""
    column = "agency_name" if by == "agency" else "standard"
    names = [str(row[column]) for row in found]
    order = sorted(dict.fromkeys(names), key=lambda name: (-names.count(name), names.index(name)))
    return sorted(found, key=lambda row: order.index(str(row[column])))


def _label(row: cells.Row, by: str) -> str:
    agency, standard = str(row["agency_name"]), str(row["standard"])
    pair = (agency, standard) if by == "agency" else (words.capital(standard), agency)
    title = look.bold(f"{pair[0]}: {pair[1]}", look.CHARACTERS)
    scores = f"self {cells.number(row['self_score'])}, panel {cells.number(row['moderated_score'])}"
    return f"{title}<br>{scores}"


def _hover(row: cells.Row) -> str:
    return look.stacked(
        f"{row['agency_name']}: {row['standard']}",
        f"self {cells.number(row['self_score'])}, panel {cells.number(row['moderated_score'])}",
        f"why: {row['why']}" if cells.text(row["why"]) else "",
    )


def _key(shown: int, changed: int, theme: str) -> str:
    panel = f'<span style="color:{look.PALETTE[theme][0]}">●</span>'
    key = f"◇ the agency's own   {panel} the panel's"
    return key if shown == changed else f"{key}<br>the widest {shown} of {changed} gaps"

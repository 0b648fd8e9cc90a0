"""Progress over time: the ratings as a stack, day by day."""

from datetime import date

import pandas as pd
import plotly.graph_objects as go

from scrutiny.charts import brag, cells, ends, tables, words
from scrutiny.charts.counts import pattern
from scrutiny.charts.lanes import upright
from scrutiny.charts.theme import (
    BACKGROUND,
    CORNER,
    QUIET,
    days_axis,
    empty,
    figure,
    note,
    stacked,
    whole_numbers,
)
from scrutiny.charts.trace import Trace, bar_trace, scatter_trace

PLOT = 240  # pixels of height inside the axes
RIGHT = 112  # pixels for the labels at the right end
Series = dict[str | None, list[int]]


def by_rating(
    rows: pd.DataFrame,
    theme: str = "light",
    measure: str = "actions",
    meetings: pd.DataFrame | None = None,
) -> go.Figure:
    """Stacked steps by rating over time; signed off lies at the foot, overdue on top.

    Columns: day, rating (missing: closed), and the measure, "actions" or "recommendations"; a day
    and rating without a row counts nought. Meetings: held_on, title.
    """
    days, series = _series(rows, measure)
    if not days:
        return empty(_none(measure), theme)
    held = _held(meetings, days)
    highest = max(sum(column) for column in zip(*series.values(), strict=True))
    axis = whole_numbers(highest)
    top = 26 if held else 8
    drawn = figure(
        theme,
        PLOT + top + 44,
        margin={"l": 28, "r": RIGHT, "t": top, "b": 44},
        hovermode="x unified",
        barmode="stack",
        xaxis={**days_axis(), **CORNER, "automargin": False, "showline": True},
        yaxis={**axis, "automargin": False, "showgrid": True},
        shapes=[upright(on, theme, "dot") for on, _ in held],
        annotations=_labels(series, axis["range"][1], theme) + _meeting_key(bool(held)),
    )
    for code, numbers in series.items():
        drawn.add_trace(_band(code, days, numbers, theme))
    if held:
        drawn.add_trace(_meetings(held, axis["range"][1], theme))
    return drawn


def describe(rows: pd.DataFrame, measure: str = "actions") -> str:
    """How overdue and signed-off work changed from the first day to the last."""
    days, series = _series(rows, measure)
    if not days:
        return _none(measure)
    total = sum(numbers[-1] for numbers in series.values())
    nought = [0] * len(days)
    red, blue = series.get("red", nought), series.get("blue", nought)
    if len(days) == 1:
        return words.sentence(
            f"on {words.day(days[0])}, {red[-1]} of {words.count(total, measure[:-1])} "
            f"{words.verb(red[-1])} overdue and {blue[-1]} {words.verb(blue[-1])} signed off"
        )
    return words.sentence(
        f"between {words.day(days[0])} and {words.day(days[-1])}, overdue {measure} "
        f"{_change(red)} and signed-off ones {_change(blue)}, of {total:,} now"
    )


def by_day(rows: pd.DataFrame, measure: str = "actions") -> pd.DataFrame:
    """The same numbers as a table: one row a day, newest first, a column for each rating's code."""
    days, series = _series(rows, measure)
    nought = [0] * len(days)
    counts = {str(code): series.get(code, nought) for code in brag.CODES if code}
    return pd.DataFrame({"day": pd.to_datetime(days), **counts}).iloc[::-1]


BY_DAY: tables.Columns = {
    "Day": tables.day("day"),
    **{brag.word(code): tables.number(code) for code in brag.CODES if code},
}


def _change(numbers: list[int]) -> str:
    first, last = numbers[0], numbers[-1]
    if first == last:
        still = len(set(numbers)) == 1
        return f"stayed at {last:,}" if still else f"ended where they began, at {last:,}"
    return f"{'rose' if last > first else 'fell'} from {first:,} to {last:,}"


def _none(measure: str) -> str:
    return f"There are no {measure} to show over time."


def _series(rows: pd.DataFrame, measure: str) -> tuple[list[date], Series]:
    """Days in order, and the counts of each rating that occurs, best first."""
    if measure not in ("actions", "recommendations"):
        raise ValueError(f"unknown measure {measure!r}; known are actions, recommendations")
    found: dict[tuple[date, str | None], int] = {}
    for row in cells.records(rows):
        place = cells.known_day(row["day"]), brag.code(row["rating"])
        found[place] = found.get(place, 0) + cells.number(row[measure])
    days = sorted({on for on, _ in found})
    series = {
        code: [found.get((on, code), 0) for on in days]
        for code in reversed(brag.CODES)
        if any(code == other and number for (_, other), number in found.items())
    }
    return (days, series) if series else ([], {})


def _band(code: str | None, days: list[date], numbers: list[int], theme: str) -> Trace:
    look = brag.look(code)
    across = [on.isoformat() for on in days]
    hover = f"{look.shape} %{{y:,d}} {look.word.lower()}<extra></extra>"
    if len(days) == 1:  # an area of one day has no width
        return bar_trace(
            name=look.word, x=across, y=numbers, hovertemplate=hover,
            marker={
                "color": look.colour(theme),
                "line": {"color": BACKGROUND[theme], "width": 2},
                "pattern": pattern(theme, look),
            },
        )  # fmt: skip
    return scatter_trace(
        name=look.word, x=across, y=numbers, hovertemplate=hover,
        mode="lines",
        stackgroup="rating",
        # A step lies halfway between two sampled days, so that the last day can be seen.
        line={"shape": "hvh", "width": 2, "color": BACKGROUND[theme]},
        fillcolor=look.colour(theme),
        fillpattern=pattern(theme, look),
    )  # fmt: skip


def _labels(series: Series, highest: float, theme: str) -> list[dict[str, object]]:
    found = []
    below = 0.0
    for code, numbers in series.items():
        word = brag.word(code).lower().replace(" or ", "<br>or ")
        html = f"{brag.glyph(code, theme)} {numbers[-1]:,} {word}"
        found.append(ends.End(html, below + numbers[-1] / 2))
        below += numbers[-1]
    return ends.labels(found, highest, PLOT)


def _held(meetings: pd.DataFrame | None, days: list[date]) -> list[tuple[date, str]]:
    if meetings is None:
        return []
    rows = cells.records(meetings)
    found = [(cells.day(row["held_on"]), cells.text(row["title"])) for row in rows]
    return [(on, title) for on, title in found if on and days[0] <= on <= days[-1]]


def _meeting_key(shown: bool) -> list[dict[str, object]]:
    if not shown:
        return []
    return [note("▾ meeting", x=0, y=1, yanchor="bottom", yshift=4)]


def _meetings(held: list[tuple[date, str]], highest: float, theme: str) -> Trace:
    return scatter_trace(
        mode="markers",
        x=[on.isoformat() for on, _ in held],
        y=[highest] * len(held),
        hovertext=[stacked(title, words.day(on)) for on, title in held],
        hovertemplate="%{hovertext}<extra></extra>",
        marker={"symbol": "triangle-down", "size": 9, "color": QUIET[theme]},
        cliponaxis=False,
    )

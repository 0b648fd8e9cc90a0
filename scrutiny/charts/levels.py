"""Lines over time that break where a figure is missing, with targets and the symbols of gaps."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from scrutiny.charts import cells, gaps, theme, values
from scrutiny.charts.trace import Trace, scatter_trace

Rows = Sequence[dict[str, Any]]


def days(rows: Rows) -> list[str]:
    """The day on which each period ended, as Plotly reads it."""
    return [cells.known_day(row["period_end"]).isoformat() for row in rows]


def days_axis(reach: tuple[date, date]) -> dict[str, Any]:
    """An axis of time between two days, with few enough years for a narrow screen."""
    return {
        **theme.days_axis(), "nticks": 4, "automargin": False, "showline": True,
        **theme.CORNER,
        "range": [reach[0].isoformat(), reach[1].isoformat()],
    }  # fmt: skip


def pieces(
    rows: Rows, column: str, say: Callable[[dict[str, Any]], str]
) -> tuple[list[str], list[float | None], list[str]]:
    """Days, values and hovers of a line; it breaks where a value is missing or ``part`` changes."""
    across: list[str] = []
    up: list[float | None] = []
    said: list[str] = []
    for place, (row, day) in enumerate(zip(rows, days(rows), strict=True)):
        if place and row["part"] != rows[place - 1]["part"]:
            across.append(day)
            up.append(None)
            said.append("")
        across.append(day)
        up.append(cells.size(row[column]))
        said.append(theme.plain(say(row)))
    return across, up, said


def target(rows: Rows, name: str) -> list[Trace]:
    """The target in force in each period as a dashed line; no trace where there never was one."""
    if all(cells.missing(row.get("target")) for row in rows):
        return []
    return [
        scatter_trace(
            x=days(rows),
            y=[cells.size(row["target"]) for row in rows],
            mode="lines",
            line={"color": theme.PALETTE[name][3], "dash": "longdash", "width": 2, "shape": "hv"},
            hovertext=[theme.plain(f"target {values.plainly(row['target'])}") for row in rows],
            hovertemplate="%{hovertext}<extra></extra>",
        )
    ]


def gaps_of(rows: Rows, unit: str, top: float, name: str) -> list[Trace]:
    """The symbols of withheld and missing periods, just above an axis from 0 to ``top``."""
    found = gaps.withheld(rows)
    if not found:
        return []
    said = [gaps.said(row, unit) for row in found]
    return [gaps.marks(found, days(found), [top * 0.04] * len(found), said, name)]

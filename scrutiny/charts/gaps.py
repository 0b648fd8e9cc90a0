"""Periods without a figure: the symbol that withholds it stands where the figure would be."""

from collections.abc import Sequence
from typing import Any

from scrutiny.charts import cells, theme, values
from scrutiny.charts.trace import Trace, scatter_trace

MISSING = "\N{EN DASH}"
LEGEND = {
    "c": "c confidential",
    "x": "x not available",
    "z": "z not applicable",
    "low": "low rounds to zero",
    "missing": f"{MISSING} not published",
}


def symbol(row: dict[str, Any]) -> str:
    """``c``, ``x``, ``z``, ``low``, or a dash for a period that is missing."""
    status = cells.text(row.get("status"))
    return status if status in LEGEND and status != "missing" else MISSING


def legend(rows: Sequence[dict[str, Any]]) -> str:
    """What the symbols mean that these rows show; empty where no figure is withheld."""
    found = {cells.text(row["status"]) for row in rows if cells.missing(row["value"])}
    return ", ".join(said for status, said in LEGEND.items() if status in found)


def marks(
    rows: Sequence[dict[str, Any]],
    across: Sequence[object],
    up: Sequence[float],
    said: Sequence[str],
    name: str,
) -> Trace:
    """A trace of the symbols at the places given, one for each of the rows."""
    return scatter_trace(
        x=list(across),
        y=list(up),
        mode="text",
        text=[symbol(row) for row in rows],
        textposition="middle center",
        textfont={"color": theme.QUIET[name], "size": 12},
        hovertext=[theme.plain(one) for one in said],
        hovertemplate="%{hovertext}<extra></extra>",
    )


def withheld(rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows without a value."""
    return [row for row in rows if cells.missing(row["value"])]


def said(row: dict[str, Any], unit: str) -> str:
    """``year to Mar 2011: x (not available)``."""
    return f"{values.period(row['period_start'], row['period_end'])}: {values.figure(row, unit)}"

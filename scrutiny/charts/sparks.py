"""Small lines, one lane an indicator, each from its own lowest to its highest value."""

from collections.abc import Callable, Sequence
from typing import Any

import pandas as pd

from scrutiny.charts import cells, gaps, lanes, values
from scrutiny.charts import theme as look
from scrutiny.charts.trace import Trace, scatter_trace

Row = dict[str, Any]


def grouped(rows: pd.DataFrame) -> list[list[Row]]:
    """The rows of each indicator with at least one value, in their order.

    Columns here and below: indicator_id, name, unit, period_start, period_end, value,
    status, part (how many breaks lie before it).
    """
    return [
        series
        for series in together(rows)
        if any(not cells.missing(row["value"]) for row in series)
    ]


def together(rows: pd.DataFrame) -> list[list[Row]]:
    """The rows of each indicator, in their order, also where every figure is withheld."""
    found: dict[str, list[Row]] = {}
    for row in cells.records(rows):
        found.setdefault(row["indicator_id"], []).append(row)
    return list(found.values())


def lay(series: Sequence[list[Row]]) -> lanes.Lanes:
    """A lane for each, labelled with its name and last figure."""
    return lanes.lay([look.wrap(label(found[-1]), look.CHARACTERS) for found in series])


def label(row: Row) -> str:
    """``Re-referrals: 21.6%, year to Mar 2025``; a withheld figure is its mark."""
    when = values.period(row["period_start"], row["period_end"])
    return f"{row['name']}: {values.figure(row, row['unit'])}, {when}"


def lines(
    series: Sequence[list[Row]],
    laid: lanes.Lanes,
    across: Callable[[list[Row]], Sequence[object]],
    theme: str,
    **style: Any,
) -> list[Trace]:
    """All the lines, broken between lanes, at gaps and at breaks; and the symbols of the gaps.

    ``across`` gives the places of a series' rows; ``style`` is Plotly's.
    """
    points: list[tuple[object, float | None, str]] = []
    withheld: list[tuple[Row, object, float]] = []
    for found, middle in zip(series, laid.middles(), strict=True):
        ups = heights([row["value"] for row in found], middle)
        part = found[0]["part"]
        for row, place, up in zip(found, across(found), ups, strict=True):
            if row["part"] != part:
                points.append((place, None, ""))
                part = row["part"]
            points.append((place, up, look.plain(label(row))))
            if up is None:
                withheld.append((row, place, middle))
        points.append((None, None, ""))
    drawn = scatter_trace(
        x=[place for place, _, _ in points], y=[up for _, up, _ in points],
        hovertext=[said for _, _, said in points], hovertemplate="%{hovertext}<extra></extra>",
        line={"color": look.PALETTE[theme][0], "width": 2}, **style,
    )  # fmt: skip
    if not withheld:
        return [drawn]
    rows, places, middles = zip(*withheld, strict=True)
    return [drawn, gaps.marks(rows, places, middles, [label(row) for row in rows], theme)]


def heights(found: Sequence[object], middle: float) -> list[float | None]:
    """Pixels from the top of each value in the strip around ``middle``; None: withheld."""
    known = [float(str(value)) for value in found if not cells.missing(value)]
    low, high = min(known, default=0.0), max(known, default=0.0)
    room = lanes.STRIP - 4
    flat = 0.5 if high == low else 0.0
    return [
        None
        if cells.missing(value)
        else middle + room * (0.5 - flat - (float(str(value)) - low) / ((high - low) or 1.0))
        for value in found
    ]

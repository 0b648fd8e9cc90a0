"""Reads one cell of a frame, whatever the frame calls a missing value."""

from collections.abc import Mapping
from datetime import date, datetime
from math import isnan
from typing import Any

import pandas as pd

from scrutiny.kept import Kept

Row = Mapping[str, Any]
# A sentence, a chart and a table are made of the same rows, and sentences anew in every run. These
# outlive their warehouse, until others take their place.
_READ: Kept[tuple[pd.DataFrame, list[dict[str, Any]]]] = Kept(200)


def records(rows: pd.DataFrame) -> list[dict[str, Any]]:
    """Rows as dictionaries, in their order. Whoever asks may change these, but never the rows."""
    _, found = _READ.get(id(rows), lambda: (rows, _read(rows)))
    return [dict(row) for row in found]


def _read(rows: pd.DataFrame) -> list[dict[str, Any]]:
    # five times as fast as pandas' own for the few rows and many columns of an answer
    columns = [
        [None if cell is pd.NA else cell for cell in rows[name].tolist()] for name in rows.columns
    ]
    names = [str(name) for name in rows.columns]
    return [dict(zip(names, cells, strict=True)) for cells in zip(*columns, strict=True)]


def missing(cell: object) -> bool:
    """True for None, NaN, NaT and pandas' NA."""
    return (
        cell is None or cell is pd.NA or cell is pd.NaT or (isinstance(cell, float) and isnan(cell))
    )


def day(cell: object) -> date | None:
    """Date of a cell (date, datetime, Timestamp or ISO text), or None.

    Raises TypeError for anything else, ValueError for text that is not an ISO date.
    """
    if missing(cell) or cell == "":
        return None
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    if isinstance(cell, str):
        return datetime.fromisoformat(cell).date()
    raise TypeError(f"not a date: {cell!r}")


def known_day(cell: object) -> date:
    """Date of a cell that must have one; raises ValueError when it has none."""
    found = day(cell)
    if found is None:
        raise ValueError("a date is missing where one is needed")
    return found


def whole(cell: object) -> int | None:
    """Whole number of a cell, rounded, or None."""
    return None if missing(cell) else round(float(str(cell)))


def size(cell: object) -> float | None:
    """Number of a cell, or None."""
    return None if missing(cell) else float(str(cell))


def number(cell: object) -> int:
    """Whole number of a count; a missing count adds nothing to a sum."""
    return whole(cell) or 0


def text(cell: object) -> str:
    """Text of a cell on one line; empty when missing."""
    return "" if missing(cell) else " ".join(str(cell).split())

"""XmR charts: the lines and the label of every point, of one series or of thousands."""

import math
from collections.abc import Iterable, Sequence
from operator import index
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt
import pandas as pd

from scrutiny.spc.inputs import Bools, Given, Ints, numbers, refuse
from scrutiny.spc.limits import lines
from scrutiny.spc.rules import directions

Words: TypeAlias = "str | Sequence[str] | npt.NDArray[Any] | pd.Series[Any]"
Marks: TypeAlias = "Sequence[bool] | npt.NDArray[np.bool_] | pd.Series[Any] | None"

MIN_POINTS = 13  # with fewer in a group the limits are trial limits: say so beside the chart

_BETTER = ["higher", "lower", "neutral"]
_POINTS = np.array(  # low, neither, high
    [
        ["concern_low", "common", "improvement_high"],
        ["improvement_low", "common", "concern_high"],
        ["neutral_low", "common", "neutral_high"],
    ],
    dtype=object,
)


def xmr(
    values: Given,
    *,
    better: str,
    target: float | None = None,
    rebase: Iterable[int] = (),
    screened: bool = True,
) -> pd.DataFrame:
    """An XmR chart of one series, by the rules of NHSRplotthedots 0.2.2.

    Given: ``values``, one a period in date order, in any unit, NaN or None where a period has
    none; give every period, since a gap that is left out cannot be seen. ``better`` is "higher",
    "lower" or "neutral". ``rebase`` holds the positions, counted from 0, that start a new group.
    ``screened`` leaves unusually large moving ranges out of the average range. ``target`` is
    checked and changes no point: see ``icons``.

    Gives one row a value, in the same order: value; group, counted from 0; mean, lower, upper,
    near_lower and near_upper in the unit of the values; point, which is common, or
    improvement_high, improvement_low, concern_high, concern_low, neutral_high or neutral_low,
    and missing where the value is.

    Formula, for each group: mean m; average A of the moving ranges |v_i - v_(i-1)|, and once more
    of those below 3.267 A; limits m -+ 2.66 A; near limits m -+ 2.66 A x 2/3. The limits are not
    cut at 0 or at 100%. A point stands out, in this order, when it is outside the limits; part of
    seven that all rise or all fall; beyond a near limit in three on one side of the mean of which
    two are; part of seven on one side of the mean. On a line is not beyond it. Nothing crosses a
    gap or the start of a group. Equal values have their mean as limits and are common; a group
    without a moving range has NaN limits.

    Raises ValueError for values that are infinite or not numbers, for an unknown ``better``, a
    ``target`` that is not finite, and a ``rebase`` that is not in 1..n-1.

    Source: NHSRplotthedots 0.2.2 (NHS-R Community), after NHS England's Making Data Count. Ours:
    gaps, equal values, and the way of a point where two trends touch across a tie.
    """
    flat = numbers(values, "value")
    check_target(target)
    starts = _positions(rebase, flat.size)
    series = np.zeros(flat.size, dtype=np.int64)
    return xmr_many(flat, series, better=better, rebase=starts, screened=screened)


def xmr_many(
    values: Given,
    series: Given,
    *,
    better: Words,
    rebase: Marks = None,
    screened: bool = True,
) -> pd.DataFrame:
    """XmR charts of many series in one go: what ``xmr`` gives for each, one below the other.

    Given: ``values`` of all series, flat; ``series``, a whole number at each value that says
    whose it is, never falling, so that a series is in one piece and in date order; ``better``,
    one word for all or one at each value; ``rebase``, True at each value that starts a group.

    Gives the columns of ``xmr``; group starts again from 0 in each series.

    Raises ValueError as ``xmr`` does, for lengths that differ, and for series out of order.
    """
    flat = numbers(values, "value")
    first = _firsts(np.asarray(series), flat.size)
    start = first | _marks(rebase, flat.size)
    drawn = lines(flat, start, screened=screened)
    direction = directions(flat, drawn, start)
    point = _POINTS[_codes(better, flat.size), direction + 1]
    point[np.isnan(flat)] = None
    return pd.DataFrame(
        {
            "value": flat,
            "group": _within(start, first),
            "mean": drawn.mean,
            "lower": drawn.lower,
            "upper": drawn.upper,
            "near_lower": drawn.near_lower,
            "near_upper": drawn.near_upper,
            "point": pd.Series(point, dtype="str"),
        }
    )


def check_better(better: str) -> None:
    """Raise ValueError for a word that is not a direction."""
    if better not in _BETTER:
        raise ValueError(f'better is "{better}": use one of {", ".join(_BETTER)}.')


def check_target(target: float | None) -> None:
    """Raise ValueError for a target that is given and is not a finite number."""
    if target is not None and not math.isfinite(target):
        raise ValueError(f"target is {target}: give a finite number, or None where there is none.")


def _positions(rebase: Iterable[int], size: int) -> Bools:
    starts = np.zeros(size, dtype=np.bool_)
    for given in rebase:
        try:
            position = index(given)
        except TypeError:
            position = 0
        if isinstance(given, bool) or not 1 <= position < size:
            raise ValueError(
                f"rebase holds {given}: give whole positions from 1 to {size - 1}, counted from 0."
            )
        starts[position] = True
    return starts


def _firsts(series: npt.NDArray[Any], size: int) -> Bools:
    """True at the first value of each series."""
    if series.shape != (size,):
        raise ValueError(f"series has shape {series.shape}: give one code for each of {size}.")
    if size and series.dtype.kind not in "iu":
        raise ValueError(f"series holds {series.dtype}: give whole numbers.")
    refuse(
        np.concatenate([[False], series[1:] < series[:-1]])[:size],
        "series is lower than the one before",
        "sort by series, then by date",
    )
    return np.concatenate([[True], series[1:] != series[:-1]])[:size]


def _marks(rebase: Marks, size: int) -> Bools:
    if rebase is None:
        return np.zeros(size, dtype=np.bool_)
    marks = np.asarray(rebase)
    if marks.shape != (size,) or (size and marks.dtype != np.bool_):
        raise ValueError(f"rebase must be True or False at each of {size} values.")
    return marks.astype(np.bool_)


def _codes(better: Words, size: int) -> npt.NDArray[np.intp] | int:
    if isinstance(better, str):
        check_better(better)
        return _BETTER.index(better)
    words = np.asarray(better, dtype=object)
    if words.shape != (size,):
        raise ValueError(f"better has shape {words.shape}: give one word, or one for each value.")
    codes = pd.Index(_BETTER).get_indexer(pd.Index(words))
    refuse(codes < 0, "better is an unknown word", f"use one of {', '.join(_BETTER)}")
    return codes


def _within(start: Bools, first: Bools) -> Ints:
    """The number of each value's group in its own series, counted from 0."""
    group = np.cumsum(start)
    earlier = np.maximum.accumulate(np.where(first, group, 0))
    return group - earlier

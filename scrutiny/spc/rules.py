"""Which points are unlikely to be chance: four rules on signs, for every group at once.

A sign is 1, 0 or -1. Missing points have sign 0, so that no run, trend or window crosses one.
"""

from typing import TypeAlias, TypeVar

import numpy as np
import numpy.typing as npt

from scrutiny.spc.inputs import Bools, Floats
from scrutiny.spc.limits import Lines

RULES = "NHSRplotthedots 0.2.2"  # the rule set, named beside every chart that uses it

Kind = TypeVar("Kind", bound=np.generic)
Signs: TypeAlias = npt.NDArray[np.int8]

_RUN = 7  # points on one side of the mean
_TREND = 7  # points that all rise or all fall


def directions(values: Floats, lines: Lines, start: Bools) -> Signs:
    """1 for a point that is unusually high, -1 unusually low, 0 common cause.

    Outside the limits comes first, then a trend, then two of three near a limit or a run; the
    last two need no order, for both say which side of the mean the point is on.
    """
    slack = lines.tolerance
    side = signs(values - lines.mean, slack)
    outside = _beyond(values, lines.lower, lines.upper, slack)
    close = _beyond(values, lines.near_lower, lines.near_upper, slack) & ~outside
    trending, way = trends(steps(values, start, slack), start, _TREND)
    own_side = two_of_three(side, close, start) | (run_lengths(side, start) >= _RUN)
    return np.select([outside, trending, own_side], [side, way, side], np.int8(0))


def signs(difference: Floats, tolerance: Floats) -> Signs:
    """The sign of each difference; 0 where it is missing or no more than rounding."""
    return (difference > tolerance).astype(np.int8) - (difference < -tolerance).astype(np.int8)


def steps(values: Floats, start: Bools, tolerance: Floats) -> Signs:
    """The sign of the step into each point; 0 into the first of a group and beside a gap."""
    into = signs(np.diff(values, prepend=np.nan), tolerance)
    into[start] = 0
    return into


def run_lengths(sign: Signs, start: Bools) -> npt.NDArray[np.int64]:
    """How many neighbours in its group share each point's sign, itself included; 0 for sign 0."""
    run = np.cumsum(start | (sign != shifted(sign, 1))) - 1
    return np.where(sign == 0, 0, np.bincount(run)[run])


def trends(into: Signs, start: Bools, points: int) -> tuple[Bools, Signs]:
    """Which points are part of ``points`` or more that all rise or all fall, and which way.

    The way is that of the step into the point; between two points of a trend, of the step out
    of it, so that a trend's first point goes with its trend.
    """
    long = run_lengths(into, start) >= points - 1
    part = long | shifted(long, -1)
    out = shifted(into, -1)
    # Two trends may touch across a tie or a gap; the step between them then says nothing.
    return part, np.where(shifted(part, -1) & (out != 0), out, into)


def two_of_three(side: Signs, close: Bools, start: Bools) -> Bools:
    """The close points of any three neighbours on one side of the mean of which two are close."""
    count = close.astype(np.int8)
    ends = np.abs(side + shifted(side, 1) + shifted(side, 2)) == 3
    ends &= count + shifted(count, 1) + shifted(count, 2) >= 2
    ends &= ~start & ~shifted(start, 1)
    window: Bools = ends | shifted(ends, -1) | shifted(ends, -2)
    return close & window


def shifted(array: npt.NDArray[Kind], places: int) -> npt.NDArray[Kind]:
    """The array moved so many places later, or earlier if negative, and filled with zeros."""
    moved = np.zeros_like(array)
    if places > 0:
        moved[places:] = array[:-places]
    else:
        moved[:places] = array[-places:]
    return moved


def _beyond(values: Floats, lower: Floats, upper: Floats, slack: Floats) -> Bools:
    return (signs(values - upper, slack) > 0) | (signs(values - lower, slack) < 0)

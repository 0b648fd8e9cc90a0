"""The lines of an XmR chart, for every group of every series at once."""

from typing import NamedTuple

import numpy as np

from scrutiny.spc.inputs import Bools, Floats, Ints

_SPREAD = 2.66  # natural process limits from the average moving range: 3 / 1.128, rounded
_SCREEN = 3.267  # the upper limit of moving ranges, as a multiple of their average
_ROUNDING = 1e-12  # share of a group's largest value that sums of floats may be out by


class Lines(NamedTuple):
    """The lines at each point, and how far from one a point may lie and still be on it."""

    mean: Floats
    lower: Floats
    upper: Floats
    near_lower: Floats
    near_upper: Floats
    tolerance: Floats


def lines(values: Floats, start: Bools, *, screened: bool) -> Lines:
    """The lines of each group; ``start`` marks the position each group starts at.

    Mean m of the group's values and average A of its moving ranges, neither counting what is
    missing. ``screened`` drops, once, the ranges that are not below 3.267 A and averages the
    rest; the points themselves stay in the mean. Limits m -+ 2.66 A, near limits at two thirds
    of that. A group without a moving range has a mean and no limits.
    """
    group = np.cumsum(start) - 1
    mean = _mean(values, group, start)
    ranges = np.abs(np.diff(values, prepend=np.nan))
    ranges[start] = np.nan
    average = _average(ranges, group, start)
    if screened:
        # All ranges are 0 where nothing varies: none is below 3.267 times 0, yet 0 is the answer.
        kept = (ranges < _SCREEN * average) | (average == 0)
        average = _average(np.where(kept, ranges, np.nan), group, start)
    reach, near = _SPREAD * average, _SPREAD * average * 2 / 3
    return Lines(mean, mean - reach, mean + reach, mean - near, mean + near, _slack(values, start))


def _average(values: Floats, group: Ints, start: Bools) -> Floats:
    """At each point, the average of what is there in its group."""
    there, groups = ~np.isnan(values), int(np.count_nonzero(start))
    count = np.bincount(group, there, groups)
    total = np.bincount(group, np.where(there, values, 0.0), groups)
    average: Floats = np.divide(total, count, out=np.full(groups, np.nan), where=count > 0)
    return average[group]


def _mean(values: Floats, group: Ints, start: Bools) -> Floats:
    # Summed as distances from the group's first value: the mean of equal values is then exactly
    # that value, and large values that differ by little lose nothing.
    there = np.flatnonzero(~np.isnan(values))
    first = there[np.flatnonzero(np.diff(group[there], prepend=-1))]
    base = np.full(np.count_nonzero(start), np.nan)
    base[group[first]] = values[first]
    return base[group] + _average(values - base[group], group, start)


def _slack(values: Floats, start: Bools) -> Floats:
    largest: Floats = np.fmax.reduceat(np.abs(values), np.flatnonzero(start))
    slack: Floats = largest[np.cumsum(start) - 1] * _ROUNDING
    return slack

"""Run charts, for series too short for limits."""

import numpy as np
import pandas as pd

from scrutiny.spc.inputs import Bools, Floats, Given, numbers
from scrutiny.spc.rules import run_lengths, signs, steps, trends

_RUN = 6  # points on one side of the median
_TREND = 5  # points that all rise or all fall
_ROUNDING = 1e-12  # as in limits.py


def run_chart(values: Given) -> pd.DataFrame:
    """A run chart of one series: its median and the points that chance seldom gives.

    Given: ``values`` in date order, in any unit, NaN or None where a period has none.

    Gives one row a value: value; median, of all values that are there; run, True in a run of six
    or more on one side of the median; trend, True among five or more that all rise or all fall.
    Points on the median are in no run, and neither count in one nor break it; equal neighbours
    break a trend. A gap breaks both.

    Raises ValueError for values that are infinite or not numbers.

    Source: the run-chart rules that NHS Improvement teaches, six for a shift and five for a
    trend (Perla, Provost and Murray 2011). That a gap breaks both is ours; that equal
    neighbours break a trend is stricter than teaching that leaves one of them out.
    """
    flat = numbers(values, "value")
    there = flat[~np.isnan(flat)]
    median = float(np.median(there)) if there.size else np.nan
    slack = np.full(flat.shape, _ROUNDING * np.abs(there).max(initial=0.0))
    start = np.arange(flat.size) == 0
    trending, _ = trends(steps(flat, start, slack), start, _TREND)
    return pd.DataFrame(
        {
            "value": flat,
            "median": np.full(flat.shape, median),
            "run": _shifts(flat, median, slack),
            "trend": trending,
        }
    )


def _shifts(values: Floats, median: float, slack: Floats) -> Bools:
    side = signs(values - median, slack)
    off = np.flatnonzero(side)  # points on the median are taken out before runs are counted
    piece = np.cumsum(np.isnan(values))[off]
    found = np.zeros(values.shape, dtype=np.bool_)
    found[off] = run_lengths(side[off], np.diff(piece, prepend=-1) != 0) >= _RUN
    return found

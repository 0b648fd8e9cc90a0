"""Limits for counts and shares whose spread follows from their size: p, u, c and p' charts.

Each gives one row a period: value, mean, lower, upper. A period without a number, or with a
denominator of 0, has a mean and no more.
"""

import numpy as np
import pandas as pd

from scrutiny.spc.inputs import Bools, Floats, Given, numbers, pairs, quotient, refuse

_SIGMAS = 3
_RANGE = 1.128  # average range of two normal values, as a multiple of their standard deviation


def p_limits(numerator: Given, denominator: Given) -> pd.DataFrame:
    """A p chart: d_i of n_i, as a share from 0 to 1.

    Formula: c = sum d / sum n; limits c -+ 3 sqrt(c (1 - c) / n_i), cut at 0 and 1.
    Raises ValueError for negative numbers and for d_i larger than n_i, with the position.
    Source: Montgomery, Introduction to Statistical Quality Control.
    """
    top, bottom, there = pairs(numerator, denominator, share=True)
    mean = _overall(top, bottom, there)
    frame = _frame(top, bottom, there, mean, _SIGMAS * _share_sigma(mean, bottom, there))
    return frame.assign(lower=frame["lower"].clip(lower=0), upper=frame["upper"].clip(upper=1))


def u_limits(numerator: Given, denominator: Given) -> pd.DataFrame:
    """A u chart: d_i events in n_i units, as a rate per unit.

    Formula: c = sum d / sum n; limits c -+ 3 sqrt(c / n_i), not cut at 0.
    Raises ValueError for negative numbers, with the position.
    Source: Montgomery, Introduction to Statistical Quality Control.
    """
    top, bottom, there = pairs(numerator, denominator)
    mean = _overall(top, bottom, there)
    reach = _SIGMAS * np.sqrt(quotient(np.full(top.shape, mean), bottom, there))
    return _frame(top, bottom, there, mean, reach)


def c_limits(counts: Given) -> pd.DataFrame:
    """A c chart: events in periods of one size.

    Formula: m = mean of the counts that are there; limits m -+ 3 sqrt(m), not cut at 0.
    Raises ValueError for negative counts, with the position.
    Source: Montgomery, Introduction to Statistical Quality Control.
    """
    events = numbers(counts, "count")
    refuse(events < 0, "count is negative", "give a count of 0 or more")
    one, there = np.ones(events.shape), ~np.isnan(events)
    mean = _overall(events, one, there)
    return _frame(events, one, there, mean, np.where(there, _SIGMAS * np.sqrt(mean), np.nan))


def p_prime_limits(numerator: Given, denominator: Given) -> pd.DataFrame:
    """A p' chart: d_i of n_i as a share, where large n_i would make the limits of p too narrow.

    Formula: c = sum d / sum n; s_i = sqrt(c (1 - c) / n_i); z_i = (d_i / n_i - c) / s_i;
    sigma_z = mean |z_i - z_(i-1)| / 1.128 over neighbours, not across a gap; limits
    c -+ 3 s_i sigma_z, not cut at 0 and 1. NaN limits where no two neighbours have a value;
    where every share is 0, or every share 1, the limits are the mean.
    Raises ValueError as ``p_limits`` does.
    Source: Laney, Improved Control Charts for Attributes, Quality Engineering 14 (2002).
    """
    top, bottom, there = pairs(numerator, denominator, share=True)
    mean = _overall(top, bottom, there)
    sigma = _share_sigma(mean, bottom, there)
    off = quotient(top, bottom, there) - mean
    z = np.divide(off, sigma, out=np.where(there, 0.0, np.nan), where=sigma > 0)
    moves = np.abs(np.diff(z))
    moves = moves[~np.isnan(moves)]
    excess = moves.mean() / _RANGE if moves.size else np.nan
    return _frame(top, bottom, there, mean, _SIGMAS * sigma * excess)


def _overall(top: Floats, bottom: Floats, there: Bools) -> float:
    return float(top[there].sum() / bottom[there].sum()) if there.any() else np.nan


def _share_sigma(mean: float, bottom: Floats, there: Bools) -> Floats:
    # Rounding must not carry a share of everything past 1 and under the root below 0.
    spread = max(mean * (1 - mean), 0.0)
    return np.sqrt(quotient(np.full(bottom.shape, spread), bottom, there))


def _frame(top: Floats, bottom: Floats, there: Bools, mean: float, reach: Floats) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "value": quotient(top, bottom, there),
            "mean": np.full(top.shape, mean),
            "lower": mean - reach,
            "upper": mean + reach,
        }
    )

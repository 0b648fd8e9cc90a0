"""The recent trend of an annual share: too few points for limits, enough for one test."""

from dataclasses import dataclass

import numpy as np
from scipy.special import chdtrc  # type: ignore[import-untyped]

from scrutiny.spc.inputs import Floats, Given, pairs

TREND_POINTS = 5  # annual points, one after the other
TREND_LEVEL = 0.05  # a trend is said to be there when chance gives it less often


@dataclass(frozen=True)
class Trend:
    """What the last annual points do.

    ``direction`` is "rising", "falling", "none" or "too short"; ``p`` how often chance alone
    gives a trend as strong, None if too short; ``points`` how many points that is from.
    """

    direction: str
    p: float | None
    points: int


def recent_trend(numerator: Given, denominator: Given) -> Trend:
    """Whether an annual share has risen or fallen over its last five points.

    Given: d_i of n_i, one a year in date order, years that do not overlap; NaN or None where a
    year has none. Years without a value at the end are left off; five years must then follow
    each other, else "too short" with the number that do.

    Formula: chi-squared test for linear trend in shares, one degree of freedom, scores 1..5:
    see ``chi_squared``. A trend is there at p < 0.05, in the direction of the slope.

    Raises ValueError for lengths that differ, negative numbers and d_i larger than n_i.

    Source: Armitage, Tests for linear trends in proportions and frequencies, Biometrics 11
    (1955). Annual and independent points, five of them and no breaks are what OHID's Fingertips
    technical guidance asks for. Fingertips is stricter: its own marker needs chi-squared above
    9.5495, which is p < 0.002, and none if leaving out one point turns the slope.
    """
    top, bottom, there = pairs(numerator, denominator, share=True)
    known = np.flatnonzero(there)
    end = int(known[-1]) + 1 if known.size else 0
    gaps = np.flatnonzero(~there[:end])
    begin = max(int(gaps[-1]) + 1 if gaps.size else 0, end - TREND_POINTS)
    if end - begin < TREND_POINTS:
        return Trend("too short", None, end - begin)
    statistic, slope = chi_squared(top[begin:end], bottom[begin:end])
    p = float(chdtrc(1, statistic))
    direction = "none" if p >= TREND_LEVEL else "rising" if slope > 0 else "falling"
    return Trend(direction, p, TREND_POINTS)


def chi_squared(events: Floats, sizes: Floats) -> tuple[float, float]:
    """Chi-squared for linear trend of the shares events / sizes, and a number of the slope's sign.

    With score x = 1..k, R = sum d, N = sum n and share c = R / N: T = sum x (d - n c), and
    chi-squared = T^2 / (c (1 - c) (sum n x^2 - (sum n x)^2 / N)); 0 where every share is 0 or 1.
    """
    score = np.arange(1, events.size + 1)
    share = events.sum() / sizes.sum()
    slope = float(score @ (events - sizes * share))
    variance = share * (1 - share) * (sizes @ score**2 - (sizes @ score) ** 2 / sizes.sum())
    return (slope**2 / float(variance) if variance > 0 else 0.0), slope

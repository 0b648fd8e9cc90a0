"""Funnel plots: places of different size against one target."""

import math
from typing import NamedTuple

import numpy as np
import pandas as pd
from scipy.special import gammaincinv  # type: ignore[import-untyped]

from scrutiny.spc.inputs import Bools, Floats, Given, pairs, quotient

FUNNEL_RULES = "Spiegelhalter 2005, 95% and 99.8%, over-dispersion"
"""What is named beside every funnel whose limits allow for over-dispersion."""

_LEVELS = {  # of a normal value: its distance from the middle, and the chance of lying below it
    "95": (1.959964, 0.025),
    "998": (3.090232, 0.001),
}
_TAIL = 0.1  # the share of z scores at either end that over-dispersion pulls in


class _Places(NamedTuple):
    """The places that have a value; all arrays are of one length."""

    value: Floats
    size: Floats
    target: float


def funnel(
    numerator: Given,
    denominator: Given,
    *,
    kind: str,
    target: float | None = None,
    overdispersion: bool = False,
) -> pd.DataFrame:
    """A funnel plot: each place's value and the limits that a place of its size may vary within.

    Given: ``kind`` "proportion", d_i of n_i, with value a share from 0 to 1 and target t by
    default sum d / sum n; or "ratio", a count d_i against the count n_i expected of it, with
    value d_i / n_i and target by default 1.

    Gives one row a place, in the same order: value; target; lower95, upper95, lower998 and
    upper998 in the unit of the value; outside, which is "998" beyond the 99.8% limits, "95"
    beyond the 95% limits only, and otherwise "". A place that lacks a number, or has a
    denominator of 0, has NaN throughout and "".

    Formula, proportion: sin^2(asin sqrt t -+ z sqrt(s^2 + tau^2)), s = 1 / (2 sqrt n), the angle
    kept within 0 and pi/2. Ratio, with x = n t expected at the target and q = 0.025 or 0.001:
    t chi2inv(q, 2x) / 2x and t chi2inv(1 - q, 2(x + 1)) / 2x.

    ``overdispersion`` estimates tau^2, the variance between places beyond chance; else it is 0.
    z_i is the distance from the target over s_i, of asin sqrt for a proportion and of the square
    root, again with s = 1 / (2 sqrt n), for a ratio; z is pulled in to its 10th and 90th
    percentiles; phi = sum z^2 / k; tau^2 = max(0, (k phi - (k - 1)) / (S1 - S2 / S1)), S1 the
    sum of s^-2 and S2 of s^-4. Limits of a ratio become (sqrt t -+ sqrt(h^2 + z^2 tau^2))^2, h
    being the distance of the limit above from the target on the square-root scale. That last
    formula is ours: it equals the limits above where tau is 0 and never narrows them.

    Raises ValueError for an unknown ``kind``, a ``target`` out of range, lengths that differ,
    negative numbers and, for a proportion, d_i larger than n_i, with the position.

    Source: Spiegelhalter, Funnel plots for comparing institutional performance (2005) and
    Handling over-dispersion of performance indicators (2005).
    """
    if kind not in ("proportion", "ratio"):
        raise ValueError(f'kind is "{kind}": use "proportion" or "ratio".')
    top, bottom, there = pairs(numerator, denominator, share=kind == "proportion")
    aim = _target(target, kind, top[there], bottom[there])
    values = quotient(top, bottom, there)
    places = _Places(values[there], bottom[there], aim)
    columns = {"value": places.value, "target": np.full(places.value.shape, aim)}
    between = _between(places, kind) if overdispersion else 0.0
    limits = _proportion_limits if kind == "proportion" else _ratio_limits
    for level in _LEVELS:
        columns["lower" + level], columns["upper" + level] = limits(places, level, between)
    frame = pd.DataFrame({name: _spread(column, there) for name, column in columns.items()})
    return frame.assign(outside=_outside(frame))


def _target(target: float | None, kind: str, top: Floats, bottom: Floats) -> float:
    if target is None:
        if kind == "ratio":
            return 1.0
        return math.fsum(top) / math.fsum(bottom) if top.size else math.nan
    if kind == "proportion" and not 0 <= target <= 1:
        raise ValueError(f"target is {target}: give a share from 0 to 1.")
    if kind == "ratio" and not 0 < target < math.inf:
        raise ValueError(f"target is {target}: give a finite number above 0.")
    return float(target)


def _proportion_limits(places: _Places, level: str, between: float) -> tuple[Floats, Floats]:
    z, _ = _LEVELS[level]
    middle = math.asin(math.sqrt(places.target))
    reach = z * np.sqrt(1 / (4 * places.size) + between)
    lower = np.sin(np.maximum(middle - reach, 0)) ** 2
    upper = np.sin(np.minimum(middle + reach, np.pi / 2)) ** 2
    return lower, upper


def _ratio_limits(places: _Places, level: str, between: float) -> tuple[Floats, Floats]:
    z, tail = _LEVELS[level]
    expected = places.size * places.target
    # A chi-squared quantile with 2x degrees of freedom is twice a gamma quantile with shape x.
    lower = places.target * gammaincinv(expected, tail) / expected
    upper = places.target * gammaincinv(expected + 1, 1 - tail) / expected
    if between == 0:
        return lower, upper
    root, more = math.sqrt(places.target), z**2 * between
    below = root - np.sqrt((root - np.sqrt(lower)) ** 2 + more)
    above = root + np.sqrt((np.sqrt(upper) - root) ** 2 + more)
    return np.maximum(below, 0) ** 2, above**2


def _between(places: _Places, kind: str) -> float:
    """The variance between places beyond chance, tau^2, on the scale of ``kind``."""
    count = places.value.size
    if count < 2:
        return 0.0
    weight = 4 * places.size  # 1 / s^2
    z = (_scaled(places.value, kind) - _scaled(np.float64(places.target), kind)) * np.sqrt(weight)
    z = np.clip(z, *np.quantile(z, [_TAIL, 1 - _TAIL]))
    # fsum, so that the order of the places cannot change the last digits.
    excess = math.fsum(z**2) - (count - 1)
    first, second = math.fsum(weight), math.fsum(weight**2)
    return max(0.0, excess / (first - second / first))


def _scaled(value: Floats | np.float64, kind: str) -> Floats:
    root = np.sqrt(value)
    return np.asarray(np.arcsin(root) if kind == "proportion" else root)


def _spread(column: Floats, there: Bools) -> Floats:
    """The column with NaN put in at the places that have no value."""
    full = np.full(there.shape, np.nan)
    full[there] = column
    return full


def _outside(frame: pd.DataFrame) -> "pd.Series[str]":
    beyond = {
        level: (frame["value"] < frame["lower" + level]) | (frame["value"] > frame["upper" + level])
        for level in _LEVELS
    }
    words = np.select([beyond["998"], beyond["95"]], ["998", "95"], "")
    return pd.Series(words, dtype="str")

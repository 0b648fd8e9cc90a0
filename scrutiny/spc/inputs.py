"""What callers give, made into arrays of numbers, or refused with the position that is wrong.

Positions are counted from 0, as in the arrays themselves.
"""

from collections.abc import Sequence
from numbers import Real
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt
import pandas as pd

Floats: TypeAlias = npt.NDArray[np.float64]
Bools: TypeAlias = npt.NDArray[np.bool_]
Ints: TypeAlias = npt.NDArray[np.int64]
Given: TypeAlias = "Sequence[float | None] | npt.NDArray[Any] | pd.Series[Any]"


def numbers(given: Given, name: str) -> Floats:
    """One number a position; None, NA and NaN become NaN. Raises ValueError for anything else."""
    raw = np.asarray(given)
    if raw.ndim != 1:
        raise ValueError(f"{name} has {raw.ndim} dimensions: give one row of numbers.")
    if raw.dtype == object:
        raw = _unwrapped(raw, name)
    if raw.dtype.kind not in "iuf":
        raise ValueError(f"{name} holds {raw.dtype} and not numbers: give numbers.")
    result = raw.astype(np.float64)
    refuse(np.isinf(result), f"{name} is infinite", "give a finite number, or nothing")
    return result


def pairs(
    numerator: Given, denominator: Given, *, share: bool = False
) -> tuple[Floats, Floats, Bools]:
    """Numerators, denominators, and where a value can be worked out from both.

    Raises ValueError for lengths that differ, for negative numbers and, for a ``share``, where
    the numerator is the larger.
    """
    top, bottom = numbers(numerator, "numerator"), numbers(denominator, "denominator")
    if top.shape != bottom.shape:
        raise ValueError(
            f"There are {top.size} numerators and {bottom.size} denominators: give one of each."
        )
    refuse(top < 0, "numerator is negative", "give a count of 0 or more")
    refuse(bottom < 0, "denominator is negative", "give a number of 0 or more")
    if share:
        refuse(top > bottom, "numerator is larger than its denominator", "a share is at most 1")
    return top, bottom, ~np.isnan(top) & (bottom > 0)


def quotient(top: Floats, bottom: Floats, there: Bools) -> Floats:
    """``top`` over ``bottom`` where there is a value, NaN elsewhere."""
    value: Floats = np.divide(top, bottom, out=np.full(top.shape, np.nan), where=there)
    return value


def refuse(wrong: Bools, what: str, remedy: str) -> None:
    """Raise ValueError with the first position that is wrong, if any is."""
    if wrong.any():
        raise ValueError(f"Position {int(np.argmax(wrong))}: {what}; {remedy}.")


def _unwrapped(raw: npt.NDArray[Any], name: str) -> Floats:
    # An object array is what None, NA or an empty query answer turn into; text must not slip in.
    missing = pd.isna(raw)
    strange = [
        not gone and (isinstance(value, bool) or not isinstance(value, Real))
        for value, gone in zip(raw, missing, strict=True)
    ]
    refuse(np.array(strange, dtype=np.bool_), f"{name} is not a number", "give one, or nothing")
    return np.where(missing, np.nan, raw).astype(np.float64)

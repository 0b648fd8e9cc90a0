"""The rules again, point by point and in exact fractions: slow, plain and without an array.

Written from the rules and not from the package, to hold the package against.
"""

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

Value = Fraction | None


def directions(values: Sequence[Value], *, screened: bool = True) -> list[int]:
    """1 high, -1 low, 0 common or missing, for one group."""
    lines = limits(values, screened=screened)
    return [direction(values, lines, at) for at in range(len(values))]


def limits(values: Sequence[Value], *, screened: bool = True) -> tuple[Value, Value]:
    """Mean, and average moving range."""
    there = [value for value in values if value is not None]
    if not there:
        return None, None
    ranges = [
        abs(after - before)
        for before, after in pairwise(values)
        if before is not None and after is not None
    ]
    mean = sum(there, Fraction(0)) / len(there)
    if not ranges:
        return mean, None
    average = sum(ranges, Fraction(0)) / len(ranges)
    if screened and average:
        ranges = [each for each in ranges if each < Fraction("3.267") * average]
        average = sum(ranges, Fraction(0)) / len(ranges)
    return mean, average


def direction(values: Sequence[Value], lines: tuple[Value, Value], at: int) -> int:
    mean, average = lines
    value = values[at]
    if value is None or mean is None:
        return 0
    side = sign(value - mean)
    if outside(value, mean, average):
        return side
    if rising := trend(values, at):
        return rising
    windows = [values[i : i + 3] for i in range(at - 2, at + 1) if 0 <= i <= len(values) - 3]
    if close(value, mean, average) and any(two_of_three(w, mean, average) for w in windows):
        return side
    runs = [values[i : i + 7] for i in range(at - 6, at + 1) if 0 <= i <= len(values) - 7]
    if any(all(v is not None and sign(v - mean) == side != 0 for v in run) for run in runs):
        return side
    return 0


def outside(value: Fraction, mean: Fraction, average: Value) -> bool:
    return average is not None and abs(value - mean) > Fraction("2.66") * average


def close(value: Fraction, mean: Fraction, average: Value) -> bool:
    if average is None or outside(value, mean, average):
        return False
    return abs(value - mean) > Fraction("2.66") * average * 2 / 3


def two_of_three(window: Sequence[Value], mean: Fraction, average: Value) -> bool:
    there = [value for value in window if value is not None]
    if len(there) < 3 or len({sign(value - mean) for value in there}) > 1 or there[0] == mean:
        return False
    return sum(close(value, mean, average) for value in there) >= 2


def trend(values: Sequence[Value], at: int) -> int:
    """Which way seven points go that this one is among; the later seven if there are two."""
    for first in range(min(at, len(values) - 7), max(at - 7, -1), -1):
        seven = values[first : first + 7]
        steps = {
            sign(after - before) if before is not None and after is not None else 0
            for before, after in pairwise(seven)
        }
        if steps in ({1}, {-1}):
            return steps.pop()
    return 0


def sign(number: Fraction) -> int:
    return (number > 0) - (number < 0)

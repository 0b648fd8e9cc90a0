"""The rules on signs alone, with the unit vectors that NHSRplotthedots is tested with."""

import numpy as np
import pytest

from scrutiny.spc.inputs import Bools
from scrutiny.spc.rules import Signs, run_lengths, shifted, steps, trends, two_of_three


def sign(*values: int) -> Signs:
    return np.array(values, dtype=np.int8)


def one_group(size: int) -> Bools:
    return np.arange(size) == 0


def at(found: Bools) -> list[int]:
    """The points found, counted from 1 as the tests in R do."""
    return [int(position) + 1 for position in np.flatnonzero(found)]


def run(*values: int) -> list[int]:
    return at(run_lengths(sign(*values), one_group(len(values))) >= 7)


def trend(*values: float) -> list[int]:
    numbers, start = np.array(values, dtype=float), one_group(len(values))
    return at(trends(steps(numbers, start, np.zeros(len(values))), start, 7)[0])


def near(close: list[int], side: list[int]) -> list[int]:
    return at(two_of_three(sign(*side), np.array(close) == 1, one_group(len(close))))


def test_a_run_is_of_seven_on_one_side() -> None:
    # R marks where a run is complete, at 7 and 8, and then every point that leads there.
    assert run(*[1] * 8, -1) == [1, 2, 3, 4, 5, 6, 7, 8]
    assert run(*[1] * 6, -1) == []
    assert run(*[-1] * 7) == [1, 2, 3, 4, 5, 6, 7]


def test_a_point_on_the_mean_breaks_a_run_and_is_in_none() -> None:
    assert run(1, 1, 1, 0, 1, 1, 1, 1) == []
    assert run(*[0] * 9) == []


def test_a_trend_is_of_seven_without_a_tie() -> None:
    assert trend(1, 2, 3, 3, 4, 5, 6) == []
    assert trend(1, 2, 3, 4, 5, 6) == []
    assert trend(1, 2, 3, 4, 5, 6, 7) == [1, 2, 3, 4, 5, 6, 7]
    assert trend(7, 6, 5, 4, 3, 2, 1) == [1, 2, 3, 4, 5, 6, 7]
    # R marks the trend complete at 8: it is of points 2 to 8.
    assert trend(2, 1, 2, 3, 4, 5, 6, 7, 3) == [2, 3, 4, 5, 6, 7, 8]


def test_two_of_three_marks_the_near_points_of_a_window() -> None:
    assert near([0, 0, 1, 0, 1, 0, 0], [1] * 7) == [3, 5]
    assert near([1, 0, 0, 1, 1], [1] * 5) == [4, 5]
    assert near([1, 0, 0, 1, 0, 0, 1], [-1] * 7) == []
    assert near([1, 1, 1], [-1, -1, -1]) == [1, 2, 3]


@pytest.mark.parametrize("side", [[1, -1, 1], [1, 1, -1], [1, 0, 1], [-1, 1, 1]])
def test_two_of_three_needs_all_three_on_one_side(side: list[int]) -> None:
    assert near([1, 1, 1], side) == []


def test_two_of_three_needs_three() -> None:
    assert near([1, 1], [1, 1]) == []
    start = np.array([True, False, True, False])
    assert at(two_of_three(sign(1, 1, 1, 1), np.ones(4, dtype=bool), start)) == []


def test_a_point_goes_the_way_it_was_reached_or_left_between_two_of_its_trend() -> None:
    def way(*values: float) -> list[int]:
        numbers, start = np.array(values, dtype=float), one_group(len(values))
        part, found = trends(steps(numbers, start, np.zeros(len(values))), start, 7)
        return found[part].tolist()

    assert way(1, 2, 3, 4, 5, 6, 7) == [1] * 7
    assert way(1, 2, 3, 4, 5, 6, 7, 6, 5, 4, 3, 2, 1) == [1] * 6 + [-1] * 7  # the top leads down
    assert way(*range(7), *range(6, 13)) == [1] * 14  # two trends that touch across a tie


@pytest.mark.parametrize("size", [0, 1, 2, 3])
@pytest.mark.parametrize("places", [1, 2, -1, -2])
def test_shifting_fills_with_zeros(size: int, places: int) -> None:
    whole = list(range(1, size + 1))
    filled = [0] * 3 + whole + [0] * 3
    assert (
        shifted(np.array(whole, dtype=int), places).tolist()
        == (filled[3 - places : 3 - places + size])
    )

"""Run charts: shifts of six and trends of five, with the median left out and gaps in the way."""

import math
from typing import Any

import pandas as pd
import pytest

from scrutiny import spc


def at(values: list[Any], rule: str) -> list[int]:
    frame = spc.run_chart(values)
    return [int(position) for position in frame.index[frame[rule]]]


def test_the_median_and_the_columns() -> None:
    frame = spc.run_chart([5, 1, None, 9, 3])
    assert frame.columns.tolist() == ["value", "median", "run", "trend"]
    assert frame["median"].tolist() == [4] * 5
    assert frame["value"].isna().tolist() == [False, False, True, False, False]
    assert frame.dtypes.astype(str).tolist() == ["float64", "float64", "bool", "bool"]


def test_six_on_one_side_are_a_run() -> None:
    assert at([1, 2, 1, 2, 1, 2, 8, 9, 8, 9, 8, 9], "run") == list(range(12))
    assert at([1, 2, 1, 2, 1, 8, 9, 8, 9, 8], "run") == []


def test_points_on_the_median_neither_count_nor_break() -> None:
    low, high = [1, 2, 1, 5, 2, 1, 2], [9, 8, 9, 5, 8, 9, 8]
    assert at([*low, *high], "run") == [0, 1, 2, 4, 5, 6, 7, 8, 9, 11, 12, 13]
    assert at([1, 2, 1, 5, 2, 1, 9, 8, 9, 5, 8, 9], "run") == []


def test_a_gap_breaks_a_run() -> None:
    assert at([1, 2, 1, None, 2, 1, 2, 8, 9, 8, 9, 8, 9], "run") == list(range(7, 13))


@pytest.mark.parametrize("way", [1, -1])
def test_five_that_all_rise_or_fall_are_a_trend(way: int) -> None:
    assert at([way * v for v in (3, 1, 2, 3, 4, 5, 2)], "trend") == [1, 2, 3, 4, 5]
    assert at([way * v for v in (3, 1, 2, 3, 4, 2)], "trend") == []


def test_a_tie_and_a_gap_break_a_trend() -> None:
    assert at([1, 2, 3, 3, 4, 5], "trend") == []
    assert at([1, 2, 3, None, 4, 5, 6], "trend") == []


def test_equal_values_are_on_the_median() -> None:
    frame = spc.run_chart([0.1] * 13)
    assert frame["median"].tolist() == [0.1] * 13
    assert not frame[["run", "trend"]].any(axis=None)


@pytest.mark.parametrize("values", [[], [None, math.nan], pd.Series(dtype=object)])
def test_no_value_has_no_median(values: Any) -> None:
    frame = spc.run_chart(values)
    assert len(frame) == len(values)
    assert frame["median"].isna().all()


def test_what_is_not_a_number_is_refused() -> None:
    with pytest.raises(ValueError, match="Position 1: value is infinite"):
        spc.run_chart([1, math.inf])

"""p, u, c and p' charts against limits worked out by hand."""

import math
from collections.abc import Callable
from typing import Any

import pandas as pd
import pytest

from scrutiny import spc

COLUMNS = ["value", "mean", "lower", "upper"]
PAIRS = pytest.mark.parametrize("chart", [spc.p_limits, spc.u_limits, spc.p_prime_limits])
Chart = Callable[[Any, Any], pd.DataFrame]


def rows(frame: pd.DataFrame) -> list[list[float]]:
    return frame.to_numpy().tolist()


def test_p() -> None:
    # c = 60 / 300; s = 0.04 of 100 and 0.4 / sqrt 200 of 200.
    wide, narrow = 0.12, 1.2 / math.sqrt(200)
    assert rows(spc.p_limits([10, 50], [100, 200])) == [
        pytest.approx([0.1, 0.2, 0.2 - wide, 0.2 + wide]),
        pytest.approx([0.25, 0.2, 0.2 - narrow, 0.2 + narrow]),
    ]


def test_p_is_cut_at_none_and_all() -> None:
    assert rows(spc.p_limits([1, 0], [4, 4]))[0] == pytest.approx(
        [0.25, 0.125, 0, 0.125 + 3 * math.sqrt(0.125 * 0.875 / 4)]
    )
    assert rows(spc.p_limits([3, 4], [4, 4]))[0][3] == 1


@pytest.mark.parametrize(("share", "top"), [(0.0, 0), (1.0, 7)])
@pytest.mark.parametrize("chart", [spc.p_limits, spc.p_prime_limits])
def test_none_and_all_have_the_mean_as_limits(chart: Chart, share: float, top: int) -> None:
    assert rows(chart([top, top, top], [7, 7, 7])) == [[share] * 4] * 3


def test_u() -> None:
    # c = 50 events / 50 units = 1; the lower limit of 4 units is below 0 and not cut.
    assert rows(spc.u_limits([40, 2, 8], [36, 4, 10])) == [
        pytest.approx([40 / 36, 1, 0.5, 1.5]),
        pytest.approx([0.5, 1, -0.5, 2.5]),
        pytest.approx([0.8, 1, 1 - 3 / math.sqrt(10), 1 + 3 / math.sqrt(10)]),
    ]


def test_c() -> None:
    assert rows(spc.c_limits([3, 6, 3])) == [
        pytest.approx([value, 4, -2, 10]) for value in (3, 6, 3)
    ]


def test_p_prime() -> None:
    # c = 0.5, s = 0.05; z = -4, 0, 4, 0, so sigma_z = 4 / 1.128 and limits 0.5 -+ 0.15 x 3.5461.
    frame = spc.p_prime_limits([30, 50, 70, 50], [100] * 4)
    reach = 0.15 * 4 / 1.128
    assert rows(frame)[0] == pytest.approx([0.3, 0.5, 0.5 - reach, 0.5 + reach])


def test_p_prime_takes_no_range_across_a_gap() -> None:
    # c = 0.5; z = -4, 0 | 4, 4: ranges 4 and 0.
    frame = spc.p_prime_limits([30, 50, None, 60, 60], [100, 100, 100, 100, 100])
    assert frame["mean"].tolist() == [0.5] * 5
    assert frame["upper"].iloc[0] == pytest.approx(0.5 + 0.15 * 2 / 1.128)
    apart = spc.p_prime_limits([30, None, 70], [100, None, 100])
    assert apart[["lower", "upper"]].isna().all(axis=None)


@PAIRS
def test_a_period_without_a_number_has_only_the_mean(chart: Chart) -> None:
    frame = chart([1, None, 3, 0, 4], [10, 10, None, 0, 10])
    assert frame.columns.tolist() == COLUMNS
    assert frame["mean"].tolist() == [0.25] * 5
    gaps = frame[["value", "lower", "upper"]].isna()
    assert gaps["value"].tolist() == [False, True, True, True, False]
    assert gaps.loc[[1, 2, 3]].all(axis=None)


def test_a_count_that_is_missing_has_only_the_mean() -> None:
    frame = spc.c_limits([3, None, 5])
    assert frame["mean"].tolist() == [4] * 3
    assert frame.loc[1, ["value", "lower", "upper"]].isna().all()


@PAIRS
@pytest.mark.parametrize("nothing", [[], [None, None]])
def test_no_period_gives_every_column(chart: Chart, nothing: list[Any]) -> None:
    frame = chart(nothing, nothing)
    assert frame.columns.tolist() == COLUMNS
    assert frame.isna().all(axis=None)
    assert len(spc.c_limits(nothing)) == len(nothing)


@PAIRS
def test_negative_numbers_are_refused(chart: Chart) -> None:
    with pytest.raises(ValueError, match="Position 1: numerator is negative"):
        chart([1, -2], [3, 3])
    with pytest.raises(ValueError, match="Position 0: denominator is negative"):
        chart([1, 2], [-3, 3])
    with pytest.raises(ValueError, match="Position 1: count is negative"):
        spc.c_limits([1, -2])


def test_only_a_rate_may_be_above_one() -> None:
    assert spc.u_limits([3], [2])["value"].tolist() == [1.5]
    for chart in (spc.p_limits, spc.p_prime_limits):
        with pytest.raises(ValueError, match="Position 0: numerator is larger"):
            chart([3], [2])

"""The recent trend: the published example, five years and no fewer, and no break."""

from typing import Any

import numpy as np
import pytest
from scipy.special import chdtrc

from scrutiny import spc
from scrutiny.spc.trends import chi_squared

RISE = [10, 14, 18, 22, 26]
TOO_SHORT = "too short"


def of_hundred(*top: float | None) -> spc.Trend:
    return spc.recent_trend(list(top), [100] * len(top))


def test_the_smokers_of_r() -> None:
    # The example of prop.trend.test in R: 83 of 86, 90 of 93, 129 of 136 and 70 of 82.
    smokers, patients = np.array([83.0, 90, 129, 70]), np.array([86.0, 93, 136, 82])
    statistic, slope = chi_squared(smokers, patients)
    assert statistic == pytest.approx(8.2249, abs=5e-5)
    assert float(chdtrc(1, statistic)) == pytest.approx(0.004132, abs=5e-7)
    assert slope < 0


def test_a_rise_worked_out_by_hand() -> None:
    # c = 0.18; T = 4 x (-2 x -2 + -1 x -1 + 1 + 4) = 40; V = 0.18 x 0.82 x (5500 - 4500) = 147.6.
    found = of_hundred(*RISE)
    assert (found.direction, found.points) == ("rising", 5)
    assert found.p == pytest.approx(float(chdtrc(1, 40**2 / 147.6)))
    assert found.p == pytest.approx(0.000993, abs=5e-6)


def test_a_fall_is_a_rise_backwards() -> None:
    up, down = of_hundred(*RISE), of_hundred(*RISE[::-1])
    assert (down.direction, down.p) == ("falling", up.p)


def test_the_test_is_at_five_in_a_hundred() -> None:
    # The limit is 3.84: T = 23 and V = 143.7 give 3.68, T = 24 and V = 141.1 give 4.08.
    below, above = of_hundred(13, 15, 17, 20, 22), of_hundred(12, 15, 17, 19, 22)
    assert (below.direction, above.direction) == ("none", "rising")
    assert below.p is not None
    assert above.p is not None
    assert below.p > spc.TREND_LEVEL > above.p


def test_only_the_last_five_years_count() -> None:
    assert of_hundred(90, 80, 70, *RISE) == of_hundred(*RISE)


@pytest.mark.parametrize(
    ("top", "points"),
    [([], 0), ([None], 0), ([5], 1), (RISE[:4], 4), ([*RISE, None, 30, 34], 2)],
)
def test_fewer_than_five_without_a_break_are_too_short(top: list[Any], points: int) -> None:
    assert of_hundred(*top) == spc.Trend(TOO_SHORT, None, points)


def test_a_break_further_back_does_not_matter() -> None:
    assert of_hundred(50, None, *RISE) == of_hundred(*RISE)


def test_years_without_a_value_at_the_end_are_left_off() -> None:
    assert of_hundred(*RISE, None, None) == of_hundred(*RISE)


def test_a_year_of_nobody_is_a_break() -> None:
    assert spc.recent_trend([*RISE, 0], [100] * 5 + [0]) == of_hundred(*RISE)
    broken = spc.recent_trend([1, 1, 0, 1, 1, 1], [9, 9, 0, 9, 9, 9])
    assert broken == spc.Trend(TOO_SHORT, None, 3)


@pytest.mark.parametrize("top", [0, 100, 37])
def test_equal_shares_have_no_trend(top: int) -> None:
    assert of_hundred(*[top] * 5) == spc.Trend("none", 1.0, 5)


def test_what_is_no_share_is_refused() -> None:
    with pytest.raises(ValueError, match="Position 1: numerator is larger"):
        spc.recent_trend([1, 5], [4, 4])
    with pytest.raises(ValueError, match="Position 0: numerator is negative"):
        spc.recent_trend([-1], [4])
    with pytest.raises(ValueError, match="1 numerators and 2 denominators"):
        spc.recent_trend([1], [4, 4])

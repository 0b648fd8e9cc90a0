"""What holds of every run chart, p, u, c and p' chart and recent trend, whatever the series."""

import math
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scrutiny import spc
from tests.scrutiny.spc.series import SERIES
from tests.scrutiny.spc.test_attributes import PAIRS, Chart

LINES = ["mean", "lower", "upper"]
PERIOD = st.one_of(
    st.just((None, None)),
    *[st.tuples(st.integers(0, 40), st.integers(40, 90)) for _ in range(6)],
)
PERIODS = st.lists(PERIOD, min_size=1, max_size=15)
YEARS = st.lists(st.tuples(st.integers(0, 60), st.integers(60, 90)), min_size=5, max_size=5)
Periods = list[tuple[Any, Any]]
few = settings(max_examples=40)


def drawn(chart: Chart, periods: Periods) -> pd.DataFrame:
    return chart([top for top, _ in periods], [bottom for _, bottom in periods])


# --- run charts ----------------------------------------------------------------------------------


@few
@given(SERIES, st.integers(-500, 500), st.sampled_from([-4, -1, 0.5, 3]))
def test_a_scale_moves_the_median_and_no_run_or_trend(
    values: list[Any], more: int, factor: float
) -> None:
    frame = spc.run_chart(values)
    moved = spc.run_chart([None if v is None else (v + more) * factor for v in values])
    for rule in ("run", "trend"):
        assert moved[rule].tolist() == frame[rule].tolist()
    np.testing.assert_allclose(moved["median"], (frame["median"] + more) * factor, atol=1e-9)


@few
@given(SERIES)
def test_a_run_chart_read_backwards_marks_the_same_points(values: list[Any]) -> None:
    frame, back = spc.run_chart(values), spc.run_chart(values[::-1])
    for rule in ("run", "trend"):
        assert back[rule].tolist() == frame[rule].tolist()[::-1]


@few
@given(SERIES, st.integers(0, 3), st.integers(0, 3))
def test_gaps_at_the_ends_of_a_run_chart_change_nothing(
    values: list[Any], before: int, after: int
) -> None:
    padded = spc.run_chart([None] * before + values + [None] * after)
    inner = padded.iloc[before : before + len(values)].reset_index(drop=True)
    pd.testing.assert_frame_equal(inner, spc.run_chart(values))


# --- p, u, c and p' ------------------------------------------------------------------------------


@PAIRS
@few
@given(periods=PERIODS)
def test_every_value_has_limits_around_the_overall_mean(chart: Chart, periods: Periods) -> None:
    frame = drawn(chart, periods)
    there = [pair for pair in periods if pair[0] is not None]
    if there:
        mean = sum(top for top, _ in there) / sum(bottom for _, bottom in there)
        assert frame["mean"].tolist() == pytest.approx([mean] * len(periods))
    limits = frame.dropna()
    assert (limits["lower"] <= limits["mean"] + 1e-12).all()
    assert (limits["mean"] <= limits["upper"] + 1e-12).all()


@pytest.mark.parametrize("chart", [spc.p_limits, spc.u_limits])
@few
@given(periods=PERIODS, data=st.data())
def test_the_order_of_periods_makes_no_difference(
    chart: Chart, periods: Periods, data: st.DataObject
) -> None:
    order = data.draw(st.permutations(range(len(periods))))
    frame = drawn(chart, periods).iloc[order].reset_index(drop=True)
    pd.testing.assert_frame_equal(drawn(chart, [periods[at] for at in order]), frame)


@PAIRS
@few
@given(periods=PERIODS)
def test_a_larger_denominator_has_narrower_limits(chart: Chart, periods: Periods) -> None:
    sizes = np.array([bottom for _, bottom in periods], dtype=float)
    frame = drawn(chart, periods).assign(size=sizes).dropna().sort_values("size")
    width = frame["upper"] - frame["lower"]
    assert (width.diff().dropna() <= 1e-9).all()


@PAIRS
@few
@given(periods=PERIODS, before=st.integers(0, 3), after=st.integers(0, 3))
def test_gaps_at_the_ends_change_nothing(
    chart: Chart, periods: Periods, before: int, after: int
) -> None:
    padded = drawn(chart, [(None, None)] * before + periods + [(None, None)] * after)
    inner = padded.iloc[before : before + len(periods)].reset_index(drop=True)
    pd.testing.assert_frame_equal(inner, drawn(chart, periods))


@few
@given(periods=PERIODS)
def test_the_share_that_is_not_counted_has_the_limits_turned_over(periods: Periods) -> None:
    others = [(None if top is None else bottom - top, bottom) for top, bottom in periods]
    for chart in (spc.p_limits, spc.p_prime_limits):
        frame, other = drawn(chart, periods), drawn(chart, others)
        np.testing.assert_allclose(other["lower"], 1 - frame["upper"], atol=1e-9)
        np.testing.assert_allclose(other["mean"], 1 - frame["mean"], atol=1e-9)


@few
@given(st.lists(st.one_of(st.none(), st.integers(0, 50)), min_size=1, max_size=15))
def test_counts_lie_around_their_mean_by_its_root(counts: list[Any]) -> None:
    frame, there = spc.c_limits(counts), [count for count in counts if count is not None]
    assert frame["value"].isna().tolist() == [count is None for count in counts]
    if there:
        mean = sum(there) / len(there)
        assert frame["mean"].tolist() == pytest.approx([mean] * len(counts))
        assert frame["upper"].dropna().tolist() == (
            pytest.approx([mean + 3 * math.sqrt(mean)] * len(there))
        )


def test_one_period_has_limits_but_for_the_ranges_of_p_prime() -> None:
    assert spc.p_limits([5], [20]).notna().all(axis=None)
    assert spc.u_limits([5], [20]).notna().all(axis=None)
    assert spc.c_limits([5]).notna().all(axis=None)
    assert spc.p_prime_limits([5], [20])[["lower", "upper"]].isna().all(axis=None)


# --- the recent trend ----------------------------------------------------------------------------


@few
@given(YEARS)
def test_the_test_is_the_number_times_the_square_of_the_correlation(
    years: list[tuple[int, int]],
) -> None:
    # Chi-squared for trend is N r^2, r being of the year and of whether each one was counted.
    found = spc.recent_trend([top for top, _ in years], [bottom for _, bottom in years])
    when = np.repeat(range(5), [bottom for _, bottom in years])
    was = np.concatenate([[1] * top + [0] * (bottom - top) for top, bottom in years])
    if was.std() == 0:
        assert found == spc.Trend("none", 1.0, 5)
        return
    r = float(np.corrcoef(when, was)[0, 1])
    assert found.p == pytest.approx(math.erfc(math.sqrt(when.size / 2) * abs(r)), abs=1e-12)
    assert found.direction in ("none", "rising" if r > 0 else "falling")


@few
@given(YEARS)
def test_a_trend_read_backwards_or_of_the_others_goes_the_other_way(
    years: list[tuple[int, int]],
) -> None:
    top, bottom = [top for top, _ in years], [bottom for _, bottom in years]
    found = spc.recent_trend(top, bottom)
    other = {"rising": "falling", "falling": "rising", "none": "none"}
    for turned in (
        spc.recent_trend(top[::-1], bottom[::-1]),
        spc.recent_trend([n - d for d, n in years], bottom),
    ):
        assert turned.direction == other[found.direction]
        assert turned.p == pytest.approx(found.p)

"""One XmR chart: published figures, what is not chance, gaps, groups and refusals."""

import math
import warnings
from typing import Any

import numpy as np
import pandas as pd
import pytest

from scrutiny import spc
from tests.scrutiny.spc.series import LINES, NORMAL, labels, special

BREACHES = [  # NHS trust RQM, type 1 A&E breaches, April 2016 to March 2018
    *(1199, 929, 970, 1178, 1110, 1388, 2061, 1985, 2675, 3141, 1942, 2030),
    *(1309, 1960, 1169, 1117, 1085, 1492, 1280, 1197, 1569, 1406, 1328, 1564),
]
COLUMNS = ["value", "group", *LINES, "point"]


def row(values: list[Any], **options: Any) -> pd.Series:
    return spc.xmr(values, better="higher", **options).iloc[-1]


def test_the_published_example_of_breaches() -> None:
    frame = spc.xmr(BREACHES, better="lower", target=1200)
    last = frame.iloc[-1]
    assert last["mean"] == pytest.approx(1545.1667, abs=5e-5)
    assert last["lower"] == pytest.approx(740.3958, abs=5e-5)
    assert last["upper"] == pytest.approx(2349.9376, abs=5e-5)
    assert special(BREACHES, "lower") == {
        1: "improvement_low",
        2: "improvement_low",
        8: "concern_high",
        9: "concern_high",
    }
    assert spc.icons(frame, better="lower", target=1200) == spc.Icons("common", "inconsistent")


def test_twenty_normal_values_are_common_cause() -> None:
    last = row(NORMAL[:20])
    assert last["mean"] == pytest.approx(0.1416238, abs=5e-8)
    assert last["lower"] == pytest.approx(-3.01138, abs=5e-6)
    assert last["upper"] == pytest.approx(3.294627, abs=5e-7)
    assert special(NORMAL[:20]) == {}


@pytest.mark.parametrize(
    ("screened", "lower", "upper"), [(True, -2.383666, 3.722497), (False, -4.596625, 5.935457)]
)
def test_an_outlier_widens_the_limits_only_when_its_ranges_are_not_screened(
    *, screened: bool, lower: float, upper: float
) -> None:
    last = row([*NORMAL[:14], 10, *NORMAL[15:20]], screened=screened)
    assert last["mean"] == pytest.approx(0.6694159, abs=5e-8)
    assert last["lower"] == pytest.approx(lower, abs=5e-7)
    assert last["upper"] == pytest.approx(upper, abs=5e-7)


@pytest.mark.parametrize(
    ("screened", "lower", "upper"), [(True, -0.72, 4.60), (False, -3.06, 6.95)]
)
def test_the_outlier_of_the_vignette_is_the_only_point_that_stands_out(
    *, screened: bool, lower: float, upper: float
) -> None:
    values = [1, 2, 1, 2, 10, *[1, 2] * 6, 1]
    last = row(values, screened=screened)
    assert last[["lower", "mean", "upper"]].tolist() == pytest.approx(
        [lower, 1.94, upper], abs=0.006
    )
    assert special(values, screened=screened) == {4: "improvement_high"}


def test_two_near_points_on_opposite_sides_are_common_cause() -> None:
    values = [*[1, -1] * 7, 5.5, -5.5]
    last = row(values)
    assert last[["lower", "upper"]].tolist() == pytest.approx([-6.175, 6.175])
    assert last["near_upper"] < 5.5
    assert special(values) == {}


@pytest.mark.parametrize("way", [1, -1])
def test_eight_points_one_way_are_a_trend_with_its_ends_outside(way: int) -> None:
    up, down = ("improvement_high", "concern_low")[::way]
    assert special([way * n for n in range(8)]) == {0: down, **dict.fromkeys(range(1, 8), up)}


def test_points_outside_do_not_count_towards_two_of_three() -> None:
    frame = spc.xmr([*[10, 11, 9] * 5, 20, 20, 14.5], better="higher")
    assert labels(frame)[15:] == ["improvement_high", "improvement_high", "common"]
    assert frame["near_upper"].iloc[0] < 14.5 < frame["upper"].iloc[0] < 20


@pytest.mark.parametrize(("top", "average"), [(3267, 733 / 3), (3266, 999.75)])
def test_a_range_is_screened_from_its_limit_up(top: int, average: float) -> None:
    # Ranges of top, 244, 244 and 245; at 3267 they average 1000, at 3266 their limit is 3266.18.
    last = row([0, top, top - 244, top, top - 245])
    assert last["upper"] - last["mean"] == pytest.approx(2.66 * average)


def test_near_limits_are_at_two_thirds() -> None:
    last = row([10, 20])
    assert last[LINES].tolist() == pytest.approx(
        [15, 15 - 26.6, 15 + 26.6, 15 - 53.2 / 3, 15 + 53.2 / 3]
    )


@pytest.mark.parametrize(("values", "beyond"), [([0, 10] * 7, "lower"), ([90, 100] * 7, "upper")])
def test_limits_are_not_cut_at_nought_or_at_a_hundred(values: list[int], beyond: str) -> None:
    last = row(values)
    assert (last["mean"] - last["lower"], last["upper"] - last["mean"]) == pytest.approx(
        (26.6,) * 2
    )
    assert not 0 <= last[beyond] <= 100


@pytest.mark.parametrize("factor", [1, 0.1, 1 / 3])
def test_a_point_on_a_near_limit_is_not_beyond_it(factor: float) -> None:
    # Mean 0 and nine ranges of 675 in all, so that the near limits are -+ 2.66 x 75 x 2/3 = 133.
    values = [133, 133, 1, -89, -89, -89, 52, -52, 52, -52]
    frame = spc.xmr([value * factor for value in values], better="higher")
    assert frame["near_upper"].iloc[0] == pytest.approx(133 * factor)
    assert set(frame["point"]) == {"common"}
    higher = [value * factor for value in [135, 134, 1, -90, -90, -90, 52, -52, 52, -52]]
    assert special(higher) == dict.fromkeys([0, 1], "improvement_high")


def test_a_trend_comes_before_the_side_of_the_mean() -> None:
    # Eight points above the mean, of which the first seven fall: a run high, and a trend low.
    fall = [24, 22, 20, 18, 16, 14, 12]
    values = [*[-40, 40] * 6, -40, *fall, *[40, -40] * 6]
    assert min(fall) > row(values)["mean"]
    falls = dict.fromkeys(range(13, 20), "concern_low")
    assert special(values) == falls | {20: "improvement_high"}
    values[14:16] = 20, 22
    assert special(values) == dict.fromkeys(range(13, 21), "improvement_high")


@pytest.mark.parametrize("factor", [1, 0.1, 1 / 3])
def test_a_point_on_a_limit_is_inside(factor: float) -> None:
    # The ranges add up to 400, so the limits are -+ 2.66 x 50.
    values = [133, 0, -133, 0, 0.25, -0.25, 0, 0, 0]
    frame = spc.xmr([value * factor for value in values], better="higher")
    assert frame["upper"].iloc[0] == pytest.approx(133 * factor)
    assert set(frame["point"]) == {"common"}
    assert set(special([134, *values[1:]])) == {0}


# --- what cannot vary, and what is missing -----------------------------------------------------


@pytest.mark.parametrize("value", [0, 0.1, -3.3, 1e9 + 0.1])
@pytest.mark.parametrize("screened", [True, False])
def test_equal_values_have_their_mean_as_limits(*, value: float, screened: bool) -> None:
    frame = spc.xmr([value] * 13, better="lower", screened=screened)
    assert (frame[LINES] == value).all(axis=None)
    assert set(frame["point"]) == {"common"}


def test_one_point_has_a_mean_and_no_limits() -> None:
    frame = spc.xmr([7], better="higher")
    assert frame["mean"].tolist() == [7]
    assert frame[LINES[1:]].isna().all(axis=None)
    assert labels(frame) == ["common"]


@pytest.mark.parametrize("empty", [[], pd.Series(dtype=object), np.array([])])
def test_no_point_gives_no_row_and_every_column(empty: Any) -> None:
    frame = spc.xmr(empty, better="higher")
    assert frame.columns.tolist() == COLUMNS
    assert frame.empty
    assert frame.dtypes.astype(str).tolist() == ["float64", "int64", *["float64"] * 5, "str"]


@pytest.mark.parametrize("gap", [math.nan, None, pd.NA])
def test_a_gap_has_no_label_and_counts_in_nothing(gap: Any) -> None:
    frame = spc.xmr([1, 3, gap, 5, 6], better="higher")
    assert frame.columns.tolist() == COLUMNS
    assert frame["mean"].tolist() == [3.75] * 5
    assert frame["upper"].iloc[2] == pytest.approx(3.75 + 2.66 * 1.5)  # of 2 and 1, not of 2
    assert labels(frame) == ["common", "common", None, "common", "common"]


def test_points_with_gaps_between_them_have_no_limits() -> None:
    frame = spc.xmr([1, None, 9, None, 2], better="higher")
    assert frame["mean"].tolist() == [4] * 5
    assert frame[LINES[1:]].isna().all(axis=None)
    assert labels(frame) == ["common", None, "common", None, "common"]


def test_no_run_crosses_a_gap() -> None:
    low, high = [1, 2, 1, 2, 1, 2, 1], [3, 4, 3, 4, 3, 4, 3]
    assert len(special([*low, *high])) == 14
    assert len(special([*low, *high[:3], None, *high[3:]])) == 7


def test_no_trend_crosses_a_gap() -> None:
    noise = [40, 60] * 6
    rise = list(range(47, 54))
    assert len(special([*noise, *rise])) == 7
    assert special([*noise, *rise[:3], None, *rise[3:]]) == {}


def test_no_two_of_three_crosses_a_gap() -> None:
    noise = [0, 2] * 8
    assert set(special([*noise, 6, 3, 6, *noise])) == {16, 18}
    assert set(special([*noise, 6, None, 6, *noise])) == set()


def test_ranges_that_are_all_screened_but_zeros_leave_no_room() -> None:
    # As NHSRplotthedots has it: one step among equal values is screened away, so every point
    # lies outside. Counts as rare as this want another chart.
    frame = spc.xmr([0] * 12 + [13], better="lower")
    assert frame[["lower", "mean", "upper"]].iloc[0].tolist() == [1, 1, 1]
    assert set(labels(frame)) == {"improvement_low", "concern_high"}


# --- rounding ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tenths", "low"),
    [([2, 1, 1, 6, 6, 4, 6, 6, 4], {1, 2}), ([9, 9, 6, 3, 3, 3, 7, 8], {3, 4, 5})],
)
def test_a_point_on_the_mean_but_for_rounding_is_on_it(tenths: list[int], low: set[int]) -> None:
    # Means 4 and 6. Counted as above its mean, the 4 or the 6 would make two of three of its
    # neighbours, though no three of them are on one side.
    expected = dict.fromkeys(low, "concern_low")
    assert special(tenths) == expected
    assert special([tenth / 10 for tenth in tenths]) == expected


# --- groups ------------------------------------------------------------------------------------


def test_a_rebase_starts_lines_and_rules_afresh() -> None:
    low, high = [1, 2, 1, 2, 1, 2, 1], [11, 12, 11, 12, 11, 12, 11]
    assert len(special([*low, *high])) == 14
    frame = spc.xmr([*low, *high], better="higher", rebase=[7])
    assert frame["group"].tolist() == [0] * 7 + [1] * 7
    assert frame["mean"].iloc[[0, -1]].tolist() == pytest.approx([10 / 7, 80 / 7])
    assert set(frame["point"]) == {"common"}


def test_no_trend_crosses_a_rebase() -> None:
    assert len(special(list(range(12)))) == 12
    assert special(list(range(12)), rebase=[6]) == {}


def test_the_order_of_rebases_and_repeats_make_no_difference() -> None:
    values = list(range(9))
    once = spc.xmr(values, better="higher", rebase=[2, 5])
    pd.testing.assert_frame_equal(once, spc.xmr(values, better="higher", rebase=(5, 2, 5)))


# --- the rest -----------------------------------------------------------------------------------


def test_what_is_given_is_not_changed() -> None:
    values = np.array([1.0, np.nan, 3.0])
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        frame = spc.xmr(values, better="higher")
    frame.loc[:, "value"] = 0
    assert values[[0, 2]].tolist() == [1, 3]


def test_the_rule_set_is_named() -> None:
    assert spc.RULES == "NHSRplotthedots 0.2.2"
    assert spc.MIN_POINTS == 13

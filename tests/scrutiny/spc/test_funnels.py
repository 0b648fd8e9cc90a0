"""Funnels: limits worked out by hand, over-dispersion, and what holds of every funnel."""

import math
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import chi2

from scrutiny import spc

COLUMNS = ["value", "target", "lower95", "upper95", "lower998", "upper998", "outside"]
LIMITS = ["lower998", "lower95", "upper95", "upper998"]
KINDS = pytest.mark.parametrize("kind", ["proportion", "ratio"])
PLACES = st.lists(st.tuples(st.integers(0, 300), st.integers(1, 300)), min_size=1, max_size=12)


def limits(frame: pd.DataFrame) -> list[float]:
    return [float(limit) for limit in frame[LIMITS].iloc[0]]


def drawn(places: list[tuple[int, int]], kind: str, **options: Any) -> pd.DataFrame:
    top = [min(pair) if kind == "proportion" else pair[0] for pair in places]
    return spc.funnel(top, [size for _, size in places], kind=kind, **options)


def test_limits_of_a_share_of_a_half() -> None:
    # With t = 1/2 the angle is pi/4, and sin^2(pi/4 + a) = (1 + sin 2a) / 2; here a = z / 20.
    frame = spc.funnel([50], [100], kind="proportion")
    assert frame.columns.tolist() == COLUMNS
    assert frame["target"].tolist() == [0.5]
    assert limits(frame) == pytest.approx([0.347936, 0.402628, 0.597372, 0.652064], abs=5e-7)


def test_limits_of_a_count_against_ten_expected() -> None:
    # Tables of chi-squared: 5.921 and 9.591 with 20 degrees of freedom, 36.781 and 48.268 with 22.
    frame = spc.funnel([10], [10], kind="ratio")
    assert limits(frame) == pytest.approx([0.296052, 0.479539, 1.839036, 2.413397], abs=5e-7)


@pytest.mark.parametrize("expected", [0.5, 1, 3, 27.5, 400])
def test_limits_of_a_ratio_are_those_of_chi_squared(expected: float) -> None:
    frame = spc.funnel([expected], [expected], kind="ratio")
    below = [chi2.ppf(tail, 2 * expected) / (2 * expected) for tail in (0.001, 0.025)]
    above = [chi2.ppf(tail, 2 * (expected + 1)) / (2 * expected) for tail in (0.975, 0.999)]
    assert limits(frame) == pytest.approx([*below, *above])


def test_a_target_of_a_ratio_scales_what_is_expected() -> None:
    # Ten are expected of twenty at a target of one half.
    frame = spc.funnel([10], [20], kind="ratio", target=0.5)
    assert limits(frame) == pytest.approx([0.148026, 0.2397694, 0.919518, 1.2066985], abs=5e-7)


def test_a_share_s_target_is_of_all_together_and_not_the_mean_of_shares() -> None:
    assert spc.funnel([1, 90], [2, 98], kind="proportion")["target"].tolist() == [0.91, 0.91]
    given_one = spc.funnel([1, 90], [2, 98], kind="proportion", target=0.5)
    assert given_one["target"].tolist() == [0.5, 0.5]


def test_beyond_which_limits_a_place_lies() -> None:
    shares = spc.funnel([34, 35, 40, 41, 59, 60, 65, 66], [100] * 8, kind="proportion", target=0.5)
    assert shares["outside"].tolist() == ["998", "95", "95", "", "", "95", "95", "998"]
    ratios = spc.funnel([2, 3, 4, 5, 18, 19, 24, 25], [10] * 8, kind="ratio")
    assert ratios["outside"].tolist() == ["998", "95", "95", "", "", "95", "95", "998"]


@KINDS
def test_a_place_that_lacks_a_number_is_an_empty_row(kind: str) -> None:
    frame = spc.funnel([1, None, 0, 3, 2], [10, 10, 0, None, 20], kind=kind)
    assert frame[COLUMNS[:-1]].isna().all(axis=1).tolist() == [False, True, True, True, False]
    assert frame["outside"].tolist()[1:4] == [""] * 3
    alone = spc.funnel([1, 2], [10, 20], kind=kind)
    pd.testing.assert_frame_equal(frame.iloc[[0, 4]].reset_index(drop=True), alone)


@KINDS
@pytest.mark.parametrize("overdispersion", [True, False])
@pytest.mark.parametrize("places", [[], [None, None]])
def test_no_place_gives_every_column(kind: str, places: list[Any], *, overdispersion: bool) -> None:
    frame = spc.funnel(places, places, kind=kind, overdispersion=overdispersion)
    assert frame.columns.tolist() == COLUMNS
    assert len(frame) == len(places)
    assert frame["value"].isna().all()


@pytest.mark.parametrize("of", [0, 40])
def test_none_and_all_are_inside(of: int) -> None:
    frame = spc.funnel([of, of], [40, 40], kind="proportion")
    assert frame["outside"].tolist() == ["", ""]
    assert (frame[LIMITS] >= 0).all(axis=None)
    assert (frame[LIMITS] <= 1).all(axis=None)


# --- over-dispersion ---------------------------------------------------------------------------


def test_limits_of_shares_that_differ_beyond_chance() -> None:
    # Angles pi/4 -+ 0.3 of 100 have z -+ 6, pulled in to -+ 4.8: phi = 23.04, k phi = 46.08;
    # S1 = 800, S2 = 320000, so tau^2 = 45.08 / 400 = 0.1127 beside s^2 = 0.0025.
    top = [100 * math.sin(math.pi / 4 + a) ** 2 for a in (-0.3, 0.3)]
    frame = spc.funnel(top, [100, 100], kind="proportion", target=0.5, overdispersion=True)
    reach = 1.959964 * math.sqrt(0.1152)
    expected = [0, (1 - math.sin(2 * reach)) / 2, (1 + math.sin(2 * reach)) / 2, 1]
    assert reach == pytest.approx(0.665234, abs=5e-7)  # inside pi/4; 99.8% reaches past it
    assert limits(frame) == pytest.approx(expected)


def test_limits_of_ratios_that_differ_beyond_chance() -> None:
    # Roots 1 -+ 0.6 of 25 have z -+ 6 again; S1 = 200, S2 = 20000: tau^2 = 45.08 / 100.
    top = [25 * 0.4**2, 25 * 1.6**2]
    frame = spc.funnel(top, [25, 25], kind="ratio", overdispersion=True)
    exact = limits(spc.funnel(top, [25, 25], kind="ratio"))
    upper = [
        (1 + math.sqrt((math.sqrt(limit) - 1) ** 2 + z**2 * 0.4508)) ** 2
        for limit, z in zip(exact[2:], (1.959964, 3.090232), strict=True)
    ]
    assert limits(frame) == pytest.approx([0, 0, *upper])


def between(shares: list[float], sizes: list[int], target: float) -> float:
    """The variance between places beyond chance, as reference works write it, a place at a time."""
    z = sorted(
        2 * math.sqrt(size) * (math.asin(math.sqrt(share)) - math.asin(math.sqrt(target)))
        for share, size in zip(shares, sizes, strict=True)
    )
    count = len(z)
    low, high = (
        z[math.floor(at)] + (at - math.floor(at)) * (z[math.ceil(at)] - z[math.floor(at)])
        for at in (0.1 * (count - 1), 0.9 * (count - 1))
    )
    phi = sum(min(max(one, low), high) ** 2 for one in z) / count
    weights = [4 * size for size in sizes]
    first, second = sum(weights), sum(weight**2 for weight in weights)
    if count * phi < count - 1:
        return 0.0
    return max(0.0, (count * phi - (count - 1)) / (first - second / first))


@pytest.mark.parametrize(
    ("top", "sizes"),
    [
        ([30, 90, 20, 300, 55, 8], [100, 200, 80, 1000, 90, 40]),
        ([400, 90, 20, 300, 55, 8, 31], [1000, 200, 80, 1000, 90, 40, 77]),
    ],
)
def test_limits_of_shares_of_unlike_sizes_that_differ_beyond_chance(
    top: list[int], sizes: list[int]
) -> None:
    frame = spc.funnel(top, sizes, kind="proportion", overdispersion=True)
    target = sum(top) / sum(sizes)
    more = between([d / n for d, n in zip(top, sizes, strict=True)], sizes, target)
    assert more > 0.001
    middle = math.asin(math.sqrt(target))
    for place, size in enumerate(sizes):
        reach = 1.959964 * math.sqrt(1 / (4 * size) + more)
        drawn = frame.iloc[place]
        assert drawn["lower95"] == pytest.approx(math.sin(max(middle - reach, 0)) ** 2)
        assert drawn["upper95"] == pytest.approx(math.sin(min(middle + reach, math.pi / 2)) ** 2)


@KINDS
def test_places_that_differ_by_chance_keep_their_limits(kind: str) -> None:
    top, bottom = [50, 52, 49], [100, 100, 100]
    plain, wide = (
        spc.funnel(top, bottom, kind=kind, target=0.5, overdispersion=wide)
        for wide in (False, True)
    )
    pd.testing.assert_frame_equal(plain, wide)


@KINDS
def test_one_place_says_nothing_of_the_variance_between_places(kind: str) -> None:
    plain, wide = (
        spc.funnel([9], [10], kind=kind, target=0.1, overdispersion=wide) for wide in (False, True)
    )
    pd.testing.assert_frame_equal(plain, wide)


@KINDS
@given(places=PLACES)
def test_overdispersion_never_narrows_the_limits(kind: str, places: list[tuple[int, int]]) -> None:
    plain, wide = (drawn(places, kind, overdispersion=wide) for wide in (False, True))
    for level in ("95", "998"):
        assert (wide["lower" + level] <= plain["lower" + level] + 1e-12).all()
        assert (wide["upper" + level] >= plain["upper" + level] - 1e-12).all()


# --- what holds of every funnel ----------------------------------------------------------------


@KINDS
@given(places=PLACES, wide=st.booleans())
def test_limits_hold_the_target_and_each_other(
    kind: str, places: list[tuple[int, int]], wide: bool
) -> None:
    frame = drawn(places, kind, overdispersion=wide)
    ordered = frame[["lower998", "lower95", "target", "upper95", "upper998"]].to_numpy()
    assert (np.diff(ordered, axis=1) >= -1e-12).all()


@KINDS
@given(sizes=st.lists(st.integers(1, 5000), min_size=2, unique=True), share=st.integers(1, 99))
def test_limits_are_narrower_for_larger_places(kind: str, sizes: list[int], share: int) -> None:
    sizes = sorted(sizes)
    frame = spc.funnel([0] * len(sizes), sizes, kind=kind, target=share / 100)
    for level in ("95", "998"):
        width = frame["upper" + level] - frame["lower" + level]
        assert (width.diff().dropna() < 1e-12).all()


@KINDS
@given(places=PLACES, wide=st.booleans(), data=st.data())
def test_the_order_of_places_makes_no_difference(
    kind: str, places: list[tuple[int, int]], wide: bool, data: st.DataObject
) -> None:
    order = data.draw(st.permutations(range(len(places))))
    frame = drawn(places, kind, overdispersion=wide)
    shuffled = drawn([places[at] for at in order], kind, overdispersion=wide)
    expected = frame.iloc[order].reset_index(drop=True)
    pd.testing.assert_frame_equal(shuffled, expected, check_exact=True)


# --- refusals ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("top", "bottom", "options", "said"),
    [
        ([1, -1], [2, 2], {}, "Position 1: numerator is negative"),
        ([1, 1], [2, -2], {}, "Position 1: denominator is negative"),
        ([1, 3], [2, 2], {}, "Position 1: numerator is larger"),
        ([1, math.inf], [2, 2], {}, "Position 1: numerator is infinite"),
        ([1, 1], [2, math.inf], {}, "Position 1: denominator is infinite"),
        ([1, 2], [2], {}, "2 numerators and 1 denominators"),
        ([1], [2], {"kind": "rate"}, 'kind is "rate"'),
        ([1], [2], {"target": 1.1}, "target is 1.1: give a share"),
        ([1], [2], {"target": math.nan}, "target is nan: give a share"),
        ([1], [2], {"target": 0, "kind": "ratio"}, "target is 0: give a finite number above"),
        ([1], [2], {"target": math.inf, "kind": "ratio"}, "target is inf: give a finite"),
        (["1"], [2], {}, "numerator holds"),
    ],
)
def test_what_makes_no_funnel_is_refused(
    top: list[Any], bottom: list[Any], options: dict[str, Any], said: str
) -> None:
    with pytest.raises(ValueError, match=said):
        spc.funnel(top, bottom, **{"kind": "proportion", **options})


def test_a_count_may_be_larger_than_expected() -> None:
    assert spc.funnel([3], [2], kind="ratio")["value"].tolist() == [1.5]

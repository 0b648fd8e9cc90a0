"""Variation is the latest point's; assurance is the latest limits' against the target."""

import math

import pytest

from scrutiny import spc
from tests.scrutiny.spc.series import NORMAL

TWO = [10, 20]  # mean 15, limits -11.6 and 41.6


def assurance(values: list[float], better: str, target: float | None) -> str:
    return spc.icons(spc.xmr(values, better=better), better=better, target=target).assurance


@pytest.mark.parametrize("values", [NORMAL, NORMAL[:12], NORMAL[12:]])
def test_normal_values_hit_and_miss_a_target_among_them(values: list[float]) -> None:
    frame = spc.xmr(values, better="higher")
    assert spc.icons(frame, better="higher") == spc.Icons("common", "none")
    assert spc.icons(frame, better="higher", target=0.5) == spc.Icons("common", "inconsistent")


@pytest.mark.parametrize(
    ("better", "target", "expected"),
    [
        ("higher", 42, "fail"),
        ("higher", -12, "pass"),
        ("lower", 42, "pass"),
        ("lower", -12, "fail"),
        ("higher", 15, "inconsistent"),
        ("neutral", 42, "none"),
        ("higher", None, "none"),
    ],
)
def test_a_target_beyond_the_limits_is_always_met_or_never(
    better: str, target: float | None, expected: str
) -> None:
    assert assurance(TWO, better, target) == expected


@pytest.mark.parametrize("better", ["higher", "lower"])
@pytest.mark.parametrize("limit", ["lower", "upper"])
def test_a_target_on_a_limit_is_hit_or_miss(better: str, limit: str) -> None:
    frame = spc.xmr(TWO, better=better)
    on = float(frame[limit].iloc[0])
    beyond = math.nextafter(on, math.inf if limit == "upper" else -math.inf)
    assert spc.icons(frame, better=better, target=on).assurance == "inconsistent"
    assert spc.icons(frame, better=better, target=beyond).assurance in ("pass", "fail")


def test_assurance_comes_from_the_latest_group() -> None:
    values = [1, 2, 1, 2, 101, 102, 101, 102]
    frame = spc.xmr(values, better="higher", rebase=[4])
    assert spc.icons(frame, better="higher", target=50) == spc.Icons("common", "pass")
    assert spc.icons(frame.iloc[:4], better="higher", target=50).assurance == "fail"


def test_a_group_without_limits_assures_nothing() -> None:
    assert assurance([7], "higher", 5) == "none"
    frame = spc.xmr([1, 2, 1, 2, 50], better="higher", rebase=[4])
    assert spc.icons(frame, better="higher", target=5) == spc.Icons("common", "none")


def test_equal_values_pass_or_fail_beside_them() -> None:
    assert assurance([3] * 13, "higher", 3) == "inconsistent"
    assert assurance([3] * 13, "higher", 4) == "fail"
    assert assurance([3] * 13, "higher", 2) == "pass"


def test_the_latest_value_speaks_though_nothing_follows_it() -> None:
    values = [*[1, 2] * 6, 9, None, None]
    frame = spc.xmr(values, better="lower", target=5)
    assert spc.icons(frame, better="lower").variation == "concern_high"


@pytest.mark.parametrize("values", [[], [None, None]])
def test_a_series_without_a_value_has_no_icons(values: list[float]) -> None:
    frame = spc.xmr(values, better="higher")
    assert spc.icons(frame, better="higher", target=1) == spc.Icons("none", "none")


def test_what_cannot_be_compared_is_refused() -> None:
    frame = spc.xmr(TWO, better="higher")
    with pytest.raises(ValueError, match="target is nan"):
        spc.icons(frame, better="higher", target=math.nan)
    with pytest.raises(ValueError, match='better is "up"'):
        spc.icons(frame, better="up")

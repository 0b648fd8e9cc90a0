"""What holds of every XmR chart, whatever the series."""

import time
from fractions import Fraction
from itertools import pairwise
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutiny import spc
from tests.scrutiny.spc import plain
from tests.scrutiny.spc.series import LINES, OPPOSITE, SERIES, WORDS, labels

SWAPPED = {"high": "low", "low": "high"}
WAYS = {"improvement": "concern", "concern": "improvement"}
Values = list[Any]


def renamed(point: str | None, *names: dict[str, str]) -> str | None:
    if point is None or "_" not in point:
        return point
    both = {old: new for table in names for old, new in table.items()}
    return "_".join(both.get(word, word) for word in point.split("_"))


def each(values: Values, change: Any) -> Values:
    return [None if value is None else change(value) for value in values]


@given(SERIES, st.booleans(), st.sampled_from([1, 10, 3]))
def test_labels_are_those_of_exact_arithmetic(values: Values, screened: bool, parts: int) -> None:
    exact = each(values, lambda value: Fraction(value, parts))
    expected = plain.directions(exact, screened=screened)
    frame = spc.xmr(each(values, lambda v: v / parts), better="neutral", screened=screened)
    words = {1: "neutral_high", 0: "common", -1: "neutral_low"}
    assert labels(frame) == [
        None if value is None else words[way] for value, way in zip(values, expected, strict=True)
    ]
    mean, average = plain.limits(exact, screened=screened)
    if mean is not None and average is not None:
        found = frame[["mean", "lower", "upper", "near_lower", "near_upper"]].iloc[0].tolist()
        far, near = Fraction("2.66") * average, Fraction("2.66") * average * 2 / 3
        lines = [mean, mean - far, mean + far, mean - near, mean + near]
        assert found == pytest.approx([float(line) for line in lines], abs=1e-9)


@given(SERIES, WORDS, st.booleans())
def test_negated_values_swap_high_and_low(values: Values, better: str, screened: bool) -> None:
    frame = spc.xmr(values, better=better, screened=screened)
    minus = each(values, lambda value: -value)
    mirrored = spc.xmr(minus, better=OPPOSITE[better], screened=screened)
    assert labels(mirrored) == [renamed(point, SWAPPED) for point in labels(frame)]
    assert (mirrored["mean"].dropna() == -frame["mean"].dropna()).all()
    assert (mirrored["upper"].dropna() == -frame["lower"].dropna()).all()
    same = spc.xmr(minus, better=better, screened=screened)
    assert labels(same) == [renamed(point, SWAPPED, WAYS) for point in labels(frame)]


@given(SERIES, WORDS)
def test_the_opposite_direction_swaps_improvement_and_concern(values: Values, better: str) -> None:
    frame, other = (spc.xmr(values, better=word) for word in (better, OPPOSITE[better]))
    assert labels(other) == [renamed(point, WAYS) for point in labels(frame)]
    pd.testing.assert_frame_equal(frame.drop(columns="point"), other.drop(columns="point"))


@given(SERIES, WORDS, st.integers(-1000, 1000), st.sampled_from([0.25, 0.5, 1, 2, 64]))
def test_moving_and_stretching_the_scale_moves_the_lines_and_no_label(
    values: Values, better: str, more: int, factor: float
) -> None:
    frame = spc.xmr(values, better=better)
    moved = spc.xmr(each(values, lambda value: (value + more) * factor), better=better)
    assert labels(moved) == labels(frame)
    expected = (frame[LINES] + more) * factor
    np.testing.assert_allclose(moved[LINES], expected, rtol=1e-12, atol=1e-9)


@given(SERIES, WORDS, st.integers(0, 3), st.integers(0, 3))
def test_gaps_at_the_ends_change_nothing(
    values: Values, better: str, before: int, after: int
) -> None:
    frame = spc.xmr(values, better=better)
    padded = spc.xmr([None] * before + values + [None] * after, better=better)
    inner = padded.iloc[before : before + len(values)].reset_index(drop=True)
    pd.testing.assert_frame_equal(inner, frame)
    assert spc.icons(padded, better=better, target=3) == spc.icons(frame, better=better, target=3)


@given(st.floats(-1e9, 1e9), st.integers(1, 30), WORDS)
def test_equal_values_are_common(value: float, size: int, better: str) -> None:
    frame = spc.xmr([value] * size, better=better)
    assert labels(frame) == ["common"] * size
    assert (frame["mean"] == value).all()


@given(SERIES.filter(lambda values: len(values) > 1), WORDS, st.data())
def test_a_rebase_makes_the_parts_independent(
    values: Values, better: str, data: st.DataObject
) -> None:
    inside = st.integers(1, len(values) - 1)
    cuts = sorted(data.draw(st.sets(inside, max_size=4)))
    whole = spc.xmr(values, better=better, rebase=cuts)
    ends = [0, *cuts, len(values)]
    parts = [
        spc.xmr(values[begin:end], better=better).assign(group=number)
        for number, (begin, end) in enumerate(pairwise(ends))
    ]
    pd.testing.assert_frame_equal(whole, pd.concat(parts, ignore_index=True))


@given(st.lists(st.tuples(SERIES, WORDS, st.booleans()), min_size=1, max_size=6))
def test_many_series_at_once_are_each_as_alone(several: list[tuple[Values, str, bool]]) -> None:
    flat = [value for values, _, _ in several for value in values]
    codes = [3 * number for number, (values, _, _) in enumerate(several) for _ in values]
    words = [better for values, better, _ in several for _ in values]
    cuts = [[5] if cut and len(values) > 5 else [] for values, _, cut in several]
    marks = [
        at in here
        for (values, _, _), here in zip(several, cuts, strict=True)
        for at in range(len(values))
    ]
    together = spc.xmr_many(
        np.array(flat, dtype=float),
        np.array(codes, dtype=int),
        better=np.array(words, dtype=object),
        rebase=np.array(marks, dtype=bool),
    )
    alone = [
        spc.xmr(values, better=better, rebase=here)
        for (values, better, _), here in zip(several, cuts, strict=True)
    ]
    pd.testing.assert_frame_equal(together, pd.concat(alone, ignore_index=True))


def test_a_mark_on_a_series_first_value_changes_nothing() -> None:
    values, codes = [1, 2, 3, 4], [0, 0, 1, 1]
    marked = spc.xmr_many(values, codes, better="higher", rebase=[True, False, True, False])
    pd.testing.assert_frame_equal(marked, spc.xmr_many(values, codes, better="higher"))


@pytest.mark.parametrize(
    ("series", "options", "said"),
    [
        ([0, 1, 0], {}, "Position 2: series is lower than the one before"),
        ([0, 0], {}, "series has shape"),
        ([0.0, 1.0, 2.0], {}, "series holds float64"),
        ([0, 0, 0], {"better": ["higher"]}, "better has shape"),
        ([0, 0, 0], {"better": ["higher", "up", "lower"]}, "Position 1: better is an unknown"),
        ([0, 0, 0], {"better": ["higher", None, "lower"]}, "Position 1: better is an unknown"),
        ([0, 0, 0], {"better": "up"}, 'better is "up"'),
        ([0, 0, 0], {"rebase": [True]}, "rebase must be True or False at each of 3"),
        ([0, 0, 0], {"rebase": [0, 1, 0]}, "rebase must be True or False"),
    ],
)
def test_series_that_do_not_fit_together_are_refused(
    series: list[Any], options: dict[str, Any], said: str
) -> None:
    with pytest.raises(ValueError, match=said):
        spc.xmr_many([1, 2, 3], series, **{"better": "higher", **options})


def test_thousands_of_series_take_no_time() -> None:
    source = np.random.default_rng(1)
    codes = np.sort(source.integers(0, 6000, 62_000))
    values = source.normal(10, 3, codes.size)

    def seconds() -> float:
        begun = time.process_time()
        spc.xmr_many(values, codes, better="higher")
        return time.process_time() - begun

    # About 0.015 here; a loop over series would take seconds. The best of five, for the load.
    assert min(seconds() for _ in range(5)) < 0.1

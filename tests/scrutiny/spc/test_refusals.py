"""What no XmR chart can be drawn of is refused, with the place that is wrong and what to do."""

import math
from typing import Any

import numpy as np
import pytest

from scrutiny import spc


@pytest.mark.parametrize("position", [0, -1, 3, 99, 1.5, True, "1", None])
def test_a_rebase_that_starts_no_group_is_refused_by_name(position: Any) -> None:
    with pytest.raises(ValueError, match=rf"rebase holds {position}: .* from 1 to 2"):
        spc.xmr([1, 2, 3], better="higher", rebase=[position])


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ([1, math.inf], "Position 1: value is infinite"),
        ([-math.inf, None], "Position 0: value is infinite"),
        ([1, None, "3"], "Position 2: value is not a number"),
        ([None, True], "Position 1: value is not a number"),
        (["1", "2"], "value holds .* not numbers"),
        ([True, False], "value holds bool"),
        ([1 + 2j], "value holds complex"),
        (np.array(["2018-01-01"], dtype="datetime64[D]"), "value holds datetime64"),
        ([[1, 2], [3, 4]], "value has 2 dimensions"),
        (3, "value has 0 dimensions"),
    ],
)
def test_what_is_not_a_finite_number_is_refused(values: Any, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        spc.xmr(values, better="higher")


@pytest.mark.parametrize("better", ["up", "", "Higher"])
def test_an_unknown_direction_is_refused(better: str) -> None:
    with pytest.raises(ValueError, match=f'better is "{better}": use one of higher'):
        spc.xmr([1, 2], better=better)


@pytest.mark.parametrize("target", [math.nan, math.inf])
def test_a_target_that_is_no_number_is_refused(target: float) -> None:
    with pytest.raises(ValueError, match=f"target is {target}"):
        spc.xmr([1, 2], better="higher", target=target)

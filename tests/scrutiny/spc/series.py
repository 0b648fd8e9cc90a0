"""Series that several tests use, and what hypothesis draws."""

from typing import Any

import pandas as pd
from hypothesis import strategies as st

from scrutiny import spc

NORMAL = [  # R: set.seed(123); rnorm(24)
    *(-0.56047565, -0.23017749, 1.55870831, 0.07050839, 0.12928774, 1.71506499, 0.46091621),
    *(-1.26506123, -0.68685285, -0.44566197, 1.2240818, 0.35981383, 0.40077145, 0.11068272),
    *(-0.55584113, 1.78691314, 0.49785048, -1.96661716, 0.7013559, -0.47279141),
    *(-1.06782371, -0.21797491, -1.02600445, -0.72889123),
]
WORDS = st.sampled_from(["higher", "lower", "neutral"])
OPPOSITE = {"higher": "lower", "lower": "higher", "neutral": "neutral"}
# Small whole numbers meet the mean and each other often; longer lists hold runs and trends.
COUNTS = st.lists(st.one_of(st.none(), *[st.integers(0, 12)] * 9), max_size=40)
STEADY = st.integers(7, 12).flatmap(
    lambda n: st.lists(st.integers(-1, 3), min_size=n, max_size=n).map(
        lambda steps: [sum(steps[: i + 1]) for i in range(len(steps))]
    )
)
SERIES = st.one_of(COUNTS, STEADY, st.tuples(COUNTS, STEADY).map(lambda two: two[0] + two[1]))
LINES = ["mean", "lower", "upper", "near_lower", "near_upper"]


def labels(frame: pd.DataFrame) -> list[str | None]:
    """The labels, None where the value is missing."""
    return [None if pd.isna(point) else str(point) for point in frame["point"]]


def special(values: list[Any], better: str = "higher", **options: Any) -> dict[int, str]:
    """Position and label of every point that is not common cause."""
    found = labels(spc.xmr(values, better=better, **options))
    return {at: point for at, point in enumerate(found) if point and point != "common"}

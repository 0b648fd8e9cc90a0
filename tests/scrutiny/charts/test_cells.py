"""Rows as dictionaries: read once, and each reader's own."""

import numpy as np
import pandas as pd

from scrutiny.charts import cells


def test_rows_in_their_order_with_none_for_what_is_missing() -> None:
    rows = pd.DataFrame({"n": pd.array([1, None], dtype="Int64"), "t": ["a", None]})
    first, second = cells.records(rows)
    assert first == {"n": 1, "t": "a"}
    assert second["n"] is None
    assert cells.missing(second["t"])


def test_what_one_reader_changes_no_other_sees() -> None:
    rows = pd.DataFrame({"n": [1, 2]})
    first = cells.records(rows)
    first[0]["n"] = 9
    first.pop()
    assert cells.records(rows) == [{"n": 1}, {"n": 2}]


def test_other_rows_are_never_taken_for_those_read_before() -> None:
    for number in range(1000):  # rows that nobody holds leave their place in memory to others
        assert cells.records(pd.DataFrame({"n": np.array([number])})) == [{"n": number}]

"""Answers as tables: the same as DuckDB's own, whatever the type and whatever is null."""

import duckdb
import pandas as pd
import pytest

from scrutiny import frames

VALUES = {
    "text": "'a'",
    "whole": "cast(7 as bigint)",
    "small": "cast(7 as integer)",
    "number": "1.5::double",
    "exact": "1.25::decimal(10, 2)",
    "sum": "sum(3)",
    "flag": "true",
    "day": "date '2018-02-15'",
    "moment": "timestamp '2018-02-15 10:00:00'",
    "words": "['a', 'b']",
    "pair": "{'a': 1, 'b': null}",
}


def asked(values: list[str]) -> tuple[pd.DataFrame, pd.DataFrame]:
    rows = " union all ".join(f"select {value} as x" for value in values)
    with duckdb.connect() as connection:
        made, theirs = frames.frame(connection.execute(rows)), connection.execute(rows).df()
    if theirs["x"].dtype == object:  # what is null in a list's place differs with its neighbours
        theirs["x"] = theirs["x"].where(theirs["x"].notna(), None)
    return made, theirs


@pytest.mark.parametrize("value", VALUES.values(), ids=VALUES)
@pytest.mark.parametrize("nulls", ["none", "some", "all"])
def test_each_type_is_as_duckdb_gives_it(value: str, nulls: str) -> None:
    null = f"case when false then {value} end"
    values = {"none": [value, value], "some": [value, null, value], "all": [null, null]}[nulls]
    made, theirs = asked(values)
    pd.testing.assert_frame_equal(made, theirs)
    assert [type(cell) for cell in made["x"]] == [type(cell) for cell in theirs["x"]]


@pytest.mark.parametrize("value", VALUES.values(), ids=VALUES)
def test_an_answer_without_rows_keeps_its_columns(value: str) -> None:
    with duckdb.connect() as connection:
        nothing = f"select x from (select {value} as x) where x is null"
        made = frames.frame(connection.execute(nothing))
        pd.testing.assert_frame_equal(made, connection.execute(nothing).df())
    assert list(made.columns) == ["x"]

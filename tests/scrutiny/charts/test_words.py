"""Words: dates, counts, lists and shares as a reader would say them."""

from datetime import date, datetime

import numpy as np
import pandas as pd
import pytest

from scrutiny.charts import cells, words

MISSING = [None, pd.NaT, pd.NA, float("nan"), np.float64("nan")]


@pytest.mark.parametrize(
    "cell",
    [date(2018, 2, 5), datetime(2018, 2, 5), pd.Timestamp("2018-02-05 13:00"), "2018-02-05"],  # noqa: DTZ001
)
def test_a_date_of_any_kind_reads_the_same(cell: object) -> None:
    assert words.day(cell) == "5 February 2018"
    assert words.short_day(cell) == "5 Feb 2018"


def test_a_leap_day_is_a_day() -> None:
    assert words.day("2016-02-29") == "29 February 2016"


@pytest.mark.parametrize("cell", MISSING)
def test_what_is_missing_is_said(cell: object) -> None:
    assert words.day(cell) == "no date"
    assert words.short_day(cell) == "no date"
    assert words.days(cell) == "not known"
    assert words.percent(cell) == "not known"
    assert words.count(cell, "action") == "actions not known"
    assert cells.text(cell) == ""
    assert cells.number(cell) == 0


def test_a_number_is_not_taken_for_a_date() -> None:
    with pytest.raises(TypeError, match="not a date: 20180215"):
        cells.day(20180215)


def test_a_day_that_is_needed_must_be_there() -> None:
    with pytest.raises(ValueError, match="date is missing"):
        cells.known_day(pd.NaT)


@pytest.mark.parametrize(
    ("number", "said"),
    [(0, "no actions"), (1, "1 action"), (2.0, "2 actions"), (1234, "1,234 actions")],
)
def test_a_count_agrees_with_its_noun(number: float, said: str) -> None:
    assert words.count(number, "action") == said


def test_agency_has_its_own_plural() -> None:
    assert words.count(2, "agency") == "2 agencies"
    assert words.count(1, "agency") == "1 agency"
    assert words.count(2, "child", "children") == "2 children"


@pytest.mark.parametrize(("number", "said"), [(0, "0 days"), (1, "1 day"), (46.0, "46 days")])
def test_days(number: float, said: str) -> None:
    assert words.days(number) == said


@pytest.mark.parametrize(
    ("number", "said"), [(0, "today"), (1, "1 day"), (46, "46 days"), (None, "not known")]
)
def test_what_began_on_the_day_itself_began_today(number: object, said: str) -> None:
    assert words.since(number) == said


@pytest.mark.parametrize(
    ("parts", "said"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_join_and(parts: list[str], said: str) -> None:
    assert words.join_and(parts) == said


@pytest.mark.parametrize(
    ("value", "said"), [(0, "0%"), (0.2, "1%"), (45.4, "45%"), (99.7, "99%"), (100, "100%")]
)
def test_rounding_never_claims_nought_or_all(value: float, said: str) -> None:
    assert words.percent(value) == said


def test_shortening_cuts_at_a_space_and_says_so() -> None:
    assert words.shorten("Audit of cases", 14) == "Audit of cases"
    assert words.shorten("Audit of cases", 10) == "Audit of…"


def test_highest_leaves_out_what_is_not_known() -> None:
    assert words.highest([float("nan"), 3, None, 7]) == 7
    assert words.highest([None]) is None


@pytest.mark.parametrize(
    ("said", "stopped"),
    [
        ("", ""),
        ("Yes", "Yes."),
        ("Yes.", "Yes."),
        ("Why?", "Why?"),
        ("Fell to 8 %", "Fell to 8 %."),
        ("(for 31 Jan)", "(for 31 Jan)."),
    ],
)
def test_a_stop_ends_what_has_none(said: str, stopped: str) -> None:
    assert words.stopped(said) == stopped


@pytest.mark.parametrize(
    ("said", "small"),
    [("Schools", "schools"), ("PRUs", "PRUs"), ("", "")],
)
def test_a_first_capital_is_taken_but_not_from_an_abbreviation(said: str, small: str) -> None:
    assert words.uncapital(said) == small

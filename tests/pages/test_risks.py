"""The risk register on the sample board, and what the other pages say of it."""

from tests.pages import screen
from tests.pages.conftest import Look


def test_the_recommendation_on_risks_shows_the_register_s_evidence(look: Look) -> None:
    page = look("recommendation", rec="OFSTED-2017-2")
    line = page.line_with("Risk register: ")
    assert line is not None
    assert "5 stand above appetite" in line
    assert line.endswith("†")
    assert look("recommendation", rec="OFSTED-2017-1").line_with("Risk register: ") is None


def test_the_register_names_the_risk_furthest_above_appetite(look: Look) -> None:
    page = look("register")
    assert page.errors == ()
    assert page.line_with("5 of 10 risks stand above appetite", "20 against 9")
    first = page.table_with("Risk", "Appetite").iloc[0]
    assert first["Risk"].startswith("R1 ")
    assert first["Score"] == "20 very high, likelihood 5, impact 4"


def test_a_day_before_the_register_says_that_it_is_empty(look: Look) -> None:
    page = look("register", as_at="2017-06-21")
    assert page.errors == ()
    assert page.line_with("No risk is in the register by this day.")
    assert screen.DAY not in page.text

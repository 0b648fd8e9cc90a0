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


def test_movement_is_seen_since_the_meeting_that_is_chosen(look: Look) -> None:
    assert look("register").line_with("since 7 December 2017, 2 rose, 4 fell and 2 came in")
    since = look("register", moved_since="21 Sep 2017")
    assert since.line_with("since 21 September 2017, 2 rose, 4 fell and 2 came in")
    strange = look("register", moved_since="15 Feb 2018")
    assert strange.line_with("since 7 December 2017")


def test_every_state_of_a_risk_is_on_the_sample_register(look: Look) -> None:
    page = look("register")
    for words in (
        "Acceptance expired | R5 ",
        "Review overdue | R3 ",
        "Linked action overdue: First themed multi-agency audit and its report | R1 ",
        "Indicator signals concern: Re-referrals within 12 months | R1 ",
        "Target above the current score | R9 ",
        "Not scored | R11 ",
        "No day for a review | R8 ",
        "| 9, 3 above | ▼ down 4 | 10 | Treat; accepted until 30 Jun 2018 |",
        "| 12 | as before | 9 | Tolerate |",
        "| 8 | closed | 4 | Transfer | —",
    ):
        assert page.line_with(words), words


def test_a_risk_shows_its_overdue_action_and_its_signalling_indicator(look: Look) -> None:
    page = look("risk", risk="RISK-1")
    assert page.errors == ()
    assert page.line_with("A review is asked for", "6 days overdue", "23.0%", "limit of 22.0%")
    assert page.line_with("Cause: Help ends before")
    assert page.line_with("1 control is in place.")
    assert page.line_with("2 further actions, 1 is late.")
    assert page.line_with("Action: First themed multi-agency audit", "review asked for")
    assert page.line_with("Indicator: Re-referrals within 12 months †", "review asked for")


def test_a_review_takes_the_request_away_and_a_score_is_only_what_people_gave(look: Look) -> None:
    for day, is_asked in (("2018-03-07", True), ("2018-03-08", False)):
        page = look("risk", risk="RISK-1", as_at=day)
        assert (page.line_with("A review is asked for") is not None) == is_asked
    assert look("risk", risk="RISK-1", as_at="2018-03-07").line_with("It scores 20")


def test_a_risk_that_is_not_known_yet_gives_way_to_another(look: Look) -> None:
    page = look("risk", risk="RISK-8", as_at="2017-12-31")
    assert page.line_with("RISK-8 is not known before 18 January 2018; another is shown instead")
    assert look("risk", as_at="2017-06-01").line_with("No risk is in the register by this day.")

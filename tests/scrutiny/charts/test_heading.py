"""The top of a recommendation's page, in words."""

from typing import Any

import pandas as pd
import pytest

from scrutiny.charts import heading
from tests.scrutiny.charts.frames import NO, D, none_of


def one(**columns: Any) -> pd.DataFrame:
    """The row of a recommendation with nothing but what it must have, and these columns."""
    row = {
        "ref": "6",
        "title": "Assurance from schools",
        "ask": "Set up a way.",
        "source_title": "Review of 2017",
        "made_by": "Ofsted",
        "made_to": "Safeguarding Board",
        "made_text": "June 2017",
        "synopsis": None,
        "reason": None,
        "lead_name": "Education",
        "lead_kind": "sub_group",
        "support_names": None,
        "parent_ref": None,
        "parent_title": None,
        "acceptance": None,
        "delivery": "not started",
        "assurance": None,
        "rating": "grey",
        "progress": float("nan"),
        "due_on": NO,
        "days_late": 0,
        "is_followed_up": True,
        "record_ends_on": NO,
        "record_note": None,
    }
    return pd.DataFrame([row | columns]).astype({"record_note": object, "support_names": object})


def test_none_is_an_error_of_the_page() -> None:
    with pytest.raises(IndexError):
        heading.head(none_of("ref", "title"))


def test_the_title_and_the_ask_are_plain_text() -> None:
    head = heading.head(one(title="*A* title", ask="Ask [x]."))
    assert head.title == "6. *A* title"
    assert head.ask == "Ask [x]."


class TestStanding:
    def test_nothing_is_known_yet(self) -> None:
        assert heading.head(one()).standing == (
            r":gray-badge[○ Undated] Acceptance\: no answer yet · Delivery\: not started · "
            r"Assurance\: none yet"
        )

    def test_everything_is(self) -> None:
        head = heading.head(
            one(
                acceptance="accepted in part",
                delivery="in progress",
                assurance="challenged",
                rating="red",
                progress=28.6,
                due_on=D("2017-11-30"),
                days_late=77,
            )
        )
        assert head.standing == (
            r":red-badge[■ Overdue] Acceptance\: accepted in part · Delivery\: in progress · "
            r"Assurance\: challenged · Done\: 29% · Next date\: 30 November 2017, 77 days late"
        )

    def test_a_date_to_come_is_not_late(self) -> None:
        said = heading.head(one(due_on=D("2018-05-31"), rating="green")).standing
        assert said.endswith(r"Next date\: 31 May 2018")

    def test_nought_percent_is_said(self) -> None:
        assert r"Done\: 0%" in heading.head(one(progress=0.0)).standing

    def test_what_is_missing_reads_as_words(self) -> None:
        said = heading.head(one(delivery=None, days_late=pd.NA, due_on=D("2018-05-31"))).standing
        assert r"Delivery\: not known" in said
        assert "None" not in said
        assert "nan" not in said

    def test_words_of_the_papers_stay_text(self) -> None:
        assert r"\*\*x\*\*" in heading.head(one(acceptance="**x**")).standing


class TestOrigin:
    def test_at_least_who_asked_whom_and_who_leads(self) -> None:
        assert heading.head(one()).origin == (
            "Review of 2017, made by Ofsted to Safeguarding Board: June 2017. "
            "Led by the Education sub-group."
        )

    def test_a_body_that_is_no_sub_group_keeps_its_name(self) -> None:
        origin = heading.head(one(lead_name="Leader", lead_kind="council")).origin
        assert origin.endswith("Led by Leader.")

    def test_all_of_it(self) -> None:
        head = heading.head(
            one(
                parent_ref="3",
                parent_title="Points raised",
                support_names="Risk; Neglect",
                synopsis="It fell short.",
                reason="Who knew?",
            )
        )
        assert head.origin == (
            "Sub-point of 3, Points raised. "
            "Review of 2017, made by Ofsted to Safeguarding Board: June 2017. "
            "Led by the Education sub-group with Risk; Neglect. "
            "Background: It fell short. Why it was taken up: Who knew?"
        )


class TestWarning:
    def test_none_while_it_is_followed_up(self) -> None:
        assert heading.head(one()).warning == ""

    def test_where_the_record_ends_nobody_says_how_late(self) -> None:
        head = heading.head(
            one(
                is_followed_up=False,
                record_ends_on=D("2011-03-03"),
                record_note="What came after is not known.",
                due_on=D("2011-04-04"),
                days_late=2509,
                rating="red",
            )
        )
        assert head.warning == (
            "The record held here ends on 3 March 2011. What came after is not known."
        )
        assert "late" not in head.standing
        assert r"Next date\: 4 April 2011" in head.standing

    @pytest.mark.parametrize("note", [None, pd.NA])
    def test_without_a_note(self, note: object) -> None:
        head = heading.head(
            one(is_followed_up=False, record_ends_on=D("2011-03-03"), record_note=note)
        )
        assert head.warning == "The record held here ends on 3 March 2011."

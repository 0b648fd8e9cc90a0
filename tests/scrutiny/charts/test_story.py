"""The story: what each entry says, who said it, and where it is written."""

from typing import Any

import pandas as pd
import pytest

from scrutiny.charts import story, tables
from tests.scrutiny.charts.frames import NO, SPACE, D, shown


def entry(**columns: Any) -> dict[str, Any]:
    """A row of the story with nothing but what it must have, and these columns."""
    return {
        "happened_on": D("2018-01-10"),
        "known_on": D("2018-01-10"),
        "kind": "report",
        "outcome": None,
        "action_title": None,
        "said": "Half of it.",
        "day_given": NO,
        "day_text": None,
        "why": None,
        "by_name": "Education",
        "by_role": "Sub-group chair",
        "cited": None,
        "provenance": "illustrative",
        "seq": 12,
        "entered_by_name": None,
        "corrected_on": NO,
        "is_taken_back": False,
    } | columns


def test_it_says_how_long_it_is() -> None:
    rows = pd.DataFrame([entry(), entry(happened_on=D("2018-02-01"))])
    assert story.told(rows.head(0)) == "Nothing is recorded about it by this day."
    assert story.told(rows.head(1)) == "1 entry, the latest of 10 January 2018."
    assert story.told(rows) == "2 entries, the latest of 1 February 2018."


class TestStory:
    COLUMNS = story.COLUMNS

    def test_the_least_an_entry_can_be(self) -> None:
        assert shown(self.COLUMNS, entry()) == {
            "When": "10 Jan 2018",
            "What": "Report †",
            "In words": r"Half of it\.",
            "By": r"Education, Sub\-group chair",
            "Entry": "12",
        }

    def test_the_most(self) -> None:
        row = entry(
            known_on=D("2018-02-15"),
            kind="extension",
            outcome="second",
            action_title="Audit",
            day_given=D("2018-03-23"),
            day_text="late March",
            why="Staff left.",
            cited="Minutes, 4",
            provenance="paper",
        )
        assert shown(self.COLUMNS, row) == {
            "When": r"10 Jan 2018 \(recorded 15 Feb 2018\)",
            "What": r"Extension\: second",
            "In words": r"Audit\: Half of it\. \(now due 23 Mar 2018\)\. Reason\: Staff left\."
            r" \(Minutes, 4\)",
            "By": r"Education, Sub\-group chair",
            "Entry": "12",
        }

    @pytest.mark.parametrize(
        ("person", "by"),
        [
            ("Programme officer", "; entered by the programme officer"),
            ("Sub-group chair", ""),
            (None, ""),
        ],
    )
    def test_who_entered_it_where_that_was_on_behalf(self, person: str | None, by: str) -> None:
        cell = shown(self.COLUMNS, entry(entered_by_name=person))["By"]
        assert cell == rf"Education, Sub\-group chair{by}"

    @pytest.mark.parametrize(
        ("is_taken_back", "became"), [(False, "corrected"), (True, "taken back")]
    )
    def test_an_entry_that_no_longer_holds_says_since_when(
        self, is_taken_back: bool, became: str
    ) -> None:
        row = entry(corrected_on=D("2018-02-15"), is_taken_back=is_taken_back)
        assert shown(self.COLUMNS, row)["Entry"] == f"12, {became} on 15 Feb 2018"

    def test_no_date_is_broken_over_two_lines(self) -> None:
        row = entry(known_on=D("2018-02-15"))
        when = tables.shown(pd.DataFrame([row]), self.COLUMNS)["When"][0]
        assert when == (f"10{SPACE}Jan{SPACE}2018 \\(recorded 15{SPACE}Feb{SPACE}2018\\)")

    @pytest.mark.parametrize(
        ("kind", "word"),
        [("response", "actioned"), ("promise", "for"), ("report", "forecast"), ("note", "date")],
    )
    def test_a_day_in_words_is_given_as_it_stands(self, kind: str, word: str) -> None:
        said = shown(self.COLUMNS, entry(kind=kind, said=None, day_text="TBC"))["In words"]
        assert said == rf"\({word} TBC\)"

    def test_an_entry_without_words(self) -> None:
        assert shown(self.COLUMNS, entry(said=None))["In words"] == ""
        cited = entry(said=None, cited="Minutes, 4")
        assert shown(self.COLUMNS, cited)["In words"] == r"\(Minutes, 4\)"

    def test_words_without_a_full_stop_end_before_the_reason(self) -> None:
        row = entry(said="Schools below good", why="Too many.")
        assert shown(self.COLUMNS, row)["In words"] == r"Schools below good\. Reason\: Too many\."
        row = entry(said=None, why="Too many.")
        assert shown(self.COLUMNS, row)["In words"] == r"Reason\: Too many\."

    def test_an_action_alone_is_named_without_a_colon(self) -> None:
        row = entry(said=None, action_title="Audit")
        assert shown(self.COLUMNS, row)["In words"] == "Audit"

    def test_a_title_makes_no_emoji_with_the_colon_behind_it(self) -> None:
        told = shown(self.COLUMNS, entry(action_title="Target 1:100"))["In words"]
        assert told.startswith(tables.plain("Target 1:100:"))
        assert ":\u2060100" in told.replace("\\", "")

    def test_a_risk_has_no_action_to_name(self) -> None:
        row = entry()
        del row["action_title"]
        assert shown(self.COLUMNS, row)["In words"] == r"Half of it\."

    def test_a_successor_and_what_it_replaces_are_named(self) -> None:
        moved = entry(kind="move", said=None, replaced_by="B, New", why="One does.")
        assert shown(self.COLUMNS, moved)["In words"] == r"Replaced by B, New\. Reason\: One does\."
        agreed = entry(kind="action agreed", said=None, replaces="A, Old")
        assert shown(self.COLUMNS, agreed)["In words"] == r"Takes the place of A, Old\."

"""The blocks of a recommendation's page: what each says, and cells that lack something."""

from typing import Any

import pandas as pd
import pytest

from scrutiny.charts import story, tables
from tests.scrutiny.charts.frames import NO, D, none_of

SPACE = "\u00a0"


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


def shown(columns: tables.Columns, row: dict[str, Any]) -> dict[str, str]:
    """One row as readers see it, with its spaces as spaces."""
    frame = tables.shown(pd.DataFrame([row]).astype(object), columns)
    return {str(head): str(cell).replace(SPACE, " ") for head, cell in frame.iloc[0].items()}


class TestSays:
    def test_answers(self) -> None:
        rows = pd.DataFrame(
            {
                "answered_on": [D("2010-12-17"), D("2011-03-03")],
                "acceptance": ["in principle", "accepted in part"],
            }
        )
        assert story.answered(rows.head(0)) == "No answer is recorded by this day."
        assert story.answered(rows.head(1)) == (
            "1 answer; the latest, of 17 December 2010, amounts to: in principle."
        )
        assert story.answered(rows) == (
            "2 answers; the latest, of 3 March 2011, amounts to: accepted in part."
        )

    def test_a_narrowed_scope(self) -> None:
        rows = pd.DataFrame(
            {
                "setting_kind": ["Schools", "Early-years settings"],
                "first_stage_percent": [8.0, 3.5],
            }
        )
        end = "; what was asked covers all of them, and stays the measure."
        assert story.narrowed(rows) == (
            f"The first stage covers 8 % of schools and 3.5 % of early-years settings{end}"
        )
        no_share = pd.DataFrame({"setting_kind": ["PRUs"], "first_stage_percent": [float("nan")]})
        assert story.narrowed(no_share) == f"The first stage covers part of PRUs{end}"
        assert story.narrowed(rows.head(0)) == "No narrower scope is recorded by this day."

    @pytest.mark.parametrize(
        ("acceptances", "said"),
        [
            ([], "No sub-point is recorded by this day."),
            (["accepted"], "1 sub-point."),
            ([None, "for another body"], "2 sub-points; 1 is for another body to act on."),
            (["for another body"] * 2, "2 sub-points; 2 are for another body to act on."),
        ],
    )
    def test_sub_points(self, acceptances: list[str | None], said: str) -> None:
        rows = pd.DataFrame({"acceptance": pd.Series(acceptances, dtype=object)})
        assert story.SAYS["sub_points"](rows) == said

    @pytest.mark.parametrize(
        ("challenges", "said"),
        [
            ([], "No challenge is recorded by this day."),
            ([(False, 9)], "1 challenge, answered."),
            ([(False, 9), (False, 2)], "2 challenges, all answered."),
            ([(True, 1)], "1 challenge, still open after 1 day."),
            (
                [(True, 5), (True, 12), (False, 90)],
                "3 challenges, 2 still open; the longest for 12 days.",
            ),
        ],
    )
    def test_challenges(self, challenges: list[tuple[bool, int]], said: str) -> None:
        rows = pd.DataFrame(challenges, columns=["is_open", "days_open"])
        assert story.SAYS["challenges"](rows) == said

    def test_evidence(self) -> None:
        rows = pd.DataFrame({"given_on": [D("2018-01-10"), D("2017-09-01")]})
        assert story.SAYS["evidence"](rows.head(0)) == "No evidence is recorded by this day."
        assert story.SAYS["evidence"](rows.tail(1)) == (
            "1 piece of evidence, the latest on 1 September 2017."
        )
        assert story.SAYS["evidence"](rows) == (
            "2 pieces of evidence, the latest on 10 January 2018."
        )

    def test_the_story(self) -> None:
        rows = pd.DataFrame([entry(), entry(happened_on=D("2018-02-01"))])
        assert story.SAYS["story"](rows.head(0)) == "Nothing is recorded about it by this day."
        assert story.SAYS["story"](rows.head(1)) == "1 entry, the latest of 10 January 2018."
        assert story.SAYS["story"](rows) == "2 entries, the latest of 1 February 2018."

    def test_each_block_with_columns_says_something(self) -> None:
        assert story.SAYS.keys() == story.COLUMNS.keys()


class TestStory:
    COLUMNS = story.COLUMNS["story"]

    def test_the_least_an_entry_can_be(self) -> None:
        assert shown(self.COLUMNS, entry()) == {
            "When": "10 Jan 2018",
            "What": "Report †",
            "About": "The recommendation",
            "In words": r"Half of it\.",
            "By": r"Education, Sub\-group chair",
            "Where": "—",
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
            "About": "Audit",
            "In words": r"Half of it\. \(now due 23 Mar 2018\) Reason\: Staff left\.",
            "By": r"Education, Sub\-group chair",
            "Where": "Minutes, 4",
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

    def test_a_successor_and_what_it_replaces_are_named(self) -> None:
        moved = entry(kind="move", said=None, replaced_by="B, New", why="One does.")
        assert shown(self.COLUMNS, moved)["In words"] == r"Replaced by B, New\. Reason\: One does\."
        agreed = entry(kind="action agreed", said=None, replaces="A, Old")
        assert shown(self.COLUMNS, agreed)["In words"] == r"Takes the place of A, Old\."


def missing(columns: tuple[str, ...], **given: Any) -> dict[str, Any]:
    return dict.fromkeys(columns) | given


@pytest.mark.parametrize("nothing", [None, pd.NA, float("nan")])
class TestMissing:
    """What a paper need not give is a dash or words: never None, nan or an error."""

    def check(self, columns: tables.Columns, row: dict[str, Any], nothing: object) -> None:
        row = {name: nothing if cell is None else cell for name, cell in row.items()}
        cells = shown(columns, row)
        assert [head for head, cell in cells.items() if "nan" in cell or "None" in cell] == []
        assert "<NA>" not in "".join(cells.values())

    def test_answers(self, nothing: object) -> None:
        row = missing(
            ("why", "actioned_on", "actioned_text", "covers", "cited"),
            answered_on=D("2011-03-03"),
            acceptance="accepted",
            answer="Yes.",
            provenance="paper",
        )
        self.check(story.ANSWERS, row, nothing)

    def test_scope(self, nothing: object) -> None:
        row = missing(
            ("first_stage_percent", "meeting"),
            setting_kind="Schools",
            asked="All",
            first_stage="Some",
            narrowed_on=D("2018-02-15"),
            why="Few.",
        )
        self.check(story.SCOPE, row, nothing)

    def test_promises(self, nothing: object) -> None:
        row = missing(
            ("due_on", "due_text", "due_on_now", "meeting", "said", "rating", "days_late"),
            on=D("2010-12-17"),
            what="A plan",
            to_name="Cabinet",
            change="made",
            provenance="paper",
        )
        self.check(story.PROMISES, row, nothing)

    def test_actions(self, nothing: object) -> None:
        row = missing(
            (
                *("rating", "own_rating", "percent", "due_on", "due_text", "slip_days"),
                *("days_late", "days_completed_late", "first_due_on", "last_report_on"),
                *("gate", "days_at_gate"),
            ),
            title="Audit",
            group_name="Risk",
            agency_name="Police",
            delivery="not started",
            is_open=True,
            provenance="illustrative",
        )
        self.check(story.ACTIONS, row, nothing)

    def test_extensions(self, nothing: object) -> None:
        row = missing(
            ("from_due_on", "meeting"),
            title="Audit",
            agreed_on=D("2017-09-14"),
            due_on=D("2018-01-31"),
            why="Staff.",
            provenance="illustrative",
        )
        self.check(story.EXTENSIONS, row, nothing)

    def test_sub_points(self, nothing: object) -> None:
        row = missing(
            ("acceptance", "due_on", "days_late", "rating"),
            ref="3a",
            ask="Do.",
            lead_name="Leader",
            delivery="not started",
        )
        self.check(story.COLUMNS["sub_points"], row, nothing)

    def test_challenges(self, nothing: object) -> None:
        row = missing(
            ("answer_by", "answered_on", "said", "outcome"),
            asked_on=D("2017-10-01"),
            by_name="Board",
            to_name="Risk",
            question="Really?",
            days_open=3,
            provenance="illustrative",
        )
        self.check(story.COLUMNS["challenges"], row, nothing)

    def test_evidence(self, nothing: object) -> None:
        row = missing(
            ("action_title",),
            given_on=D("2017-10-01"),
            kind="assurance",
            evidence="Audit",
            by_name="Risk",
            provenance="illustrative",
        )
        self.check(story.COLUMNS["evidence"], row, nothing)


def test_a_promise_without_a_date_now_is_undated_at_every_step() -> None:
    row = {
        "on": D("2010-12-17"),
        "what": "A plan",
        "to_name": "Cabinet",
        "change": "made",
        "due_on": D("2011-01-19"),
        "due_text": None,
        "due_on_now": NO,
        "meeting": None,
        "said": None,
        "rating": "grey",
        "days_late": 0,
        "provenance": "paper",
    }
    cells = shown(story.PROMISES, row)
    assert cells["For"] == "19 Jan 2011"
    assert cells["Rating now"] == ":gray-badge[○ Undated]"


def test_no_rows_still_have_their_headings() -> None:
    for columns in (story.ANSWERS, story.SCOPE, story.PROMISES, *story.COLUMNS.values()):
        assert list(tables.shown(none_of("a"), columns).columns) == list(columns)

"""The blocks of a recommendation's page: what each says, and cells that lack something."""

from typing import Any

import pandas as pd
import pytest

from scrutiny.charts import recommendation, tables
from tests.scrutiny.charts.frames import NO, D, none_of, shown


class TestSays:
    def test_answers(self) -> None:
        rows = pd.DataFrame(
            {
                "answered_on": [D("2010-12-17"), D("2011-03-03")],
                "acceptance": ["in principle", "accepted in part"],
            }
        )
        assert recommendation.answered(rows.head(0)) == "No answer is recorded by this day."
        assert recommendation.answered(rows.head(1)) == (
            "1 answer; the latest, of 17 December 2010, amounts to: in principle."
        )
        assert recommendation.answered(rows) == (
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
        assert recommendation.narrowed(rows) == (
            f"The first stage covers 8 % of schools and 3.5 % of early-years settings{end}"
        )
        no_share = pd.DataFrame({"setting_kind": ["PRUs"], "first_stage_percent": [float("nan")]})
        assert recommendation.narrowed(no_share) == f"The first stage covers part of PRUs{end}"
        assert recommendation.narrowed(rows.head(0)) == "No narrower scope is recorded by this day."

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
        assert recommendation.SAYS["sub_points"](rows) == said

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
        assert recommendation.SAYS["challenges"](rows) == said

    def test_evidence(self) -> None:
        rows = pd.DataFrame({"given_on": [D("2018-01-10"), D("2017-09-01")]})
        assert (
            recommendation.SAYS["evidence"](rows.head(0)) == "No evidence is recorded by this day."
        )
        assert recommendation.SAYS["evidence"](rows.tail(1)) == (
            "1 piece of evidence, the latest on 1 September 2017."
        )
        assert recommendation.SAYS["evidence"](rows) == (
            "2 pieces of evidence, the latest on 10 January 2018."
        )

    def test_each_block_with_columns_says_something(self) -> None:
        assert recommendation.SAYS.keys() == recommendation.COLUMNS.keys()


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
        self.check(recommendation.ANSWERS, row, nothing)

    def test_scope(self, nothing: object) -> None:
        row = missing(
            ("first_stage_percent", "meeting"),
            setting_kind="Schools",
            asked="All",
            first_stage="Some",
            narrowed_on=D("2018-02-15"),
            why="Few.",
        )
        self.check(recommendation.SCOPE, row, nothing)

    def test_promises(self, nothing: object) -> None:
        row = missing(
            ("due_on", "due_text", "due_on_now", "meeting", "said", "rating", "days_late"),
            on=D("2010-12-17"),
            what="A plan",
            to_name="Cabinet",
            change="made",
            provenance="paper",
        )
        self.check(recommendation.PROMISES, row, nothing)

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
        self.check(recommendation.ACTIONS, row, nothing)

    def test_extensions(self, nothing: object) -> None:
        row = missing(
            ("from_due_on", "meeting"),
            title="Audit",
            agreed_on=D("2017-09-14"),
            due_on=D("2018-01-31"),
            why="Staff.",
            provenance="illustrative",
        )
        self.check(recommendation.EXTENSIONS, row, nothing)

    def test_sub_points(self, nothing: object) -> None:
        row = missing(
            ("acceptance", "due_on", "days_late", "rating"),
            ref="3a",
            ask="Do.",
            lead_name="Leader",
            delivery="not started",
        )
        self.check(recommendation.COLUMNS["sub_points"], row, nothing)

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
        self.check(recommendation.COLUMNS["challenges"], row, nothing)

    def test_evidence(self, nothing: object) -> None:
        row = missing(
            ("action_title",),
            given_on=D("2017-10-01"),
            kind="assurance",
            evidence="Audit",
            by_name="Risk",
            provenance="illustrative",
        )
        self.check(recommendation.COLUMNS["evidence"], row, nothing)


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
    cells = shown(recommendation.PROMISES, row)
    assert cells["For"] == "19 Jan 2011"
    assert cells["Rating now"] == ":gray-badge[○ Undated]"


def test_no_rows_still_have_their_headings() -> None:
    for columns in (
        recommendation.ANSWERS,
        recommendation.SCOPE,
        recommendation.PROMISES,
        *recommendation.COLUMNS.values(),
    ):
        assert list(tables.shown(none_of("a"), columns).columns) == list(columns)


ANSWER = {
    "answered_on": D("2011-03-03"), "acceptance": "accepted", "answer": "Yes.", "why": None,
    "actioned_on": NO, "actioned_text": None, "covers": "3", "cited": None, "provenance": "paper",
}  # fmt: skip


@pytest.mark.parametrize(
    ("given", "cell"),
    [
        ({}, r"Yes\."),
        ({"why": "It helps."}, r"Yes\. Reason\: It helps\."),
        ({"cited": "Minutes, 4"}, r"Yes\. \(Minutes, 4\)"),
        ({"why": "So.", "cited": "M"}, r"Yes\. Reason\: So\. \(M\)"),
        ({"provenance": "illustrative", "why": "So."}, r"Yes\. Reason\: So\. †"),
        ({"answer": "Accepted", "why": "So."}, r"Accepted\. Reason\: So\."),
    ],
)
def test_an_answer_has_its_reason_and_where_it_is_written(given: dict[str, Any], cell: str) -> None:
    assert shown(recommendation.ANSWERS, ANSWER | given)["Answer"] == cell


@pytest.mark.parametrize(
    ("said", "on", "cell"),
    [
        (None, NO, "—"),
        ("In part.", D("2018-01-16"), r"16 Jan 2018: In part\."),
    ],
)
def test_a_challenge_says_when_it_was_answered_and_how(
    said: str | None, on: pd.Timestamp, cell: str
) -> None:
    row = {
        "asked_on": D("2017-11-09"), "by_name": "Business Group", "to_name": "Education",
        "question": "How?", "answer_by": NO, "answered_on": on, "said": said, "outcome": None,
        "days_open": 3, "provenance": "paper",
    }  # fmt: skip
    found = shown(recommendation.COLUMNS["challenges"], row)
    assert found["Answer"] == cell
    assert found["By and to"] == "Business Group to Education"

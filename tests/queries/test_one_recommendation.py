"""Rows in, rows out for queries/recommendations: all that is known of a single one."""

import pytest

from tests.queries.conftest import Read
from tests.queries.small_board import Reading, SmallBoard

DAY = "2018-02-15"
ANSWERS = (
    "answers",
    "challenges",
    "evidence",
    "extensions",
    "one",
    "promises",
    "scope",
    "story",
    "sub_points",
    "timeline",
)


@pytest.mark.parametrize("answer", ANSWERS)
def test_an_unknown_recommendation_has_no_rows(nothing: Reading, answer: str) -> None:
    assert nothing.ask(f"recommendations/{answer}", as_at=DAY, rec="no such thing") == []


@pytest.mark.parametrize("answer", ANSWERS)
def test_nothing_of_another_recommendation_gets_in(read: Read, answer: str) -> None:
    board = SmallBoard().recommendation("MINE").action("A", "R").recommendation("Ra", parent_id="R")
    board.report("A", 10, on="2017-08-01", evidence="A paper").extension(
        "A", "2018-12-31", on="2017-09-01"
    )
    board.response("R").promise("P", "R").scope("R").challenge("C", "R", on="2017-08-01")
    board.note("R", on="2017-08-01").assurance("R", on="2017-08-01")
    reading = read(board)
    assert reading.ask(f"recommendations/{answer}", as_at=DAY, rec="R") != []
    found = reading.ask(f"recommendations/{answer}", as_at=DAY, rec="MINE")
    assert len(found) == (answer == "one")


class TestOne:
    NAME = "recommendations/one"

    def test_where_it_comes_from_and_how_it_stands(self, read: Read) -> None:
        board = SmallBoard().source("S", title="The report", synopsis="Fine", reason="Concern")
        board.recommendation("R", cited="page 3", support_group_ids=["SG2", "BG"])
        board.recommendation("Ra", parent_id="R", lead_group_id="SG2").action(
            "A", "R", due_on="2018-01-31"
        )
        reading = read(board)
        columns = ("source_title", "synopsis", "reason", "cited", "made_by", "made_to", "lead_name")
        assert reading.ask(self.NAME, *columns, as_at=DAY, rec="R") == [
            (
                *("The report", "Fine", "Concern", "page 3"),
                *("The Inspectorate", "The Board", "First Sub-group"),
            )
        ]
        found = reading.ask(
            self.NAME, "support_names", "parent_ref", "rating", "actions", as_at=DAY, rec="R"
        )
        assert found == [("Business Group; Second Sub-group", None, "red", 1)]
        found = reading.ask(
            self.NAME, "support_names", "parent_ref", "rating", "actions", as_at=DAY, rec="Ra"
        )
        assert found == [(None, "R", "grey", 0)]

    def test_none_before_it_is_known(self, read: Read) -> None:
        reading = read(SmallBoard().recommendation(on="2017-06-01", learned="2017-06-03"))
        assert reading.ask(self.NAME, as_at="2017-06-02", rec="R") == []
        assert len(reading.ask(self.NAME, as_at="2017-06-03", rec="R")) == 1

    def test_what_nobody_agreed_yet_does_not_show(self, read: Read) -> None:
        board = SmallBoard().recommendation().action(on="2017-07-01", due_on="2017-07-10")
        found = read(board).ask(
            self.NAME, "actions", "due_on", "rating", as_at="2017-06-30", rec="R"
        )
        assert found == [(0, None, "grey")]


class TestSubPoints:
    NAME = "recommendations/sub_points"

    def test_in_the_order_of_the_paper(self, read: Read) -> None:
        board = SmallBoard().recommendation("R", position=1)
        board.recommendation("Ra", parent_id="R", position=3).recommendation(
            "Rz", parent_id="R", position=2
        )
        board.promise("P", "Ra", due_on="2018-01-31").response("Rz", acceptance="for another body")
        columns = ("rec_id", "acceptance", "rating", "days_late")
        assert read(board).ask(self.NAME, *columns, as_at=DAY, rec="R") == [
            ("Rz", "for another body", "grey", 0),
            ("Ra", None, "red", 15),
        ]

    def test_the_same_place_comes_by_key(self, read: Read) -> None:
        board = SmallBoard().recommendation("R").recommendation("Rb", parent_id="R", position=2)
        board.recommendation("Ra", parent_id="R", position=2)
        assert read(board).ask(self.NAME, "rec_id", as_at=DAY, rec="R") == ["Ra", "Rb"]


class TestAnswers:
    NAME = "recommendations/answers"

    def test_every_dated_answer_oldest_first_with_all_it_covers(self, read: Read) -> None:
        board = SmallBoard().recommendation("R1").recommendation("R2")
        board.response("R1", on="2011-03-03", acceptance="accepted")
        board.response("R1", "R2", on="2010-12-17", acceptance="in principle", actioned_text="TBC")
        columns = ("answered_on", "acceptance", "covers", "actioned_on", "actioned_text", "by_name")
        reading = read(board)
        assert reading.ask(self.NAME, *columns, as_at=DAY, rec="R1") == [
            ("2010-12-17", "in principle", "R1; R2", None, "TBC", "The Council"),
            ("2011-03-03", "accepted", "R1", None, None, "The Council"),
        ]
        assert len(reading.ask(self.NAME, as_at=DAY, rec="R2")) == 1

    def test_an_answer_shows_from_the_day_it_is_known(self, read: Read) -> None:
        board = SmallBoard().response("R", on="2017-07-01", learned="2017-08-01")
        for day, count in {"2017-07-31": 0, "2017-08-01": 1}.items():
            assert len(read(board).ask(self.NAME, as_at=day, rec="R")) == count


class TestPromises:
    NAME = "recommendations/promises"

    def slipped(self) -> SmallBoard:
        board = (
            SmallBoard()
            .recommendation("R")
            .recommendation("R2")
            .meeting("M1", "2018-01-19", on="2017-07-01")
        )
        board.promise("P", "R", "R2", due_on="2018-01-19", meeting_id="M1")
        board.moved("P", "2018-01-31", on="2018-01-19")
        return board.update("P", "kept", on="2018-02-20")

    def test_every_step_in_order_beside_how_it_stands(self, read: Read) -> None:
        reading = read(self.slipped())
        columns = (
            "step",
            "on",
            "change",
            "due_on",
            "meeting",
            "due_on_now",
            "slips",
            "days_late",
            "rating",
        )
        now = ("2018-01-31", 1, 15, "red")
        expected = [
            (1, "2017-07-01", "made", "2018-01-19", "Meeting M1", *now),
            (2, "2018-01-19", "moved", "2018-01-31", None, *now),
        ]
        assert reading.ask(self.NAME, *columns, as_at=DAY, rec="R") == expected
        assert reading.ask(self.NAME, *columns, as_at=DAY, rec="R2") == expected

    def test_when_it_arrived(self, read: Read) -> None:
        reading = read(self.slipped())
        columns = ("change", "kept_on", "rating")
        assert reading.ask(self.NAME, *columns, as_at="2018-02-20", rec="R")[-1] == (
            *("kept", "2018-02-20", "green"),
        )
        assert reading.ask(self.NAME, "kept_on", as_at="2018-02-19", rec="R") == [None, None]

    def test_a_meeting_that_is_not_known_yet_is_not_named(self, read: Read) -> None:
        board = SmallBoard().recommendation().meeting("M1", "2018-01-19", on="2017-08-01")
        board.promise("P", "R", due_on="2018-01-19", meeting_id="M1", on="2017-07-01")
        reading = read(board)
        for day, meeting in {"2017-07-31": None, "2017-08-01": "Meeting M1"}.items():
            assert reading.ask(self.NAME, "meeting", as_at=day, rec="R") == [meeting]

    def test_two_promises_of_one_day_come_by_key(self, read: Read) -> None:
        board = SmallBoard().promise("Q", "R").promise("P", "R").moved("Q", None, on="2017-08-01")
        found = read(board).ask(self.NAME, "promise_id", "step", as_at=DAY, rec="R")
        assert found == [("P", 1), ("Q", 1), ("Q", 2)]


class TestChallenges:
    NAME = "recommendations/challenges"

    def test_newest_first_with_the_latest_answer_and_the_days_it_was_open(self, read: Read) -> None:
        board = SmallBoard().challenge("C", on="2017-08-01").challenge("D", on="2017-09-01")
        board.challenge("E", on="2018-02-01", to_agency_id="POLICE", answer_by="2018-03-01")
        board.answer("C", "not satisfied", on="2017-08-11").answer("C", on="2017-08-31")
        board.answer("D", "not satisfied", on="2017-09-11")
        columns = ("challenge_id", "outcome", "answered_on", "is_open", "days_open", "to_agency")
        assert read(board).ask(self.NAME, *columns, as_at=DAY, rec="R") == [
            ("E", None, None, True, 14, "Police"),
            ("D", "not satisfied", "2017-09-11", True, 167, None),
            ("C", "satisfied", "2017-08-31", False, 30, None),
        ]

    def test_it_is_open_the_day_before_the_answer_is_known(self, read: Read) -> None:
        board = SmallBoard().challenge("C", on="2017-08-01")
        reading = read(board.answer("C", on="2017-08-11", learned="2017-08-21"))
        columns = ("is_open", "days_open", "said")
        assert reading.ask(self.NAME, *columns, as_at="2017-08-20", rec="R") == [(True, 19, None)]
        assert reading.ask(self.NAME, *columns, as_at="2017-08-21", rec="R") == [
            (False, 10, "It is.")
        ]

    def test_as_many_are_open_as_the_recommendation_counts(self, read: Read) -> None:
        board = SmallBoard().challenge("C", on="2017-08-01").challenge("D", on="2017-08-01")
        board.answer("C", on="2017-09-01").answer("C", "not satisfied", on="2017-10-01")
        reading = read(board.answer("C", "withdrawn", on="2017-11-01").answer("C", on="2017-11-02"))
        for day in ("2017-08-01", "2017-09-01", "2017-10-01", "2017-11-01", "2017-11-02"):
            listed = sum(reading.ask(self.NAME, "is_open", as_at=day, rec="R"))
            assert listed == reading.recommendation(day, "challenges_open")


class TestEvidence:
    NAME = "recommendations/evidence"

    def test_what_reports_moves_and_judgements_rest_on_newest_first(self, read: Read) -> None:
        board = SmallBoard().action("A").report("A", 50, on="2017-08-01", evidence="Minutes")
        board.report("A", 60, on="2017-09-01").move(
            "A", "proposed complete", on="2017-10-01", evidence="Audit"
        )
        board.assurance("R", "impact seen", on="2017-11-01", evidence="Voices of children")
        columns = ("given_on", "kind", "action_id", "action_title", "outcome", "evidence")
        assert read(board).ask(self.NAME, *columns, as_at=DAY, rec="R") == [
            ("2017-11-01", "assurance", None, None, "impact seen", "Voices of children"),
            ("2017-10-01", "move", "A", "Title of A", "proposed complete", "Audit"),
            ("2017-08-01", "report", "A", "Title of A", "50 %", "Minutes"),
        ]


class TestExtensions:
    NAME = "recommendations/extensions"

    def test_each_later_date_with_the_one_it_replaced(self, read: Read) -> None:
        board = (
            SmallBoard()
            .action("A", due_on="2017-09-30")
            .extension("A", "2017-12-31", on="2017-09-15")
        )
        board.extension("A", "2018-03-31", on="2017-12-15", why="Still not ready")
        reading = read(board)
        columns = ("action_id", "agreed_on", "from_due_on", "due_on", "why", "meeting")
        assert reading.ask(self.NAME, *columns, as_at=DAY, rec="R") == [
            ("A", "2017-09-15", "2017-09-30", "2017-12-31", "Needs longer", "Meeting M"),
            ("A", "2017-12-15", "2017-12-31", "2018-03-31", "Still not ready", "Meeting M"),
        ]
        assert len(reading.ask(self.NAME, as_at="2017-12-14", rec="R")) == 1
        assert reading.ask(self.NAME, as_at="2017-09-14", rec="R") == []

    def test_of_an_undated_action_it_replaces_no_date(self, read: Read) -> None:
        board = SmallBoard().action("A", due_on=None).extension("A", "2017-12-31", on="2017-09-15")
        assert read(board).ask(self.NAME, "from_due_on", as_at=DAY, rec="R") == [None]

    def test_a_meeting_that_is_not_known_yet_is_not_named(self, read: Read) -> None:
        board = SmallBoard().action("A", due_on="2017-09-30").meeting("M", on="2017-10-01")
        reading = read(board.extension("A", "2017-12-31", on="2017-09-15"))
        for day, meeting in {"2017-09-30": None, "2017-10-01": "Meeting M"}.items():
            assert reading.ask(self.NAME, "meeting", as_at=day, rec="R") == [meeting]


class TestScope:
    NAME = "recommendations/scope"

    def test_what_was_asked_stays_beside_the_first_stage(self, read: Read) -> None:
        early = {"setting_kind": "early years", "first_stage_percent": 3.0, "asked": "All of them"}
        reading = read(
            SmallBoard().recommendation().scope(on="2017-07-02").scope(on="2017-07-01", **early)
        )
        columns = ("setting_kind", "asked", "first_stage_percent", "narrowed_on", "by_name")
        assert reading.ask(self.NAME, *columns, as_at=DAY, rec="R") == [
            ("early years", "All of them", 3.0, "2017-07-01", "The Council"),
            ("schools", "All schools", 8.0, "2017-07-02", "The Council"),
        ]
        assert len(reading.ask(self.NAME, as_at="2017-07-01", rec="R")) == 1


class TestStory:
    NAME = "recommendations/story"

    def test_every_kind_of_entry_newest_first(self, read: Read) -> None:
        board = (
            SmallBoard()
            .response("R", on="2017-06-10")
            .promise("P", "R", on="2017-06-10", due_on=DAY)
        )
        board.action("A").report("A", 10, on="2017-08-01", obstacles="Nobody free")
        board.extension("A", "2018-12-31", on="2017-09-01").scope("R", on="2017-09-02")
        board.challenge("C", action_id="A", on="2017-09-03").answer("C", on="2017-09-04")
        board.note("R", on="2017-09-05").assurance("R", on="2017-09-06")
        board.move("A", "paused", on="2017-09-07").move_recommendation(
            "R", "paused", on="2017-09-08"
        )
        board.update("P", "kept", on="2017-09-09")
        assert read(board).ask(self.NAME, "kind", "action_id", "outcome", as_at=DAY, rec="R") == [
            ("promise", None, "kept"),
            ("move", None, "paused"),
            ("move", "A", "paused"),
            ("assurance", None, "evidenced"),
            ("note", None, None),
            ("answer", "A", "satisfied"),
            ("challenge", "A", None),
            ("scope", None, "schools"),
            ("extension", "A", None),
            ("report", "A", "10 %"),
            ("action agreed", "A", None),
            ("promise", None, "made"),
            ("response", None, "accepted"),
        ]

    def test_what_is_in_the_way_is_said_with_what_was_done(self, read: Read) -> None:
        board = SmallBoard().action("A").report("A", on="2017-08-01", obstacles="Nobody free.")
        found = read(board.report("A", on="2017-09-01")).ask(
            self.NAME, "said", "outcome", as_at=DAY, rec="R"
        )
        assert found[:2] == [("Some of it", None), ("Some of it In the way: Nobody free.", None)]

    def test_of_one_day_the_last_said_comes_first(self, read: Read) -> None:
        board = (
            SmallBoard()
            .note("R", on="2017-08-01", said="First")
            .note("R", on="2017-08-01", said="Second")
        )
        assert read(board).ask(self.NAME, "said", as_at=DAY, rec="R") == ["Second", "First"]

    def test_an_entry_learned_later_is_told_from_then_in_its_own_place(self, read: Read) -> None:
        board = SmallBoard().note("R", on="2017-08-01", said="Old", learned="2017-10-01")
        reading = read(board.note("R", on="2017-09-01", said="New"))
        assert reading.ask(self.NAME, "said", as_at="2017-09-30", rec="R") == ["New"]
        assert reading.ask(self.NAME, "said", as_at="2017-10-01", rec="R") == ["New", "Old"]

    def test_one_entry_about_several_is_in_the_story_of_each(self, read: Read) -> None:
        reading = read(SmallBoard().note("R1", "R2", on="2017-08-01").promise("P", "R1", "R2"))
        for rec in ("R1", "R2"):
            assert reading.ask(self.NAME, "kind", as_at=DAY, rec=rec) == ["note", "promise"]


class TestTimeline:
    NAME = "recommendations/timeline"

    def test_actions_in_order_of_start_with_their_dates(self, read: Read) -> None:
        board = (
            SmallBoard()
            .action("B", due_on="2017-09-30")
            .extension("B", "2018-03-31", on="2017-09-15")
        )
        board.action("A", due_on="2017-12-31").action(
            "EARLY", due_on=None, on="2017-06-15", due_text="TBC"
        )
        board.moves("A", ("2018-01-10", "complete"), ("2018-02-01", "signed off"))
        columns = (
            "action_id",
            "start_on",
            "first_due_on",
            "due_on",
            "due_text",
            "completed_on",
            "signed_off_on",
        )
        assert read(board).ask(self.NAME, *columns, as_at=DAY, rec="R") == [
            ("EARLY", "2017-06-15", None, None, "TBC", None, None),
            ("A", "2017-07-01", "2017-12-31", "2017-12-31", None, "2018-01-10", "2018-02-01"),
            ("B", "2017-07-01", "2017-09-30", "2018-03-31", None, None, None),
        ]

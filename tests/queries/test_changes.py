"""Rows in, rows out for what changed between two days."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scrutiny import lately, sight
from scrutiny.charts import changed
from tests.queries.conftest import Read
from tests.queries.small_board import Reading, SmallBoard
from tests.queries.test_as_at import DAY, boards

NAME = "board/changes"
SINCE, UNTIL = "2017-12-07", "2018-02-15"
BOUNDS = {"since": SINCE, "as_at": UNTIL}
ENDED = {"record_ends_on": "2017-12-31", "record_note": "Nothing after."}


def told(reading: Reading, *columns: str, **more: Any) -> list[Any]:
    """The changes between the two days."""
    return reading.ask(NAME, *columns, **BOUNDS | more)


def only(reading: Reading, change: str, *columns: str, **more: Any) -> list[Any]:
    """Those of one kind."""
    found = told(reading, "change", *columns, **more)
    return [row[1:] if len(row) > 2 else row[1] for row in found if row[0] == change]


def owed(due_on: str | None = "2018-06-30", **columns: Any) -> SmallBoard:
    """A board with one action, agreed and reported on before the first day."""
    board = SmallBoard().action("A", due_on=due_on, **columns)
    return board.report("A", 90, on="2017-12-01")


class TestWindow:
    @pytest.mark.parametrize(
        ("on", "is_told"),
        [
            ("2017-12-06", False),
            (SINCE, False),  # what a meeting decides belongs to that meeting
            ("2017-12-08", True),
            (UNTIL, True),
            ("2018-02-16", False),
        ],
    )
    def test_after_the_first_day_and_up_to_the_second(
        self, on: str, is_told: bool, read: Read
    ) -> None:
        reading = read(owed().move("A", "proposed complete", on=on))
        assert ("proposed complete" in told(reading, "change")) == is_told

    @pytest.mark.parametrize(
        ("learned", "is_told"), [(SINCE, False), ("2017-12-08", True), ("2018-02-16", False)]
    )
    def test_what_was_learned_late_is_told_by_the_day_it_was_known(
        self, learned: str, is_told: bool, read: Read
    ) -> None:
        reading = read(owed().move("A", "proposed complete", on="2017-12-02", learned=learned))
        found = only(reading, "proposed complete", "happened_on", "known_on")
        assert found == ([("2017-12-02", learned)] if is_told else [])

    def test_nothing_said_and_nothing_late_is_nothing_to_tell(self, read: Read) -> None:
        assert told(read(owed())) == []

    def test_a_report_alone_is_no_line(self, read: Read) -> None:
        assert told(read(owed().report("A", 95, on="2018-01-10"))) == []

    def test_from_a_day_to_itself_nothing_changed(self, read: Read) -> None:
        board = owed("2017-12-06").move("A", "proposed complete", on=SINCE)
        assert read(board).ask(NAME, since=SINCE, as_at=SINCE) == []

    def test_nothing(self, nothing: Reading) -> None:
        assert told(nothing) == []


class TestDecisions:
    def test_both_a_return_and_the_completion_after_it_are_told(self, read: Read) -> None:
        board = owed("2018-01-31").moves(
            "A",
            ("2017-12-10", "proposed complete"),
            ("2017-12-20", "returned"),
            ("2018-02-01", "proposed complete"),
            ("2018-02-05", "complete"),
            (UNTIL, "signed off"),
        )
        columns = ("known_on", "change", "rating_was", "rating_became", "days_late")
        assert told(read(board), *columns) == [
            (UNTIL, "signed off", "green", "blue", None),
            ("2018-02-05", "complete", None, None, 5),
            ("2018-02-01", "proposed complete", None, None, None),
            ("2017-12-20", "returned", None, None, None),
            ("2017-12-10", "proposed complete", None, None, None),
        ]

    def test_who_said_so_about_what_and_why(self, read: Read) -> None:
        board = owed().move("A", "paused", on="2018-01-10", by="SG1", why="Waits.")
        reading, group = read(board), "First Sub-group"
        columns = ("subject", "subject_id", "what", "rec_ids", "refs", "theme")
        assert only(reading, "paused", *columns) == [
            ("action", "A", "Title of A", "R", "R", "decisions")
        ]
        columns = ("owner_name", "by_name", "said")
        assert only(reading, "paused", *columns) == [(group, group, "Waits.")]

    def test_of_two_moves_that_explain_a_rating_the_last_carries_it(self, read: Read) -> None:
        board = owed().moves(
            "A", ("2017-12-20", "paused"), ("2018-01-02", "in progress"), ("2018-01-10", "paused")
        )
        found = only(read(board), "paused", "known_on", "rating_was", "rating_became")
        assert found == [("2018-01-10", "green", "amber"), ("2017-12-20", None, None)]

    @pytest.mark.parametrize("state", ["paused", "returned", "reopened"])
    def test_a_move_that_puts_work_at_risk_carries_the_rating(self, state: str, read: Read) -> None:
        board = owed().move("A", state, on="2018-01-10")
        assert told(read(board), "change", "rating_was", "rating_became") == [
            (state, "green", "amber"),
            ("rating", "green", "amber"),  # of its recommendation
        ]

    def test_work_that_is_closed_or_superseded_has_no_rating_any_more(self, read: Read) -> None:
        for state in ("closed without implementing", "superseded"):
            board = owed().move("A", state, on="2018-01-10")
            assert only(read(board), state, "rating_was", "rating_became") == [("green", None)]

    def test_agreed_with_its_date_or_the_words_for_it(self, read: Read) -> None:
        board = SmallBoard().action("A", due_on="2018-06-30", on="2018-01-10")
        board.action("B", on="2018-01-10", why="Later.")
        assert only(read(board), "agreed", "subject_id", "to_on", "became", "said") == [
            ("A", "2018-06-30", None, None),
            ("B", None, "TBC", "Later."),
        ]

    def test_a_whole_recommendation_is_made_narrowed_and_signed_off(self, read: Read) -> None:
        board = SmallBoard().recommendation("R", on="2017-12-10").scope("R", on="2018-01-10")
        reading = read(board.move_recommendation("R", "signed off", on=UNTIL))
        columns = ("subject", "was", "became", "percent")
        assert told(reading, "change", *columns) == [
            ("signed off", "recommendation", None, None, None),
            ("narrowed", "recommendation", "All schools", "Those below good", 8.0),
            ("recommended", "recommendation", None, None, None),
        ]

    def test_a_recommendation_signed_off_carries_its_rating(self, read: Read) -> None:
        board = SmallBoard().recommendation("R").move_recommendation("R", "signed off", on=UNTIL)
        found = only(read(board), "signed off", "rating_was", "rating_became")
        assert found == [("grey", "blue")]
        assert only(read(board), "rating", "subject_id") == []

    def test_one_answer_to_several_is_one_line(self, read: Read) -> None:
        board = SmallBoard().response("R1", "R2", on="2018-01-10", acceptance="in principle")
        columns = ("rec_ids", "refs", "became", "said")
        assert only(read(board), "answered", *columns) == [
            ("R1; R2", "R1; R2", "in principle", "We will.")
        ]


class TestOverdue:
    COLUMNS = ("subject_id", "happened_on", "known_on", "to_on", "days_late")

    @pytest.mark.parametrize(
        ("due_on", "found"),
        [
            ("2017-12-06", []),  # late on the first day already
            (SINCE, [("A", "2017-12-08", "2017-12-08", SINCE, 70)]),
            ("2018-02-14", [("A", UNTIL, UNTIL, "2018-02-14", 1)]),
            (UNTIL, []),  # the day itself is not late
        ],
    )
    def test_past_its_date_on_the_second_day_and_not_on_the_first(
        self, due_on: str, found: list[Any], read: Read
    ) -> None:
        assert only(read(owed(due_on)), "overdue", *self.COLUMNS) == found

    def test_it_tells_what_the_rating_was_once(self, read: Read) -> None:
        found = told(read(owed("2018-01-31")), "change", "subject", "rating_was", "rating_became")
        assert found == [
            ("overdue", "action", "green", "red"),
            ("rating", "recommendation", "green", "red"),
        ]

    def test_late_and_made_good_in_between_is_told_by_the_deed(self, read: Read) -> None:
        board = owed("2017-12-31").moves(
            "A", ("2018-01-05", "proposed complete"), ("2018-01-20", "complete")
        )
        reading = read(board)
        assert only(reading, "overdue", "subject_id") == []
        assert only(reading, "complete", "days_late") == [20]

    def test_reopened_past_its_date_it_is_late_from_that_day(self, read: Read) -> None:
        board = owed("2017-09-30").moves(
            "A", ("2017-09-10", "proposed complete"), ("2017-09-20", "complete")
        )
        reading = read(board.move("A", "reopened", on="2018-01-10"))
        assert only(reading, "overdue", *self.COLUMNS) == [
            ("A", "2018-01-10", "2018-01-10", "2017-09-30", 138)
        ]

    def test_agreed_late_it_is_both_new_and_late(self, read: Read) -> None:
        board = SmallBoard().action(
            "A", due_on="2018-01-01", start_on="2017-12-01", on="2018-01-10"
        )
        reading = read(board)
        found = only(reading, "overdue", *self.COLUMNS, "rating_was")
        assert found == [("A", "2018-01-10", "2018-01-10", "2018-01-01", 45, None)]
        assert "agreed" in told(reading, "change")


class TestExtended:
    COLUMNS = ("subject_id", "from_on", "to_on", "days", "times")

    def test_by_how_much_and_how_often_by_then(self, read: Read) -> None:
        board = owed("2017-12-31").extension("A", "2018-01-31", on="2017-12-20")
        board.extension("A", "2018-04-30", on="2018-01-20", by="BG")
        assert only(read(board), "extended", *self.COLUMNS) == [
            ("A", "2018-01-31", "2018-04-30", 89, 2),
            ("A", "2017-12-31", "2018-01-31", 31, 1),
        ]

    def test_how_late_it_was_and_what_it_did_to_the_rating(self, read: Read) -> None:
        board = owed("2017-11-30").extension("A", "2018-04-30", on="2018-01-20")
        columns = ("days_late", "rating_was", "rating_became", "said")
        assert only(read(board), "extended", *columns) == [(51, "red", "amber", "Needs longer")]

    def test_the_first_date_of_undated_work_is_no_extension(self, read: Read) -> None:
        reading = read(owed(None).extension("A", "2018-04-30", on="2018-01-20"))
        assert only(reading, "extended", "subject_id") == []
        columns = (*self.COLUMNS, "rating_was", "rating_became")
        assert only(reading, "dated", *columns) == [
            ("A", None, "2018-04-30", None, 0, "grey", "green")
        ]
        assert only(reading, "rating", "subject") == ["recommendation"]

    def test_an_older_date_learned_late_moves_nothing(self, read: Read) -> None:
        board = owed("2017-10-31").extension("A", "2018-04-30", on="2017-12-01")
        board.extension("A", "2017-11-30", on="2017-10-20", learned="2018-01-20")
        assert only(read(board), "extended", *self.COLUMNS) == [
            ("A", "2018-04-30", "2017-11-30", None, 2)
        ]

    def test_agreed_and_extended_on_one_day(self, read: Read) -> None:
        board = SmallBoard().action("A", due_on="2018-06-30", on="2018-01-20")
        board.extension("A", "2018-07-10", on="2018-01-20")
        found = only(read(board), "extended", *self.COLUMNS)
        assert found == [("A", "2018-06-30", "2018-07-10", 10, 1)]

    def test_asked_for_and_refused(self, read: Read) -> None:
        board = owed("2018-01-31").asks("A", "2018-04-30", on="2018-01-10")
        reading = read(board.decides("refused", on="2018-01-20"))
        columns = ("known_on", "by_name", "from_on", "to_on", "days", "said")
        (asked,) = only(reading, "extension asked", *columns)
        (refused,) = only(reading, "extension refused", *columns)
        assert asked == (
            *("2018-01-10", "First Sub-group", "2018-01-31", "2018-04-30", 89, "Needs longer"),
        )
        assert refused == (
            *("2018-01-20", "Business Group", "2018-01-31", "2018-04-30", 89, "Not yet"),
        )

    def test_asked_for_and_granted_is_told_by_the_later_date(self, read: Read) -> None:
        board = owed("2018-01-31").asks("A", "2018-04-30", on="2018-01-10")
        board.decides("granted", on="2018-01-20").extension("A", "2018-04-30", on="2018-01-20")
        found = set(told(read(board), "change"))
        assert {"extension asked", "extended"} <= found
        assert "extension refused" not in found


class TestStale:
    @pytest.mark.parametrize(
        ("last", "found"),
        [
            ("2017-09-06", []),  # stale on the first day already
            ("2017-09-07", [("2017-12-08", 161)]),
            ("2017-11-15", [(UNTIL, 92)]),
            ("2017-11-16", []),  # 91 days are one cycle
        ],
    )
    def test_silent_for_more_than_a_cycle_since(
        self, last: str, found: list[Any], read: Read
    ) -> None:
        board = SmallBoard().action("A", due_on="2018-12-31", on="2017-06-15").report("A", on=last)
        assert only(read(board), "stale", "happened_on", "days") == found

    def test_the_last_report_is_named(self, read: Read) -> None:
        board = SmallBoard().action("A", due_on="2018-12-31", on="2017-11-01")
        assert only(read(board), "stale", "from_on", "happened_on") == [(None, "2018-02-01")]


class TestRatings:
    COLUMNS = ("subject_id", "happened_on", "rating_was", "rating_became", "became")

    def test_an_action_that_falls_behind_pace(self, read: Read) -> None:
        board = SmallBoard().action("A", due_on="2018-03-01").report("A", 50, on="2017-12-01")
        # half done in 153 days; at risk from 30 days before its date
        assert only(read(board), "rating", *self.COLUMNS)[:1] == [
            ("A", "2018-01-30", "green", "amber", "behind pace")
        ]

    def test_an_action_that_keeps_pace_again(self, read: Read) -> None:
        board = SmallBoard().action("A", due_on="2017-12-31", on="2017-11-20")
        board.report("A", 10, on="2017-12-01").report("A", 99, on="2017-12-10")
        found = read(board).ask(NAME, *self.COLUMNS, since=SINCE, as_at="2017-12-20")
        assert found[0] == ("A", "2017-12-10", "amber", "green", "keeps pace")

    def test_an_action_that_has_begun(self, read: Read) -> None:
        board = SmallBoard().action("A", due_on="2018-12-31").report("A", 5, on="2018-01-10")
        assert only(read(board), "rating", *self.COLUMNS) == [
            ("A", "2018-01-10", "grey", "green", "begun"),
            ("R", "2018-01-10", "grey", "green", "on track"),
        ]

    def test_a_recommendation_from_the_day_its_worst_work_holds(self, read: Read) -> None:
        board = owed("2018-01-31").action("B", due_on="2018-02-10").report("B", on="2017-12-01")
        found = only(read(board), "rating", *self.COLUMNS, "times")
        assert found == [("R", "2018-02-01", "green", "red", "overdue", 2)]

    def test_a_rating_that_came_and_went_is_no_move(self, read: Read) -> None:
        board = owed("2018-01-31").moves(
            "A", ("2018-02-05", "proposed complete"), ("2018-02-10", "complete")
        )
        assert only(read(board), "rating", "subject_id") == []


class TestAssurance:
    COLUMNS = ("subject_id", "happened_on", "was", "became")

    def test_a_judgement_tells_what_the_level_was(self, read: Read) -> None:
        board = owed().assurance("R", "evidenced", on="2018-01-10")
        reading = read(board)
        assert only(reading, "judged", *self.COLUMNS, "said") == [
            ("R", "2018-01-10", "asserted", "evidenced", "An audit")
        ]
        assert only(reading, "assurance", "subject_id") == []

    def test_a_challenge_takes_it_and_its_end_gives_it_back(self, read: Read) -> None:
        board = owed().assurance("R", "evidenced", on="2017-11-01")
        board.challenge("C", on="2018-01-10")
        assert only(read(board), "assurance", *self.COLUMNS, "times") == [
            ("R", "2018-01-10", "evidenced", "challenged", 1)
        ]
        board = owed().assurance("R", "evidenced", on="2017-11-01").challenge("C", on="2017-12-01")
        board.answer("C", on="2018-01-20")
        assert only(read(board), "assurance", *self.COLUMNS, "times") == [
            ("R", "2018-01-20", "challenged", "evidenced", 0)
        ]


class TestPromises:
    COLUMNS = ("subject_id", "from_on", "to_on", "days", "days_late", "times")

    def promised(self, due_on: str | None = "2018-01-31") -> SmallBoard:
        return SmallBoard().promise("P", "R1", "R2", due_on=due_on)

    @pytest.mark.parametrize(
        ("due_on", "found"),
        [
            ("2017-12-06", []),
            (SINCE, [("P", "2017-12-08", 70)]),
            ("2018-02-14", [("P", UNTIL, 1)]),
            (UNTIL, []),
        ],
    )
    def test_not_delivered_by_its_date(self, due_on: str, found: list[Any], read: Read) -> None:
        reading = read(self.promised(due_on))
        assert only(reading, "promise late", "subject_id", "happened_on", "days_late") == found

    def test_one_that_answers_several_is_one_line(self, read: Read) -> None:
        columns = ("rec_ids", "what", "owner_name", "rating_was", "rating_became")
        assert only(read(self.promised()), "promise late", *columns) == [
            ("R1; R2", "What P promises", "The Council", "green", "red")
        ]

    def test_moved_by_how_much_how_often_and_how_late(self, read: Read) -> None:
        board = self.promised().moved("P", "2018-02-10", on="2018-01-20")
        board.moved("P", None, on="2018-02-12")
        assert only(read(board), "promise moved", *self.COLUMNS, "became") == [
            ("P", "2018-02-10", None, None, 2, 2, "later"),
            ("P", "2018-01-31", "2018-02-10", 10, 0, 1, None),
        ]

    def test_made_and_kept_late(self, read: Read) -> None:
        board = SmallBoard().promise("P", due_on="2018-01-31", on="2017-12-20")
        reading = read(board.update("P", "kept", on="2018-02-05"))
        assert only(reading, "promise made", *self.COLUMNS) == [
            ("P", None, "2018-01-31", None, None, None)
        ]
        found = only(reading, "promise kept", *self.COLUMNS)
        assert found == [("P", None, "2018-01-31", None, 5, None)]
        assert only(reading, "promise late", "subject_id") == []

    def test_withdrawn(self, read: Read) -> None:
        reading = read(self.promised().update("P", "withdrawn", on="2018-02-05"))
        assert only(reading, "promise withdrawn", "rating_was", "rating_became", "said") == [
            ("green", None, "It was withdrawn")
        ]


class TestChallenges:
    def test_made_to_whom_and_answered_after_how_long(self, read: Read) -> None:
        board = SmallBoard().challenge("C", on="2017-12-10", answer_by="2018-01-10")
        board.answer("C", "not satisfied", on="2018-01-05").answer("C", on="2018-01-20")
        reading = read(board)
        assert only(reading, "challenged", "what", "owner_name", "by_name", "to_on") == [
            ("Is it done?", "First Sub-group", "Business Group", "2018-01-10")
        ]
        assert only(reading, "challenge answered", "became", "days", "days_late", "said") == [
            ("satisfied", 41, 10, "It is."),
            ("not satisfied", 26, 0, "It is."),
        ]
        assert only(reading, "challenge late", "subject_id") == []

    @pytest.mark.parametrize(
        ("answer_by", "found"),
        [
            ("2017-12-06", []),
            (SINCE, [("2017-12-08", 70)]),
            ("2018-02-14", [(UNTIL, 1)]),
            (UNTIL, []),
            (None, []),
        ],
    )
    def test_open_past_the_day_for_its_answer(
        self, answer_by: str | None, found: list[Any], read: Read
    ) -> None:
        board = SmallBoard().challenge("C", on="2017-11-01", answer_by=answer_by)
        board.answer("C", "not satisfied", on="2017-11-20")
        reading = read(board)
        assert only(reading, "challenge late", "happened_on", "days_late") == found

    def test_one_that_was_answered_is_not_late(self, read: Read) -> None:
        board = SmallBoard().challenge("C", on="2017-11-01", answer_by="2018-01-10")
        reading = read(board.answer("C", "withdrawn", on="2018-02-01"))
        assert only(reading, "challenge late", "subject_id") == []


def filtered() -> SmallBoard:
    board = SmallBoard().recommendation("R1").recommendation("R1a", parent_id="R1")
    board.recommendation("R2", lead_group_id="SG2").source("OLD", **ENDED)
    board.recommendation("O", source_id="OLD")
    for key, rec, columns in (
        ("A", "R1a", {"agency_id": "HEALTH"}),
        ("B", "R2", {"lead_group_id": "SG2"}),
        ("D", "O", {}),
    ):
        board.action(key, rec, due_on="2018-12-31", **columns)
        board.move(key, "paused", on="2018-01-10")
    board.promise("P", "R1", "R2", due_on="2018-12-31", on="2018-01-12")
    return board.challenge("C", "R2", on="2018-01-14", to_group_id="SG1", to_agency_id="POLICE")


@pytest.fixture(scope="module")
def of_filtered(read_once: Any) -> Reading:
    reading: Reading = read_once(filtered())
    return reading


class TestFilters:
    @pytest.mark.parametrize(
        ("chosen", "kept"),
        [
            ({}, {"A", "B", "P", "C", "R1", "R1a", "R2"}),
            ({"recs": ["R1"]}, {"A", "P", "R1", "R1a"}),  # with its sub-point
            ({"recs": ["R1a"]}, {"A", "R1a"}),
            ({"groups": ["SG2"]}, {"B", "R2"}),
            ({"groups": ["COUNCIL"]}, {"P", "R1", "R2"}),  # it promised something on both
            ({"agencies": ["HEALTH"]}, {"A", "R1a"}),
            ({"agencies": ["POLICE"]}, {"B", "C", "R2"}),
            ({"sources": ["OLD"]}, {"D", "O"}),  # its record has ended, so only when it is chosen
            ({"sources": ["none such"]}, set()),
            ({"themes": ["promises"]}, {"P"}),
            ({"themes": ["decisions"], "groups": ["SG2"]}, {"B"}),
        ],
    )
    def test_each(self, of_filtered: Reading, chosen: dict[str, Any], kept: set[str]) -> None:
        assert set(told(of_filtered, "subject_id", **chosen)) == kept

    def test_order(self, of_filtered: Reading) -> None:
        by_kind = told(of_filtered, "change", by="kind")
        assert by_kind == sorted(by_kind, key=list(dict.fromkeys(by_kind)).index)
        assert by_kind[:2] == ["paused", "paused"]
        by_rec = told(of_filtered, "refs", by="recommendation")
        firsts = [refs.split("; ")[0] for refs in by_rec]
        assert set(firsts) == {"R1", "R1a", "R2"}
        assert firsts == sorted(firsts)
        days = told(of_filtered, "known_on")
        assert days == sorted(days, reverse=True)


class TestCorrections:
    COLUMNS = ("change", "known_on", "happened_on", "rating_became")

    def test_what_was_corrected_in_the_window_is_told_by_its_correction(self, read: Read) -> None:
        board = owed().move("A", "paused", on="2018-01-10")
        wrong = board.entries[-1].seq
        board.move("A", "paused", on="2018-01-12", learned="2018-01-20", corrects=wrong)
        reading = read(board)
        found = [row for row in told(reading, *self.COLUMNS) if row[0] in ("paused", "corrected")]
        assert found == [
            ("paused", "2018-01-20", "2018-01-12", "amber"),
            ("corrected", "2018-01-20", "2018-01-20", None),
        ]
        early = told(reading, *self.COLUMNS, as_at="2018-01-19")
        assert ("paused", "2018-01-10", "2018-01-10", "amber") in early

    def test_what_was_taken_back_says_what_it_was_and_why(self, read: Read) -> None:
        board = owed("2017-11-30").extension("A", "2018-06-30", on="2017-11-15")
        board.retraction(board.entries[-1].seq, on="2018-01-10")
        reading = read(board)
        columns = ("subject", "what", "was", "from_on", "said", "rec_ids", "by_name")
        assert only(reading, "corrected", *columns) == [
            ("entry", "Title of A", "extension", "2017-11-15", "A slip", "R", None)
        ]
        # without it the date is past, from the day the slip was seen
        assert only(reading, "overdue", "known_on", "to_on") == [("2018-01-10", "2017-11-30")]
        assert only(reading, "extended", "subject_id") == []

    def test_an_action_taken_back_leaves_only_that_it_was(self, read: Read) -> None:
        board = SmallBoard().recommendation("R").action("A", on="2018-01-10")
        board.retraction(board.entries[-1].seq, on="2018-01-20")
        assert told(read(board), "change", "was") == [("corrected", "action agreed")]

    def test_a_challenge_or_an_answer_taken_back(self, read: Read) -> None:
        board = SmallBoard().challenge("C", on="2017-11-01", answer_by="2017-12-01")
        board.answer("C", on="2017-11-20")
        board.retraction(board.entries[-1].seq, on="2018-01-20")
        reading = read(board)
        assert only(reading, "challenge late", "days_late") == [76]
        assert only(reading, "corrected", "was", "became") == [("answer", "satisfied")]
        board.retraction(board.entries[-3].seq, on="2018-02-01")
        found = told(read(board), "change", "was")
        assert sorted(row for row in found if row[0] != "assurance") == [
            ("corrected", "answer"),
            ("corrected", "challenge"),
        ]

    def test_a_meeting_taken_back_is_no_choice(self, read: Read) -> None:
        board = SmallBoard().meeting("M", "2017-09-01").recommendation("R")
        board.retraction(1, on="2018-01-10")
        reading = read(board)
        for day, held in (("2018-01-09", ["2017-09-01"]), ("2018-01-10", [])):
            assert reading.ask("filters/meetings_held", "held_on", as_at=day) == held


class TestClosedSession:
    def test_its_changes_are_told_to_those_who_may_see_it(self, read: Read) -> None:
        board = SmallBoard().recommendation("R", closed_session=True)
        board.action("A", due_on="2018-01-31").challenge("C", on="2018-01-10")
        board.promise("P", "R", due_on="2018-01-31").assurance("R", on="2018-01-10")
        board.extension("A", "2018-02-10", on="2018-01-10")
        board.retraction(board.entries[-1].seq, on="2018-01-20")
        reading = read(board)
        changes = {"overdue", "challenged", "promise late", "judged", "corrected", "rating"}
        assert set(told(reading, "change", may_see=["R"])) >= changes
        assert told(reading) == []
        assert reading.ask("board/then_and_now", **BOUNDS) == []


class TestKept:
    """What changed is worked out once for two days and a reader, and forgotten when it must be."""

    def later(self, board: SmallBoard) -> Any:
        """What the board says next."""
        number = len(board.entries)
        return board.move("A", "paused", on="2018-01-10").entries[number:]

    def count(self, reading: Reading) -> int:
        with reading.warehouse._connection.cursor() as cursor:
            found = cursor.execute("select count(distinct after_on) from whole.change_line")
            return int((found.fetchone() or (0,))[0])

    def test_what_is_said_later_is_told_at_once(self, read: Read) -> None:
        board = owed()
        reading = read(board)
        assert told(reading) == []
        reading.warehouse.take(self.later(board))
        assert "paused" in told(reading, "change")

    def test_what_is_said_while_a_question_is_answered_does_not_empty_it(
        self, read: Read, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        board = owed("2018-01-31")
        reading = read(board)
        store, entries = reading.warehouse, self.later(board)
        hide = sight.hide

        def interrupted(*given: Any) -> None:
            if not store._workings.lock.locked() and store.head < entries[-1].seq:
                store.take(entries)  # drops what was just worked out
            hide(*given)

        monkeypatch.setattr(sight, "hide", interrupted)
        assert {"overdue", "paused"} <= set(told(reading, "change"))

    def test_those_long_unused_are_dropped_and_come_back(
        self, read: Read, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        reading = read(owed("2018-01-31"))
        days = ["2017-12-07", "2017-12-08", "2017-12-09", "2017-12-10"]
        first = {day: told(reading, since=day) for day in days}
        assert all(first.values())
        assert self.count(reading) == len(days)
        monkeypatch.setattr(reading.warehouse._workings._told, "_most", 1)
        monkeypatch.setattr(lately, "_KEPT_FOR_S", 0.0)
        told(reading, since="2017-12-11")
        assert self.count(reading) == 2
        assert {day: told(reading, since=day) for day in days} == first

    def test_they_are_not_dropped_under_a_question_that_was_just_asked(
        self, read: Read, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        reading = read(owed("2018-01-31"))
        monkeypatch.setattr(reading.warehouse._workings._told, "_most", 1)
        for day in ("2017-12-07", "2017-12-08", "2017-12-09"):
            told(reading, since=day)
        assert self.count(reading) == 3


class TestThenAndNow:
    NAME = "board/then_and_now"
    COLUMNS = ("rating", "actions_then", "actions", "came", "new", "went")

    def board(self) -> SmallBoard:
        board = owed("2018-01-31")  # late since
        board.action("B", due_on="2017-11-30").report("B", on="2017-12-01")  # late, and extended
        board.extension("B", "2018-06-30", on="2018-01-10")
        board.action("C", due_on="2018-06-30", on="2018-01-10")  # new
        board.action("D", due_on="2018-06-30").move("D", "superseded", on="2018-01-10")
        return board.action("E", due_on="2018-06-30").move("E", "complete", on="2017-12-01")

    def test_what_each_rating_held_what_came_and_what_went(self, read: Read) -> None:
        assert read(self.board()).ask(self.NAME, *self.COLUMNS, **BOUNDS) == [
            ("red", 1, 1, 1, 0, 1),
            ("amber", 0, 1, 1, 0, 0),
            ("grey", 1, 1, 1, 1, 1),
            ("green", 2, 1, 0, 0, 1),
            ("closed", 0, 1, 1, 0, 0),
        ]

    def test_what_came_less_what_went_is_the_difference(self, read: Read) -> None:
        for row in read(self.board()).ask(self.NAME, *self.COLUMNS, **BOUNDS):
            _, then, now, came, _, went = row
            assert then + came - went == now

    def test_filters_and_ended_records(self, read: Read) -> None:
        reading = read(filtered())
        kept = reading.ask(self.NAME, "rating", "actions", groups=["SG2"], **BOUNDS)
        assert kept == [("amber", 1), ("grey", 0)]
        assert sum(reading.ask(self.NAME, "actions", **BOUNDS)) == 2
        assert sum(reading.ask(self.NAME, "actions", sources=["OLD"], **BOUNDS)) == 1

    def test_nothing(self, nothing: Reading) -> None:
        assert nothing.ask(self.NAME, **BOUNDS) == []


class TestMeetingsHeld:
    NAME = "filters/meetings_held"

    def test_the_board_first_then_by_place_newest_first(self, read: Read) -> None:
        board = SmallBoard().meeting("BG1", "2018-01-10", group_id="BG")
        board.meeting("M1", "2017-12-07").meeting("M2", UNTIL).meeting("M3", "2018-05-17")
        board.meeting("S1", "2017-10-01", group_id="SCRUTINY").meeting("SAME", UNTIL)
        board.meeting("TOLD", "2018-02-01", on="2018-02-16")
        assert read(board).ask(self.NAME, "group_id", "held_on", as_at=UNTIL) == [
            ("BOARD", UNTIL),
            ("BOARD", "2017-12-07"),
            ("BG", "2018-01-10"),
            ("SCRUTINY", "2017-10-01"),
        ]

    def test_nothing(self, nothing: Reading) -> None:
        assert nothing.ask(self.NAME, as_at=UNTIL) == []


def test_every_kind_of_change_has_its_words_and_every_word_its_kind(nothing: Reading) -> None:
    with nothing.warehouse._connection.cursor() as cursor:
        found = cursor.execute("select change from change_kind order by position").fetchall()
    assert {change for (change,) in found} == set(changed.KINDS)


@pytest.fixture(scope="module")
def whole(empty: Path) -> Iterator[Reading]:
    reading = Reading(empty)
    yield reading
    reading.close()


THREE = st.lists(DAY, min_size=3, max_size=3, unique=True).map(sorted)
NET = {"overdue", "stale", "promise late", "challenge late", "rating", "assurance"}


def entries(reading: Reading, since: str, until: str) -> list[Any]:
    """What happened, without what is compared between the two days."""
    columns = ("change", "subject_id", "known_on", "happened_on", "to_on", "times", "said")
    found = reading.ask(NAME, *columns, since=since, as_at=until)
    return sorted((row for row in found if row[0] not in NET), key=str)


@settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow])
@given(board=boards(), days=THREE)
def test_what_happened_in_two_windows_happened_in_both_together(
    whole: Reading, board: SmallBoard, days: list[str]
) -> None:
    first, second, third = days
    reading = whole.anew(board.entries)
    parts = entries(reading, first, second) + entries(reading, second, third)
    assert sorted(parts, key=str) == entries(reading, first, third)


@settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow])
@given(board=boards(), days=THREE)
def test_what_is_compared_is_what_the_states_of_the_two_days_say(
    whole: Reading, board: SmallBoard, days: list[str]
) -> None:
    since, until, _ = days
    reading = whole.anew(board.entries)
    found = reading.ask(NAME, "change", "subject_id", "known_on", since=since, as_at=until)
    for macro, key, change, is_so in (
        ("actions_on", "action_id", "overdue", "days_late"),
        ("actions_on", "action_id", "stale", "is_stale"),
        ("promises_on", "promise_id", "promise late", "days_late"),
    ):
        then, now = (
            {one for one, holds in reading.state(macro, day, key, is_so) if holds}
            for day in (since, until)
        )
        assert {row[1] for row in found if row[0] == change} == now - then
    assert all(since < known_on <= until for _, _, known_on in found)


@settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow])
@given(board=boards(), days=THREE)
def test_every_rating_that_moved_is_told_once_with_where_it_was_and_is(
    whole: Reading, board: SmallBoard, days: list[str]
) -> None:
    since, until, _ = days
    reading = whole.anew(board.entries)
    columns = ("subject", "subject_id", "rating_was", "rating_became")
    found = reading.ask(NAME, *columns, since=since, as_at=until)
    for macro, key, subject in (
        ("actions_on", "action_id", "action"),
        ("recommendations_on", "rec_id", "recommendation"),
    ):
        then, now = (dict(reading.state(macro, day, key, "rating")) for day in (since, until))
        moved = {(one, then[one], now[one]) for one in then if then[one] != now.get(one)}
        told = [row[1:] for row in found if row[0] == subject and row[2:] != (None, None)]
        assert sorted(map(str, told)) == sorted(map(str, moved | _new(told, then)))


def _new(told: list[Any], then: dict[str, Any]) -> set[Any]:
    """Lines about work that was not known on the first day have no rating before."""
    return {row for row in told if row[0] not in then and row[1] is None and row[2] == "red"}

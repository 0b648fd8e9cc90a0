"""What changed between two days in the neglect strategy, in reviews and in what came of them."""

from typing import Any

import pytest

from tests.queries.assurance_board import AssuranceBoard
from tests.queries.conftest import Read
from tests.queries.small_board import Reading

NAME = "board/changes"
SINCE, UNTIL = "2017-12-07", "2018-02-15"


def told(reading: Reading, *columns: str, **more: Any) -> list[Any]:
    """The changes of this theme between the two days: those of one kind, without it."""
    given = {"since": SINCE, "as_at": UNTIL, "themes": ["neglect and learning"]} | more
    return reading.ask(NAME, *columns, **given)


class TestNeglect:
    @pytest.mark.parametrize(
        ("learned", "is_told"), [(SINCE, False), ("2017-12-08", True), ("2018-02-16", False)]
    )
    def test_a_stage_is_told_by_the_day_it_was_known(
        self, read: Read, learned: str, is_told: bool
    ) -> None:
        board = AssuranceBoard().stage("tool chosen", "planned", "2017-11-01", on="2017-06-01")
        board.stage("tool chosen", "done", on="2017-11-03", learned=learned)
        columns = ("change", "what", "became", "from_on")
        found = [
            ("strategy stage", "Neglect strategy: tool chosen", "done", "2017-11-01"),
        ]
        assert told(read(board), *columns) == (found if is_told else [])

    @pytest.mark.parametrize(
        ("due_on", "found"),
        [
            ("2017-12-06", []),  # late on the first day too
            ("2017-12-07", [("strategy late", "2017-12-08", 70)]),
            ("2018-02-14", [("strategy late", "2018-02-15", 1)]),
            ("2018-02-15", []),  # the day itself is not late
        ],
    )
    def test_a_stage_that_became_late(self, read: Read, due_on: str, found: list[Any]) -> None:
        board = AssuranceBoard().stage("tool chosen", "planned", due_on, on="2017-06-01")
        assert told(read(board), "change", "known_on", "days_late") == found

    def test_a_target_that_is_reached_from_the_day_of_its_figure(self, read: Read) -> None:
        board = AssuranceBoard().target("TRAINED", 60, "2018-03-31")
        board.figure("TRAINED", 40, 80, period=("2017-07-01", "2017-09-30"))
        board.figure("TRAINED", 50, 80, learned="2018-01-19")
        columns = ("change", "subject", "what", "known_on", "was")
        assert told(read(board), *columns) == [
            ("target reached", "target", "Name of TRAINED: Police", "2018-01-19", "not yet")
        ]
        assert told(read(board), "change", as_at="2018-01-18") == []

    def test_a_target_that_is_missed_from_the_day_after_its_date(self, read: Read) -> None:
        board = AssuranceBoard().target("TRAINED", 60, "2018-01-31").figure("TRAINED", 40, 80)
        assert told(read(board), "change", "known_on") == [("target missed", "2018-02-01")]
        assert told(read(board), "change", as_at="2018-01-31") == []

    def test_a_target_of_the_service_has_its_own_subject_and_no_agency(self, read: Read) -> None:
        board = AssuranceBoard().target("TOOK_PART", 80, "2018-01-31", agency_id=None)
        board.figure("TOOK_PART", 40, 60, agency_id=None)
        assert told(read(board), "subject", "what") == [("service target", "Name of TOOK_PART")]
        assert told(read(board), "subject", agencies=["POLICE"]) == []

    def test_an_agency_s_target_is_kept_for_that_agency(self, read: Read) -> None:
        board = AssuranceBoard().target("TRAINED", 60, "2018-01-31").figure("TRAINED", 40, 80)
        assert told(read(board), "change", agencies=["POLICE"]) == ["target missed"]
        assert told(read(board), "change", agencies=["HEALTH"]) == []


class TestReviews:
    def test_what_happened_to_a_review(self, read: Read) -> None:
        board = AssuranceBoard().case("CR", "Sharing", on="2017-12-18", learned="2017-12-20")
        board.passed("notified", "2017-12-20").passed("rapid review", "2018-01-19")
        columns = ("change", "what", "known_on", "to_on", "days_late")
        assert told(read(board), *columns) == [
            ("case stage", "CR: rapid review", "2018-01-19", "2018-01-15", 4),
            ("case opened", "CR", "2017-12-20", None, None),
            ("case stage", "CR: notified", "2017-12-20", "2017-12-27", 0),
        ]

    @pytest.mark.parametrize(
        ("came_to_light", "found"),
        [
            ("2017-11-30", []),  # five working days later is the first day: late the day after
            ("2018-02-08", []),
            ("2018-02-07", [("case late", "CR: notified", "2018-02-15", 1)]),
        ],
    )
    def test_a_stage_past_its_limit_on_the_second_day_only(
        self, read: Read, came_to_light: str, found: list[Any]
    ) -> None:
        board = AssuranceBoard().case(on=came_to_light)
        if not found and came_to_light < SINCE:
            found = [("case late", "CR: notified", "2017-12-08", 70)]
        columns = ("change", "what", "known_on", "days_late")
        shown = told(read(board), *columns)
        assert [row for row in shown if row[0] == "case late"] == found

    def test_work_that_moved_and_work_that_became_late(self, read: Read) -> None:
        board = AssuranceBoard().case().learn().act(due_on="2018-01-31", on="2017-07-01")
        board.told(on="2017-12-20", percent=50)
        board.told(on="2018-01-10", to_delivery="proposed complete", evidence="Minutes")
        columns = ("change", "subject_id", "became", "known_on", "days_late")
        assert told(read(board), *columns) == [
            ("learning work late", "CR-1-1", None, "2018-02-01", 15),
            ("learning work", "CR-1-1", "proposed complete", "2018-01-10", None),
        ]

    def test_a_later_date_tells_the_one_before(self, read: Read) -> None:
        board = AssuranceBoard().case().learn().act(due_on="2017-12-31")
        board.told(on="2017-12-20", due_on="2018-06-30", why="Staff.", meeting_id="M")
        board.told(on="2018-01-20", due_on="2018-09-30", why="Staff.", meeting_id="M")
        assert told(read(board), "from_on", "to_on", "said") == [
            ("2018-06-30", "2018-09-30", "Staff."),
            ("2017-12-31", "2018-06-30", "Staff."),
        ]

    def test_learning_that_was_looked_at_tells_what_was_found_before(self, read: Read) -> None:
        board = AssuranceBoard().case().learn().looked("not embedded", on="2017-12-01")
        board.looked("embedded", on="2018-01-10")
        assert told(read(board), "change", "was", "became") == [
            ("learning looked at", "not embedded", "embedded")
        ]

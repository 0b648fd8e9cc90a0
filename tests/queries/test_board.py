"""Rows in, rows out for queries/board: what the landing page says."""

from typing import Any

import pytest

from tests.queries.conftest import Read
from tests.queries.small_board import Reading, SmallBoard

DAY = "2018-02-15"
ENDED = {"record_ends_on": "2017-12-31", "record_note": "Nothing after."}


class TestEndedRecords:
    NAME = "board/ended_records"

    def board(self) -> SmallBoard:
        board = SmallBoard().source("OLD", on="2010-12-08", **ENDED).recommendation("R")
        for rec in ("O1", "O2"):
            board.recommendation(rec, source_id="OLD", on="2010-12-08")
        board.promise("P", "O1", "O2", on="2010-12-17").promise("Q", "O2", on="2010-12-17")
        return board.update("Q", "kept", on="2011-01-11")

    def test_what_they_still_owe_counts_a_promise_of_several_once(self, read: Read) -> None:
        columns = ("source_id", "record_ends_on", "record_note", "recommendations", "promises_open")
        expected = [("OLD", "2017-12-31", "Nothing after.", 2, 1)]
        assert read(self.board()).ask(self.NAME, *columns, as_at=DAY) == expected

    def test_a_record_that_ends_on_the_day_has_not_ended(self, read: Read) -> None:
        reading = read(self.board())
        assert reading.ask(self.NAME, as_at="2017-12-31") == []
        assert len(reading.ask(self.NAME, as_at="2018-01-01")) == 1

    def test_one_that_is_chosen_is_counted_and_so_not_told_apart(self, read: Read) -> None:
        reading = read(self.board())
        assert len(reading.ask(self.NAME, as_at=DAY)) == 1
        assert reading.ask(self.NAME, as_at=DAY, sources=["S"]) == []
        assert reading.ask(self.NAME, as_at=DAY, sources=["OLD"]) == []

    def test_nothing(self, nothing: Reading) -> None:
        assert nothing.ask(self.NAME, as_at=DAY) == []


class TestMeetings:
    NAME = "board/meetings"

    def test_those_of_the_board_that_were_held_and_are_known_oldest_first(self, read: Read) -> None:
        board = SmallBoard().meeting("M2", "2018-01-01").meeting("M1", "2017-09-01")
        board.meeting("M0", "2018-01-01").meeting("BG", "2017-10-01", group_id="BG")
        board.meeting("TOLD", "2017-12-01", on="2018-02-16")
        reading = read(board)
        assert reading.ask(self.NAME, "meeting_id", as_at=DAY) == ["M1", "M0", "M2"]
        assert reading.ask(self.NAME, "meeting_id", as_at="2018-02-16") == [
            "M1",
            "TOLD",
            "M0",
            "M2",
        ]

    def test_one_is_held_on_its_day_and_not_the_day_before(self, read: Read) -> None:
        reading = read(SmallBoard().meeting("M", DAY))
        assert reading.ask(self.NAME, "meeting_id", as_at="2018-02-14") == []
        assert reading.ask(self.NAME, "meeting_id", as_at=DAY) == ["M"]

    def test_nothing(self, nothing: Reading) -> None:
        assert nothing.ask(self.NAME, as_at=DAY) == []


class TestSince:
    NAME = "board/since"

    def test_the_board_meeting_before(self, read: Read) -> None:
        board = (
            SmallBoard().meeting("M1", "2017-09-01").meeting("M2", DAY).meeting("M3", "2018-05-01")
        )
        board.meeting("BG", "2018-02-14", group_id="BG").meeting(
            "M0", "2017-12-01", on="2018-02-16"
        )
        reading = read(board.recommendation())
        assert reading.ask(self.NAME, "last_on", as_at=DAY) == ["2017-09-01"]
        assert reading.ask(self.NAME, "last_on", as_at="2018-02-16") == [DAY]

    def test_before_the_first_meeting_everything_is_new(self, read: Read) -> None:
        reading = read(SmallBoard().recommendation(on="2017-06-01").meeting("M", DAY))
        columns = ("last_on", "is_meeting")
        assert reading.ask(self.NAME, *columns, as_at=DAY) == [("2017-05-31", False)]
        assert reading.ask(self.NAME, *columns, as_at="2018-02-16") == [(DAY, True)]

    def test_it_is_always_before_the_day(self, read: Read) -> None:
        board = SmallBoard().recommendation(on="2017-06-01")
        (last_on,) = read(board).ask(self.NAME, "last_on", as_at="2016-01-01")
        assert last_on is None or last_on < "2016-01-01"

    def test_nothing_known_is_one_row_all_the_same(self, nothing: Reading) -> None:
        assert len(nothing.ask(self.NAME, "last_on", as_at=DAY)) == 1


class TestSilent:
    NAME = "board/silent"

    def silent(self) -> SmallBoard:
        board = (
            SmallBoard()
            .action("A", due_on="2018-12-31")
            .action("B", due_on="2018-12-31", on="2017-06-15")
        )
        board.action("C", due_on="2018-12-31", agency_id="HEALTH").action("D", due_on="2018-12-31")
        return board.report("D", on="2017-11-16").action(
            "E", due_on="2018-12-31", start_on="2018-03-01"
        )

    def test_longest_silent_first_and_as_long_by_key(self, read: Read) -> None:
        columns = ("action_id", "days_silent", "last_report_on", "group_name")
        assert read(self.silent()).ask(self.NAME, *columns, as_at=DAY) == [
            ("B", 245, None, "First Sub-group"),
            ("A", 229, None, "First Sub-group"),
            ("C", 229, None, "First Sub-group"),
        ]
        assert len(read(self.silent()).ask(self.NAME, as_at="2018-02-16")) == 4

    def test_filters(self, read: Read) -> None:
        chosen = {"agencies": ["HEALTH"]}
        assert read(self.silent()).ask(self.NAME, "action_id", as_at=DAY, **chosen) == ["C"]

    def test_nothing(self, nothing: Reading) -> None:
        assert nothing.ask(self.NAME, as_at=DAY) == []


def slipped() -> SmallBoard:
    board = SmallBoard().action("A", "R1", due_on="2017-12-31", agency_id="HEALTH")
    board.extension("A", "2018-03-31", on="2017-12-01").recommendation("R2")
    board.recommendation("R2a", parent_id="R2")
    board.promise("P", "R2a", "R1", due_on="2017-12-31").moved("P", "2018-01-31", on="2017-12-31")
    board.promise("Q", "R2", due_on="2017-12-31").moved("Q", None, on="2017-12-31")
    board.promise("KEPT", "R2", due_on="2017-12-31").moved("KEPT", DAY, on="2017-12-31")
    board.update("KEPT", "kept", on="2018-01-31").promise("FIRM", "R2", due_on="2017-12-31")
    return board.action("LATE", "R1", due_on="2017-12-31")


@pytest.fixture(scope="module")
def of_slipped(read_once: Read) -> Reading:
    return read_once(slipped())


class TestSlipped:
    NAME = "board/slipped"

    def test_what_is_owed_and_was_moved_furthest_first(self, of_slipped: Reading) -> None:
        columns = (
            "kind",
            "id",
            "slip_days",
            "times",
            "days_late",
            "first_due_on",
            "due_on",
            "due_text",
        )
        assert of_slipped.ask(self.NAME, *columns, as_at=DAY) == [
            ("action", "A", 90, 1, 0, "2017-12-31", "2018-03-31", None),
            ("promise", "P", 31, 1, 15, "2017-12-31", "2018-01-31", None),
            ("promise", "Q", None, 1, 0, "2017-12-31", None, "later"),
        ]

    def test_nothing_has_slipped_before_it_was_moved(self, of_slipped: Reading) -> None:
        assert of_slipped.ask(self.NAME, "id", as_at="2017-12-30") == ["A"]
        assert of_slipped.ask(self.NAME, "id", as_at="2017-11-30") == []

    def test_a_promise_of_several_is_one_row(self, of_slipped: Reading) -> None:
        assert of_slipped.ask(self.NAME, "id", as_at=DAY).count("P") == 1

    @pytest.mark.parametrize(
        ("chosen", "kept"),
        [
            ({"recs": ["R1"]}, ["A", "P"]),
            ({"recs": ["R2"]}, ["P", "Q"]),  # its own, and that of its sub-point
            ({"recs": ["R2a"]}, ["P"]),
            ({"groups": ["COUNCIL"]}, ["P", "Q"]),
            ({"groups": ["SG1"]}, ["A"]),
            ({"agencies": ["HEALTH"]}, ["A"]),
            ({"sources": ["no such thing"]}, []),
        ],
    )
    def test_filters(
        self, of_slipped: Reading, chosen: dict[str, list[str]], kept: list[str]
    ) -> None:
        assert of_slipped.ask(self.NAME, "id", as_at=DAY, **chosen) == kept

    def test_a_set_whose_record_has_ended_shows_only_when_chosen(self, read: Read) -> None:
        board = SmallBoard().source("S", **ENDED).promise("P", "R", due_on="2017-09-30")
        reading = read(board.moved("P", "2017-10-31", on="2017-09-30"))
        assert reading.ask(self.NAME, "id", as_at=DAY) == []
        assert reading.ask(self.NAME, "id", as_at=DAY, sources=["S"]) == ["P"]
        assert reading.ask(self.NAME, "id", as_at="2017-12-31") == ["P"]

    def test_nothing(self, nothing: Reading) -> None:
        assert nothing.ask(self.NAME, as_at=DAY) == []


class TestStanding:
    NAME = "board/standing"

    def standing(self) -> SmallBoard:
        board = SmallBoard().source("OLD", on="2016-01-01", **ENDED).source("S")
        board.recommendation("O", source_id="OLD", on="2016-01-01").promise(
            "P", "O", on="2016-01-01"
        )
        board.recommendation("R1").recommendation("R1a", parent_id="R1")
        board.action("GREEN", "R1", due_on="2018-12-31").report("GREEN", 90, on="2018-02-01")
        board.action("RED", "R2", due_on="2018-02-01", agency_id="HEALTH")
        board.action("LATER", "R3", due_on="2018-01-01").action("NONE", "R4", due_on="2018-12-31")
        board.action("X", "R5", due_on="2018-02-10").action("Y", "R5", due_on="2018-02-10")
        return board.recommendation("R6").move_recommendation("R6", "signed off", on="2018-02-01")

    def test_worst_first_then_most_overdue_then_latest(self, read: Read) -> None:
        columns = ("rec_id", "rating", "overdue", "days_late")
        assert read(self.standing()).ask(self.NAME, *columns, as_at=DAY) == [
            ("R5", "red", 2, 5),
            ("R3", "red", 1, 45),
            ("R2", "red", 1, 14),
            ("R4", "grey", 0, 0),
            ("R1", "green", 0, 0),
            ("R6", "blue", 0, 0),
        ]

    def test_an_ended_record_is_there_until_its_last_day(self, read: Read) -> None:
        reading = read(self.standing())
        assert "O" in reading.ask(self.NAME, "rec_id", as_at="2017-12-31")
        assert "O" not in reading.ask(self.NAME, "rec_id", as_at="2018-01-01")

    def test_the_same_standing_and_place_comes_by_key(self, read: Read) -> None:
        board = SmallBoard().source("T").recommendation("B", position=1)
        board.recommendation("A", position=1, source_id="T")
        assert read(board).ask(self.NAME, "rec_id", as_at=DAY) == ["A", "B"]

    def test_filters(self, read: Read) -> None:
        chosen = {"agencies": ["HEALTH"]}
        assert read(self.standing()).ask(self.NAME, "rec_id", as_at=DAY, **chosen) == ["R2"]

    def test_nothing(self, nothing: Reading) -> None:
        assert nothing.ask(self.NAME, as_at=DAY) == []


def undated() -> SmallBoard:
    board = (
        SmallBoard()
        .action("A", "R1", agency_id="HEALTH")
        .action("DATED", "R1", due_on="2018-12-31")
    )
    board.recommendation("R2").recommendation("R2a", parent_id="R2")
    board.promise("P", "R2a", "R1", on="2017-06-15").promise("Q", "R2", due_on="2017-12-31")
    board.moved("Q", None, on="2017-12-31").promise("GONE", "R2").update(
        "GONE", "withdrawn", on="2017-08-01"
    )
    return board.action("DONE", "R1").move("DONE", "complete", on="2017-08-01")


@pytest.fixture(scope="module")
def of_undated(read_once: Read) -> Reading:
    return read_once(undated())


class TestUndated:
    NAME = "board/undated"

    def test_open_work_without_a_date_oldest_first(self, of_undated: Reading) -> None:
        columns = ("kind", "id", "since", "due_text", "owner")
        assert of_undated.ask(self.NAME, *columns, as_at=DAY) == [
            ("promise", "P", "2017-06-15", "TBC", "The Council"),
            ("action", "A", "2017-07-01", "TBC", "First Sub-group"),
            ("promise", "Q", "2017-07-01", "later", "The Council"),
        ]
        assert of_undated.ask(self.NAME, "id", as_at="2017-12-30") == ["P", "A"]

    @pytest.mark.parametrize(
        ("chosen", "kept"),
        [
            ({"recs": ["R1"]}, ["P", "A"]),
            ({"recs": ["R2"]}, ["P", "Q"]),  # its own, and that of its sub-point
            ({"groups": ["SG1"]}, ["A"]),
            ({"agencies": ["HEALTH"]}, ["A"]),
            ({"sources": ["no such thing"]}, []),
        ],
    )
    def test_filters(
        self, of_undated: Reading, chosen: dict[str, list[str]], kept: list[str]
    ) -> None:
        assert of_undated.ask(self.NAME, "id", as_at=DAY, **chosen) == kept

    def test_a_date_given_later_dates_it(self, read: Read) -> None:
        board = SmallBoard().action("A").extension("A", "2018-12-31", on="2017-12-01")
        days: dict[str, list[Any]] = {"2017-11-30": ["A"], "2017-12-01": []}
        for day, kept in days.items():
            assert read(board).ask(self.NAME, "id", as_at=day) == kept

    def test_nothing(self, nothing: Reading) -> None:
        assert nothing.ask(self.NAME, as_at=DAY) == []

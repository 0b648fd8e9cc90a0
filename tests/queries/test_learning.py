"""Rows in, rows out for reviews of serious cases, what came of them and the reviewing service."""

from pathlib import Path
from typing import Any

import pytest

from tests.published_files import PublishedFiles
from tests.queries.assurance_board import AssuranceBoard
from tests.queries.conftest import OpenPublished, Read
from tests.queries.small_board import Reading, rows

DAY = "2018-02-15"


def stage(reading: Reading, name: str, day: str, *columns: str) -> Any:
    """Columns of one stage of the only review on a day."""
    found = reading.ask("learning/stages", "stage", *columns, as_at=day)
    (row,) = [values[1:] for values in found if values[0] == name]
    return row if len(columns) > 1 else row[0]


class TestStages:
    NAME = "learning/stages"

    @pytest.mark.parametrize(
        ("came_to_light", "due"),
        [
            ("2017-06-05", "2017-06-12"),  # a Monday: the next
            ("2017-06-09", "2017-06-16"),  # a Friday
            ("2017-06-10", "2017-06-16"),  # a Saturday: Monday is the first working day
            ("2017-04-10", "2017-04-19"),  # over Good Friday and Easter Monday
            ("2017-12-20", "2017-12-29"),  # over Christmas
            ("2017-12-29", "2018-01-08"),  # over New Year
            ("2020-05-01", "2020-05-11"),  # the early May holiday that was moved to Friday 8 May
            ("2021-12-23", "2022-01-04"),  # Christmas and New Year on weekends
        ],
    )
    def test_five_working_days_leave_out_weekends_and_bank_holidays(
        self, read: Read, came_to_light: str, due: str
    ) -> None:
        reading = read(AssuranceBoard().case(on=came_to_light))
        assert stage(reading, "notified", "2022-12-31", "due_on") == due

    @pytest.mark.parametrize(
        ("decided", "due"), [("2017-03-15", "2017-09-15"), ("2017-08-31", "2018-02-28")]
    )
    def test_six_months_end_on_the_same_day_or_the_last_of_the_month(
        self, read: Read, decided: str, due: str
    ) -> None:
        board = AssuranceBoard().case(on="2017-03-01").passed("decided", decided)
        assert stage(read(board), "published", "2018-12-31", "due_on") == due

    def test_a_stage_is_running_then_overdue_then_late(self, read: Read) -> None:
        board = AssuranceBoard().case(on="2017-06-05").passed("notified", "2017-06-14")
        reading = read(board)
        for day, expected in (
            ("2017-06-12", ("running", 0)),
            ("2017-06-13", ("overdue", 1)),
            ("2017-06-14", ("late", 2)),
            ("2018-06-14", ("late", 2)),
        ):
            assert stage(reading, "notified", day, "standing", "days_late") == expected, day

    def test_reached_on_the_last_day_is_in_time(self, read: Read) -> None:
        board = AssuranceBoard().case(on="2017-06-05").passed("notified", "2017-06-12")
        assert stage(read(board), "notified", DAY, "standing", "days_late") == ("in time", 0)

    def test_no_clock_runs_before_the_stage_it_starts_from(self, read: Read) -> None:
        reading = read(AssuranceBoard().case())
        assert stage(reading, "published", DAY, "standing", "due_on") == ("not begun", None)

    def test_a_stage_without_a_limit_has_none(self, read: Read) -> None:
        board = AssuranceBoard().case().passed("decided", "2017-07-03")
        assert stage(read(board), "decided", DAY, "standing", "due_on") == ("no limit", None)

    def test_what_is_not_to_be_held_is_not_published_and_not_late(self, read: Read) -> None:
        board = AssuranceBoard().case().passed("decided", "2017-07-03", outcome="no review")
        columns = ("standing", "due_on", "days_late")
        assert stage(read(board), "published", "2019-01-01", *columns) == ("not needed", None, 0)

    def test_the_limit_in_force_when_the_clock_starts_counts(self, read: Read) -> None:
        before = AssuranceBoard().case(on="2019-12-30").passed("notified", "2019-12-31")
        assert stage(read(before), "rapid review", "2020-12-31", "limit_days") == 15
        after = AssuranceBoard().case(on="2019-12-30").passed("notified", "2020-01-01")
        assert stage(read(after), "rapid review", "2020-12-31", "limit_days") == 10

    def test_nothing_is_known_before_the_board_learned_it(self, read: Read) -> None:
        board = AssuranceBoard().case(on="2017-06-05", learned="2017-06-14")
        board.passed("notified", "2017-06-12", learned="2017-06-20")
        reading = read(board)
        assert reading.ask(self.NAME, "stage", as_at="2017-06-13") == []
        assert stage(reading, "notified", "2017-06-19", "standing") == "overdue"
        assert stage(reading, "notified", "2017-06-20", "standing") == "in time"


class TestReviews:
    NAME = "learning/reviews"

    def test_one_row_a_review_with_every_stage_against_its_limit(self, read: Read) -> None:
        board = AssuranceBoard().case("CR", "Sharing", "Listening", on="2017-06-05")
        board.passed("notified", "2017-06-09").passed("rapid review", "2017-07-07")
        board.passed("decided", "2017-07-10")
        columns = ("review_id", "themes", "notified", "rapid_review", "decided", "published")
        reading = read(board)
        assert reading.ask(self.NAME, *columns, as_at="2018-01-10") == [
            ("CR", "Listening; Sharing", "in time", "late", "no limit", "running")
        ]
        assert reading.ask(self.NAME, "published", "days_overdue", as_at="2018-01-12") == [
            ("overdue", 2)
        ]

    def test_it_counts_the_work_that_came_of_it(self, read: Read) -> None:
        board = AssuranceBoard().case().learn("CR-1").learn("CR-2").act(due_on="2017-12-31")
        board.act("CR-2-1").looked("embedded", "CR-2", on="2018-01-31")
        columns = ("recommendations", "actions", "open_actions", "overdue_actions", "embedded")
        reading = read(board)
        assert reading.ask(self.NAME, *columns, as_at="2017-12-31") == [(2, 2, 2, 0, 0)]
        assert reading.ask(self.NAME, *columns, as_at=DAY) == [(2, 2, 2, 1, 1)]

    def test_the_latest_case_comes_first(self, read: Read) -> None:
        board = AssuranceBoard().case("OLD", on="2017-01-03").case("NEW", on="2017-02-01")
        assert read(board).ask(self.NAME, "review_id", as_at=DAY) == ["NEW", "OLD"]


class TestActions:
    NAME = "learning/actions"

    def test_an_action_is_rated_by_the_rules_of_every_action(self, read: Read) -> None:
        board = AssuranceBoard().case().learn().act(due_on="2017-12-31", on="2017-07-01")
        board.told(on="2017-09-01", percent=60)
        board.told(on="2017-12-10", to_delivery="proposed complete", evidence="Minutes")
        board.told(on="2018-01-10", to_delivery="complete", by="BG")
        board.told(on="2018-02-01", to_delivery="signed off", by="BOARD")
        reading = read(board)
        columns = ("delivery", "rating", "percent", "days_late", "gate")
        for day, expected in (
            ("2017-08-31", ("not started", "grey", 0, 0, "sub_group")),
            ("2017-09-01", ("in progress", "green", 60, 0, "sub_group")),
            ("2017-12-31", ("proposed complete", "amber", 60, 0, "business_group")),
            ("2018-01-01", ("proposed complete", "red", 60, 1, "business_group")),
            ("2018-01-10", ("complete", "green", 100, 0, "board")),
            ("2018-02-01", ("signed off", "blue", 100, 0, None)),
        ):
            assert reading.ask(self.NAME, *columns, as_at=day) == [expected], day
        assert reading.ask(self.NAME, "days_completed_late", as_at=DAY) == [10]

    def test_a_later_date_keeps_the_first_and_puts_it_at_risk(self, read: Read) -> None:
        board = AssuranceBoard().case().learn().act(due_on="2017-12-31")
        board.told(on="2017-12-01", due_on="2018-06-30", why="Staff.", meeting_id="M")
        columns = ("first_due_on", "due_on", "slip_days", "rating")
        assert read(board).ask(self.NAME, *columns, as_at=DAY) == [
            ("2017-12-31", "2018-06-30", 181, "amber")
        ]

    def test_work_without_a_date_is_undated_and_never_green(self, read: Read) -> None:
        board = AssuranceBoard().case().learn().act().told(on="2017-09-01", percent=90)
        assert read(board).ask(self.NAME, "rating", "due_text", as_at=DAY) == [("grey", "TBC")]

    def test_they_stay_out_of_the_actions_of_recommendations(self, read: Read) -> None:
        reading = read(AssuranceBoard().case().learn().act().action("A", due_on="2018-06-30"))
        assert reading.ask("actions/list", "action_id", as_at=DAY) == ["A"]
        assert reading.ask("recommendations/list", "rec_id", as_at=DAY) == ["R"]


class TestRecommendations:
    NAME = "learning/recommendations"

    def test_done_is_not_embedded(self, read: Read) -> None:
        board = AssuranceBoard().case().learn().act(due_on="2017-12-31")
        board.told(on="2017-08-01", percent=100)
        board.told(on="2017-08-01", to_delivery="proposed complete", evidence="Minutes")
        board.told(on="2017-09-01", to_delivery="complete", by="BG")
        board.looked("not embedded", on="2017-11-01").looked("embedded", on="2018-01-01")
        reading = read(board)
        for day, expected in (
            ("2017-07-31", ("not started", "grey", "not looked at yet")),
            ("2017-09-01", ("complete", "green", "not looked at yet")),
            ("2017-11-01", ("complete", "green", "not embedded")),
            ("2018-01-01", ("complete", "green", "embedded")),
        ):
            assert reading.ask(self.NAME, "delivery", "rating", "embedded", as_at=day) == [expected]

    def test_it_takes_the_worst_of_its_open_work_and_the_longest_late_comes_first(
        self, read: Read
    ) -> None:
        board = AssuranceBoard().case().learn("CR-1").learn("CR-2")
        board.act("CR-1-1", due_on="2018-06-30").act("CR-2-1", due_on="2018-06-30")
        board.act("CR-2-2", due_on="2018-01-31")
        columns = ("review_rec_id", "rating", "due_on", "days_late")
        assert read(board).ask(self.NAME, *columns, as_at=DAY) == [
            ("CR-2", "red", "2018-01-31", 15),
            ("CR-1", "grey", "2018-06-30", 0),
        ]

    def test_without_an_action_nothing_has_begun(self, read: Read) -> None:
        reading = read(AssuranceBoard().case().learn())
        assert reading.ask(self.NAME, "delivery", "rating", as_at=DAY) == [("not started", "grey")]

    def test_nothing_from_after_the_day(self, read: Read) -> None:
        reading = read(AssuranceBoard().case().learn(on="2017-07-01"))
        assert reading.ask(self.NAME, "review_rec_id", as_at="2017-06-30") == []


class TestThemes:
    NAME = "learning/themes"

    def test_reviews_are_named_and_recommendations_counted_by_what_was_found(
        self, read: Read
    ) -> None:
        board = AssuranceBoard().case("B", "Listening").case("A", "Listening", "Sharing")
        board.learn("A-1", "Listening").learn("A-2", "Listening").looked(
            "partly embedded", "A-2", on="2017-12-01"
        )
        columns = ("theme", "reviews", "recommendations", "partly_embedded", "not_looked_at")
        assert read(board).ask(self.NAME, *columns, as_at=DAY) == [
            ("Listening", "A, B", 2, 1, 1),
            ("Sharing", "A", 0, 0, 0),
        ]


class TestReviewing:
    NAME = "learning/reviewing"

    def test_each_measure_beside_its_target(self, read: Read) -> None:
        board = AssuranceBoard().target("CASELOAD", 70, "2017-12-31", agency_id=None)
        board.figure("CASELOAD", 1230, 17.5, agency_id=None)
        board.figure("TOOK_PART", 40, 60, agency_id=None).figure("DISPUTES", None, agency_id=None)
        columns = ("measure_id", "value", "status", "against_target")
        assert read(board).ask(self.NAME, *columns, as_at=DAY) == [
            ("TOOK_PART", 67, "", None),
            ("DISPUTES", None, "c", None),
            ("CASELOAD", 70, "", "reached"),
        ]

    def test_quarters_in_order_of_time(self, read: Read) -> None:
        board = AssuranceBoard().figure("DISPUTES", 14, agency_id=None)
        board.figure("DISPUTES", 9, period=("2017-07-01", "2017-09-30"), agency_id=None)
        columns = ("series", "period_end", "value")
        assert read(board).ask("learning/reviewing_over_time", *columns, as_at=DAY) == [
            ("DISPUTES", "2017-09-30", 9),
            ("DISPUTES", "2017-12-31", 14),
        ]


class TestChildDeaths:
    NAME = "learning/child_deaths"

    @pytest.fixture
    def files(self, tmp_path: Path) -> PublishedFiles:
        return PublishedFiles(tmp_path).indicator("child_deaths_modifiable", unit="count")

    def deaths(self, files: PublishedFiles, *counts: int | None) -> PublishedFiles:
        """A figure for each year to 31 March from 2013 on."""
        for year, count in enumerate(counts, 2013):
            files.year(year, {"OWN": count}, indicator="child_deaths_modifiable")
        return files

    def asked(self, store: Any, day: str = "2020-12-31") -> list[Any]:
        return rows(store.ask(self.NAME, as_at=day), "period_end", "years", "number", "status")

    def test_three_years_are_taken_together(
        self, files: PublishedFiles, opened_published: OpenPublished
    ) -> None:
        store = opened_published(self.deaths(files, 12, 12, 18, 15))
        assert self.asked(store) == [("2015-03-31", 3, 42, ""), ("2016-03-31", 3, 45, "")]
        assert self.asked(store, "2016-03-30") == [("2015-03-31", 3, 42, "")]

    def test_where_three_have_one_to_five_it_is_five_or_no_number(
        self, files: PublishedFiles, opened_published: OpenPublished
    ) -> None:
        store = opened_published(self.deaths(files, 2, 1, 2, 0, 0, 2))
        assert self.asked(store) == [
            ("2015-03-31", 3, None, "k"),
            ("2016-03-31", 3, None, "k"),
            ("2017-03-31", 5, None, "k"),
            ("2018-03-31", 5, None, "k"),
        ]
        assert rows(store.ask(self.NAME, as_at="2020-12-31"), "period_start")[-1] == "2013-04-01"

    def test_five_years_that_have_enough_are_shown(
        self, files: PublishedFiles, opened_published: OpenPublished
    ) -> None:
        assert self.asked(opened_published(self.deaths(files, 4, 4, 1, 1, 1)))[-1] == (
            "2017-03-31",
            5,
            11,
            "",
        )

    def test_years_with_a_gap_are_not_taken_together(
        self, files: PublishedFiles, opened_published: OpenPublished
    ) -> None:
        store = opened_published(self.deaths(files, 12, 12, None, 15, 20, 19))
        assert self.asked(store) == [("2018-03-31", 3, 54, "")]


class TestEvidence:
    NAME = "learning/evidence"

    def test_recommendations_are_counted_and_reviews_named(self, read: Read) -> None:
        board = AssuranceBoard().case("CR", on="2017-06-05").case("CS", on="2017-06-01")
        board.learn("CR-1").learn("CR-2").act(due_on="2018-01-31")
        board.looked("embedded", "CR-2", on="2018-02-01")
        columns = ("recommendations", "embedded", "not_looked_at", "overdue", "past_limit")
        assert read(board).ask(self.NAME, *columns, as_at=DAY) == [
            (2, 1, 1, 1, "CS (notified), CR (notified)")
        ]

    def test_before_anything_is_known_there_is_a_row_with_nothing(self, read: Read) -> None:
        columns = ("recommendations", "has_reviews", "past_limit", "is_illustrative")
        reading = read(AssuranceBoard().case(on="2017-06-05"))
        assert reading.ask(self.NAME, *columns, as_at="2017-06-04") == [(0, False, None, False)]
        assert reading.ask(self.NAME, *columns, as_at="2017-06-05") == [(0, True, None, True)]


class TestMissing:
    NAME = "board/assurance_missing"

    def test_reviews_are_named_and_their_work_counted(self, read: Read) -> None:
        board = AssuranceBoard().case("CR", on="2017-06-05").learn("CR-1").learn("CR-2")
        board.act("CR-1-1", due_on="2018-02-14").act("CR-2-1", due_on="2018-06-30")
        board.told("CR-2-1", on="2017-09-01", percent=100)
        board.told("CR-2-1", on="2017-10-01", to_delivery="proposed complete", evidence="Minutes")
        board.told("CR-2-1", on="2017-11-07", to_delivery="complete", by="BG")
        columns = ("what", "page", "missing", "of_all", "longest_days", "agency_names")
        assert read(board).ask(self.NAME, *columns, as_at=DAY) == [
            ("review CR not notified", "learning", 1, 1, 248, None),
            ("work from reviews done and not looked at", "learning", 1, 1, 100, None),
            ("actions from reviews that are late", "learning", 1, 1, 1, "Police"),
        ]

    def test_learning_that_is_not_embedded_is_missing_until_it_is(self, read: Read) -> None:
        board = AssuranceBoard().case("CR", on="2017-06-05").passed("notified", "2017-06-09")
        board.passed("rapid review", "2017-06-12").learn("CR-1").learn("CR-2")
        board.looked("partly embedded", "CR-1", on="2017-12-01")
        board.looked("embedded", "CR-2", on="2017-12-01").looked("embedded", on="2018-02-15")
        columns = ("what", "missing", "of_all", "longest_days")
        reading = read(board)
        assert reading.ask(self.NAME, *columns, as_at="2018-02-14") == [
            ("work from reviews found not embedded", 1, 2, 75)
        ]
        assert reading.ask(self.NAME, *columns, as_at=DAY) == []

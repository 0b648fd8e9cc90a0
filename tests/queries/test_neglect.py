"""Rows in, rows out for the neglect strategy: stages, measures, published figures, its launch."""

from pathlib import Path
from typing import Any

import pytest

from scrutiny import signals
from tests.published_files import PublishedFiles
from tests.queries.assurance_board import AssuranceBoard
from tests.queries.conftest import OpenPublished, Read
from tests.queries.small_board import rows

Q1, Q2, Q3, Q4 = (
    ("2017-01-01", "2017-03-31"),
    ("2017-04-01", "2017-06-30"),
    ("2017-07-01", "2017-09-30"),
    ("2017-10-01", "2017-12-31"),
)
DAY = "2018-02-15"


class TestStages:
    NAME = "neglect/stages"

    def test_a_day_moves_and_is_kept_and_then_it_is_done(self, read: Read) -> None:
        board = AssuranceBoard().stage("tool chosen", "planned", "2017-09-01", on="2017-06-01")
        board.stage("tool chosen", "moved", "2017-10-01", on="2017-08-01", why="Not all asked.")
        board.stage("tool chosen", "done", on="2017-10-03")
        reading = read(board)
        columns = ("first_due_on", "due_on", "done_on", "times_moved", "days_late")
        for day, expected in (
            ("2017-05-31", []),
            ("2017-07-31", [("2017-09-01", "2017-09-01", None, 0, 0)]),
            ("2017-08-01", [("2017-09-01", "2017-10-01", None, 1, 0)]),
            ("2017-10-01", [("2017-09-01", "2017-10-01", None, 1, 0)]),
            ("2017-10-02", [("2017-09-01", "2017-10-01", None, 1, 1)]),
            ("2017-10-03", [("2017-09-01", "2017-10-01", "2017-10-03", 1, 0)]),
        ):
            assert reading.ask(self.NAME, *columns, as_at=day) == expected, day
        assert reading.ask(self.NAME, "days_done_late", as_at=DAY) == [32]

    def test_stages_come_in_their_order(self, read: Read) -> None:
        board = AssuranceBoard().stage(
            "strategy reviewed", "planned", "2018-03-01", on="2017-06-01"
        )
        board.launched()
        found = read(board).ask(self.NAME, "stage", as_at=DAY)
        assert found == ["strategy launched", "strategy reviewed"]


class TestLaunch:
    NAME = "neglect/launch"

    def test_it_is_known_from_the_day_it_was_learned(self, read: Read) -> None:
        reading = read(AssuranceBoard().launched("2017-09-29", learned="2017-10-05"))
        assert reading.ask(self.NAME, "on_day", as_at="2017-10-04") == []
        assert reading.ask(self.NAME, "on_day", "kind", as_at="2017-10-05") == [
            ("2017-09-29", "launched")
        ]


class TestMeasures:
    NAME = "neglect/measures"

    def test_the_latest_figure_beside_the_one_before_and_its_target(self, read: Read) -> None:
        board = AssuranceBoard().target("TRAINED", 60, "2018-03-31")
        board.figure("TRAINED", 20, 80, period=Q3, learned="2017-10-20")
        board.figure("TRAINED", 41, 80, learned="2018-01-20")
        reading = read(board)
        columns = ("period_end", "number", "of_number", "value", "previous_value", "change")
        for day, expected in (
            ("2017-10-19", (None,) * 6),
            ("2018-01-19", ("2017-09-30", 20, 80.0, 25, None, None)),
            ("2018-01-20", ("2017-12-31", 41, 80.0, 51, 25, 26)),
        ):
            assert reading.ask(self.NAME, *columns, as_at=day) == [expected], day

    @pytest.mark.parametrize(
        ("number", "day", "expected"),
        [
            (48, "2018-03-31", "reached"),
            (47, "2018-03-31", "not yet"),
            (47, "2018-04-01", "missed"),
        ],
    )
    def test_a_target_is_reached_or_missed_the_day_after(
        self, read: Read, number: int, day: str, expected: str
    ) -> None:
        board = AssuranceBoard().target("TRAINED", 60, "2018-03-31").figure("TRAINED", number, 80)
        assert read(board).ask(self.NAME, "against_target", as_at=day) == [expected]

    def test_the_target_set_last_counts(self, read: Read) -> None:
        board = AssuranceBoard().target("TRAINED", 60, "2018-03-31")
        board.target("TRAINED", 40, "2018-03-31", on="2018-01-18")
        reading = read(board)
        assert reading.ask(self.NAME, "target", as_at="2018-01-17") == [60.0]
        assert reading.ask(self.NAME, "target", as_at="2018-01-18") == [40.0]

    def test_who_is_expected_and_returns_nothing_is_there_without_a_number(
        self, read: Read
    ) -> None:
        board = AssuranceBoard().target("TRAINED", 60, "2018-03-31", agency_id="HEALTH")
        board.figure("TRAINED", 0, 80)
        columns = ("agency_id", "value", "status", "is_missing")
        assert read(board).ask(self.NAME, *columns, as_at=DAY) == [
            ("POLICE", 0, "", False),
            ("HEALTH", None, None, True),
        ]

    def test_a_figure_of_an_earlier_period_than_that_of_others_is_missing(self, read: Read) -> None:
        board = AssuranceBoard().figure("TRAINED", 20, 80, period=Q3)
        board.figure("TRAINED", 20, 80, agency_id="HEALTH")
        assert read(board).ask(self.NAME, "agency_id", "is_missing", as_at=DAY) == [
            ("POLICE", True),
            ("HEALTH", False),
        ]

    def test_a_figure_counted_again_takes_the_place_of_the_first_once_known(
        self, read: Read
    ) -> None:
        board = AssuranceBoard().figure("ATTENDED", 30, 60, learned="2018-01-10")
        board.figure("ATTENDED", 45, 60, learned="2018-02-01")
        reading = read(board)
        assert reading.ask(self.NAME, "value", as_at="2018-01-31") == [50]
        assert reading.ask(self.NAME, "value", "previous_value", as_at="2018-02-01") == [(75, None)]

    @pytest.mark.parametrize(
        ("measure", "number", "of_number", "shown"),
        [
            ("ATTENDED", 0, 60, (0, 60.0, 0, "")),
            ("ATTENDED", 1, 60, (None, None, None, "c")),
            ("ATTENDED", 5, 60, (None, None, None, "c")),
            ("ATTENDED", 6, 60, (6, 60.0, 10, "")),
            ("ATTENDED", 54, 60, (54, 60.0, 90, "")),
            ("ATTENDED", 55, 60, (None, None, None, "c")),
            ("ATTENDED", 60, 60, (60, 60.0, 100, "")),
            ("ATTENDED", 0, 5, (None, None, None, "c")),
            ("USED", 5, None, (None, None, None, "c")),
            ("USED", 0, None, (0, None, 0, "")),
            ("TRAINED", 3, 5, (3, 5.0, 60, "")),
            ("ATTENDED", 0, 0, (0, 0.0, None, "")),
        ],
    )
    def test_of_children_none_from_one_to_five(
        self, read: Read, measure: str, number: int, of_number: float | None, shown: tuple[object]
    ) -> None:
        board = AssuranceBoard().figure(measure, number, of_number)
        found = read(board).ask(self.NAME, "number", "of_number", "value", "status", as_at=DAY)
        assert found == [shown]

    def test_a_withheld_figure_gives_no_change(self, read: Read) -> None:
        board = AssuranceBoard().figure("USED", 12, period=Q3).figure("USED", None)
        columns = ("value", "status", "previous_value", "change")
        assert read(board).ask(self.NAME, *columns, as_at=DAY) == [(None, "c", 12, None)]

    def test_other_subjects_are_left_out(self, read: Read) -> None:
        board = AssuranceBoard().figure("TOOK_PART", 40, 60, agency_id=None)
        assert read(board).ask(self.NAME, "measure_id", as_at=DAY) == []


class TestOverTime:
    NAME = "neglect/over_time"

    def test_only_measures_counted_before_the_launch(self, read: Read) -> None:
        board = AssuranceBoard().launched().figure("TRAINED", 20, 80)
        board.figure("ATTENDED", 20, 80, period=Q2).figure("ATTENDED", 40, 80)
        reading = read(board)
        assert reading.ask(self.NAME, "series", "period_end", "value", as_at=DAY) == [
            ("ATTENDED POLICE", "2017-06-30", 25),
            ("ATTENDED POLICE", "2017-12-31", 50),
        ]
        assert reading.ask(self.NAME, "value", as_at="2017-09-28") == []


class TestSinceLaunch:
    NAME = "neglect/since_launch"

    def test_the_period_in_which_it_was_launched_is_neither_before_nor_since(
        self, read: Read
    ) -> None:
        board = AssuranceBoard().launched("2017-09-29")
        for period, number in ((Q1, 10), (Q2, 20), (Q3, 60), (Q4, 40)):
            board.figure("ATTENDED", number, 80, period=period)
        columns = ("before_end", "before_value", "since_end", "since_value", "change", "points")
        assert read(board).ask(self.NAME, *columns, as_at=DAY) == [
            ("2017-06-30", 25.0, "2017-12-31", 50.0, 25.0, 4)
        ]

    def test_like_is_compared_with_like(self, read: Read) -> None:
        board = AssuranceBoard().launched()
        board.figure("ATTENDED", 20, 80, period=Q2).figure("ATTENDED", 40, 80)
        board.figure("ATTENDED", 80, 80, agency_id="HEALTH")
        columns = ("before_value", "since_value", "agencies")
        assert read(board).ask(self.NAME, *columns, as_at=DAY) == [(25.0, 50.0, 1)]

    def test_without_a_figure_from_before_there_is_one_since_and_no_change(
        self, read: Read
    ) -> None:
        board = AssuranceBoard().launched().figure("TRAINED", 40, 80)
        board.figure("TRAINED", 20, 120, agency_id="HEALTH")
        columns = ("before_value", "since_value", "change", "agencies")
        assert read(board).ask(self.NAME, *columns, as_at=DAY) == [(None, 30.0, None, 2)]

    def test_before_the_launch_is_known_there_is_no_before_and_since(self, read: Read) -> None:
        board = AssuranceBoard().launched(learned="2018-02-16").figure("ATTENDED", 40, 80)
        columns = ("launched_on", "before_value", "since_value")
        assert read(board).ask(self.NAME, *columns, as_at=DAY) == [(None, None, None)]


class TestTotals:
    NAME = "neglect/totals"

    def board(self, points: int) -> AssuranceBoard:
        board = AssuranceBoard()
        for n in range(points):
            year, month = 2017 + n // 12, n % 12 + 1
            period = (f"{year}-{month:02}-01", f"{year}-{month:02}-28")
            board.figure("TRAINED", 8 + 8 * (n % 2), 80, period=period)
            if n:
                board.figure("TRAINED", 80, 80, period=period, agency_id="HEALTH")
        return board

    def test_thirteen_points_are_needed(self, read: Read) -> None:
        assert read(self.board(12)).ask(self.NAME, "value", as_at="2019-01-01") == []

    def test_only_agencies_with_every_point_are_added_up(self, read: Read) -> None:
        reading = read(self.board(13))
        found = reading.ask(self.NAME, "value", "agencies", as_at="2019-01-01")
        assert found == [(10.0 if n % 2 == 0 else 20.0, 1) for n in range(13)]
        assert reading.ask(self.NAME, "value", as_at="2018-01-27") == []

    def test_they_are_judged_by_the_rules_of_published_series(self, read: Read) -> None:
        asked = read(self.board(13)).warehouse.ask(self.NAME, as_at="2019-01-01")
        judged = signals.judged(asked)
        assert list(judged["point"]) == ["common"] * 13
        assert not judged["is_trial"].any()
        assert signals.judged(asked.iloc[:0]).empty


def shares(files: PublishedFiles, counts: dict[int, int], area: str = "OWN") -> PublishedFiles:
    """Plans for neglect of 1,000 on 31 March of each year."""
    for year, count in counts.items():
        files.observed.append(f"plans,{area},Neglect,{year}-03-31,{year}-03-31,{count},,1000,,P1")
    return files


class TestPublished:
    NAME = "neglect/published"

    @pytest.fixture
    def files(self, tmp_path: Path) -> PublishedFiles:
        return PublishedFiles(tmp_path).indicator("plans", unit="children", all_areas=False)

    def test_a_share_beside_those_of_others(
        self, files: PublishedFiles, opened_published: OpenPublished
    ) -> None:
        files.area("N1", "2025").area("N2", "2025", rank=2)
        for area, count in (("OWN", 400), ("E92000001", 480), ("N1", 300), ("N2", 500)):
            shares(files, {2017: count}, area)
        columns = ("value", "england", "south_east", "neighbours_mean", "neighbours_lowest")
        assert rows(opened_published(files).ask(self.NAME, as_at=DAY), *columns) == [
            (40.0, 48.0, None, 40.0, 30.0)
        ]

    def test_nothing_from_after_the_day(
        self, files: PublishedFiles, opened_published: OpenPublished
    ) -> None:
        store = opened_published(shares(files, {2017: 400, 2018: 450}))
        assert rows(store.ask(self.NAME, as_at="2018-03-30"), "value") == [40.0]
        assert rows(store.ask(self.NAME, as_at="2018-03-31"), "value") == [40.0, 45.0]

    @pytest.mark.parametrize(("count", "value", "status"), [(5, None, "c"), (996, None, "c")])
    def test_so_few_that_a_child_could_be_known_are_withheld(
        self,
        files: PublishedFiles,
        opened_published: OpenPublished,
        count: int,
        value: float | None,
        status: str,
    ) -> None:
        store = opened_published(shares(files, {2017: count}))
        assert rows(store.ask(self.NAME, as_at=DAY), "number", "value", "status") == [
            (None, value, status)
        ]

    def test_five_years_tell_a_trend_of_the_part_and_four_do_not(
        self, files: PublishedFiles, opened_published: OpenPublished
    ) -> None:
        store = opened_published(
            shares(files, {year: 300 + 50 * (year - 2012) for year in range(2012, 2019)})
        )
        found = rows(store.ask(self.NAME, as_at="2019-01-01"), "period_end", "trend")
        assert [trend for _, trend in found] == [None] * 4 + ["rising"] * 3

    def test_before_and_since_have_the_trend_that_was_known_then(
        self, files: PublishedFiles, opened_published: OpenPublished
    ) -> None:
        rising = {year: 300 + 50 * (year - 2012) for year in range(2012, 2018)}
        store = opened_published(shares(files, rising | dict.fromkeys(range(2018, 2023), 500)))
        columns = ("before_value", "since_value", "trend_before", "trend_since")
        ask = "neglect/since_launch"
        assert rows(store.ask(ask, as_at=DAY), *columns) == [(55.0, None, "rising", None)]
        assert rows(store.ask(ask, as_at="2022-12-31"), *columns) == [
            (55.0, 50.0, "rising", "none")
        ]
        # four shares since the launch are too few, though five years have a trend
        assert rows(store.ask(ask, as_at="2021-12-31"), *columns) == [(55.0, 50.0, "rising", None)]


class TestEvidence:
    NAME = "neglect/evidence"

    def test_it_counts_targets_and_adds_up_practitioners_and_no_children(self, read: Read) -> None:
        board = AssuranceBoard().launched().target("TRAINED", 60, "2018-03-31")
        board.target("TRAINED", 20, "2018-03-31", agency_id="HEALTH")
        board.figure("TRAINED", 40, 80).figure("TRAINED", 60, 120, agency_id="HEALTH")
        board.target("ATTENDED", 80, "2018-03-31").figure("ATTENDED", 70, 80)
        board.target("ATTENDED", 80, "2018-03-31", agency_id="HEALTH")
        columns = ("name", "value", "agencies", "reached", "aimed", "silent", "is_illustrative")
        assert read(board).ask(self.NAME, *columns, as_at=DAY) == [
            ("Name of TRAINED", 50, 2, 2, 3, "Health", True)
        ]

    def test_before_anything_is_known_there_is_a_row_with_nothing(self, read: Read) -> None:
        columns = ("launched_on", "name", "agencies", "aimed", "silent", "is_illustrative")
        reading = read(AssuranceBoard().launched())
        assert reading.ask(self.NAME, *columns, as_at="2017-09-28") == [
            (None, None, 0, 0, None, False)
        ]
        assert reading.ask(self.NAME, "launched_on", as_at=DAY) == ["2017-09-29"]


class TestAuditGrades:
    NAME = "neglect/audit_grades"

    def test_only_audits_on_neglect_and_the_whole_before_its_parts(self, read: Read) -> None:
        board = AssuranceBoard().audit("D", "2017-10-31").audit("E", theme="Thresholds")
        board.audited("D", 20, on="2017-11-10")
        board.grading("D", 0, 8, 12, 0, on="2017-11-20", domain="practice overall")
        columns = ("audit_id", "state", "grade", "good_or_better", "cases", "status")
        reading = read(board)
        for day, expected in (
            ("2017-10-31", ("D", "planned", None, None, None, "")),
            ("2017-11-01", ("D", "late", None, None, None, "")),
            ("2017-11-20", ("D", "done", "good", 8, 20, "")),
        ):
            assert reading.ask(self.NAME, *columns, as_at=day) == [expected], day

    def test_a_withheld_count_gives_no_number(self, read: Read) -> None:
        board = AssuranceBoard().audit("D").audited("D", 20, on="2017-11-10")
        board.grading("D", None, 8, None, 0, on="2017-11-20")
        assert read(board).ask(self.NAME, "good_or_better", "status", as_at=DAY) == [(None, "c")]


class TestMissing:
    NAME = "board/assurance_missing"

    def ask(self, board: AssuranceBoard, read: Read, day: str = DAY) -> list[Any]:
        columns = ("what", "page", "missing", "of_all", "longest_days", "agency_names")
        return read(board).ask(self.NAME, *columns, as_at=day)

    def test_a_figure_is_missing_from_the_day_on_which_others_have_given_theirs(
        self, read: Read
    ) -> None:
        board = AssuranceBoard().target("TRAINED", 60, "2018-03-31")
        board.target("TRAINED", 60, "2018-03-31", agency_id="HEALTH")
        board.figure("TRAINED", 40, 80, learned="2018-01-19")
        assert self.ask(board, read, "2018-01-18") == []
        assert self.ask(board, read) == [
            ("figures on neglect not returned", "neglect", 1, 2, 27, "Health")
        ]
        silent = read(board).ask(
            "board/silent_agencies", "agency_name", "what", "due_on", "days_late", as_at=DAY
        )
        assert silent == [("Health", "Name of TRAINED", "2018-01-19", 27)]

    def test_who_has_the_latest_figure_is_not_silent(self, read: Read) -> None:
        board = AssuranceBoard().target("TRAINED", 60, "2018-03-31", agency_id="HEALTH")
        board.figure("TRAINED", 40, 80, learned="2018-01-19")
        board.figure("TRAINED", 60, 80, agency_id="HEALTH", learned="2018-02-10")
        assert self.ask(board, read, "2018-02-09")[0][2:] == (1, 1, 21, "Health")
        assert self.ask(board, read, "2018-02-10") == []

    def test_targets_and_stages_past_their_day(self, read: Read) -> None:
        board = AssuranceBoard().target("TRAINED", 60, "2018-01-31").figure("TRAINED", 40, 80)
        board.stage("tool chosen", "planned", "2018-02-14", on="2017-06-01").launched()
        assert self.ask(board, read) == [
            ("targets on neglect missed", "neglect", 1, 1, 15, "Police"),
            ("stages of the neglect strategy past their day", "neglect", 1, 2, 1, None),
        ]
        assert self.ask(board, read, "2018-01-31") == []

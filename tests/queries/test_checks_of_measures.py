"""The rules across rows on measures, the neglect strategy and reviews, each on its boundary."""

import pytest

from tests.scrutiny.board_files import BoardFiles, place


class TestAboveItsWhole:
    NAME = "checks/above_its_whole"

    def test_more_are_trained_than_work_there(self, files: BoardFiles) -> None:
        files.put("measure_figure", 2, number="80")
        assert files.read()
        files.put("measure_figure", 2, number="81")
        problem = files.problem()
        assert place(problem) == ("measure_figure.csv", 2, "number", "81")
        assert "above the 80" in problem.remedy

    def test_more_are_licensed_than_trained(self, files: BoardFiles) -> None:
        files.put("measure_figure", 3, number="30")
        assert files.read()
        files.put("measure_figure", 3, number="31")
        problem = files.problem()
        assert place(problem) == ("measure_figure.csv", 3, "number", "31")
        assert '"TRAINED"' in problem.remedy

    def test_of_figures_for_one_period_the_last_known_by_then_counts(
        self, files: BoardFiles
    ) -> None:
        files.put("measure_figure", 3, number="40")
        files.add("measure_figure", 2, figure_id="F9", number="45", recorded_on="2018-01-05")
        assert files.problem().row == 3
        files.put("measure_figure", 3, recorded_on="2018-01-06")
        assert files.read()

    def test_other_periods_do_not_count(self, files: BoardFiles) -> None:
        files.put("measure_figure", 3, number="31", effective_on="2018-01-31")
        assert files.read()


class TestFigureAndMeasure:
    NAME = "checks/figure_and_measure"

    @pytest.mark.parametrize(
        ("table", "row", "cells", "column", "words"),
        [
            ("measure_figure", 2, {"of_number": ""}, "of_number", "Give the number of people"),
            ("measure_figure", 4, {"of_number": "40"}, "of_number", "a plain count"),
            ("measure_figure", 2, {"agency_id": ""}, "agency_id", "Name the agency"),
            ("measure_figure", 5, {"agency_id": "LA"}, "agency_id", "Leave it empty"),
            ("measure_target", 2, {"agency_id": ""}, "agency_id", "Name the agency"),
        ],
    )
    def test_what_does_not_fit(
        self,
        files: BoardFiles,
        table: str,
        row: int,
        cells: dict[str, str],
        column: str,
        words: str,
    ) -> None:
        files.put(table, row, **cells)
        problem = files.problem()
        assert place(problem) == (f"{table}.csv", row, column, cells[column])
        assert words in problem.remedy


class TestSmallNumber:
    NAME = "checks/small_number"

    @pytest.mark.parametrize(
        ("number", "of_number", "is_refused"),
        [
            ("0", "60", False),
            ("1", "60", True),
            ("5", "60", True),
            ("6", "60", False),
            ("54", "60", False),
            ("55", "60", True),
            ("59", "60", True),
            ("60", "60", False),
            ("0", "5", True),
            ("0", "6", False),
        ],
    )
    def test_of_children_none_from_one_to_five(
        self, files: BoardFiles, number: str, of_number: str, is_refused: bool
    ) -> None:
        files.put("measure_figure", 5, number=number, of_number=of_number)
        if not is_refused:
            assert files.read()
            return
        problem = files.problem()
        assert place(problem) == ("measure_figure.csv", 5, "number", number)
        assert "write c in status" in problem.remedy

    def test_a_plain_count_of_children(self, files: BoardFiles) -> None:
        files.put("measure_figure", 4, number="3")
        assert place(files.problem()) == ("measure_figure.csv", 4, "number", "3")

    def test_practitioners_may_be_few(self, files: BoardFiles) -> None:
        files.put("measure_figure", 2, number="3")
        assert files.read()


class TestTargetOutOfRange:
    NAME = "checks/target_out_of_range"

    @pytest.mark.parametrize("target", ["0", "100"])
    def test_the_ends_are_allowed(self, files: BoardFiles, target: str) -> None:
        files.put("measure_target", 2, target=target)
        assert files.read()

    @pytest.mark.parametrize("target", ["-0.5", "100.5"])
    def test_beyond_them_is_refused(self, files: BoardFiles, target: str) -> None:
        files.put("measure_target", 2, target=target)
        problem = files.problem()
        assert place(problem) == ("measure_target.csv", 2, "target", target)
        assert "0 to 100 percent" in problem.remedy

    def test_a_count_may_be_above_a_hundred_and_not_below_nought(self, files: BoardFiles) -> None:
        files.put("measure_target", 2, measure_id="USED", target="250")
        assert files.read()
        files.put("measure_target", 2, target="-1")
        assert "not below 0" in files.problem().remedy


class TestMeasureWithin:
    NAME = "checks/measure_within"

    @pytest.mark.parametrize("within", ["NOTHING", "LICENSED", "TOOK_PART"])
    def test_it_must_be_another_measure_of_its_kind(self, files: BoardFiles, within: str) -> None:
        files.put("measure", 3, within_id=within)
        assert place(files.problem()) == ("measure.csv", 3, "within_id", within)


class TestNeglectDoneOnce:
    NAME = "checks/neglect_done_once"

    @pytest.mark.parametrize("cells", [{"change": "done"}, {"change": "moved", "why": "Late."}])
    def test_nothing_follows_what_is_done(self, files: BoardFiles, cells: dict[str, str]) -> None:
        due = "" if cells["change"] == "done" else "2018-01-01"
        files.add(
            "neglect_step", 3, step_id="K3", effective_on="2017-10-01", planned_for=due, **cells
        )
        problem = files.problem()
        assert place(problem) == ("neglect_step.csv", 4, "change", cells["change"])
        assert "2017-09-29" in problem.remedy

    def test_another_stage_may(self, files: BoardFiles) -> None:
        files.add("neglect_step", 3, step_id="K3", effective_on="2017-10-01", stage="tool chosen")
        assert files.read()


class TestReviewOrder:
    NAME = "checks/review_order"

    def test_a_stage_may_be_on_the_day_of_the_one_before_and_not_earlier(
        self, files: BoardFiles
    ) -> None:
        files.put("review_step", 3, effective_on="2017-09-05")
        assert files.read()
        files.put("review_step", 3, effective_on="2017-09-04")
        problem = files.problem()
        assert place(problem) == ("review_step.csv", 3, "effective_on", "2017-09-04")
        assert '"rapid review" before it is "notified"' in problem.remedy

    def test_published_before_notified(self, files: BoardFiles) -> None:
        files.put("review_step", 5, effective_on="2017-09-02")
        told = [problem.remedy for problem in files.problems() if problem.row == 5]
        assert [words for words in told if '"published" before it is "notified"' in words]

    def test_nothing_before_the_case_came_to_light(self, files: BoardFiles) -> None:
        files.put("review_step", 2, effective_on="2017-08-31")
        problem = files.problem()
        assert place(problem) == ("review_step.csv", 2, "effective_on", "2017-08-31")
        assert "came to light" in problem.remedy

    def test_no_stage_is_left_out(self, files: BoardFiles) -> None:
        files.remove("review_step", 3)
        problem = files.problem()
        assert place(problem) == ("review_step.csv", 3, "stage", "decided")
        assert '"rapid review"' in problem.remedy

    def test_no_stage_is_reached_twice(self, files: BoardFiles) -> None:
        files.add("review_step", 5, step_id="Y5")
        problem = files.problem()
        assert place(problem) == ("review_step.csv", 6, "stage", "published")
        assert "already" in problem.remedy

    def test_what_is_not_held_is_not_published(self, files: BoardFiles) -> None:
        files.put("review_step", 4, outcome="no review")
        problem = files.problem()
        assert place(problem) == ("review_step.csv", 5, "stage", "published")
        assert "no review" in problem.remedy


class TestBeforeItsReview:
    NAME = "checks/before_its_review"

    @pytest.mark.parametrize(
        ("table", "row", "parent"),
        [
            ("review_recommendation", 2, '"CR"'),
            ("review_action", 2, '"CR-1"'),
            ("review_update", 2, '"CR-1-1"'),
            ("learning_check", 2, '"CR-1"'),
        ],
    )
    def test_not_before_what_it_is_about(
        self, files: BoardFiles, table: str, row: int, parent: str
    ) -> None:
        files.put(table, row, effective_on="2017-08-31")
        problems = [problem for problem in files.problems() if problem.file == f"{table}.csv"]
        assert [place(problem)[1:] for problem in problems] == [(row, "effective_on", "2017-08-31")]
        assert parent in problems[0].remedy

    def test_nor_known_before_it_was_known(self, files: BoardFiles) -> None:
        files.put("case_review", 2, recorded_on="2017-10-02")
        assert files.read()
        files.put("case_review", 2, recorded_on="2017-10-03")
        assert files.problem().file == "review_recommendation.csv"


class TestReviewMove:
    NAME = "checks/review_move"

    def test_work_begins_with_a_share_done(self, files: BoardFiles) -> None:
        files.put("review_update", 2, percent="")
        problem = files.problem()
        assert place(problem) == ("review_update.csv", 4, "to_delivery", "proposed complete")
        assert '"not started"' in problem.remedy

    def test_no_gate_is_skipped(self, files: BoardFiles) -> None:
        files.remove("review_update", 5)
        problem = files.problem()
        assert place(problem) == ("review_update.csv", 5, "to_delivery", "signed off")
        assert "complete, returned" in problem.remedy

    @pytest.mark.parametrize(
        ("row", "cells", "column"),
        [
            (4, {"evidence": ""}, "evidence"),
            (5, {"to_delivery": "returned"}, "why"),
            (6, {"meeting_id": ""}, "meeting_id"),
            (6, {"by_group_id": "SG"}, "by_group_id"),
            (6, {"effective_on": "2018-02-14"}, "meeting_id"),
        ],
    )
    def test_a_move_has_what_it_needs(
        self, files: BoardFiles, row: int, cells: dict[str, str], column: str
    ) -> None:
        files.put("review_update", row, **cells)
        found = [(problem.row, problem.column) for problem in files.problems()]
        assert (row, column) in found


class TestReviewLaterDate:
    NAME = "checks/review_later_date"

    @pytest.mark.parametrize(("day", "is_later"), [("2017-12-01", False), ("2017-12-02", True)])
    def test_it_is_later_than_the_one_before(
        self, files: BoardFiles, day: str, is_later: bool
    ) -> None:
        files.put("review_update", 3, due_on=day)
        if is_later:
            assert files.read()
        else:
            assert place(files.problem()) == ("review_update.csv", 3, "due_on", day)

    @pytest.mark.parametrize("column", ["why", "meeting_id"])
    def test_it_has_a_reason_and_a_meeting(self, files: BoardFiles, column: str) -> None:
        files.put("review_update", 3, **{column: ""})
        assert place(files.problem()) == ("review_update.csv", 3, column, "")

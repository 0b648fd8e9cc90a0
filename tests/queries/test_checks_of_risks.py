"""The rules on risks, each on its boundary."""

import pytest

from tests.scrutiny.board_files import BoardFiles, place


@pytest.mark.parametrize("column", ["likelihood", "impact"])
@pytest.mark.parametrize("number", ["0", "6", "-1"])
def test_a_score_outside_1_to_5(files: BoardFiles, column: str, number: str) -> None:
    files.put("risk_score", 4, **{column: number})
    problem = files.problem()
    assert place(problem) == ("risk_score.csv", 4, column, number)
    assert "from 1 to 5" in problem.remedy


@pytest.mark.parametrize(
    ("table", "row", "column", "cells", "remedy"),
    [
        ("risk_score", 2, "which", {"above_why": "Since."}, "only a target"),
        ("risk_control", 3, "state", {"due_on": "2018-01-01"}, "only a further action"),
        ("risk_control", 2, "state", {"state": "withdrawn", "due_on": ""}, "is withdrawn"),
        ("risk_acceptance", 2, "until_on", {"until_on": "2017-09-13"}, "before it starts"),
        ("risk_review", 2, "next_on", {"next_on": "2017-10-01"}, "after effective_on"),
        ("risk_review", 2, "outcome", {"next_on": ""}, "next review"),
        ("risk_review", 2, "outcome", {"outcome": "close"}, "next review"),
        ("risk_link", 2, "rec_id", {"action_id": "A1"}, "exactly one"),
        ("risk_link", 2, "rec_id", {"rec_id": ""}, "exactly one"),
        ("risk_link", 3, "indicator_id", {"warn_below": "1"}, "only an indicator"),
        ("risk", 2, "appetite", {"appetite": "26"}, "from 1 to 25"),
    ],
)
def test_cells_that_do_not_fit_together(
    files: BoardFiles, table: str, row: int, column: str, cells: dict[str, str], remedy: str
) -> None:
    files.put(table, row, **cells)
    problem = next(found for found in files.problems() if remedy in found.remedy)
    assert place(problem)[:3] == (f"{table}.csv", row, column)


@pytest.mark.parametrize(
    ("table", "row", "column"),
    [
        ("risk_link", 2, "rec_id"),
        ("risk_link", 3, "action_id"),
        ("risk_score", 2, "risk_id"),
        ("risk_acceptance", 2, "meeting_id"),
    ],
)
def test_a_link_to_what_no_file_knows(files: BoardFiles, table: str, row: int, column: str) -> None:
    files.put(table, row, **{column: "NOBODY"})
    problem = files.problem()
    assert place(problem) == (f"{table}.csv", row, column, "NOBODY")
    assert f"has this {column}" in problem.remedy


def test_an_acceptance_may_end_on_the_day_it_starts(files: BoardFiles) -> None:
    files.put("risk_acceptance", 2, until_on="2017-09-14")
    assert files.read()


class TestTargetAboveCurrent:
    NAME = "checks/target_above_current"

    def test_a_target_above_the_score_of_its_day_without_a_reason(self, files: BoardFiles) -> None:
        files.put("risk_score", 3, likelihood="5")
        problem = files.problem()
        assert place(problem) == ("risk_score.csv", 3, "above_why", "")
        assert "target of 15" in problem.remedy
        assert "score of 12" in problem.remedy
        files.put("risk_score", 3, above_why="It will rise before it falls.")
        assert files.read()

    def test_a_target_at_the_score_needs_none(self, files: BoardFiles) -> None:
        files.put("risk_score", 3, likelihood="4")
        assert files.read()

    def test_a_score_that_falls_below_its_target_later_is_no_slip_of_the_pen(
        self, files: BoardFiles
    ) -> None:
        files.put("risk_score", 3, likelihood="4")
        files.put("risk_score", 4, likelihood="1")
        assert files.read()

    def test_a_target_after_that_is_held_against_the_new_score(self, files: BoardFiles) -> None:
        files.put("risk_score", 3, likelihood="4", effective_on="2017-10-02")
        assert "score of 9" in files.problem().remedy


class TestAcceptanceNotByBoard:
    NAME = "checks/acceptance_not_by_board"

    def test_an_acceptance_by_another_body(self, files: BoardFiles) -> None:
        files.put("risk_acceptance", 2, by_group_id="BG")
        problem = files.problem()
        assert place(problem) == ("risk_acceptance.csv", 2, "by_group_id", "BG")
        assert "business_group" in problem.remedy

    def test_a_meeting_of_another_body(self, files: BoardFiles) -> None:
        files.put("meeting", 2, group_id="BG")
        assert place(files.problem()) == ("risk_acceptance.csv", 2, "meeting_id", "M1")

    def test_an_acceptance_before_its_meeting(self, files: BoardFiles) -> None:
        files.put("risk_acceptance", 2, effective_on="2017-09-13")
        problem = files.problem()
        assert place(problem) == ("risk_acceptance.csv", 2, "meeting_id", "M1")
        assert "2017-09-14" in problem.remedy
        files.put("risk_acceptance", 2, effective_on="2017-09-15")
        assert files.read()


class TestBeforeItsRisk:
    NAME = "checks/before_its_risk"

    @pytest.mark.parametrize(
        "table",
        ["risk_score", "risk_control", "risk_treatment", "risk_review", "risk_link"],
    )
    def test_a_row_about_a_day_before_its_risk(self, files: BoardFiles, table: str) -> None:
        files.put(table, 2, effective_on="2017-06-30")
        problem = files.problem()
        assert place(problem) == (f"{table}.csv", 2, "effective_on", "2017-06-30")
        assert 'risk "K1"' in problem.remedy
        files.put(table, 2, effective_on="2017-07-01")
        assert files.read()

    def test_a_row_known_before_its_risk_was(self, files: BoardFiles) -> None:
        files.put("risk", 2, recorded_on="2017-07-02")
        assert files.read()
        files.put("risk_review", 2, effective_on="2017-07-01")
        problem = files.problem()
        assert place(problem) == ("risk_review.csv", 2, "recorded_on", "2017-07-01")

    @pytest.mark.parametrize(("row", "what"), [(2, 'recommendation "R1"'), (3, 'action "A1"')])
    def test_a_link_before_what_it_links_to(self, files: BoardFiles, row: int, what: str) -> None:
        kind, column = ("recommendation", 2) if row == 2 else ("action", 2)
        files.put(kind, column, effective_on="2017-07-03")
        assert any(what in problem.remedy for problem in files.problems())

    def test_a_control_of_another_risk_or_itself_is_not_replaced(self, files: BoardFiles) -> None:
        files.put("risk_control", 3, risk_id="K2")
        assert place(files.problem()) == ("risk_control.csv", 3, "replaces_id", "KC1")
        files.put("risk_control", 3, risk_id="K1", replaces_id="KC2")
        assert "itself" in files.problem().remedy

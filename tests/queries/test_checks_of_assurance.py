"""The rules across rows on audits, self-assessments and settings, each on its boundary."""

from itertools import product

import pytest

from scrutiny.contract import Contract
from tests.scrutiny.board_files import BoardFiles, place

COUNTS = ("outstanding", "good", "requires_improvement", "inadequate")


@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("audit_step", "cases"),
        ("audit_grading", "cases"),
        *(("audit_grading", each) for each in COUNTS),
    ],
)
@pytest.mark.parametrize("number", ["1", "5", "-1"])
def test_no_count_of_children_from_1_to_5_is_taken_in(
    files: BoardFiles, table: str, column: str, number: str
) -> None:
    files.put(table, 2, **{column: number})
    where = (f"{table}.csv", 2, column, number)
    told = [problem.remedy for problem in files.problems() if place(problem) == where]
    assert any("so few children that it is withheld" in remedy for remedy in told)


@pytest.mark.parametrize(
    ("table", "column", "value", "instead"),
    [
        ("audit_grading", "grade", "excellent", "outstanding, good, requires improvement"),
        ("audit_grading", "domain", "paperwork", "practice overall"),
        ("audit", "theme", "Neglekt", "Neglect"),
        ("section11_score", "score", "4", "0 to 3"),
        ("section11_moderation", "score", "-1", "0 to 3"),
        ("setting", "grade", "poor", "inadequate"),
        ("setting_step", "step", "read", "verified"),
        ("setting_step", "setting_id", "SCH-2", "SCH-1"),
        ("setting", "phase", "sixth form", "phase"),
        ("finding_step", "audit_id", "D9", "audit"),
    ],
)
def test_a_word_outside_the_list_is_named_with_what_to_do(
    files: BoardFiles, table: str, column: str, value: str, instead: str
) -> None:
    row = {"finding_step": 4}.get(table, 2)
    files.put(table, row, **{column: value})
    problem = next(p for p in files.problems() if p.file == f"{table}.csv")
    assert problem.row == row
    assert instead in str(problem)


@pytest.mark.parametrize(
    ("table", "row", "cells", "word"),
    [
        ("audit", 2, {"scale": "multi-agency"}, "several"),
        ("audit_step", 3, {"planned_on": ""}, "planned_on"),
        ("audit_step", 3, {"why": ""}, "reason"),
        ("audit_step", 3, {"cases": "20"}, "done"),
        ("finding_step", 2, {"what": ""}, "what"),
        ("finding_step", 3, {"due_on": "2018-01-01"}, "agreed"),
        ("finding_step", 4, {"result": ""}, "result"),
        ("setting_change", 2, {"grade": ""}, "grade"),
        ("setting_step", 2, {"due_on": ""}, "due_on"),
        ("setting_step", 4, {"outcome": ""}, "outcome"),
    ],
)
def test_cells_that_do_not_fit_together(
    files: BoardFiles, table: str, row: int, cells: dict[str, str], word: str
) -> None:
    files.put(table, row, **cells)
    problem = files.problem()
    assert (problem.file, problem.row) == (f"{table}.csv", row)
    assert word in problem.remedy


class TestAuditOutOfOrder:
    NAME = "checks/audit_out_of_order"

    @pytest.mark.parametrize("day", ["2017-09-30", "2017-09-29"])
    def test_a_re_audit_planned_before_its_audit(self, files: BoardFiles, day: str) -> None:
        files.put("audit", 3, planned_on=day)
        problem = files.problem()
        assert place(problem) == ("audit.csv", 3, "repeats_id", "D1")
        assert "2017-09-30" in problem.remedy

    def test_the_day_after_will_do(self, files: BoardFiles) -> None:
        files.put("audit", 3, planned_on="2017-10-01")
        assert files.read()

    def test_an_audit_that_repeats_itself(self, files: BoardFiles) -> None:
        files.put("audit", 3, repeats_id="D2")
        assert "itself" in next(p.remedy for p in files.problems() if p.file == "audit.csv")

    def test_a_re_audit_done_before_its_audit(self, files: BoardFiles) -> None:
        files.put("audit_step", 4, effective_on="2017-09-30")
        files.remove("audit_step", 3)
        files.put("audit_grading", 3, effective_on="2018-02-20")
        problem = files.problem()
        assert place(problem) == ("audit_step.csv", 3, "effective_on", "2017-09-30")
        assert '"D1"' in problem.remedy

    def test_a_re_audit_of_an_audit_that_was_never_done(self, files: BoardFiles) -> None:
        files.put("audit_step", 2, change="begun", cases="")
        told = {p.file: p.remedy for p in files.problems()}
        assert "never done" in told["audit_step.csv"]
        assert 'no step "done"' in told["finding.csv"]
        assert 'no step "done"' in told["audit_grading.csv"]

    @pytest.mark.parametrize("table", ["audit_grading", "finding"])
    def test_a_result_before_the_audit_is_done(self, files: BoardFiles, table: str) -> None:
        files.put(table, 2, effective_on="2017-09-29")
        assert place(files.problem()) == (f"{table}.csv", 2, "effective_on", "2017-09-29")

    def test_nothing_changes_after_it_is_done_or_cancelled(self, files: BoardFiles) -> None:
        row = files.add("audit_step", 3, audit_step_id="D2-3", effective_on="2018-02-21")
        problem = files.problem()
        assert place(problem) == ("audit_step.csv", row, "change", "moved")
        assert "2018-02-20" in problem.remedy


class TestAuditGivesAway:
    NAME = "checks/audit_gives_away"

    def test_counts_that_do_not_come_to_the_total(self, files: BoardFiles) -> None:
        files.put("audit_grading", 2, good="13")
        problem = files.problem()
        assert place(problem) == ("audit_grading.csv", 2, "cases", "20")
        assert "21" in problem.remedy

    def test_one_count_withheld_is_given_away_by_the_total(self, files: BoardFiles) -> None:
        files.put("audit_grading", 2, requires_improvement="")
        assert "withhold another" in files.problem().remedy

    @pytest.mark.parametrize(("good", "is_taken"), [("14", True), ("15", False)])
    def test_what_is_left_to_the_withheld_must_be_more_than_five(
        self, files: BoardFiles, good: str, *, is_taken: bool
    ) -> None:
        files.put("audit_grading", 3, good=good)
        if is_taken:
            assert files.read()
        else:
            assert "more than 5" in files.problem().remedy

    def test_a_total_withheld_leaves_no_count_above_five(self, files: BoardFiles) -> None:
        files.put("audit_step", 2, cases="")
        files.put("audit_grading", 2, cases="")
        assert "withheld where it is from 1 to 5" in files.problem().remedy
        files.put("audit_grading", 2, good="", requires_improvement="")
        assert files.read()

    def test_a_total_withheld_here_and_given_there(self, files: BoardFiles) -> None:
        files.put("audit_grading", 2, cases="", good="", requires_improvement="")
        assert "20 cases were read" in files.problem().remedy

    @pytest.mark.parametrize(("read", "is_taken"), [("20", True), ("25", False), ("26", True)])
    def test_an_agency_s_cases_leave_none_or_more_than_five_others(
        self, files: BoardFiles, read: str, *, is_taken: bool
    ) -> None:
        files.put("audit_step", 2, cases=read)
        files.put("audit_grading", 2, agency_id="LA")
        if is_taken:
            assert files.read()
        else:
            assert "leaves 5 without this agency" in files.problem().remedy

    def test_nothing_that_is_taken_tells_a_count_from_1_to_5(self, files: BoardFiles) -> None:
        """Whoever knows the rules and what is shown must be left with more than five guesses."""
        check = Contract.read()  # the rule on single cells stands beside this one
        assert {c.columns for c in check.table("audit_grading").checks} >= {(c,) for c in COUNTS}
        for cells in [
            ("", "", "", "0"),
            ("", "12", "", "0"),
            ("", "8", "", ""),
            ("", "14", "", ""),
        ]:
            files.put("audit_grading", 2, **dict(zip(COUNTS, cells, strict=True)))
            assert files.read()
            shown = [None if cell == "" else int(cell) for cell in cells]
            wholes = [
                guess
                for guess in product(range(21), repeat=4)
                if sum(guess) == 20
                and all(s is None or s == g for s, g in zip(shown, guess, strict=True))
            ]
            for at, cell in enumerate(shown):
                if cell is None:
                    assert len({guess[at] for guess in wholes}) > 5


class TestFindingOutOfOrder:
    NAME = "checks/finding_out_of_order"

    def test_an_action_done_that_was_never_agreed(self, files: BoardFiles) -> None:
        files.remove("finding_step", 2)
        assert place(files.problem()) == ("finding_step.csv", 2, "change", "action done")

    def test_a_second_look_by_an_audit_of_something_else(self, files: BoardFiles) -> None:
        files.put("audit", 3, repeats_id="")
        problem = files.problem()
        assert place(problem) == ("finding_step.csv", 4, "audit_id", "D2")
        assert '"D1"' in problem.remedy

    def test_a_second_look_before_its_audit_is_done(self, files: BoardFiles) -> None:
        files.put("finding_step", 4, effective_on="2018-02-19")
        assert place(files.problem()) == ("finding_step.csv", 4, "effective_on", "2018-02-19")

    def test_a_second_look_by_an_audit_never_done(self, files: BoardFiles) -> None:
        files.remove("audit_step", 4)
        assert 'no step "done"' in files.problem().remedy


class TestAgencyNotAsked:
    NAME = "checks/agency_not_asked"

    @pytest.mark.parametrize(
        ("table", "row"), [("audit_grading", 2), ("finding", 2), ("section11_score", 2)]
    )
    def test_an_agency_that_had_no_part(self, files: BoardFiles, table: str, row: int) -> None:
        files.add("agency", 2, agency_id="POLICE", name="Police", position="2")
        files.put(table, row, agency_id="POLICE")
        problem = files.problem()
        assert place(problem) == (f"{table}.csv", row, "agency_id", "POLICE")
        assert "LA" in problem.remedy


class TestModerationWithoutReason:
    NAME = "checks/moderation_without_reason"

    def test_a_score_that_differs_needs_its_reason(self, files: BoardFiles) -> None:
        files.put("section11_moderation", 2, why="")
        assert place(files.problem()) == ("section11_moderation.csv", 2, "why", "")

    def test_one_that_does_not_differ_needs_none(self, files: BoardFiles) -> None:
        files.put("section11_moderation", 2, why="", score="3")
        assert files.read()


class TestSettingStepOrder:
    NAME = "checks/setting_step_order"

    @pytest.mark.parametrize(
        ("gone", "step", "needed"),
        [
            (2, "returned", "asked"),
            (3, "verified", "returned"),
            (4, "plan agreed", "verified"),
            (5, "plan closed", "plan agreed"),
        ],
    )
    def test_a_step_without_the_one_before(
        self, files: BoardFiles, gone: int, step: str, needed: str
    ) -> None:
        files.remove("setting_step", gone)
        problem = files.problem()
        assert place(problem) == ("setting_step.csv", gone, "step", step)
        assert f"not {needed}" in problem.remedy

    def test_a_check_before_the_return(self, files: BoardFiles) -> None:
        files.put("setting_step", 4, effective_on="2017-11-19")
        assert place(files.problem()) == ("setting_step.csv", 4, "step", "verified")

    def test_on_the_day_of_the_return_will_do(self, files: BoardFiles) -> None:
        files.put("setting_step", 4, effective_on="2017-11-20")
        assert files.read()

    def test_the_same_step_twice_in_a_year(self, files: BoardFiles) -> None:
        row = files.add("setting_step", 3, setting_step_id="K9", effective_on="2017-12-01")
        problem = files.problem()
        assert place(problem) == ("setting_step.csv", row, "step", "returned")
        assert "2017-11-20" in problem.remedy

    def test_another_year_begins_anew(self, files: BoardFiles) -> None:
        next_year = {"assurance_year": "2018-19", "effective_on": "2018-09-24"}
        files.add("setting_step", 2, setting_step_id="K8", **next_year)
        assert files.read()

    def test_a_plan_where_none_is_needed(self, files: BoardFiles) -> None:
        files.put("setting_step", 4, outcome="assured")
        assert "no plan is needed" in files.problem().remedy

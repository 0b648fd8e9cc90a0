"""Rows in, rows out for audits, findings and self-assessments."""

import pytest

from tests.queries.conftest import Read
from tests.queries.small_board import SmallBoard


class TestProgramme:
    NAME = "audits/programme"

    @pytest.mark.parametrize(
        ("day", "state", "late"),
        [
            ("2017-10-31", "planned", 0),
            ("2017-11-01", "late", 1),
            ("2017-11-10", "begun", 0),
            ("2017-12-01", "late", 1),
            ("2017-12-04", "done", 0),
        ],
    )
    def test_an_audit_is_late_from_the_day_after_its_day_until_it_moves_or_is_done(
        self, read: Read, day: str, state: str, late: int
    ) -> None:
        board = SmallBoard().audit("D", "2017-10-31").audit_step("D", "begun", on="2017-11-05")
        board.audit_step("D", "moved", on="2017-11-06", planned_on="2017-11-30", why="Staff")
        board.audited("D", on="2017-12-04")
        assert read(board).ask(self.NAME, "state", "days_late", as_at=day) == [(state, late)]

    def test_the_first_day_stays_beside_the_last_and_done_late_is_counted(self, read: Read) -> None:
        board = SmallBoard().audit("D", "2017-10-31")
        board.audit_step("D", "moved", on="2017-11-06", planned_on="2017-11-30", why="Staff")
        board.audited("D", 24, on="2017-12-04")
        columns = ("first_planned_on", "planned_on", "moves", "done_on", "days_done_late", "cases")
        assert read(board).ask(self.NAME, *columns, as_at="2018-01-01") == [
            ("2017-10-31", "2017-11-30", 1, "2017-12-04", 4, 24)
        ]

    def test_a_cancelled_audit_and_one_without_a_day_are_never_late(self, read: Read) -> None:
        board = SmallBoard().audit("D", "2017-10-31").audit("E", None)
        board.audit_step("D", "cancelled", on="2017-10-01", why="Merged")
        found = read(board).ask(self.NAME, "audit_id", "state", "days_late", as_at="2018-01-01")
        assert found == [("D", "cancelled", 0), ("E", "no date", 0)]

    def test_cases_of_one_to_five_children_are_withheld_and_not_nought(self, read: Read) -> None:
        board = SmallBoard().audit("D").audited("D", None, on="2017-10-20")
        found = read(board).ask(self.NAME, "cases", "cases_status", as_at="2018-01-01")
        assert found == [(None, "c")]

    def test_the_grade_of_all_agencies_and_open_findings_stand_beside_it(self, read: Read) -> None:
        board = SmallBoard().audit("D", agency_ids=["POLICE", "HEALTH"]).audited(on="2017-10-20")
        board.grading("D", on="2017-10-20", grade="inadequate", agency_id="POLICE")
        board.grading("D", on="2017-10-20", grade="good")
        board.finding("F", on="2017-10-20").finding("G", on="2017-10-20")
        board.finding_step("G", "closed without action", on="2017-11-01", why="Done")
        columns = ("grade", "findings", "findings_open", "agency_names")
        found = read(board).ask(self.NAME, *columns, as_at="2018-01-01")
        assert found == [("good", 2, 1, "Police, Health")]

    def test_a_programme_can_be_kept_alone(self, read: Read) -> None:
        board = SmallBoard().audit("D").audit("E", "2018-05-01", programme="2018-19")
        reading = read(board)
        assert reading.ask(self.NAME, "audit_id", as_at="2018-01-01") == ["D", "E"]
        kept = reading.ask(self.NAME, "audit_id", as_at="2018-01-01", programme="2018-19")
        assert kept == ["E"]


class TestProgrammes:
    NAME = "audits/programmes"

    def test_years_latest_first_with_their_audits(self, read: Read) -> None:
        board = SmallBoard().audit("D").audit("E").audit("G", programme="2018-19", on="2017-12-01")
        reading = read(board)
        assert reading.ask(self.NAME, as_at="2017-11-30") == [("2017-18", 2)]
        assert reading.ask(self.NAME, as_at="2017-12-01") == [("2018-19", 1), ("2017-18", 2)]


class TestGrades:
    NAME = "audits/grades"

    def test_a_withheld_count_is_empty_and_says_so(self, read: Read) -> None:
        board = SmallBoard().audit("D").audited(on="2017-10-20")
        board.grading("D", None, 12, None, 0, on="2017-10-20")
        found = read(board).ask(self.NAME, "name", "grade", "cases", "status", as_at="2018-01-01")
        assert found == [
            ("Neglect", "outstanding", None, "c"),
            ("Neglect", "good", 12, None),
            ("Neglect", "requires improvement", None, "c"),
            ("Neglect", "inadequate", 0, None),
        ]

    def test_by_agency_takes_each_agency_s_own_cases(self, read: Read) -> None:
        board = SmallBoard().audit("D", agency_ids=["POLICE", "HEALTH"]).audited(on="2017-10-20")
        board.audit("E").audited("E", on="2017-09-10").grading("E", 0, 14, 6, 0, on="2017-09-10")
        board.grading("D", 0, 6, 14, 0, on="2017-10-20")
        board.grading("D", 0, 20, 0, 0, on="2017-10-20", agency_id="HEALTH")
        reading = read(board)
        good = [
            (name, audit, cases)
            for name, audit, grade, cases in reading.ask(
                self.NAME, "name", "audit_id", "grade", "cases", as_at="2018-01-01", by="agency"
            )
            if grade == "good"
        ]
        assert good == [("Health", "D", 20), ("Police", "E", 14)]
        themes = reading.ask(self.NAME, "audit_id", "cases", as_at="2018-01-01")
        assert themes[1::4] == [("E", 14), ("D", 6)]

    def test_a_grading_given_again_takes_the_place_of_the_first_when_it_is_known(
        self, read: Read
    ) -> None:
        board = SmallBoard().audit("D").audited(on="2017-10-20").grading("D", on="2017-10-20")
        board.grading("D", 0, 20, 0, 0, on="2017-10-21", learned="2017-11-05")
        reading = read(board)
        for day, good in (("2017-10-19", []), ("2017-11-04", [12]), ("2017-11-05", [20])):
            assert reading.ask(self.NAME, "cases", as_at=day)[1:2] == good


class TestDomains:
    NAME = "audits/domains"

    def test_each_side_of_practice_has_its_grade(self, read: Read) -> None:
        board = SmallBoard().audit("D").audited(on="2017-10-20")
        board.grading("D", on="2017-10-20", domain="working together", grade="inadequate")
        board.grading("D", on="2017-10-20")
        columns = ("domain", "grade", "is_below_good")
        assert read(board).ask(self.NAME, *columns, as_at="2018-01-01") == [
            ("practice overall", "good", False),
            ("working together", "inadequate", True),
        ]


class TestFindings:
    NAME = "audits/findings"

    @pytest.mark.parametrize(
        ("day", "state"),
        [
            ("2017-10-20", "no action"),
            ("2017-11-01", "action under way"),
            ("2017-12-01", "waits for re-audit"),
            ("2018-02-01", "not yet improved"),
            ("2018-02-10", "action under way"),
            ("2018-03-01", "improved"),
        ],
    )
    def test_the_loop_from_finding_to_practice_that_has_changed(
        self, read: Read, day: str, state: str
    ) -> None:
        board = SmallBoard().audit("D").audited(on="2017-10-20").finding(on="2017-10-20")
        board.finding_step("F", "action agreed", on="2017-11-01", due_on="2017-11-30")
        board.finding_step("F", "action done", on="2017-12-01")
        board.audit("E", "2018-02-01", repeats_id="D").audited("E", on="2018-02-01")
        again = {"audit_id": "E"}
        board.finding_step("F", "re-audited", on="2018-02-01", result="partly improved", **again)
        board.finding_step("F", "action agreed", on="2018-02-10")
        board.finding_step("F", "re-audited", on="2018-03-01", result="improved", **again)
        found = read(board).ask(self.NAME, "state", "is_open", as_at=day)
        assert found == [(state, state != "improved")]

    def test_an_agency_s_own_action_is_late_from_the_day_after(self, read: Read) -> None:
        board = SmallBoard().audit("D").audited(on="2017-10-20").finding(on="2017-10-20")
        board.finding_step("F", "action agreed", on="2017-11-01", due_on="2017-11-30")
        reading = read(board)
        for day, late in (("2017-11-30", 0), ("2017-12-01", 1)):
            assert reading.ask(self.NAME, "days_late", as_at=day) == [late]

    @pytest.mark.parametrize(
        ("move", "state"),
        [
            ("in progress", "action under way"),
            ("proposed complete", "action under way"),
            ("complete", "waits for re-audit"),
            ("signed off", "waits for re-audit"),
            ("superseded", "no action"),
        ],
    )
    def test_an_action_of_the_plan_answers_it_with_its_own_state(
        self, read: Read, move: str, state: str
    ) -> None:
        board = SmallBoard().action("A", due_on="2018-01-31").audit("D").audited(on="2017-10-20")
        board.finding(on="2017-10-20")
        board.finding_step("F", "action agreed", on="2017-11-01", action_id="A")
        board.move("A", move, on="2017-12-01")
        columns = ("state", "action", "due_on", "rec_id")
        found = read(board).ask(self.NAME, *columns, as_at="2018-01-01")
        assert found == [(state, "Title of A", "2018-01-31", "R")]

    def test_open_ones_first_then_the_longest_known(self, read: Read) -> None:
        board = SmallBoard().audit("D").audited(on="2017-10-20")
        board.finding("F", on="2017-11-20").finding("G", on="2017-10-21")
        board.finding("H", on="2017-10-20")
        board.finding_step("H", "closed without action", on="2017-11-01", why="Merged")
        found = read(board).ask(self.NAME, "finding_id", "days_since", as_at="2017-12-20")
        assert found == [("G", 60), ("F", 30), ("H", 61)]


class TestFindingsByTheme:
    NAME = "audits/findings_by_theme"

    def test_themes_with_most_open_first_and_states_in_order(self, read: Read) -> None:
        board = SmallBoard().audit("D").audit("E", theme="Front door")
        board.audited("D", on="2017-10-20").audited("E", on="2017-10-20")
        board.finding("F", "D", on="2017-10-20")
        for key in ("G", "H", "I"):
            board.finding(key, "E", on="2017-10-20")
        board.finding_step("G", "action agreed", on="2017-11-01", due_on="2017-11-02")
        board.finding_step("I", "closed without action", on="2017-11-01", why="Merged")
        columns = ("theme", "state", "findings", "late", "longest_days")
        assert read(board).ask(self.NAME, *columns, as_at="2017-12-20") == [
            ("Front door", "no action", 1, 0, 61),
            ("Front door", "action under way", 1, 1, 61),
            ("Front door", "closed without action", 1, 0, None),
            ("Neglect", "no action", 1, 0, 61),
        ]


class TestEvidence:
    NAME = "audits/evidence"

    def test_one_row_of_counts_even_where_there_is_nothing(self, read: Read) -> None:
        board = SmallBoard().audit("D", "2017-10-31").audit("E", "2017-11-30", on="2017-10-01")
        board.audited("D", on="2017-10-20").finding("F", on="2017-10-20")
        reading = read(board)
        assert reading.ask(self.NAME, as_at="2017-06-30") == [(0, 0, 0, 0, 0, 0, 0, False)]
        assert reading.ask(self.NAME, as_at="2017-12-01") == [(2, 1, 1, 1, 1, 1, 0, True)]


class TestAssuranceMissing:
    NAME = "board/assurance_missing"

    @staticmethod
    def board() -> SmallBoard:
        board = SmallBoard().audit("D", "2017-10-31").audit("E", "2017-11-30")
        board.audit("C", "2017-11-30").audit_step("C", "cancelled", on="2017-10-01", why="No")
        board.audited("D", on="2017-10-31").finding("F", on="2017-10-31", agency_id="POLICE")
        board.finding("G", on="2017-10-31", agency_id="HEALTH")
        board.finding_step("G", "action agreed", on="2017-11-01", due_on="2017-11-30")
        return board

    def test_each_thing_missing_has_its_number_of_all_and_its_agencies(self, read: Read) -> None:
        columns = ("what", "missing", "of_all", "longest_days", "agency_names")
        assert read(self.board()).ask(self.NAME, *columns, as_at="2017-12-01") == [
            ("findings without an action", 1, 2, 31, "Police"),
            ("actions from findings that are late", 1, 1, 1, "Health"),
            ("audits past their day", 1, 2, 1, "Police"),
        ]

    def test_on_the_day_itself_nothing_is_late(self, read: Read) -> None:
        found = read(self.board()).ask(self.NAME, "what", as_at="2017-11-30")
        assert found == ["findings without an action"]

    def test_one_agency_can_be_kept(self, read: Read) -> None:
        found = read(self.board()).ask(self.NAME, "what", as_at="2017-12-01", agencies="HEALTH")
        assert found == ["actions from findings that are late"]

    def test_self_assessments_not_given_and_not_moderated(self, read: Read) -> None:
        board = SmallBoard().section11_round(due_on="2017-11-30")
        board.self_score("POLICE", "training", 3, on="2017-11-20")
        columns = ("what", "missing", "of_all", "agency_names")
        reading = read(board)
        assert reading.ask(self.NAME, *columns, as_at="2017-12-01") == [
            ("self-assessments not moderated", 1, 1, "Police"),
            ("self-assessments not given", 1, 2, "Health"),
        ]
        board.moderated("POLICE", "training", 3, on="2017-12-02")
        found = read(board).ask(self.NAME, "what", as_at="2017-12-02")
        assert found == ["self-assessments not given"]

    def test_settings_that_are_silent_not_asked_or_not_verified(self, read: Read) -> None:
        board = SmallBoard().scope(setting_kind="Schools", on="2017-12-01")
        for number in range(1, 4):
            board.setting(f"SCH-{number}", grade="inadequate")
        for number in (1, 2):
            board.reached(f"SCH-{number}", "asked", on="2017-09-25", due_on="2017-11-24")
        board.reached("SCH-1", "returned", on="2017-11-20")
        columns = ("what", "missing", "of_all", "longest_days")
        assert read(board).ask(self.NAME, *columns, as_at="2017-12-04") == [
            ("returns not verified", 1, 1, 14),
            ("settings that have not answered", 1, 2, 10),
            ("settings of the first stage not asked", 1, 3, 3),
        ]


class TestSilentAgencies:
    NAME = "board/silent_agencies"

    def test_who_has_not_answered_and_whose_own_audit_is_late(self, read: Read) -> None:
        board = SmallBoard().section11_round(due_on="2017-11-30").audit("D", "2017-11-20")
        board.self_score("POLICE", "training", 3, on="2017-11-20")
        columns = ("agency_name", "what", "days_late")
        reading = read(board)
        assert reading.ask(self.NAME, *columns, as_at="2017-12-01") == [
            ("Police", "Audit D", 11),
            ("Health", "Round R17", 1),
        ]
        assert reading.ask(self.NAME, *columns, as_at="2017-11-20") == []
        kept = reading.ask(self.NAME, *columns, as_at="2017-12-01", agencies="HEALTH")
        assert kept == [("Health", "Round R17", 1)]

    def test_an_audit_of_several_agencies_is_nobody_s_silence(self, read: Read) -> None:
        board = SmallBoard().audit("D", "2017-11-20", agency_ids=["POLICE", "HEALTH"])
        assert read(board).ask(self.NAME, as_at="2017-12-01") == []


class TestSelfAssessments:
    NAME = "audits/self_assessments"

    def test_every_agency_asked_has_eight_rows_whether_it_answered_or_not(self, read: Read) -> None:
        board = SmallBoard().section11_round()
        board.self_score("POLICE", "training", 3, on="2017-11-20")
        board.moderated("POLICE", "training", 1, on="2018-01-20")
        rows = read(board).ask(
            self.NAME, "agency_name", "standard", "self_score", "moderated_score", "gap",
            as_at="2018-01-20",
        )  # fmt: skip
        assert len(rows) == 16
        assert rows[3] == ("Police", "training", 3, 1, -2)
        assert rows[11] == ("Health", "training", None, None, None)

    def test_a_moderation_shows_from_the_day_it_is_known(self, read: Read) -> None:
        board = SmallBoard().section11_round()
        board.self_score("POLICE", "training", 3, on="2017-11-20")
        board.moderated("POLICE", "training", 1, on="2018-01-20", learned="2018-02-03")
        reading = read(board)
        for day, score in (("2018-02-02", None), ("2018-02-03", 1)):
            assert reading.ask(self.NAME, "moderated_score", as_at=day)[3] == score

    def test_an_agency_that_does_not_answer_is_late_from_the_day_after(self, read: Read) -> None:
        reading = read(SmallBoard().section11_round(due_on="2017-11-30"))
        for day, late in (("2017-11-30", 0), ("2017-12-01", 1)):
            assert set(reading.ask(self.NAME, "days_late", as_at=day)) == {late}

    def test_only_the_latest_round_is_shown(self, read: Read) -> None:
        board = SmallBoard().section11_round().section11_round("R18", "2018-11-30", on="2018-09-01")
        reading = read(board)
        for day, title in (("2018-08-31", "Round R17"), ("2018-09-01", "Round R18")):
            assert set(reading.ask(self.NAME, "round_title", as_at=day)) == {title}

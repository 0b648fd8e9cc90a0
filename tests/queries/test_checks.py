"""The rules across rows of a board's papers, each on its boundary."""

import pytest

from scrutiny import queries
from scrutiny.contract import Contract
from scrutiny.cross_checks import remedy_of
from tests.queries import (
    test_checks_of_assurance,
    test_checks_of_measures,
    test_checks_of_risks,
)
from tests.queries.conftest import Read
from tests.queries.small_board import SmallBoard
from tests.scrutiny.board_files import BoardFiles, place


def test_each_rule_has_its_class() -> None:
    modules = (test_checks_of_assurance, test_checks_of_measures, test_checks_of_risks)
    everything = [*globals().values(), *(each for m in modules for each in vars(m).values())]
    named = {each.NAME for each in everything if isinstance(each, type) and hasattr(each, "NAME")}
    assert named == set(queries.within("checks"))


def test_every_check_of_the_contract_has_a_remedy_in_plain_words() -> None:
    for table in Contract.read().tables:
        for check in table.checks:
            assert "must keep the rule" not in remedy_of(check), (table.name, check)


class TestIllegalMove:
    NAME = "checks/illegal_move"

    def test_an_action_begins_not_started(self, files: BoardFiles) -> None:
        files.remove("report", 2)
        problem = files.problem()
        assert place(problem) == ("move.csv", 2, "to_delivery", "proposed complete")
        assert '"not started"' in problem.remedy
        assert "in progress" in problem.remedy

    @pytest.mark.parametrize("day", ["2017-08-01", "2017-10-01"])
    def test_a_report_up_to_the_day_itself_starts_it(self, files: BoardFiles, day: str) -> None:
        files.put("report", 2, effective_on=day)
        assert files.read()

    def test_a_report_after_the_day_does_not(self, files: BoardFiles) -> None:
        files.put("report", 2, effective_on="2017-10-02")
        assert place(files.problem()) == ("move.csv", 2, "to_delivery", "proposed complete")

    def test_a_report_of_the_day_learned_later_does_not(self, files: BoardFiles) -> None:
        files.put("report", 2, effective_on="2017-10-01", recorded_on="2017-10-02")
        assert files.problem().row == 2

    def test_a_move_that_skips_a_gate_is_told_what_may_follow(self, files: BoardFiles) -> None:
        files.remove("move", 3)
        problem = files.problem()
        assert place(problem) == ("move.csv", 3, "to_delivery", "signed off")
        assert "complete, returned" in problem.remedy

    def test_nothing_leaves_superseded(self, files: BoardFiles) -> None:
        files.add("move", 2, move_id="V5", action_id="A2", effective_on="2018-01-01")
        problem = files.problem()
        assert place(problem) == ("move.csv", 6, "to_delivery", "proposed complete")
        assert "nothing leaves" in problem.remedy

    def test_moves_of_one_day_follow_the_file(self, files: BoardFiles) -> None:
        files.put("move", 3, effective_on="2017-10-01")
        assert files.read()
        files.put("move", 2, effective_on="2017-11-01")
        assert "move.csv" in {problem.file for problem in files.problems()}

    def test_the_first_move_of_a_recommendation_is_free_and_the_next_is_not(
        self, files: BoardFiles
    ) -> None:
        files.add("move", 4, move_id="V5", action_id="", rec_id="R1")
        assert files.read()
        files.add("move", 4, move_id="V6", action_id="", rec_id="R1", effective_on="2018-03-01")
        assert place(files.problem()) == ("move.csv", 7, "to_delivery", "signed off")

    def test_nothing_moves_to_not_started(self, files: BoardFiles) -> None:
        files.add("move", 4, move_id="V5", action_id="", rec_id="R1", to_delivery="not started")
        assert "Nothing moves" in files.problem().remedy


class TestMoveLacks:
    NAME = "checks/move_lacks"

    @pytest.mark.parametrize(
        ("row", "column", "word"),
        [
            (2, "evidence", "evidence"),
            (4, "meeting_id", "meeting"),
            (5, "meeting_id", "meeting"),
            (5, "why", "reason"),
        ],
    )
    def test_what_is_needed_and_not_given(
        self, files: BoardFiles, row: int, column: str, word: str
    ) -> None:
        files.put("move", row, **{column: ""})
        problem = files.problem()
        assert place(problem) == ("move.csv", row, column, "")
        assert word in problem.remedy

    @pytest.mark.parametrize(
        ("row", "group", "kind"),
        [(2, "BG", "sub_group"), (3, "SG", "business_group"), (4, "CC", "board")],
    )
    def test_a_move_by_a_body_at_another_gate(
        self, files: BoardFiles, row: int, group: str, kind: str
    ) -> None:
        files.put("move", row, by_group_id=group)
        problem = files.problem()
        assert place(problem) == ("move.csv", row, "by_group_id", group)
        assert f"of kind {kind}" in problem.remedy

    def test_a_recommendation_s_move_needs_the_same(self, files: BoardFiles) -> None:
        files.add("move", 4, move_id="V5", action_id="", rec_id="R1", meeting_id="")
        files.put("move", 6, by_group_id="SG")
        assert {problem.column for problem in files.problems()} == {"meeting_id", "by_group_id"}

    def test_returned_may_come_from_either_gate_but_only_its_own(self, files: BoardFiles) -> None:
        files.put("move", 3, to_delivery="returned", why="Thin.")
        files.remove("move", 4)
        assert files.read()
        files.put("move", 3, by_group_id="BOARD")
        assert files.problem().column == "by_group_id"


class TestBeforeItsParent:
    NAME = "checks/before_its_parent"

    @pytest.mark.parametrize(
        ("table", "row", "parent"),
        [
            ("report", 2, 'action "A1"'),
            ("action", 2, 'recommendation "R1"'),
            ("promise_update", 2, 'promise "Q1"'),
            ("answer", 2, 'challenge "H1"'),
            ("response", 2, 'recommendation "R1"'),
            ("assurance", 2, 'recommendation "R1"'),
            ("recommendation", 4, 'source "S1"'),
        ],
    )
    def test_a_row_about_a_day_before_its_parent(
        self, files: BoardFiles, table: str, row: int, parent: str
    ) -> None:
        files.put(table, row, effective_on="2017-05-31")
        problem = next(p for p in files.problems() if p.file == f"{table}.csv")
        assert place(problem) == (f"{table}.csv", row, "effective_on", "2017-05-31")
        assert parent in problem.remedy

    @pytest.mark.parametrize("table", ["move", "extension"])
    def test_a_move_or_extension_before_its_action(self, files: BoardFiles, table: str) -> None:
        files.put(table, 2, effective_on="2017-06-30")
        found = {(p.file, p.row, p.column) for p in files.problems()}
        assert (f"{table}.csv", 2, "effective_on") in found

    def test_the_day_of_the_parent_is_soon_enough(self, files: BoardFiles) -> None:
        files.put("report", 2, effective_on="2017-07-01")
        assert files.read()

    def test_a_row_known_before_its_parent_was(self, files: BoardFiles) -> None:
        files.put("challenge", 2, recorded_on="2017-10-25")
        problem = files.problem()
        assert place(problem) == ("answer.csv", 2, "recorded_on", "2017-10-20")
        assert "2017-10-25" in problem.remedy
        files.put("answer", 2, recorded_on="2017-10-25")
        assert files.read()

    def test_a_sub_point_in_another_source(self, files: BoardFiles) -> None:
        files.put("recommendation", 3, source_id="S2")
        problem = files.problem()
        assert place(problem) == ("recommendation.csv", 3, "parent_id", "R1")
        assert '"S2"' in problem.remedy

    @pytest.mark.parametrize(("row", "parent"), [(4, "R1a"), (4, "R2")])
    def test_a_sub_point_of_a_sub_point_or_of_itself(
        self, files: BoardFiles, row: int, parent: str
    ) -> None:
        files.put("recommendation", row, parent_id=parent)
        assert place(files.problem()) == ("recommendation.csv", row, "parent_id", parent)


class TestExtensionNotLater:
    NAME = "checks/extension_not_later"

    @pytest.mark.parametrize("day", ["2017-12-01", "2017-11-30"])
    def test_the_same_day_or_an_earlier_one(self, files: BoardFiles, day: str) -> None:
        files.put("extension", 2, due_on=day)
        problem = files.problem()
        assert place(problem) == ("extension.csv", 2, "due_on", day)
        assert "2017-12-01" in problem.remedy

    def test_a_day_later_will_do(self, files: BoardFiles) -> None:
        files.put("extension", 2, due_on="2017-12-02")
        assert files.read()

    def test_a_second_one_is_held_against_the_first(self, files: BoardFiles) -> None:
        row = files.add("extension", 2, extension_id="E2", effective_on="2018-01-01")
        problem = files.problem()
        assert place(problem) == ("extension.csv", row, "due_on", "2018-01-31")
        assert "2018-01-31" in problem.remedy

    def test_an_undated_action_may_be_given_any_day(self, files: BoardFiles) -> None:
        files.put("extension", 2, action_id="A2", due_on="2017-09-15")
        assert files.read()


class TestMeetingMismatch:
    NAME = "checks/meeting_mismatch"

    @pytest.mark.parametrize(("table", "row"), [("move", 5), ("extension", 2)])
    def test_a_decision_before_its_meeting(self, files: BoardFiles, table: str, row: int) -> None:
        files.put(table, row, effective_on="2017-09-13")
        problem = files.problem()
        assert place(problem) == (f"{table}.csv", row, "meeting_id", "M1")
        assert "2017-09-14" in problem.remedy

    def test_a_decision_after_its_meeting_will_do(self, files: BoardFiles) -> None:
        files.put("extension", 2, effective_on="2017-09-15")
        assert files.read()


class TestReplacedNotSuperseded:
    NAME = "checks/replaced_not_superseded"

    def test_an_action_replaced_that_goes_on(self, files: BoardFiles) -> None:
        files.remove("move", 5)
        problem = files.problem()
        assert place(problem) == ("action.csv", 4, "replaces_id", "A2")
        assert "superseded" in problem.remedy

    def test_an_action_replaced_that_only_moved_elsewhere(self, files: BoardFiles) -> None:
        files.put("move", 5, to_delivery="closed without implementing")
        assert place(files.problem()) == ("action.csv", 4, "replaces_id", "A2")

    def test_an_action_that_replaces_itself(self, files: BoardFiles) -> None:
        files.put("action", 4, replaces_id="A3")
        assert "itself" in files.problem().remedy


class TestReplacedBy:
    NAME = "checks/replaced_by"

    def test_a_successor_that_goes_on_will_do(self, files: BoardFiles) -> None:
        files.put("move", 5, replaced_by_id="A1")
        assert files.read()

    @pytest.mark.parametrize(
        ("successor", "says"), [("A2", "its own place"), ("A3", 'of the same, "R1"')]
    )
    def test_neither_itself_nor_one_of_elsewhere(
        self, files: BoardFiles, successor: str, says: str
    ) -> None:
        files.put("action", 4, rec_id="R2", replaces_id="")
        files.put("move", 5, replaced_by_id=successor)
        problem = files.problem()
        assert place(problem) == ("move.csv", 5, "replaced_by_id", successor)
        assert says in problem.remedy

    def test_one_that_was_over_by_then_will_not_do(self, files: BoardFiles) -> None:
        files.put("move", 4, to_delivery="closed without implementing", effective_on="2017-09-13")
        files.put("move", 5, replaced_by_id="A1")
        assert "goes on" in files.problem().remedy

    def test_one_that_it_took_the_place_of_itself_leads_back(self, files: BoardFiles) -> None:
        files.put("action", 2, replaces_id="A2")
        files.put("action", 4, replaces_id="A1")
        files.put("move", 5, action_id="A1", replaced_by_id="A3")
        assert files.read()
        files.put("move", 5, action_id="A3", replaced_by_id="A2")
        assert "comes after both" in files.problem().remedy


class TestScopeNotByBoard:
    NAME = "checks/scope_not_by_board"

    def found(self, read: Read, proposed_by: str, decided_by: str) -> list[tuple[str, str]]:
        board = SmallBoard().recommendation("R", support_group_ids=["SG2"]).meeting("M")
        board.proposes(on="2018-01-10", by=proposed_by)
        board.settles("refused", on="2018-01-31", by=decided_by)
        with read(board).warehouse.trial([]) as cursor:
            rows = cursor.execute(queries.find(self.NAME).sql).fetchall()
        return [(kind, found) for kind, _, _, found, _ in rows]

    @pytest.mark.parametrize("proposed_by", ["SG1", "SG2", "BG"])
    def test_who_leads_or_shares_the_lead_and_the_business_group_propose(
        self, read: Read, proposed_by: str
    ) -> None:
        assert self.found(read, proposed_by, "BOARD") == []

    def test_nobody_else_proposes_and_only_the_board_decides(self, read: Read) -> None:
        assert self.found(read, "COUNCIL", "BG") == [
            ("scope_decision", "BG"),
            ("scope_request", "COUNCIL"),
        ]


class TestGroupNotSpokenFor:
    NAME = "checks/group_not_spoken_for"

    @pytest.mark.parametrize(("group", "kind"), [("BG", "business_group"), ("CC", "council")])
    def test_a_chair_speaks_for_sub_groups_only(
        self, files: BoardFiles, group: str, kind: str
    ) -> None:
        files.put("people", 3, group_ids=f"SG; {group}")
        problem = files.problem()
        assert place(problem) == ("people.csv", 3, "group_ids", group)
        assert kind in problem.remedy

    @pytest.mark.parametrize("role", ["viewer", "business group", "board", "officer"])
    def test_nobody_else_speaks_for_one(self, files: BoardFiles, role: str) -> None:
        files.put("people", 3, role=role)
        problem = files.problem()
        assert place(problem) == ("people.csv", 3, "group_ids", "SG")
        assert "Only a chair" in problem.remedy

    def test_a_chair_may_have_none_yet(self, files: BoardFiles) -> None:
        files.put("people", 3, group_ids="")
        files.read()


class TestSameSignIn:
    NAME = "checks/same_sign_in"

    def test_capitals_make_no_difference_in_an_address(self, files: BoardFiles) -> None:
        files.put("people", 4, sign_in="Viewer@Example.ORG")
        problem = files.problem()
        assert place(problem) == ("people.csv", 4, "sign_in", "Viewer@Example.ORG")
        assert "The row of viewer " in problem.remedy

    def test_they_do_in_a_subject(self, files: BoardFiles) -> None:
        files.add("people", 4, person_id="other", label="Other", sign_in="AUTH|0815", position="4")
        files.read()

    def test_letter_by_letter_the_same_is_told_once_as_a_repeat(self, files: BoardFiles) -> None:
        files.put("people", 4, sign_in="viewer@example.org")
        problem = files.problem()
        assert place(problem) == ("people.csv", 4, "sign_in", "viewer@example.org")
        assert "Row 2 has the same sign_in" in problem.remedy

    def test_letters_that_only_look_alike_are_not_the_same(self, files: BoardFiles) -> None:
        files.put("people", 2, sign_in="k@example.org")
        files.put("people", 4, sign_in="\u212a@example.org")
        files.read()


class TestOpenedByBoard:
    NAME = "checks/opened_by_board"

    def found(self, read: Read, *rec_ids: str, **columns: str) -> list[tuple[str, str]]:
        board = SmallBoard().recommendation("R").recommendation("C", closed_session=True)
        board.meeting("M").meeting("G", group_id="BG").opens(*rec_ids, on="2018-01-10", **columns)
        with read(board).warehouse.trial([]) as cursor:
            rows = cursor.execute(queries.find(self.NAME).sql).fetchall()
        return [(column, found) for _, _, column, found, _ in rows]

    def test_the_board_opens_what_was_closed(self, read: Read) -> None:
        assert self.found(read, "C") == []

    def test_what_was_not_closed_is_not_opened(self, read: Read) -> None:
        assert self.found(read, "R") == [("rec_id", "R")]

    def test_it_is_opened_once(self, read: Read) -> None:
        assert self.found(read, "C", "C") == [("rec_id", "C")]

    def test_only_the_board_opens_it_and_at_a_meeting_of_its_own(self, read: Read) -> None:
        assert self.found(read, "C", by="BG") == [("by_group_id", "BG")]
        assert self.found(read, "C", meeting_id="G") == [("meeting_id", "G")]


class TestClosedAndOpen:
    NAME = "checks/closed_and_open"

    @pytest.fixture(autouse=True)
    def answered(self, files: BoardFiles) -> None:
        files.put("response", 2, rec_ids="R2")

    def test_an_entry_about_both_is_refused(self, files: BoardFiles) -> None:
        files.put("recommendation", 2, closed_session="true")
        files.put("recommendation", 3, closed_session="true")
        files.put("note", 2, rec_ids="R1; R2")
        problem = files.problem()
        assert place(problem) == ("note.csv", 2, "rec_ids", "R1")

    def test_an_entry_about_closed_ones_alone_is_not(self, files: BoardFiles) -> None:
        for row in (2, 3):
            files.put("recommendation", row, closed_session="true")
        files.put("note", 2, rec_ids="R1; R1a")
        assert files.read()

    @pytest.mark.parametrize(("row", "found"), [(2, ""), (3, "true")])
    def test_a_sub_point_is_closed_with_its_recommendation(
        self, files: BoardFiles, row: int, found: str
    ) -> None:
        files.put("note", 2, rec_ids="R2")
        files.put("recommendation", row, closed_session="true")
        problem = files.problem()
        assert place(problem) == ("recommendation.csv", 3, "closed_session", found)

    @pytest.mark.parametrize(
        ("opened", "found"), [(("C", "Ca"), []), (("C",), ["Ca"]), (("Ca",), ["Ca"])]
    )
    def test_what_is_opened_is_opened_with_its_sub_points(
        self, read: Read, opened: tuple[str, ...], found: list[str]
    ) -> None:
        board = SmallBoard().recommendation("C", closed_session=True).meeting("M")
        board.recommendation("Ca", parent_id="C", closed_session=True)
        board.opens(*opened, on="2018-01-10")
        with read(board).warehouse.trial([]) as cursor:
            rows = cursor.execute(queries.find(self.NAME).sql).fetchall()
        assert [key for _, key, *_ in rows] == found

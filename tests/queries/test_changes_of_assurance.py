"""What changed between two days on audits, findings, self-assessments and settings."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.queries.conftest import Read
from tests.queries.small_board import Reading, SmallBoard

SINCE, UNTIL = "2017-12-07", "2018-02-15"
NAME = "board/changes"


def told(reading: Reading, change: str, *columns: str, **more: Any) -> list[Any]:
    """Those of one kind, between the two days unless others are given."""
    found = reading.ask(NAME, "change", *columns, **{"since": SINCE, "as_at": UNTIL} | more)
    return [row[1:] if len(row) > 2 else row[1] for row in found if row[0] == change]


def audited() -> SmallBoard:
    board = SmallBoard().audit("D", "2017-10-31").audited("D", on="2017-10-31")
    return board.finding("F", on="2017-10-31", agency_id="POLICE")


class TestAudits:
    def test_done_says_how_late_and_how_many_findings(self, read: Read) -> None:
        board = SmallBoard().audit("D", "2018-01-10").audited("D", on="2018-01-20")
        board.finding("F", on="2018-01-20").finding("G", on="2018-01-20")
        columns = ("what", "happened_on", "days_late", "times")
        assert told(read(board), "audit done", *columns) == [("Audit D", "2018-01-20", 10, 2)]

    @pytest.mark.parametrize(
        ("planned", "since", "is_told"),
        [
            ("2017-12-06", SINCE, False),
            ("2017-12-07", SINCE, True),
            ("2018-02-14", SINCE, True),
            (UNTIL, SINCE, False),
            ("2017-12-31", "2018-01-01", False),
        ],
    )
    def test_late_is_told_once_from_the_day_after_its_day(
        self, read: Read, planned: str, since: str, *, is_told: bool
    ) -> None:
        board = SmallBoard().audit("D", planned)
        found = told(read(board), "audit late", "subject_id", since=since)
        assert found == (["D"] if is_told else [])

    def test_late_begins_on_the_day_after(self, read: Read) -> None:
        found = told(
            read(SmallBoard().audit("D", "2018-01-31")), "audit late", "known_on", "days_late"
        )
        assert found == [("2018-02-01", 15)]

    def test_moved_keeps_the_day_before_and_its_reason(self, read: Read) -> None:
        board = SmallBoard().audit("D", "2018-01-10")
        board.audit_step("D", "moved", on="2018-01-05", planned_on="2018-02-28", why="Staff")
        columns = ("from_on", "to_on", "days", "said")
        found = told(read(board), "audit moved", *columns)
        assert found == [("2018-01-10", "2018-02-28", 49, "Staff")]

    def test_planned_and_cancelled(self, read: Read) -> None:
        board = SmallBoard().audit("D", "2018-03-10", on="2018-01-05")
        board.audit_step("D", "cancelled", on="2018-02-01", why="Merged")
        reading = read(board)
        assert told(reading, "audit planned", "to_on") == ["2018-03-10"]
        assert told(reading, "audit cancelled", "said") == ["Merged"]

    def test_it_belongs_to_the_agencies_and_lead_of_the_audit(self, read: Read) -> None:
        reading = read(SmallBoard().audit("D", "2018-01-10", agency_ids=["POLICE", "HEALTH"]))
        assert told(reading, "audit late", "subject_id", agencies="HEALTH") == ["D"]
        assert told(reading, "audit late", "subject_id", groups="SG2") == []


class TestFindings:
    @pytest.mark.parametrize(
        ("add", "change", "columns", "row"),
        [
            (
                lambda b: b.finding_step(
                    "F", "action agreed", on="2018-01-02", due_on="2018-03-30"
                ),
                "finding acted on",
                ("what", "to_on", "said"),
                ("What F found", "2018-03-30", "Something else is done"),
            ),
            (
                lambda b: b.finding_step("F", "action done", on="2018-01-02", what="A card"),
                "finding done",
                ("subject_id", "said"),
                ("F", "A card"),
            ),
            (
                lambda b: b.finding_step("F", "closed without action", on="2018-01-02", why="Old"),
                "finding closed",
                ("subject_id", "said"),
                ("F", "Old"),
            ),
            (
                lambda b: b.audit("E", "2018-01-02", repeats_id="D").finding_step(
                    "F", "re-audited", on="2018-01-02", audit_id="E", result="improved"
                ),
                "finding looked at again",
                ("subject_id", "became"),
                ("F", "improved"),
            ),
        ],
    )
    def test_each_step_is_a_line(
        self,
        read: Read,
        add: Callable[[SmallBoard], SmallBoard],
        change: str,
        columns: tuple[str, ...],
        row: tuple[str, ...],
    ) -> None:
        assert told(read(add(audited())), change, *columns) == [row]

    def test_an_action_of_the_plan_lends_its_title_and_date(self, read: Read) -> None:
        board = audited().action("A", due_on="2018-06-30")
        board.finding_step("F", "action agreed", on="2018-01-02", action_id="A")
        found = told(read(board), "finding acted on", "said", "to_on")
        assert found == [("Title of A", "2018-06-30")]

    def test_what_was_learned_late_is_told_by_the_day_it_was_known(self, read: Read) -> None:
        board = audited()
        board.finding_step("F", "action done", on="2017-12-01", learned="2018-01-03")
        assert told(read(board), "finding done", "known_on") == ["2018-01-03"]


class TestSelfAssessments:
    def test_one_line_an_agency_that_answers_or_is_moderated(self, read: Read) -> None:
        board = SmallBoard().section11_round(due_on="2017-12-31")
        for standard in ("training", "supervision", "commitment"):
            board.self_score("POLICE", standard, 3, on="2017-12-20")
            board.moderated("POLICE", standard, 2 if standard == "training" else 3, on="2018-01-20")
        reading = read(board)
        assert told(reading, "self-assessed", "what", "times") == [("Police: Round R17", 3)]
        assert told(reading, "moderated", "what", "times") == [("Police: Round R17", 1)]
        assert told(reading, "not self-assessed", "what", "days_late") == [
            ("Health: Round R17", 46)
        ]

    @pytest.mark.parametrize(
        ("due", "is_told"),
        [("2017-12-06", False), (SINCE, True), ("2018-02-14", True), (UNTIL, False)],
    )
    def test_silence_is_told_once(self, read: Read, due: str, *, is_told: bool) -> None:
        reading = read(SmallBoard().section11_round(due_on=due))
        assert bool(told(reading, "not self-assessed", "what")) == is_told


class TestSettings:
    def test_settings_are_counted_by_kind_step_and_day(self, read: Read) -> None:
        board = (
            SmallBoard().setting("SCH-1").setting("SCH-2").setting("EYS-1", "early-years setting")
        )
        for setting in ("SCH-1", "SCH-2", "EYS-1"):
            board.reached(setting, "asked", on="2018-01-08", due_on="2018-03-01")
        board.reached("SCH-1", "returned", on="2018-01-20", learned="2018-02-01")
        reading = read(board)
        asked = told(reading, "settings asked", "what", "times")
        assert sorted(asked) == [("Early-years settings", 1), ("Schools", 2)]
        returned = told(reading, "settings returned", "happened_on", "known_on", "times")
        assert returned == [("2018-01-20", "2018-02-01", 1)]


def test_two_windows_tell_what_both_together_tell(read: Read) -> None:
    board = audited().setting("SCH-1")
    board.reached("SCH-1", "asked", on="2017-12-20", due_on="2018-03-01")
    board.reached("SCH-1", "returned", on="2018-01-20")
    board.finding_step("F", "action agreed", on="2017-12-20")
    board.finding_step("F", "action done", on="2018-01-20")
    board.section11_round(due_on="2018-06-30")
    board.self_score("POLICE", "training", 3, on="2018-01-08")
    board.self_score("POLICE", "supervision", 3, on="2018-01-20")
    reading = read(board)

    def lines(since: str, until: str) -> list[Any]:
        columns = ("change", "subject_id", "known_on", "times")
        return reading.ask(NAME, *columns, since=since, as_at=until)

    parts = lines(SINCE, "2018-01-10") + lines("2018-01-10", UNTIL)
    assert sorted(parts, key=str) == sorted(lines(SINCE, UNTIL), key=str)
    assert len(parts) == 6

"""What was corrected or taken back on the registers between two days: what it was, and why."""

from typing import Any

import pytest

from scrutiny.register_rights import OFFICE, WHO
from scrutiny.windows import TELLS
from tests.queries.assurance_board import AssuranceBoard
from tests.queries.conftest import Read
from tests.queries.small_board import Reading
from tests.queries.small_risks import RiskBoard

SINCE, UNTIL, GONE = "2017-12-31", "2018-02-15", "2018-01-10"


class Board(RiskBoard, AssuranceBoard):
    """A small board with registers."""


def corrected(reading: Reading, *columns: str, as_at: str = UNTIL) -> list[Any]:
    found = reading.ask("board/changes", "change", *columns, since=SINCE, as_at=as_at)
    return [row[1:] for row in found if row[0] == "corrected"]


def taken_back(board: Board) -> Board:
    return board.retraction(board.entries[-1].seq, on=GONE)


@pytest.mark.parametrize(
    ("board", "told"),
    [
        (
            Board().risk("K").score(4, 4, "K", on="2017-09-01"),
            ("risk", "K", "R1. Title of K", "risk score", "2017-09-01"),
        ),
        (
            Board().audit("D").audit_step("D", "begun", on="2017-09-02"),
            ("audit", "D", "Audit D", "audit step", "2017-09-02"),
        ),
        (
            Board()
            .setting("SCH-1")
            .reached("SCH-1", "asked", on="2017-09-03", due_on="2017-12-01"),
            ("setting", "SCH-1", "SCH-1, primary, Area 1", "setting step", "2017-09-03"),
        ),
        (
            Board().figure("TRAINED", 30, 80),
            ("figure", "TRAINED", "Name of TRAINED", "measure figure", "2017-12-31"),
        ),
        (
            Board().figure("CASELOAD", 900, 12.5, agency_id=None),
            ("service figure", "CASELOAD", "Name of CASELOAD", "measure figure", "2017-12-31"),
        ),
        (
            Board().launched("2017-09-29"),
            ("stage", "strategy launched", "strategy launched", "neglect step", "2017-09-29"),
        ),
        (
            Board().case().learn().act().told(on="2017-09-04", percent=5),
            ("review action", "CR-1-1", "Title of CR-1-1", "review update", "2017-09-04"),
        ),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) else "",
)
def test_what_was_taken_back_says_what_it_was_and_why(
    read: Read, board: Board, told: tuple[str, ...]
) -> None:
    reading = read(taken_back(board))
    columns = ("subject", "subject_id", "what", "was", "from_on", "said", "happened_on")
    assert corrected(reading, *columns) == [(*told, "A slip", GONE)]
    assert corrected(reading, *columns, as_at="2018-01-09") == []


def test_what_was_corrected_says_the_reason_of_the_correction(read: Read) -> None:
    board = Board().risk("K").score(4, 4, "K", on="2017-09-01")
    wrong = board.entries[-1].seq
    board.score(3, 3, "K", on="2017-09-01", learned=GONE, corrects=wrong, why="Misread.")
    assert corrected(read(board), "was", "said") == [("risk score", "Misread.")]


def test_every_kind_on_a_register_is_told(read: Read) -> None:
    reading = read(Board().risk("K"))
    with reading.warehouse._connection.cursor() as cursor:
        found = cursor.execute(
            "select macro_definition from duckdb_functions() where function_name = $name",
            {"name": f"{TELLS}registers"},
        ).fetchall()
    kinds = {kind for kind, who in WHO.items() if who != (OFFICE,)} | {"risk"}
    # the first of each row of its list; the others say what such an entry is about
    assert [kind for kind in sorted(kinds) if f"('{kind}'," not in str(found[0][0])] == []


def test_a_repeated_audit_is_not_told_when_the_one_that_repeats_it_is_taken_back(
    read: Read,
) -> None:
    board = Board().audit("D").audit("E", repeats_id="D", planned_on="2018-06-30")
    assert corrected(read(taken_back(board)), "subject_id") == [("E",)]


def test_it_obeys_the_filters_of_what_it_is_about(read: Read) -> None:
    board = Board().risk("K").score(4, 4, "K", on="2017-09-01")
    wrong = board.entries[-1]
    (risk,) = [entry.body for entry in board.entries if entry.kind == "risk"]
    reading = read(taken_back(board))
    for name, kept, left in (
        ("groups", risk["owner_group_id"], "BG"),
        ("agencies", risk["agency_id"], "NHS"),
    ):
        assert wrong.by_group_id != left
        for value, told in ((kept, 1), (left, 0)):
            asked = {name: [value], "since": SINCE, "as_at": UNTIL}
            found = reading.ask("board/changes", "change", **asked)
            assert found.count("corrected") == told, (name, value)

"""Rows in, rows out for what the forms ask."""

import pytest

from tests.queries.conftest import Read
from tests.queries.small_board import SmallBoard

DAY = "2018-02-01"


def proposed() -> SmallBoard:
    board = SmallBoard().action("A", due_on="2018-06-30").action("B", due_on="2018-06-30")
    board.report("A", 50, on="2018-01-10").move("A", "proposed complete", on="2018-01-20")
    return board.report("B", 50, on="2018-01-15", own_rating="red")


def test_each_gate_has_its_queue(read: Read) -> None:
    reading = read(proposed())
    ask = "report/queue"
    assert reading.ask(ask, "action_id", "reason", as_at=DAY, gate="sub_group") == [
        ("B", "report due")
    ]
    assert reading.ask(ask, "action_id", "reason", as_at=DAY, gate="business_group") == [
        ("B", "chair's rating differs"),
        ("A", "proposed as complete"),
    ]
    assert reading.ask(ask, "action_id", as_at=DAY, gate="board") == []
    assert reading.ask(ask, "action_id", as_at=DAY, gate="sub_group", owners=["SG2"]) == []


def test_a_later_date_waits_until_it_is_decided(read: Read) -> None:
    board = proposed()
    request = {"request_id": "Q", "action_id": "B", "due_on": "2018-09-30", "why": "Staff"}
    board._add("extension_request", "Q", "2018-01-25", "SG1", dict(request))
    reading = read(board)
    asked = ("later date asked for", 7)
    queue = reading.ask("report/queue", "reason", "days_waiting", as_at=DAY, gate="business_group")
    assert asked in queue
    about = reading.ask("report/subject", "request_id", "asked_why", as_at=DAY, action="B")
    assert about == [("Q", "Staff")]
    board._add(
        "extension_decision",
        "D",
        "2018-01-31",
        "BG",
        {"decision_id": "D", "request_id": "Q", "outcome": "refused", "why": "No"},
    )
    reading = read(board)
    assert asked not in reading.ask(
        "report/queue", "reason", "days_waiting", as_at=DAY, gate="business_group"
    )


def test_the_moves_from_a_state_say_what_they_need(read: Read) -> None:
    moves = read(proposed()).ask(
        "report/moves", "to_delivery", "needs_reason", delivery="proposed complete"
    )
    assert moves == [("returned", True), ("complete", False)]


def test_the_last_entry_is_the_last_whatever_the_day(read: Read) -> None:
    board = proposed()
    seq = [entry.seq for entry in board.entries if entry.body.get("action_id") == "A"][-1]
    assert read(board).ask("report/last", action="A") == [(seq, "2018-01-20")]


def test_only_meetings_held_by_the_day_can_have_decided(read: Read) -> None:
    board = SmallBoard().meeting("M1", "2018-01-31").meeting("M2", "2018-02-02").action("A")
    ask = read(board).ask
    assert ask("report/meetings", "meeting_id", as_at=DAY, kind="board") == ["M1"]
    assert ask("report/meetings", "meeting_id", as_at=DAY, kind="business_group") == []
    assert ask("report/body", "group_id", kind="business_group") == ["BG"]


def test_what_came_after_a_form_was_opened_is_told_oldest_first(read: Read) -> None:
    board = proposed()
    first, last = [entry.seq for entry in board.entries if entry.body.get("action_id") == "A"][-2:]
    ask = read(board).ask
    found = ask("report/newer", "kind", "outcome", action="A", seen=first - 1)
    assert found == [("report", "50 %"), ("move", "proposed complete")]
    assert ask("report/newer", "kind", action="A", seen=first) == ["move"]
    assert ask("report/newer", "kind", action="A", seen=last) == []


def disputed() -> SmallBoard:
    board = proposed()
    board.challenge("C", "R", on="2018-01-10", action_id="A", answer_by="2018-01-20")
    put = {"rec_id": "R", "to_group_id": "SG2", "question": "Is it seen?"}
    return board._add("challenge", "D", "2018-01-20", "BOARD", put)


OPEN = ("report/challenges", "challenge_id", "days_open", "days_late", "is_answered")


def test_an_open_challenge_waits_for_whoever_was_asked_and_shows_its_days(read: Read) -> None:
    ask = read(disputed()).ask
    assert ask(*OPEN, as_at=DAY, gate="sub_group") == [("C", 22, 12, False), ("D", 12, 0, False)]
    second = {"as_at": DAY, "gate": "sub_group", "owners": ["SG2"]}
    assert ask("report/challenges", "challenge_id", **second) == ["D"]
    assert ask("report/challenges", "challenge_id", as_at=DAY, gate="board") == ["D"]
    assert ask("report/challenges", "challenge_id", as_at="2018-01-09", gate="sub_group") == []


def test_an_answer_waits_for_the_judgement_of_whoever_asked(read: Read) -> None:
    board = disputed().answer("C", "answered", on="2018-01-25")
    ask = read(board).ask
    assert ask("report/challenges", "challenge_id", as_at=DAY, gate="sub_group") == ["D"]
    assert ask(*OPEN, as_at=DAY, gate="business_group") == [("C", 15, 0, True)]
    about = ("report/challenge", "outcome", "by_kind", "to_group_id")
    assert ask(*about, as_at=DAY, challenge="C") == [("answered", "business_group", "SG1")]
    again = read(board.answer("C", "not satisfied", on="2018-01-28")).ask
    assert again(*OPEN, as_at=DAY, gate="sub_group")[0] == ("C", 22, 12, False)


def test_the_last_entry_about_a_challenge_does_not_move_with_the_day(read: Read) -> None:
    board = disputed()
    before = read(board).ask("report/last_answer", challenge="C")
    ((seq, known_on),) = read(board.answer("C", "answered", on="2018-01-25")).ask(
        "report/last_answer", challenge="C"
    )
    assert (seq > before[0][0], str(known_on)) == (True, "2018-01-25")


@pytest.mark.parametrize("outcome", ["satisfied", "withdrawn"])
def test_a_challenge_that_is_closed_waits_for_nobody(read: Read, outcome: str) -> None:
    ask = read(disputed().answer("C", outcome, on="2018-01-25")).ask
    for gate in ("sub_group", "business_group"):
        assert "C" not in ask("report/challenges", "challenge_id", as_at=DAY, gate=gate)

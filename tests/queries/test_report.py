"""Rows in, rows out for what the forms ask."""

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

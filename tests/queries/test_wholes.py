"""Rows in, rows out for recommendations that are moved, or narrowed, as a whole."""

from tests.queries.conftest import Read
from tests.queries.small_board import SmallBoard

DAY = "2018-02-01"
WAITS = ("report/wholes", "rec_id", "reason", "days_waiting")


def done() -> SmallBoard:
    """One action of R is complete and another goes on; all of R2 is done."""
    board = SmallBoard().action("A", due_on="2018-06-30").action("B", due_on="2018-06-30")
    board.action("C", "R2", due_on="2018-06-30")
    for action in ("A", "C"):
        board.moves(action, ("2018-01-10", "proposed complete"), ("2018-01-20", "complete"))
    return board.meeting("M", "2018-01-31")


def test_what_is_done_in_every_action_waits_for_the_board(read: Read) -> None:
    ask = read(done()).ask
    assert ask(*WAITS, as_at=DAY, gate="board") == [("R2", "all its actions are done", 12)]
    assert ask(*WAITS, as_at="2018-01-19", gate="board") == []
    for gate in ("sub_group", "business_group"):
        assert ask(*WAITS, as_at=DAY, gate=gate) == []
    assert ask("report/whole", "actions", "actions_open", as_at=DAY, rec="R") == [(2, 1)]


def test_what_the_board_sends_back_goes_through_the_gates_as_a_whole(read: Read) -> None:
    board = done().move_recommendation("R2", "returned", on="2018-01-31", why="No impact yet")
    ask = read(board).ask
    assert ask(*WAITS, as_at=DAY, gate="board") == []
    assert ask(*WAITS, as_at=DAY, gate="sub_group") == [("R2", "sent back as a whole", 1)]
    assert ask(*WAITS, as_at=DAY, gate="sub_group", owners=["SG2"]) == []
    board.move_recommendation("R2", "proposed complete", on="2018-02-01", evidence="Survey")
    ask = read(board).ask
    assert ask(*WAITS, as_at=DAY, gate="business_group") == [("R2", "proposed as complete", 0)]
    board.move_recommendation("R2", "complete", on="2018-02-01", entered_by="bg-1")
    ask = read(board).ask
    assert ask(*WAITS, as_at=DAY, gate="board") == [("R2", "accepted as complete", 0)]
    about = ("report/whole", "is_moved", "completed_by")
    assert ask(*about, as_at=DAY, rec="R2") == [(True, ["bg-1"])]
    assert ask(*about, as_at="2018-01-30", rec="R2") == [(False, [])]


def test_a_narrower_scope_waits_until_the_board_decides(read: Read) -> None:
    board = done().proposes(on="2018-01-25").proposes(key="N2", on="2018-01-28", first_stage="Two")
    ask = read(board).ask
    assert ask(*WAITS, as_at=DAY, gate="board") == [
        ("R2", "all its actions are done", 12),
        ("R", "narrower scope proposed", 7),
        ("R", "narrower scope proposed", 4),
    ]
    about = ("report/whole", "scope_request_id", "first_stage")
    assert ask(*about, as_at=DAY, rec="R") == [("N", "Those below good")]
    assert ask(*about, as_at="2018-01-24", rec="R") == [(None, None)]
    board.settles("refused", on="2018-01-31")
    assert read(board).ask(*about, as_at=DAY, rec="R") == [("N2", "Two")]
    board.settles("accepted", "N2", on="2018-01-31")
    board.scope("R", on="2018-01-31", meeting_id="M", first_stage="Two")
    ask = read(board).ask
    assert ask(*about, as_at=DAY, rec="R") == [(None, None)]
    assert ask("recommendations/scope", "first_stage", "meeting", as_at=DAY, rec="R") == [
        ("Two", "Meeting M")
    ]


def test_the_list_of_changes_and_the_story_tell_it_once(read: Read) -> None:
    board = done().proposes(on="2018-01-25").proposes(key="N2", on="2018-01-28", first_stage="Two")
    board.settles("refused", on="2018-01-31").settles("accepted", "N2", on="2018-01-31")
    board.scope("R", on="2018-01-31", meeting_id="M", first_stage="Two", by="BOARD")
    board.move_recommendation("R2", "signed off", on="2018-01-31", meeting_id="M")
    ask = read(board).ask
    lines = ask("board/changes", "change", "became", "met_on", since="2018-01-20", as_at=DAY)
    wanted = [
        ("signed off", None, "2018-01-31"),
        ("narrowed", "Two", "2018-01-31"),
        ("narrower scope refused", "Those below good", "2018-01-31"),
        ("narrower scope proposed", "Two", None),
        ("narrower scope proposed", "Those below good", None),
    ]
    assert sorted(line for line in lines if line in wanted) == sorted(wanted)
    told = ask("recommendations/story", "kind", "said", as_at=DAY, rec="R")
    assert told[:4] == [
        ("scope", "Two"),
        ("narrower scope refused", "Those below good"),
        ("narrower scope proposed", "Two"),
        ("narrower scope proposed", "Those below good"),
    ]


def test_the_last_entry_about_it_counts_its_actions_and_proposals(read: Read) -> None:
    board = done()
    assert read(board).ask("report/last_whole", rec="R2") == [
        (len(board.entries) - 1, "2018-01-20")
    ]
    board.proposes("R2", on="2018-01-25")
    assert read(board).ask("report/last_whole", rec="R2") == [(len(board.entries), "2018-01-25")]


def test_the_last_entry_on_one_that_was_just_added_is_the_one_that_added_it(read: Read) -> None:
    board = SmallBoard().source().recommendation("R2")
    assert read(board).ask("report/last_whole", rec="R2") == [(len(board.entries), "2017-06-01")]


def test_what_one_may_choose_from_is_what_is_followed_up_and_led(read: Read) -> None:
    board = done().recommendation("R3", lead_group_id="SG2", support_group_ids=["SG1"])
    board.source("OLD", record_ends_on="2017-12-31", record_note="Nothing after")
    board.recommendation("R4", source_id="OLD")
    ask = read(board).ask
    assert ask("report/led", "rec_id", as_at=DAY) == ["R", "R2", "R3"]
    assert ask("report/led", "rec_id", as_at=DAY, owners=["SG2"]) == ["R3"]
    assert ask("report/led", "rec_id", as_at=DAY, owners=["SG1"]) == ["R", "R2", "R3"]


def test_the_kinds_of_setting_are_offered_in_their_order(read: Read) -> None:
    kinds = read(done()).ask("report/setting_kinds")
    assert kinds == [("Schools",), ("Colleges",), ("Early-years settings",)]

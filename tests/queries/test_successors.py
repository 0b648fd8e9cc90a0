"""Which action takes the place of which: named by the move, or by the successor itself."""

from tests.queries.conftest import Read
from tests.queries.small_board import SmallBoard

DAY = "2018-02-01"
BOTH = ("action_id", "replaced_by", "replaces")


def board() -> SmallBoard:
    """OLD was replaced by NEW, which says so itself; A by NEW, as its move says."""
    made = SmallBoard().action("A", due_on="2018-06-30").action("OLD").meeting("M", "2017-12-01")
    made.move("OLD", "superseded", on="2018-01-10", why="Merged", meeting_id="M")
    made.action("NEW", due_on="2018-06-30", on="2018-01-10", replaces_id="OLD")
    move = {"why": "One does for both", "meeting_id": "M", "replaced_by_id": "NEW"}
    return made.move("A", "superseded", on="2018-01-20", **move)


def test_each_names_the_other_from_the_day_it_is_known(read: Read) -> None:
    reading = read(board())
    assert sorted(reading.ask("actions/list", *BOTH, as_at="2018-01-19")) == [
        ("A", None, None),
        ("NEW", None, "OLD, Title of OLD"),
        ("OLD", "NEW, Title of NEW", None),
    ]
    later = sorted(reading.ask("actions/list", *BOTH, as_at=DAY))
    assert later[:2] == [
        ("A", "NEW, Title of NEW", None),
        ("NEW", None, "A, Title of A; OLD, Title of OLD"),
    ]
    assert sorted(reading.ask("recommendations/timeline", *BOTH, as_at=DAY, rec="R")) == later


def test_the_story_tells_what_each_entry_names(read: Read) -> None:
    told = read(board()).ask("recommendations/story", "kind", *BOTH, as_at=DAY, rec="R")
    assert [line for line in told if line[2] or line[3]] == [
        ("move", "A", "NEW, Title of NEW", None),
        ("action agreed", "NEW", None, "OLD, Title of OLD"),
    ]


def test_what_changed_names_it_too(read: Read) -> None:
    lines = read(board()).ask(
        "board/changes", "change", "subject_id", "was", "became", since="2018-01-01", as_at=DAY
    )
    assert ("superseded", "A", None, "NEW, Title of NEW") in lines
    assert ("superseded", "OLD", None, "NEW, Title of NEW") in lines
    assert ("agreed", "NEW", "A, Title of A; OLD, Title of OLD", None) in lines


def test_a_move_that_was_taken_back_names_nothing(read: Read) -> None:
    made = board()
    made.retraction(len(made.entries), on="2018-01-25")
    found = read(made).ask("actions/list", *BOTH, as_at=DAY)
    assert ("A", None, None) in found


def test_only_others_of_the_same_recommendation_that_go_on_may_take_its_place(read: Read) -> None:
    made = board().action("B").action("C").action("ELSEWHERE", "R2")
    made.move("C", "closed without implementing", on="2018-01-20", why="No", meeting_id="M")
    made.action("LATER", on="2018-02-02")
    ask = read(made).ask
    assert ask("report/successors", "action_id", as_at=DAY, action="B") == ["NEW"]
    assert ask("report/successors", "action_id", as_at="2018-02-02", action="B") == ["LATER", "NEW"]
    assert ask("report/successors", as_at=DAY, action="NOWHERE") == []

"""A mistake is corrected by a new entry; until it was known, the mistaken one held."""

from tests.queries.conftest import Read
from tests.queries.small_board import SmallBoard

BEFORE, AFTER = "2017-12-01", "2017-12-02"


def test_a_corrected_report_counts_until_the_correction_is_known(read: Read) -> None:
    board = SmallBoard().action("A", due_on="2018-06-30").report("A", 90, on="2017-11-01")
    wrong = board.entries[-1].seq
    board.report("A", 9, on="2017-11-01", learned=AFTER, corrects=wrong)
    reading = read(board)
    assert reading.action(BEFORE, "percent") == 90
    assert reading.action(AFTER, "percent") == 9


def test_a_slip_in_the_day_is_mended_even_where_the_wrong_day_is_the_later_one(read: Read) -> None:
    board = SmallBoard().action("A", due_on="2018-06-30")
    board.report("A", 20, on="2017-11-20")
    wrong = board.entries[-1].seq
    board.report("A", 10, on="2017-11-10", learned=AFTER, corrects=wrong)
    reading = read(board)
    assert reading.action(BEFORE, "last_report_on") == "2017-11-20"
    assert reading.action(AFTER, "last_report_on") == "2017-11-10"
    assert reading.action(AFTER, "percent") == 10


def test_an_extension_taken_back_no_longer_counts(read: Read) -> None:
    board = SmallBoard().action("A", due_on="2017-11-30")
    board.extension("A", "2018-03-31", on="2017-11-15")
    board.retraction(board.entries[-1].seq, on=AFTER)
    reading = read(board)
    assert (reading.action(BEFORE, "extensions"), reading.action(BEFORE, "due_on")) == (
        1,
        "2018-03-31",
    )
    assert (reading.action(AFTER, "extensions"), reading.action(AFTER, "due_on")) == (
        0,
        "2017-11-30",
    )
    assert reading.action(AFTER, "rating") == "red"


def test_a_move_taken_back_leaves_the_state_before_it(read: Read) -> None:
    board = SmallBoard().action("A", due_on="2018-06-30").report("A", 50, on="2017-10-01")
    board.move("A", "proposed complete", on="2017-11-01").move("A", "returned", on="2017-11-15")
    board.retraction(board.entries[-1].seq, on=AFTER)
    reading = read(board)
    assert (reading.action(BEFORE, "delivery"), reading.action(BEFORE, "returns")) == (
        "returned",
        1,
    )
    assert (reading.action(AFTER, "delivery"), reading.action(AFTER, "returns")) == (
        "proposed complete",
        0,
    )


def test_an_action_taken_back_is_gone_from_then_on(read: Read) -> None:
    board = SmallBoard().action("A", due_on="2018-06-30").action("B", due_on="2018-06-30")
    board.retraction(board.entries[-1].seq, on=AFTER)
    reading = read(board)
    assert reading.ask("actions/list", "action_id", as_at=BEFORE) == ["A", "B"]
    assert reading.ask("actions/list", "action_id", as_at=AFTER) == ["A"]


def test_the_story_says_from_when_an_entry_was_taken_back(read: Read) -> None:
    board = SmallBoard().action("A", due_on="2018-06-30").report("A", 50, on="2017-11-01")
    board.retraction(board.entries[-1].seq, on=AFTER)
    board.report("A", 10, on="2017-11-02")
    wrong = board.entries[-1].seq
    board.report("A", 20, on="2017-11-02", learned=AFTER, corrects=wrong)
    reading = read(board)
    columns = ("kind", "outcome", "corrected_on", "is_taken_back")
    told = {
        day: [
            row[1:]
            for row in reading.ask("recommendations/story", *columns, as_at=day, rec="R")
            if row[0] == "report"
        ]
        for day in (BEFORE, AFTER)
    }
    assert told[BEFORE] == [("10 %", None, False), ("50 %", None, False)]
    assert told[AFTER] == [("20 %", None, False), ("10 %", AFTER, False), ("50 %", AFTER, True)]


def test_an_answer_taken_back_opens_the_challenge_again(read: Read) -> None:
    board = SmallBoard().challenge("C", on="2017-10-01").answer("C", on="2017-11-01")
    board.retraction(board.entries[-1].seq, on=AFTER)
    reading = read(board)
    assert reading.recommendation("2017-10-15", "challenges_open") == 1
    assert reading.recommendation(BEFORE, "challenges_open") == 0
    assert reading.recommendation(AFTER, "challenges_open") == 1
    found = reading.ask("recommendations/challenges", "is_open", as_at=AFTER, rec="R")
    assert found == [True]


def test_a_promise_that_was_not_kept_after_all(read: Read) -> None:
    board = SmallBoard().promise("P", due_on="2017-11-30").update("P", "kept", on="2017-11-20")
    board.retraction(board.entries[-1].seq, on=AFTER)
    reading = read(board)
    assert reading.promise(BEFORE, "rating") == "green"
    assert reading.promise(AFTER, "rating") == "red"


def test_a_correction_of_a_correction(read: Read) -> None:
    board = SmallBoard().action("A", due_on="2018-06-30").report("A", 90, on="2017-11-01")
    board.report("A", 9, on="2017-11-01", learned="2017-11-20", corrects=board.entries[-1].seq)
    board.report("A", 19, on="2017-11-01", learned=AFTER, corrects=board.entries[-1].seq)
    reading = read(board)
    assert [reading.action(day, "percent") for day in ("2017-11-19", BEFORE, AFTER)] == [90, 9, 19]


def test_the_story_keeps_what_was_corrected_and_says_since_when(read: Read) -> None:
    board = SmallBoard().action("A", due_on="2018-06-30").report("A", 90, on="2017-11-01")
    wrong = board.entries[-1].seq
    board.report("A", 9, on="2017-11-01", learned=AFTER, corrects=wrong)
    reading = read(board)

    def told(day: str) -> list[object]:
        found = reading.ask(
            "recommendations/story", "kind", "outcome", "corrected_on", as_at=day, rec="R"
        )
        return [row[1:] for row in found if row[0] == "report"]

    assert told(BEFORE) == [("90 %", None)]
    assert told(AFTER) == [("9 %", None), ("90 %", AFTER)]

"""What was heard in closed session and opened by the Board: on which day who sees it."""

import pytest

from scrutiny import queries
from tests.queries.conftest import Read
from tests.queries.small_board import Reading
from tests.queries.test_closed_session import DAY, Board, answers, board, different

OPENED, BEFORE = "2018-02-01", "2018-01-31"
NAMED = ("R2", "R2a")


def opened() -> Board:
    return board(with_closed=True).opens(*NAMED, on=OPENED)


def listed(reading: Reading, day: str) -> list[str]:
    return sorted(reading.ask("recommendations/list", "rec_id", as_at=day))


def test_from_that_day_everybody_gets_the_answers_of_those_who_were_named(read: Read) -> None:
    reading = read(opened())
    assert different(answers(reading), answers(reading, NAMED)) == []
    assert listed(reading, DAY) == listed(reading, OPENED) == ["R1", *NAMED]
    assert reading.ask("recommendations/story", as_at=OPENED, rec="R2")


def test_on_a_day_before_it_nobody_else_sees_anything_of_it(read: Read) -> None:
    with_it = answers(read(opened()), day=BEFORE)
    without = answers(read(board(with_closed=False)), day=BEFORE)
    dated = [name for name in without if "as_at" in queries.find(name).parameters]
    assert len(dated) > 60
    assert set(different(with_it, without)).isdisjoint(dated)


def test_those_named_see_it_on_a_day_before_as_they_did_then(read: Read) -> None:
    before = answers(read(board(with_closed=True)), NAMED, BEFORE)
    dated = [name for name in before if "as_at" in queries.find(name).parameters]
    assert set(different(answers(read(opened()), NAMED, BEFORE), before)).isdisjoint(dated)


def test_what_is_kept_of_days_is_kept_for_each_day_as_it_was(read: Read) -> None:
    reading = read(opened())
    assert [len(listed(reading, day)) for day in (BEFORE, DAY, BEFORE, OPENED)] == [1, 3, 1, 3]


def test_what_changed_tells_it_between_the_two_days_and_not_up_to_the_day_before(
    read: Read,
) -> None:
    reading = read(opened())

    def told(since: str, until: str) -> set[str]:
        lines = reading.ask("board/changes", "change", "rec_ids", since=since, as_at=until)
        return {change for change, recs in lines if any(rec in str(recs) for rec in NAMED)}

    assert told("2017-06-30", BEFORE) == set()
    assert "opened to all" in told(BEFORE, DAY)
    assert "returned" not in told(BEFORE, DAY)
    assert {"opened to all", "returned"} <= told("2017-06-30", DAY)


def test_a_link_to_a_day_before_says_since_when_it_is_open(read: Read) -> None:
    known = dict(read(opened()).ask("filters/known_from", "rec_id", "known_on"))
    assert known["R2"] == OPENED
    assert known["R1"] < OPENED


def test_one_that_was_taken_back_opened_no_day(read: Read) -> None:
    made = opened()
    for entry in [entry for entry in made.entries if entry.kind == "session_opening"]:
        made.retraction(entry.seq, on="2018-02-10")
    reading = read(made)
    assert [listed(reading, day) for day in (OPENED, "2018-02-05", DAY)] == [["R1"]] * 3


def test_one_that_was_corrected_opens_from_its_first_day(read: Read) -> None:
    made = opened()
    (first, second) = [entry.seq for entry in made.entries if entry.kind == "session_opening"]
    made.opens("R2", on=OPENED, learned="2018-02-10", corrects=first)
    made.opens("R2a", on=OPENED, learned="2018-02-10", corrects=second)
    reading = read(made)
    for day in (OPENED, "2018-02-09", "2018-02-10", DAY):
        assert listed(reading, day) == ["R1", *NAMED]
    assert listed(reading, BEFORE) == ["R1"]


@pytest.mark.parametrize(("rec", "found"), [("R2", NAMED), ("R2a", NAMED), ("R1", ())])
def test_what_was_heard_together_is_opened_together(
    read: Read, rec: str, found: tuple[str, ...]
) -> None:
    reading = read(board(with_closed=True).recommendation("R3", closed_session=True))
    asked = {"as_at": DAY, "rec": rec}
    together = reading.ask("report/opened_together", "rec_id", may_see=(*NAMED, "R3"), **asked)
    assert tuple(together) == found


def test_an_answer_to_both_joins_them_until_they_are_open(read: Read) -> None:
    made = board(with_closed=True).recommendation("R3", closed_session=True)
    made.note("R2", "R3", on="2017-12-20")
    asked = {"as_at": DAY, "rec": "R3", "may_see": (*NAMED, "R3")}
    assert read(made).ask("report/opened_together", "rec_id", **asked) == ["R3", *NAMED]
    made.opens(*NAMED, "R3", on=OPENED)
    assert read(made).ask("report/opened_together", "rec_id", **asked) == []


@pytest.mark.parametrize(
    ("taken_back", "fall"), [("R2", ["R2a"]), ("R2a", ["R2"]), ("R3", [])], ids=str
)
def test_what_falls_with_an_opening_is_what_was_heard_together(
    read: Read, taken_back: str, fall: list[str]
) -> None:
    made = board(with_closed=True).recommendation("R3", closed_session=True)
    made.opens(*NAMED, "R3", on=OPENED)
    seqs = {e.body["rec_id"]: e.seq for e in made.entries if e.kind == "session_opening"}
    reading = read(made)
    assert reading.ask("entries/opened_with", "rec_id", number=seqs[taken_back]) == fall
    assert reading.ask("entries/opened_with", "rec_id", number=1) == []


def test_an_opening_that_was_taken_back_falls_no_more(read: Read) -> None:
    made = opened()
    (first, second) = [entry.seq for entry in made.entries if entry.kind == "session_opening"]
    made.retraction(second, on="2018-02-10")
    assert read(made).ask("entries/opened_with", "rec_id", number=first) == []

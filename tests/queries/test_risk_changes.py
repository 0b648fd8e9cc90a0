"""What changed in the risk register between two days, and the heaviest risks at a glance."""

from typing import Any

import pytest

from tests.queries.conftest import Read
from tests.queries.small_board import Reading
from tests.queries.small_risks import RiskBoard

SINCE, UNTIL = "2017-12-07", "2018-02-15"


def told(reading: Reading, *columns: str, **more: Any) -> list[Any]:
    given = {"since": SINCE, "as_at": UNTIL, "themes": ["risks"]} | more
    return reading.ask("board/changes", "change", *columns, **given)


def before() -> RiskBoard:
    """A risk that was scored, reviewed and accepted before the first day."""
    board = RiskBoard().score(3, 4, on="2017-07-01").review("2019-01-01", on="2017-07-01")
    return board.acceptance("2019-01-01", on="2017-07-01")


def test_what_was_known_before_is_no_change(read: Read) -> None:
    assert told(read(before())) == []


@pytest.mark.parametrize(
    ("score", "change"), [((4, 4), "risk rose"), ((3, 3), "risk fell"), ((4, 3), None)]
)
def test_a_score_says_which_way_it_moved(
    read: Read, score: tuple[int, int], change: str | None
) -> None:
    reading = read(before().score(*score, on="2018-01-01"))
    product = str(score[0] * score[1])
    assert told(reading, "was", "became") == ([(change, "12", product)] if change else [])


def test_an_entry_taken_back_is_told_no_longer(read: Read) -> None:
    board = before().score(4, 4, on="2018-01-01").treatment("tolerate", on="2018-01-02")
    scored, treated = (entry.seq for entry in board.entries[-2:])
    reading = read(board.retraction(scored, on="2018-01-31").retraction(treated, on="2018-02-16"))
    assert told(reading) == ["risk treated"]
    assert told(reading, as_at="2018-01-30") == ["risk treated", "risk rose"]


def test_a_new_risk_is_raised_and_scored(read: Read) -> None:
    board = before().risk("NEW", on="2018-01-01").score(2, 2, "NEW", on="2018-01-02")
    assert told(read(board), "subject_id", "became") == [
        ("risk scored", "NEW", "4"),
        ("risk raised", "NEW", None),
    ]


def test_decisions_on_a_risk_are_told_with_their_day(read: Read) -> None:
    board = before().treatment("tolerate", on="2018-01-01")
    board.acceptance("2018-12-31", on="2018-01-02").review("2018-06-01", on="2018-01-03")
    assert told(read(board), "became", "to_on") == [
        ("risk reviewed", "keep", "2018-06-01"),
        ("risk accepted", None, "2018-12-31"),
        ("risk treated", "tolerate", None),
    ]
    closed = before().review(None, on="2018-01-03", outcome="close")
    assert told(read(closed)) == ["risk closed"]


def test_what_passed_between_the_days_is_told_once(read: Read) -> None:
    board = before().acceptance("2018-01-31", on="2017-08-01").review("2018-02-01", on="2017-08-01")
    reading = read(board)
    assert told(reading, "known_on", "days_late") == [
        ("review late", "2018-02-02", 14),
        ("acceptance expired", "2018-02-01", 15),
    ]
    assert told(reading, since="2018-02-02", as_at="2018-03-01") == []


def test_a_review_asked_for_is_told_when_it_begins(read: Read) -> None:
    board = before().action("A", "R", due_on="2018-01-31").link(action_id="A").link(rec_id="R")
    reading = read(board)
    assert told(reading, "known_on", "became", "said", "rec_ids") == [
        ("review asked for", "2018-02-01", "action", "Title of A", "R")
    ]
    assert told(reading, since="2018-02-01", as_at="2018-03-01") == []


def test_the_filters_keep_what_belongs_to_a_sub_group_or_a_recommendation(read: Read) -> None:
    board = before().link(rec_id="R").score(4, 4, on="2018-01-01")
    board.risk("OTHER", on="2018-01-02", owner_group_id="SG2", agency_id="HEALTH")
    reading = read(board.recommendation("R"))
    assert told(reading, groups=["SG2"]) == ["risk raised"]
    assert told(reading, agencies=["POLICE"]) == ["risk rose"]
    assert told(reading, recs=["R"]) == ["risk rose"]


class TestHeavyRisks:
    NAME = "board/heavy_risks"

    def test_the_five_furthest_above_appetite(self, read: Read) -> None:
        board = RiskBoard().score(3, 3, "WITHIN", on="2017-07-01")
        for number, (likelihood, impact) in enumerate(
            [(2, 5), (5, 5), (4, 4), (3, 4), (5, 4), (3, 5)]
        ):
            board.score(likelihood, impact, f"K{number}", on="2017-07-01")
        found = read(board).ask(self.NAME, "risk_id", "distance", "above", as_at=UNTIL)
        assert found == [
            ("K1", 16, 6), ("K4", 11, 6), ("K2", 7, 6), ("K5", 6, 6), ("K3", 3, 6)
        ]  # fmt: skip

    def test_they_have_moved_since_the_last_meeting_as_the_register_says(self, read: Read) -> None:
        board = RiskBoard().meeting("BEFORE", "2017-12-07").score(4, 4, "K", on="2017-07-01")
        board.score(5, 4, "K", on="2017-12-08")
        board.risk("NEW", on="2017-12-09").score(4, 4, "NEW", on="2017-12-09")
        board.risk("LATER", on="2017-11-01").score(3, 4, "LATER", on="2017-12-10")
        columns = ("risk_id", "change", "is_new", "compared_on", "provenance")
        reading = read(board)
        told = reading.ask(self.NAME, *columns, as_at=UNTIL)
        assert {row[0]: row[1:4] for row in told} == {
            "K": (4, False, "2017-12-07"),
            "NEW": (None, True, "2017-12-07"),
            "LATER": (None, False, "2017-12-07"),
        }
        assert sorted(told, key=repr) == sorted(
            reading.ask("risks/list", *columns, as_at=UNTIL), key=repr
        )

    def test_without_a_meeting_they_have_moved_since_the_day_before(self, read: Read) -> None:
        reading = read(RiskBoard().score(4, 4, "K", on="2017-07-01").score(5, 4, "K", on=UNTIL))
        told = reading.ask(self.NAME, "change", "compared_on", as_at=UNTIL)
        assert told == reading.ask("risks/list", "change", "compared_on", as_at=UNTIL)
        assert told[0][0] == 4

    def test_they_follow_sub_group_and_agency(self, read: Read) -> None:
        board = RiskBoard().risk("A").risk("B", owner_group_id="SG2", agency_id="HEALTH")
        reading = read(board.score(5, 5, "A", on="2017-07-01").score(5, 4, "B", on="2017-07-01"))
        assert reading.ask(self.NAME, "risk_id", as_at=UNTIL, groups=["SG2"]) == ["B"]
        assert reading.ask(self.NAME, "risk_id", as_at=UNTIL, agencies=["POLICE"]) == ["A"]
        assert reading.ask(self.NAME, "above", as_at=UNTIL, groups=["SG2"]) == [1]

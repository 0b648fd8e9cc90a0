"""Who may answer a challenge and who judges the answer, asked where the entry is appended."""

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import uuid4

import pytest

from scrutiny import drafts, subjects
from scrutiny.journal import Journal
from scrutiny.people import Person
from scrutiny.recording import Overtaken, Refused, record
from scrutiny.warehouse import Warehouse
from tests.persons import BOARD, BUSINESS, CHAIR, OFFICER, OTHER, VIEWER
from tests.queries.small_board import SmallBoard

DAY = date(2018, 2, 1)
Say = Callable[..., list[int]]


@pytest.fixture
def say(blank: Warehouse, tmp_path: Path) -> Iterator[Say]:
    """``say(person, outcome, by)`` enters an answer to challenge C, put by BG to SG1."""
    board = SmallBoard().source().recommendation("R").challenge("C", "R", on="2018-01-10")
    with closing(Journal(f"sqlite:///{tmp_path / 'journal.db'}")) as journal:
        journal.append(board.entries)

        def enter(
            person: Person, what: str, by: str, said: str = "So it is.", seen: int = 10**6
        ) -> list[int]:
            key = uuid4().hex
            made = drafts.answer(drafts.Pen(person, by, DAY, key, True), what, "C", said)
            return record(blank, journal, person, "C", made, key, seen, subjects.challenge)

        yield enter


def test_the_chair_who_was_asked_answers_and_the_business_group_judges(say: Say) -> None:
    for person, what, by in (
        (CHAIR, "answered", "SG1"),
        (BUSINESS, "not satisfied", "BG"),
        (OFFICER, "answered", "SG1"),
        (BUSINESS, "satisfied", "BG"),
    ):
        assert say(person, what, by)
    with pytest.raises(Refused, match="closed"):
        say(CHAIR, "answered", "SG1")


@pytest.mark.parametrize(
    ("person", "what", "by", "says"),
    [
        (OTHER, "answered", "SG1", "Only the chair of the sub-group that was asked"),
        (OTHER, "answered", "SG2", "Only the chair of the sub-group that was asked"),
        (BUSINESS, "answered", "BG", "Only the chair of the sub-group that was asked"),
        (CHAIR, "withdrawn", "SG1", "Only the body that asked"),
        (CHAIR, "satisfied", "BG", "Only the body that asked"),
        (BOARD, "withdrawn", "BG", "Only the body that asked"),
        (BUSINESS, "satisfied", "BG", "Nobody has answered it yet"),
        (VIEWER, "answered", "SG1", "may read this"),
        (CHAIR, "forgotten", "SG1", "Only the body that asked"),
    ],
)
def test_nobody_else_does(say: Say, person: Person, what: str, by: str, says: str) -> None:
    with pytest.raises(Refused, match=says):
        say(person, what, by)


def test_an_answer_is_judged_before_there_is_another(say: Say) -> None:
    say(CHAIR, "answered", "SG1")
    with pytest.raises(Refused, match="judges the answer first"):
        say(CHAIR, "answered", "SG1")


def test_an_answer_without_words_is_refused(say: Say) -> None:
    with pytest.raises(Refused, match="must be given"):
        say(CHAIR, "answered", "SG1", said=" ")


def test_a_form_that_was_overtaken_asks_first(say: Say) -> None:
    (last,) = say(CHAIR, "answered", "SG1")
    with pytest.raises(Overtaken) as overtaken:
        say(BUSINESS, "withdrawn", "BG", seen=last - 1)
    assert overtaken.value.seen == last


def test_a_challenge_that_nobody_made_is_not_known(blank: Warehouse) -> None:
    board = SmallBoard().source().recommendation("R", closed_session=True)
    blank.take(board.challenge("C", "R", on="2018-01-10").entries)
    assert subjects.challenge(blank, CHAIR, "C", DAY) is None
    assert subjects.challenge(blank, CHAIR, "X", DAY) is None
    assert subjects.challenge(blank, replace(CHAIR, closed_rec_ids=("R",)), "C", DAY)

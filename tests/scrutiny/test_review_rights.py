"""An action of a review: the same gates, hands and meetings as any other action, where appended."""

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from scrutiny.journal import Entry, Journal
from scrutiny.people import Person
from scrutiny.recording import Refused
from scrutiny.register_recording import record
from scrutiny.warehouse import Warehouse
from tests.persons import BOARD, BUSINESS, CHAIR, OFFICER, OTHER, VIEWER
from tests.queries.assurance_board import AssuranceBoard
from tests.queries.small_board import write_empty

DAY = date(2018, 2, 1)
SECOND = Person("bg-2", "business group", "Business Group")
MET, BG_MET = {"meeting_id": "M"}, {"meeting_id": "G"}
Save = Any
REFUSED = [
    (VIEWER, "SG1", {"percent": 5}, "may read this"),
    (OTHER, "SG2", {"percent": 5}, "Only"),
    (OTHER, "SG1", {"percent": 5}, "Only"),
    (BUSINESS, "BG", {"percent": 5}, "sub-group that owns"),
    (BOARD, "BOARD", {"percent": 5}, "sub-group that owns"),
    (CHAIR, "SG1", {"to_delivery": "complete"}, "of kind business_group"),
    (CHAIR, "SG1", {"due_on": "2018-12-31"} | BG_MET, "Business Group decides"),
    (BOARD, "BOARD", {"to_delivery": "reopened"}, "name the meeting"),
    (BUSINESS, "BG", {"due_on": "2018-12-31"} | MET, "meeting of another body"),
]


@pytest.fixture
def save(tmp_path: Path) -> Iterator[Save]:
    """``save(person, by, ...)``: one thing said about the review's action, by a body."""
    board = AssuranceBoard().meeting("M", "2018-01-18").meeting("G", "2018-01-18", group_id="BG")
    board.case().learn().act(due_on="2018-06-29")
    store = Warehouse.open(write_empty(tmp_path))
    with closing(Journal(f"sqlite:///{tmp_path / 'journal.db'}")) as journal:
        journal.append(board.entries)

        def said(person: Person, by: str, why: str | None = None, **body: Any) -> list[int]:
            given = {"update_id": uuid4().hex, "review_action_id": "CR-1-1", "said": "So."} | body
            entry = Entry(
                "review_update",
                given,
                DAY,
                by,
                person.label,
                "entered",
                why=why,
                recorded_at=datetime.combine(DAY, time.min, UTC),
                entered_by=person.person_id,
            )
            return record(store, journal, person, entry, uuid4().hex, 9999)

        yield said
    store.close()


def test_it_goes_from_report_to_sign_off_by_the_bodies_at_the_gates(save: Save) -> None:
    assert save(CHAIR, "SG1", percent=40)
    assert save(OFFICER, "SG1", to_delivery="proposed complete", evidence="A note")
    assert save(BUSINESS, "BG", to_delivery="complete")
    assert save(BOARD, "BOARD", to_delivery="signed off", **MET)


def test_who_does_not(save: Save) -> None:
    save(CHAIR, "SG1", percent=40)
    save(OFFICER, "SG1", to_delivery="proposed complete", evidence="A note")
    for person, by, body, says in REFUSED:
        with pytest.raises(Refused, match=says):
            save(person, by, "A reason.", **body)


def test_a_later_date_is_given_by_the_business_group_at_its_meeting(save: Save) -> None:
    assert save(BUSINESS, "BG", "Auditors are ill.", due_on="2018-12-31", **BG_MET)


def test_nobody_passes_it_at_two_gates(save: Save) -> None:
    save(CHAIR, "SG1", percent=40)
    save(CHAIR, "SG1", to_delivery="proposed complete", evidence="A note")
    proposer = Person(CHAIR.person_id, "business group", "Business Group")
    with pytest.raises(Refused, match="somebody else must accept"):
        save(proposer, "BG", to_delivery="complete")
    assert save(SECOND, "BG", to_delivery="complete")
    accepter = Person(SECOND.person_id, "board", "Board")
    with pytest.raises(Refused, match="somebody else must sign it off"):
        save(accepter, "BOARD", to_delivery="signed off", **MET)

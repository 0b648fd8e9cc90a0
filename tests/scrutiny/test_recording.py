"""From a form to the journal: rights and rules are asked where the entry is appended."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from scrutiny.journal import Entry, Journal
from scrutiny.people import Person
from scrutiny.recording import Overtaken, Refused, record
from scrutiny.warehouse import Warehouse
from tests.persons import BOARD, BUSINESS, CHAIR, OFFICER, OTHER, VIEWER
from tests.queries.small_board import SmallBoard, rows

DAY = date(2018, 2, 1)


@dataclass
class Desk:
    """Both stores, and an entry on action A by anybody."""

    store: Warehouse
    journal: Journal

    def seen(self) -> int:
        self.store.take(self.journal.entries(after=self.store.head))
        return int(self.store.ask("report/last", action="A")["last_seq"].iloc[0])

    def save(self, person: Person, *entries: Entry, key: str = "", seen: int = 0) -> list[int]:
        return record(
            self.store, self.journal, person, "A", entries, key or uuid4().hex, seen or self.seen()
        )

    def state(self) -> str:
        self.seen()
        found = rows(self.store.ask("actions/list", as_at=DAY), "action_id", "delivery")
        return str(dict(found)["A"])


def entry(kind: str, person: Person, by: str, why: str | None = None, **body: Any) -> Entry:
    return Entry(
        kind,
        {f"{kind}_id": f"{kind}-{person.person_id}-{len(body)}", "action_id": "A"} | body,
        DAY,
        by,
        person.label,
        "entered",
        why=why,
        recorded_at=datetime.combine(DAY, time.min, UTC),
        entered_by=person.person_id,
    )


def propose(person: Person = CHAIR) -> Entry:
    return entry("move", person, "SG1", to_delivery="proposed complete", evidence="A file")


def report(person: Person = CHAIR) -> Entry:
    return entry("report", person, "SG1", percent=60, done="Half of it.")


@pytest.fixture
def desk(blank: Warehouse, tmp_path: Path) -> Iterator[Desk]:
    board = SmallBoard().source().recommendation("R").action("A", due_on="2018-06-30")
    board.report("A", 20, on="2017-09-01").meeting("M", "2018-01-31")
    board.meeting("BG-M", "2018-01-15", group_id="BG").action("B").action("OVER")
    board.meeting("SCRUTINY-M", "2018-01-16", group_id="SCRUTINY")
    board.meeting("NEXT-M", "2018-02-02")
    board.move("OVER", "closed without implementing", on="2018-01-31", why="No", meeting_id="M")
    board.action("LATER", on="2018-02-02").action("ELSEWHERE", "R2")
    board.recommendation("R3", closed_session=True).action("CLOSED", "R3")
    with closing(Journal(f"sqlite:///{tmp_path / 'journal.db'}")) as journal:
        journal.append(board.entries)
        yield Desk(blank, journal)


def test_a_chair_reports_on_the_work_of_the_own_group(desk: Desk) -> None:
    before = desk.journal.head()
    assert desk.save(CHAIR, report()) == [before + 1]
    written = next(desk.journal.entries(after=before))
    assert (written.entered_by, written.by_group_id, written.kind) == ("chair-1", "SG1", "report")


@pytest.mark.parametrize("person", [OTHER, BUSINESS, BOARD, VIEWER, Person("", "viewer", "None")])
def test_nobody_else_does(desk: Desk, person: Person) -> None:
    before = desk.journal.head()
    with pytest.raises(Refused):
        desk.save(person, report(person))
    assert desk.journal.head() == before


def test_the_officer_reports_on_behalf_of_a_group_and_both_are_kept(desk: Desk) -> None:
    desk.save(OFFICER, report(OFFICER))
    written = list(desk.journal.entries())[-1]
    assert (written.by_group_id, written.entered_by) == ("SG1", "officer")


def test_an_entry_under_the_name_of_another_is_refused(desk: Desk) -> None:
    with pytest.raises(Refused):
        desk.save(OTHER, report(CHAIR))


def test_the_whole_way_by_different_people(desk: Desk) -> None:
    desk.save(CHAIR, propose())
    desk.save(BUSINESS, entry("move", BUSINESS, "BG", to_delivery="complete"))
    done = entry("move", BOARD, "BOARD", to_delivery="signed off", meeting_id="M")
    desk.save(BOARD, done)
    assert desk.state() == "signed off"


def test_whoever_proposed_does_not_complete(desk: Desk) -> None:
    both = replace(BUSINESS, person_id="chair-1")
    desk.save(CHAIR, propose())
    with pytest.raises(Refused, match="somebody else must accept"):
        desk.save(both, entry("move", both, "BG", to_delivery="complete"))


def test_whoever_completed_does_not_sign_off(desk: Desk) -> None:
    both = replace(BOARD, person_id="bg-1")
    desk.save(CHAIR, propose())
    desk.save(BUSINESS, entry("move", BUSINESS, "BG", to_delivery="complete"))
    signed = entry("move", both, "BOARD", to_delivery="signed off", meeting_id="M")
    with pytest.raises(Refused, match="somebody else must sign"):
        desk.save(both, signed)


@pytest.mark.parametrize("person", [CHAIR, BOARD, OFFICER])
def test_only_the_business_group_completes(desk: Desk, person: Person) -> None:
    desk.save(CHAIR, propose())
    with pytest.raises(Refused):
        desk.save(person, entry("move", person, "BG", to_delivery="complete"))


def test_a_move_that_the_model_does_not_allow_is_refused(desk: Desk) -> None:
    with pytest.raises(Refused, match="cannot become signed off"):
        desk.save(BOARD, entry("move", BOARD, "BOARD", to_delivery="signed off", meeting_id="M"))


def sign_off(meeting: str) -> Entry:
    return entry("move", BOARD, "BOARD", to_delivery="signed off", meeting_id=meeting)


@pytest.mark.parametrize(
    ("meeting", "says"),
    [
        ("BG-M", "a meeting of another body, Business Group. Choose"),
        ("SCRUTINY-M", "a meeting of another body, Scrutiny Committee"),
        ("NEXT-M", "was held after the day of this entry. Choose one that was held by then"),
        ("NO-SUCH", "is not known"),
    ],
)
def test_the_meeting_named_is_one_of_the_body_that_decided_and_was_held(
    desk: Desk, meeting: str, says: str
) -> None:
    desk.save(CHAIR, propose())
    desk.save(BUSINESS, entry("move", BUSINESS, "BG", to_delivery="complete", meeting_id="BG-M"))
    before = desk.journal.head()
    with pytest.raises(Refused, match=says):
        desk.save(BOARD, sign_off(meeting))
    assert desk.journal.head() == before
    assert desk.save(BOARD, sign_off("M"))


def test_the_business_group_grants_a_later_date_at_a_meeting_of_its_own(desk: Desk) -> None:
    asked = entry("extension_request", CHAIR, "SG1", "Staff", request_id="Q", due_on="2018-09-30")
    desk.save(CHAIR, without(asked, "extension_request_id"))
    before = desk.journal.head()
    for meeting, may in (("M", False), ("BG-M", True)):
        given = {"decision_id": "D", "request_id": "Q", "outcome": "granted", "meeting_id": meeting}
        decided = entry("extension_decision", BUSINESS, "BG", "Yes", **given)
        decided = without(decided, "extension_decision_id", "action_id")
        later = entry("extension", BUSINESS, "BG", "Yes", due_on="2018-09-30", meeting_id=meeting)
        if may:
            assert len(desk.save(BUSINESS, decided, later)) == 2
            continue
        with pytest.raises(Refused, match="meeting of another body, The Board"):
            desk.save(BUSINESS, decided, later)
        assert desk.journal.head() == before


def without(made: Entry, *columns: str) -> Entry:
    return replace(made, body={n: v for n, v in made.body.items() if n not in columns})


def supersede(successor: str | None) -> Entry:
    given = {"replaced_by_id": successor} if successor else {}
    body = {"to_delivery": "superseded", "meeting_id": "M"} | given
    return entry("move", BOARD, "BOARD", why="One does for both.", **body)


def test_an_action_that_is_replaced_names_its_successor(desk: Desk) -> None:
    desk.save(BOARD, supersede("B"))
    assert list(desk.journal.entries())[-1].body["replaced_by_id"] == "B"
    assert desk.state() == "superseded"
    found = desk.store.ask("actions/list", as_at=DAY)
    assert ("A", "B, Title of B") in rows(found, "action_id", "replaced_by")


@pytest.mark.parametrize(
    "successor", [None, "A", "OVER", "ELSEWHERE", "CLOSED", "LATER", "NOWHERE", ""]
)
def test_a_successor_that_cannot_be_one_is_refused_alike(desk: Desk, successor: str | None) -> None:
    before = desk.journal.head()
    with pytest.raises(Refused, match="Name the action that takes its place"):
        desk.save(BOARD, supersede(successor))
    assert desk.journal.head() == before


def test_only_what_is_replaced_has_a_successor(desk: Desk) -> None:
    pause = entry("move", CHAIR, "SG1", why="Staff", to_delivery="paused", replaced_by_id="B")
    with pytest.raises(Refused, match="only where an action is superseded"):
        desk.save(CHAIR, pause)


@pytest.mark.parametrize(
    ("made", "says"),
    [
        (entry("move", CHAIR, "SG1", to_delivery="proposed complete"), "evidence"),
        (entry("move", CHAIR, "SG1", to_delivery="paused"), "reason"),
        (entry("report", CHAIR, "SG1", percent=101, done="All."), "0 to 100"),
        (entry("report", CHAIR, "SG1", percent=10, done=""), "must be given"),
        (entry("report", CHAIR, "SG1", done="x", own_rating="purple"), "choose one of"),
        (entry("report", CHAIR, "SG1", done="x", mood="good"), "no such field"),
        (entry("extension_request", CHAIR, "SG1", due_on="2018-09-30", request_id="Q"), "no such"),
    ],
)
def test_what_a_row_of_a_file_would_be_refused_for_is_refused_here(
    desk: Desk, made: Entry, says: str
) -> None:
    before = desk.journal.head()
    with pytest.raises(Refused, match=says):
        desk.save(CHAIR, made)
    assert desk.journal.head() == before


def test_the_same_key_appends_once(desk: Desk) -> None:
    seen = desk.seen()
    first = desk.save(CHAIR, report(), key="k", seen=seen)
    assert desk.save(CHAIR, report(), key="k", seen=seen) == first
    assert desk.journal.head() == first[-1]


def test_a_form_that_somebody_overtook_asks_first(desk: Desk) -> None:
    opened = desk.seen()
    desk.save(OFFICER, report(OFFICER), key="officer", seen=opened)
    mine = entry("report", CHAIR, "SG1", percent=70, done="More.", evidence="B")
    with pytest.raises(Overtaken) as overtaken:
        desk.save(CHAIR, mine, key="chair", seen=opened)
    assert desk.save(CHAIR, mine, key="chair", seen=overtaken.value.seen)


def test_of_two_at_once_one_is_told_of_the_other(desk: Desk) -> None:
    opened = desk.seen()

    def save(person: Person) -> str:
        try:
            desk.save(person, report(person), key=person.person_id, seen=opened)
        except Overtaken:
            return "asked"
        return "saved"

    with ThreadPoolExecutor(2) as both:
        assert sorted(both.map(save, [CHAIR, OFFICER])) == ["asked", "saved"]


def test_a_trial_leaves_nothing_behind(desk: Desk) -> None:
    with pytest.raises(Refused):
        desk.save(CHAIR, entry("move", CHAIR, "SG1", to_delivery="paused"))
    assert desk.state() == "in progress"
    desk.journal.verify()


def test_an_action_of_a_closed_session_cannot_be_found_by_trying(
    blank: Warehouse, tmp_path: Path
) -> None:
    board = SmallBoard().source().recommendation("R", closed_session=True)
    board.action("A", due_on="2018-06-30")
    with closing(Journal(f"sqlite:///{tmp_path / 'journal.db'}")) as journal:
        journal.append(board.entries)
        with pytest.raises(Refused, match="not known on that day"):
            record(blank, journal, CHAIR, "A", [report()], "k", 99)
        named = replace(CHAIR, closed_rec_ids=("R",))
        assert record(blank, journal, named, "A", [report()], "k", 99)

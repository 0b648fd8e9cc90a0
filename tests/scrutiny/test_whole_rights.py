"""A recommendation as a whole: who moves and narrows it, and what is refused where it is kept."""

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from scrutiny import drafts, subjects, whole_acts
from scrutiny.drafts import Pen
from scrutiny.journal import Entry, Journal
from scrutiny.people import Person
from scrutiny.recording import Overtaken, Refused, record
from scrutiny.warehouse import Warehouse
from tests.persons import BOARD, BUSINESS, CHAIR, OFFICER, OTHER, VIEWER
from tests.queries.small_board import SmallBoard, rows

DAY = date(2018, 2, 1)


@dataclass
class Desk:
    """Both stores, and an entry on a recommendation by anybody."""

    store: Warehouse
    journal: Journal

    def save(
        self, person: Person, *made: Entry, rec: str = "R", seen: int | None = None
    ) -> list[int]:
        self.store.take(self.journal.entries(after=self.store.head))
        last = int(self.store.ask("report/last_whole", rec=rec)["last_seq"].iloc[0])
        find, seen = subjects.recommendation, last if seen is None else seen
        return record(self.store, self.journal, person, rec, made, uuid4().hex, seen, find)

    def refuse(self, says: str, person: Person, *made: Entry, rec: str = "R") -> None:
        before = self.journal.head()
        with pytest.raises(Refused, match=says):
            self.save(person, *made, rec=rec)
        assert self.journal.head() == before

    def state(self, rec: str = "R") -> str:
        self.store.take(self.journal.entries(after=self.store.head))
        found = rows(self.store.ask("recommendations/list", as_at=DAY), "rec_id", "delivery")
        return str(dict(found)[rec])


def entry(kind: str, person: Person, by: str, why: str | None = "So", **body: Any) -> Entry:
    key = {f"{kind}_id": f"{kind}-{uuid4().hex[:8]}"}
    when = datetime.combine(DAY, time.min, UTC)
    given: dict[str, Any] = {"why": why, "recorded_at": when, "entered_by": person.person_id}
    return Entry(kind, key | body, DAY, by, person.label, "entered", **given)


def move(person: Person, by: str, to: str, rec: str = "R", **body: Any) -> Entry:
    return entry("move", person, by, rec_id=rec, to_delivery=to, **body)


def propose(person: Person = CHAIR, by: str = "SG1", **body: Any) -> Entry:
    given = {"rec_id": "R", "setting_kind": "Schools", "asked": "All", "first_stage": "Some"}
    return entry("scope_request", person, by, **given | body)


def settle(outcome: str, person: Person = BOARD, by: str = "BOARD", **body: Any) -> Entry:
    given = {"scope_request_id": "N", "outcome": outcome, "meeting_id": "M"}
    return entry("scope_decision", person, by, **given | body)


def scope(person: Person = BOARD, **body: Any) -> Entry:
    given = {"rec_id": "R", "setting_kind": "Schools", "asked": "All", "first_stage": "Some"}
    return entry("scope", person, "BOARD", **given | {"meeting_id": "M"} | body)


@pytest.fixture
def opened(blank: Warehouse, tmp_path: Path) -> Iterator[Callable[[SmallBoard], Desk]]:
    with closing(Journal(f"sqlite:///{tmp_path / 'journal.db'}")) as journal:

        def start(board: SmallBoard) -> Desk:
            journal.append(board.entries)
            return Desk(blank, journal)

        yield start


def done() -> SmallBoard:
    """R with both of its actions gone the whole way but for the Board."""
    board = SmallBoard().action("A", due_on="2018-06-30").action("B", due_on="2018-06-30")
    for action in ("A", "B"):
        board.report(action, on="2018-01-10")
        board.move(action, "proposed complete", on="2018-01-15", by="SG1", evidence="A file")
        board.move(action, "complete", on="2018-01-20", by="BG", entered_by="bg-1")
    board.recommendation("R2").meeting("M", "2018-01-31")
    return board.meeting("BG-M", "2018-01-15", group_id="BG")


def begun() -> SmallBoard:
    """R with an action that goes on."""
    board = SmallBoard().action("A", due_on="2018-06-30").report("A", on="2018-01-10")
    return board.recommendation("R2").meeting("M", "2018-01-31")


Opened = Callable[[SmallBoard], Desk]


def test_the_board_signs_off_what_is_done_at_its_meeting(opened: Opened) -> None:
    desk = opened(done())
    desk.refuse("name the meeting", BOARD, move(BOARD, "BOARD", "signed off"))
    signed = move(BOARD, "BOARD", "signed off", meeting_id="BG-M")
    desk.refuse("meeting of another body", BOARD, signed)
    desk.save(BOARD, move(BOARD, "BOARD", "signed off", meeting_id="M"))
    assert desk.state() == "signed off"


@pytest.mark.parametrize("person", [CHAIR, OTHER, BUSINESS, OFFICER, VIEWER])
def test_nobody_else_signs_off(opened: Opened, person: Person) -> None:
    desk = opened(done())
    signed = move(person, "BOARD", "signed off", meeting_id="M")
    desk.refuse("Only the Board|You may read", person, signed)


def test_whoever_accepted_work_on_it_does_not_sign_it_off(opened: Opened) -> None:
    both = replace(BOARD, person_id="bg-1")
    signed = move(both, "BOARD", "signed off", meeting_id="M")
    opened(done()).refuse("somebody else must sign it off", both, signed)


def test_with_work_still_open_it_is_not_signed_off(opened: Opened) -> None:
    desk = opened(begun())
    signed = move(BOARD, "BOARD", "signed off", meeting_id="M")
    desk.refuse("cannot become signed off", BOARD, signed)
    closed = move(BOARD, "BOARD", "closed without implementing", meeting_id="M")
    desk.save(BOARD, closed)
    assert desk.state() == "closed without implementing"


def test_sent_back_it_goes_through_the_gates_again(opened: Opened) -> None:
    desk = opened(
        done()
        .action("D", due_on="2018-06-30")
        .move_recommendation("R", "returned", on="2018-01-31", why="No impact", meeting_id="M")
    )
    file = {"evidence": "A survey"}
    again = move(CHAIR, "SG1", "proposed complete", **file)
    desk.refuse("One of its actions is still open", CHAIR, again)
    ended = entry("move", BOARD, "BOARD", action_id="D", to_delivery="closed without implementing")
    desk.journal.append([replace(ended, body=dict(ended.body) | {"meeting_id": "M"})])
    desk.refuse("Only the chair", OTHER, move(OTHER, "SG2", "proposed complete", **file))
    desk.refuse("evidence", CHAIR, move(CHAIR, "SG1", "proposed complete"))
    desk.save(CHAIR, again)
    both = replace(BUSINESS, person_id=CHAIR.person_id)
    desk.refuse("somebody else must accept", both, move(both, "BG", "complete"))
    desk.refuse("Only the Business Group", BOARD, move(BOARD, "BG", "complete"))
    desk.save(BUSINESS, move(BUSINESS, "BG", "complete", meeting_id="BG-M"))
    desk.save(BOARD, move(BOARD, "BOARD", "signed off", meeting_id="M"))
    assert desk.state() == "signed off"


def test_while_it_moves_with_its_actions_only_the_board_moves_it(opened: Opened) -> None:
    desk = opened(begun())
    for person, by, to in ((CHAIR, "SG1", "paused"), (CHAIR, "SG1", "proposed complete")):
        desk.refuse("moved action by action", person, move(person, by, to, evidence="x"))


def test_a_narrower_scope_is_proposed_and_accepted_as_it_was_proposed(opened: Opened) -> None:
    desk = opened(begun())
    proposed = propose(scope_request_id="N", first_stage_percent=8.0)
    desk.save(CHAIR, proposed)
    desk.refuse("not the narrower scope", BOARD, settle("accepted"), scope(first_stage="Fewer"))
    desk.refuse("not the narrower scope", BOARD, settle("accepted"), scope())
    desk.refuse("not the narrower scope", BOARD, settle("accepted", scope_request_id="X"))
    desk.save(BOARD, settle("accepted"), scope(first_stage_percent=8.0))
    desk.store.take(desk.journal.entries(after=desk.store.head))
    found = desk.store.ask("report/whole", as_at=DAY, rec="R")
    assert rows(found, "scope_request_id") == [None]
    desk.refuse("No narrower scope waits", BOARD, settle("refused"))


@pytest.mark.parametrize(
    ("person", "by", "may"),
    [
        (CHAIR, "SG1", True),
        (OFFICER, "SG1", True),
        (BUSINESS, "BG", True),
        (OTHER, "SG2", False),
        (OTHER, "SG1", False),
        (OFFICER, "SG2", False),
        (BUSINESS, "COUNCIL", False),
        (BOARD, "BOARD", False),
        (VIEWER, "SG1", False),
    ],
)
def test_who_leads_it_or_challenges_proposes(
    opened: Opened, person: Person, by: str, may: bool
) -> None:
    desk = opened(begun())
    if may:
        assert desk.save(person, propose(person, by))
        return
    desk.refuse("Only the chair|Name a sub-group|You may read", person, propose(person, by))


@pytest.mark.parametrize("person", [CHAIR, BUSINESS, OFFICER, VIEWER])
def test_only_the_board_decides_on_it(opened: Opened, person: Person) -> None:
    desk = opened(begun().proposes(on="2018-01-25"))
    desk.refuse("Only the Board|You may read", person, settle("refused", person))


def test_whoever_proposed_it_does_not_decide(opened: Opened) -> None:
    desk = opened(begun().proposes(on="2018-01-25", entered_by="board-1"))
    desk.refuse("somebody else must decide", BOARD, settle("refused"))


def test_the_board_gives_its_reason_and_its_meeting(opened: Opened) -> None:
    desk = opened(begun().proposes(on="2018-01-25"))
    desk.refuse("Give the reason", BOARD, replace(settle("refused"), why=""))
    desk.refuse("name the meeting", BOARD, settle("refused", meeting_id=None))
    assert desk.save(BOARD, settle("refused"))


def test_a_form_that_somebody_overtook_asks_first(opened: Opened) -> None:
    desk = opened(begun())
    with pytest.raises(Overtaken):
        desk.save(CHAIR, propose(), seen=1)


def test_what_belongs_elsewhere_or_is_hidden_is_refused(opened: Opened) -> None:
    board = begun().recommendation("R3", closed_session=True)
    desk = opened(board)
    desk.refuse("does not belong", CHAIR, propose(rec_id="R2"))
    desk.refuse("does not belong", CHAIR, entry("note", CHAIR, "SG1", rec_ids=["R"], said="x"))
    desk.refuse("not known on that day", CHAIR, propose(rec_id="R3"), rec="R3")
    desk.refuse("not known on that day", CHAIR, propose(rec_id="NONE"), rec="NONE")


def opening(person: Person = BOARD, by: str = "BOARD", rec: str = "R3", **body: Any) -> Entry:
    return entry("session_opening", person, by, **{"rec_id": rec, "meeting_id": "M"} | body)


def heard(*more: str) -> SmallBoard:
    """R3 with its sub-point, heard in closed session, and others that a note is also about."""
    board = begun().meeting("BG-M", "2018-01-15", group_id="BG")
    board.recommendation("R3", closed_session=True)
    board.recommendation("R3a", parent_id="R3", closed_session=True)
    for rec in more:
        board.recommendation(rec, closed_session=True)
    return board.note("R3", *more, on="2018-01-20") if more else board


NAMED = replace(BOARD, closed_rec_ids=("R3", "R3a", "R4"))


def test_the_board_opens_what_was_heard_in_closed_session(opened: Opened) -> None:
    desk = opened(heard())
    desk.refuse("not known on that day", BOARD, opening(), rec="R3")
    both = (opening(NAMED), opening(NAMED, rec="R3a"))
    assert desk.save(NAMED, *both, rec="R3", seen=999)
    assert desk.state("R3") == "not started"
    desk.refuse("does not belong", NAMED, opening(NAMED), rec="R3")


def test_the_form_makes_an_entry_for_each_that_is_opened(opened: Opened) -> None:
    desk = opened(heard("R4"))
    asked = {"as_at": DAY, "rec": "R4"}
    desk.store.take(desk.journal.entries(after=desk.store.head))
    together = desk.store.ask("report/opened_together", NAMED.closed_rec_ids, **asked)
    about = {"rec_id": "R4", "opens": list(together["rec_id"])}
    said = {"why": "It may be known", "meeting_id": "M"}
    made = drafts.whole(Pen(NAMED, "BOARD", DAY, "k" * 16, True), whole_acts.OPEN, about, said)
    assert sorted(str(each.body["rec_id"]) for each in made) == ["R3", "R3a", "R4"]
    assert len(desk.save(NAMED, *made, rec="R4", seen=999)) == 3
    assert {desk.state(rec) for rec in ("R3", "R3a", "R4")} == {"not started"}


@pytest.mark.parametrize("person", [CHAIR, BUSINESS, OFFICER, VIEWER])
def test_nobody_else_opens_it(opened: Opened, person: Person) -> None:
    named = replace(person, closed_rec_ids=("R3", "R3a"))
    both = (opening(named), opening(named, rec="R3a"))
    with pytest.raises(Refused, match="Only the Board|You may read"):
        opened(heard()).save(named, *both, rec="R3", seen=999)


@pytest.mark.parametrize(
    ("made", "says"),
    [
        ([opening(NAMED)], "together with its sub-points"),
        ([opening(NAMED), opening(NAMED, rec="R3a")], "opens all, or none"),
        ([opening(NAMED, meeting_id="BG-M")], "meeting of another body"),
        ([opening(NAMED, meeting_id=None)], "name the meeting"),
        ([replace(opening(NAMED), why="")], "Give the reason"),
        ([opening(NAMED, rec="R")], "does not belong"),
    ],
)
def test_it_is_opened_whole_at_a_meeting_and_with_a_reason(
    opened: Opened, made: list[Entry], says: str
) -> None:
    desk = opened(heard("R4"))
    with pytest.raises(Refused, match=says):
        desk.save(NAMED, *made, rec="R3", seen=999)

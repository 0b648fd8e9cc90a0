"""Entries on registers: rights, references and rules are asked where the entry is appended."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from scrutiny.journal import Entry, Journal
from scrutiny.people import Person
from scrutiny.recording import Overtaken, Refused
from scrutiny.register_recording import record
from scrutiny.warehouse import Warehouse
from tests.persons import BOARD, BUSINESS, OFFICER, OTHER, VIEWER
from tests.persons import CHAIR as OWNER
from tests.queries.small_risks import RiskBoard

DAY = date(2018, 2, 1)
SCORE = {"which": "current", "likelihood": 2, "impact": 3, "knowledge": "weak"}


@dataclass
class Desk:
    """Both stores."""

    store: Warehouse
    journal: Journal

    def save(self, person: Person, entry: Entry, seen: int = 9999, key: str = "") -> list[int]:
        return record(self.store, self.journal, person, entry, key or uuid4().hex, seen)

    def first(self, kind: str, key: str) -> int:
        self.store.take(self.journal.entries(after=self.store.head))
        asked = self.store.ask("entries/first", ["S"], about=kind, about_key=key)
        return int(asked["seq"].iloc[0])


def entry(kind: str, person: Person, by: str, why: str | None = None, **body: Any) -> Entry:
    key = {"risk_review": "risk_review_id", "setting_step": "setting_step_id"}.get(kind)
    key = key or f"{kind.removeprefix('risk_').removeprefix('setting_')}_id"
    return Entry(
        kind,
        {key: uuid4().hex} | body,
        DAY,
        by,
        person.label,
        "entered",
        why=why,
        recorded_at=datetime.combine(DAY, time.min, UTC),
        entered_by=person.person_id,
    )


def score(person: Person = OWNER, by: str = "SG1", **body: Any) -> Entry:
    return entry("risk_score", person, by, "Seen.", **{"risk_id": "K"} | SCORE | body)


@pytest.fixture
def desk(blank: Warehouse, tmp_path: Path) -> Iterator[Desk]:
    board = RiskBoard().source().recommendation("R").action("A", due_on="2018-06-30")
    board.recommendation("S", closed_session=True)
    board.action("H", rec_id="S", due_on="2018-06-30")
    board.report("A", 20, on="2017-09-01").risk("K").score(4, 4, on="2017-08-01")
    with closing(Journal(f"sqlite:///{tmp_path / 'journal.db'}")) as journal:
        journal.append(board.entries)
        yield Desk(blank, journal)


@pytest.mark.parametrize(
    ("person", "by"), [(OWNER, "SG1"), (OFFICER, "SG1"), (BUSINESS, "BG")], ids=str
)
def test_who_scores_a_risk(desk: Desk, person: Person, by: str) -> None:
    before = desk.journal.head()
    assert desk.save(person, score(person, by)) == [before + 1]


@pytest.mark.parametrize(
    ("person", "by"),
    [
        (OTHER, "SG2"),
        (OTHER, "SG1"),
        (OFFICER, "SG2"),
        (BUSINESS, "SG1"),
        (BOARD, "BOARD"),
        (VIEWER, "SG1"),
        (Person("", "viewer", "Nobody"), "SG1"),
    ],
    ids=str,
)
def test_who_does_not(desk: Desk, person: Person, by: str) -> None:
    before = desk.journal.head()
    with pytest.raises(Refused):
        desk.save(person, score(person, by))
    assert desk.journal.head() == before


def test_an_entry_under_the_name_of_another_is_refused(desk: Desk) -> None:
    with pytest.raises(Refused, match="may read this"):
        desk.save(BUSINESS, score(OWNER, "BG"))


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ({"likelihood": 6}, "from 1 to 5"),
        ({"impact": 0}, "from 1 to 5"),
        ({"which": "target", "likelihood": 5, "impact": 5}, "above the current score"),
        ({"risk_id": "NONE"}, "not known"),
        ({"knowledge": "vague"}, "not known"),
    ],
)
def test_what_the_contract_refuses_is_refused_with_its_remedy(
    desk: Desk, body: dict[str, Any], says: str
) -> None:
    before = desk.journal.head()
    with pytest.raises(Refused, match=says):
        desk.save(OWNER, score(**body))
    assert desk.journal.head() == before


def test_a_return_for_an_unknown_setting_is_refused(desk: Desk) -> None:
    body = {"setting_id": "SCH-9", "assurance_year": "2017-18", "step": "returned"}
    with pytest.raises(Refused, match='"SCH-9" is not known. Choose one that is in the list.'):
        desk.save(OFFICER, entry("setting_step", OFFICER, "SG1", **body))


def test_what_is_hidden_is_told_as_not_known(desk: Desk) -> None:
    link = {"risk_id": "K", "action_id": "H"}
    with pytest.raises(Refused, match='"H" is not known'):
        desk.save(OWNER, entry("risk_link", OWNER, "SG1", **link))
    named = replace(OWNER, closed_rec_ids=("S",))
    assert desk.save(named, entry("risk_link", named, "SG1", **link))


def test_the_owner_does_not_close_a_risk(desk: Desk) -> None:
    body = {"risk_id": "K", "outcome": "close", "said": "Over."}
    with pytest.raises(Refused, match="does not close it"):
        desk.save(OWNER, entry("risk_review", OWNER, "SG1", **body))
    assert desk.save(BUSINESS, entry("risk_review", BUSINESS, "BG", **body))


def test_only_the_board_sets_the_appetite(desk: Desk) -> None:
    body = {"risk_id": "K", "treatment": "treat", "appetite": 12}
    with pytest.raises(Refused, match="Only the Board sets the appetite"):
        desk.save(BUSINESS, entry("risk_treatment", BUSINESS, "BG", "Higher.", **body))
    assert desk.save(BOARD, entry("risk_treatment", BOARD, "BOARD", "Higher.", **body))


def test_the_same_key_appends_once_and_a_form_that_was_overtaken_asks(desk: Desk) -> None:
    seen = desk.first("risk", "K") + 1
    first = desk.save(OWNER, score(), seen=seen, key="k")
    assert desk.save(OWNER, score(), seen=seen, key="k") == first
    with pytest.raises(Overtaken) as overtaken:
        desk.save(OFFICER, score(OFFICER), seen=seen)
    assert overtaken.value.seen == first[0]


def correction(desk: Desk, person: Person, kind: str, **body: Any) -> Entry:
    (wrong,) = [e for e in desk.journal.entries() if e.kind == kind][-1:]
    whole = dict(wrong.body) | {f"{kind}_id": uuid4().hex} | body
    return replace(
        wrong, body=whole, entered_by=person.person_id, why="A slip.", corrects=wrong.seq
    )


def test_the_officer_corrects_by_a_new_entry(desk: Desk) -> None:
    desk.save(OFFICER, correction(desk, OFFICER, "report", percent=2))
    (last,) = list(desk.journal.entries())[-1:]
    assert (last.body["percent"], last.entered_by) == (2, "officer")
    with pytest.raises(Refused, match="corrected or taken back already"):
        desk.save(OFFICER, replace(correction(desk, OFFICER, "report"), corrects=last.corrects))


@pytest.mark.parametrize("person", [OWNER, BUSINESS, BOARD, VIEWER], ids=str)
def test_nobody_else_corrects(desk: Desk, person: Person) -> None:
    with pytest.raises(Refused, match="Only the officer"):
        desk.save(person, correction(desk, person, "report", percent=2))


def test_a_correction_keeps_what_it_is_about(desk: Desk) -> None:
    with pytest.raises(Refused, match="cannot change this"):
        desk.save(OFFICER, correction(desk, OFFICER, "report", action_id="H"))


def test_a_correction_has_a_key_of_its_own(desk: Desk) -> None:
    wrong = [e for e in desk.journal.entries() if e.kind == "report"][-1]
    with pytest.raises(Refused, match="key of its own"):
        desk.save(OFFICER, replace(correction(desk, OFFICER, "report"), body=wrong.body))


def test_a_correction_needs_its_reason(desk: Desk) -> None:
    with pytest.raises(Refused, match="what was wrong"):
        desk.save(OFFICER, replace(correction(desk, OFFICER, "report"), why=" "))


def test_what_others_refer_to_is_not_taken_back(desk: Desk) -> None:
    back = replace(
        entry("retraction", OFFICER, "SG1", "Wrong."), corrects=desk.first("action", "A")
    )
    with pytest.raises(Refused, match="refer to this one"):
        desk.save(OFFICER, back)


def test_an_entry_of_a_closed_session_cannot_be_found_by_correcting(desk: Desk) -> None:
    back = replace(
        entry("retraction", OFFICER, "SG1", "Wrong."), corrects=desk.first("action", "H")
    )
    with pytest.raises(Refused, match="no entry of this number"):
        desk.save(OFFICER, back)
    assert desk.save(replace(OFFICER, closed_rec_ids=("S",)), back)


def test_a_recommendation_does_not_leave_closed_session_by_an_addition(desk: Desk) -> None:
    (closed,) = [e for e in desk.journal.entries() if e.body.get("rec_id") == "S"][:1]
    open_ = {name: value for name, value in closed.body.items() if name != "closed_session"}
    again = replace(closed, body=open_ | {"ref": "other"}, entered_by="officer")
    with pytest.raises(Refused, match="there is one already"):
        desk.save(OFFICER, again)
    assert "S" in desk.store.closed.rec_ids


def test_an_opening_is_taken_back_with_those_of_what_was_heard_together(
    blank: Warehouse, tmp_path: Path
) -> None:
    board = RiskBoard().source().recommendation("R2", closed_session=True)
    board.recommendation("R2a", parent_id="R2", closed_session=True)
    board.recommendation("R3", closed_session=True)
    board.meeting("M", "2018-01-20").opens("R2", "R2a", "R3", on="2018-01-20")
    with closing(Journal(f"sqlite:///{tmp_path / 'journal.db'}")) as journal:
        journal.append(board.entries)
        desk = Desk(blank, journal)
        number = desk.first("session_opening", str(board.entries[-3].body["session_opening_id"]))
        back = entry("retraction", OFFICER, "BOARD", "Too early.")
        made = desk.save(OFFICER, replace(back, corrects=number))
        assert len(made) == 2, "R3 was opened at the same meeting, and stays open"
        blank.take(journal.entries(after=blank.head))
        assert blank.closed.hidden((), DAY) == ("R2", "R2a")

"""No number comes from after the as-at day, and it does not matter how the entries came in."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scrutiny import queries
from tests.queries.assurance_board import AssuranceBoard
from tests.queries.small_board import Reading, SmallBoard
from tests.queries.small_risks import RiskBoard


class Everything(RiskBoard, AssuranceBoard):
    """A board with every kind of entry."""


FIRST = date(2017, 6, 1)
STATES = ("actions_on", "promises_on", "recommendations_on")
ASKED = [name for name in queries.names() if "as_at" in queries.find(name).parameters]
GIVEN = {
    "rec": "R1",
    "by": "agency",
    "indicator": "rate",
    "risk": "K",
    "action": "A",
    "challenge": "C",
    "gate": "sub_group",
    "kind": "board",
    "table": "action",
    "about": "risk",
    "about_key": "K",
}
OF_ITS_OWN = {"entries/latest": {"kind": "any"}, "report/wholes": {"gate": "board"}}
MOVES = (
    *(
        "proposed complete",
        "complete",
        "signed off",
        "returned",
        "reopened",
        "paused",
        "superseded",
    ),
    "in progress",
)

DAY = st.integers(0, 400).map(lambda n: str(FIRST + timedelta(days=n)))


def answer(reading: Reading, name: str, day: str) -> list[Any]:
    """All the rows of a query on a day; where it compares, with 30 days before."""
    known = GIVEN | {"since": str(date.fromisoformat(day) - timedelta(30))}
    known |= OF_ITS_OWN.get(name, {})
    more = {key: known[key] for key in queries.find(name).parameters if key in known}
    return reading.ask(name, as_at=day, **more)


def answers(reading: Reading, day: str, names: list[str]) -> dict[str, list[Any]]:
    states = {name: reading.state(name, day) for name in STATES}
    return states | {name: answer(reading, name, day) for name in names}


class Telling:
    """Draws a small board: two recommendations, a sub-point, and whatever is said about them.

    A fact is learned on its day or up to 60 days on, and never before what it is about.
    """

    RECS = st.sampled_from(["R1", "R1", "R1a", "R2"])
    LEARNED_AFTER = st.sampled_from([0, 0, 0, 1, 60])

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        self.known = {"R1": "2017-06-01", "R1a": "2017-06-01", "R2": "2017-06-20"}
        self.board = SmallBoard().source().meeting("M", "2017-12-01", on=draw(DAY))
        for rec, day in self.known.items():
            parent = "R1" if rec == "R1a" else None
            self.board.recommendation(rec, parent_id=parent, on=day)

    def some(self, *words: str, most: int = 4) -> list[str]:
        return self.draw(st.lists(st.sampled_from(words), max_size=most))

    def when(self, *about: str, key: str = "") -> dict[str, str]:
        """Two days to say something on; ``key`` is what later facts may be about."""
        on = max(self.draw(DAY), *(self.known[one] for one in about))
        later = timedelta(self.draw(self.LEARNED_AFTER))
        learned = str(date.fromisoformat(on) + later)
        if key:
            self.known[key] = learned
        return {"on": on, "learned": learned}

    def action(self, key: str) -> None:
        rec = self.draw(self.RECS)
        given = self.when(rec, key=key)
        days = self.draw(st.none() | st.integers(0, 200))
        due_on = None if days is None else str(date.fromisoformat(given["on"]) + timedelta(days))
        self.board.action(key, rec, due_on=due_on, **given)
        for kind in self.some("report", "move", "extension"):
            if kind == "report":
                percent = self.draw(st.none() | st.integers(0, 100))
                self.board.report(key, percent, **self.when(key))
            elif kind == "move":
                state = self.draw(st.sampled_from(MOVES))
                self.board.move(key, state, evidence="A paper", **self.when(key))
            else:
                self.board.extension(key, self.draw(DAY), **self.when(key))

    def promise(self, key: str) -> None:
        recs = self.draw(st.lists(self.RECS, min_size=1, max_size=3, unique=True))
        given = self.when(*recs, key=key)
        due_on = self.draw(st.none() | DAY)
        self.board.promise(key, *recs, due_on=due_on, meeting_id="M", **given)
        for change in self.some("moved", "kept", "withdrawn", most=3):
            if change == "moved":
                self.board.moved(key, self.draw(st.none() | DAY), **self.when(key))
            else:
                self.board.update(key, change, **self.when(key))

    def challenge(self, key: str) -> None:
        rec = self.draw(self.RECS)
        self.board.challenge(key, rec, **self.when(rec, key=key))
        for outcome in self.some("satisfied", "not satisfied", "withdrawn", most=3):
            self.board.answer(key, outcome, **self.when(key))

    def rest(self) -> None:
        for kind in self.some("response", "note", "assurance", "scope", "move"):
            rec = self.draw(self.RECS)
            if kind == "move":
                state = self.draw(st.sampled_from(MOVES))
                self.board.move_recommendation(rec, state, **self.when(rec))
            else:
                getattr(self.board, kind)(rec, **self.when(rec))


@st.composite
def boards(draw: st.DrawFn) -> SmallBoard:
    telling = Telling(draw)
    for number in range(draw(st.integers(1, 3))):
        telling.action(f"A{number}")
    for number in range(draw(st.integers(0, 2))):
        telling.promise(f"P{number}")
    for number in range(draw(st.integers(0, 2))):
        telling.challenge(f"C{number}")
    telling.rest()
    return telling.board


@pytest.fixture(scope="module")
def pair(empty: Path) -> Iterator[tuple[Reading, Reading]]:
    two = Reading(empty), Reading(empty)
    yield two
    for reading in two:
        reading.close()


def some(names: list[str]) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(names), min_size=3, max_size=3, unique=True)


@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
@given(board=boards(), day=DAY, names=some(ASKED))
def test_what_was_learned_after_the_day_changes_nothing(
    pair: tuple[Reading, Reading], board: SmallBoard, day: str, names: list[str]
) -> None:
    then = board.known_by(max(day, "2017-06-01"))
    whole, early = pair[0].anew(board.entries), pair[1].anew(then)
    assert answers(whole, day, names) == answers(early, day, names)


@settings(max_examples=6, suppress_health_check=[HealthCheck.too_slow])
@given(board=boards(), day=DAY, cut=st.integers(3, 20), names=some(ASKED))
def test_entries_in_two_batches_say_what_they_say_in_one(
    pair: tuple[Reading, Reading], board: SmallBoard, day: str, cut: int, names: list[str]
) -> None:
    whole, halves = pair[0].anew(board.entries), pair[1].anew(board.entries[:cut])
    answers(halves, day, names)  # an answer given before must not be given again
    halves.warehouse.take(board.entries[cut:])
    assert answers(whole, day, names) == answers(halves, day, names)


def everything() -> SmallBoard:
    """Every kind of entry, some learned late, so that each query has something to leak."""
    board = Everything().source(record_ends_on="2018-03-01", record_note="Nothing after.")
    board.meeting("M", "2017-09-01").meeting("M2", "2018-01-01", on="2017-10-01")
    board.recommendation("R1", on="2017-06-01").recommendation("R2", on="2017-09-01")
    board.recommendation("R1a", parent_id="R1", on="2017-06-01", agency_id="HEALTH")
    board.response("R1", on="2017-06-20").response("R1", on="2017-10-01", acceptance="in principle")
    board.action("A", "R1", due_on="2017-09-30").action(
        "B", "R1", on="2017-08-01", learned="2017-12-01"
    )
    board.action("C", "R2", on="2017-09-02", due_on="2017-12-31", agency_id="HEALTH")
    board.report("A", 30, on="2017-08-01", evidence="Minutes").report("A", 80, on="2017-11-01")
    board.report("A", 60, on="2017-10-01", learned="2018-01-05", own_rating="green")
    board.extension("A", "2017-12-31", on="2017-09-15", learned="2017-10-15")
    board.moves("A", ("2017-12-01", "proposed complete"), ("2018-01-02", "complete"))
    board.promise("P", "R1", "R1a", due_on="2017-09-01", meeting_id="M")
    board.moved("P", "2017-12-31", on="2017-09-01").update("P", "kept", on="2018-01-03")
    board.promise("Q", "R2", on="2017-09-01").challenge("C", "R1", on="2017-09-10")
    board.answer("C", "not satisfied", on="2017-10-10").answer(
        "C", on="2017-11-10", learned="2017-12-10"
    )
    for number in range(5):
        board.action(f"D{number}", "R2", on="2017-09-01").move(
            f"D{number}", "complete", on="2017-10-01"
        )
    board.proposes("R2", on="2017-09-20").settles("refused", on="2018-01-02")
    board.registers_risks()
    board.keeps_assurance()
    board.note("R1", on="2017-09-05").assurance("R1", on="2017-12-20").scope("R1", on="2017-11-20")
    audits(board)
    settings_in_scope(board)
    return board.move_recommendation("R1", "signed off", on="2018-02-01")


def audits(board: SmallBoard) -> None:
    board.audit("D", "2017-08-31").audit_step("D", "begun", on="2017-08-01", learned="2017-10-01")
    board.audited("D", on="2017-09-10").grading("D", on="2017-09-10", learned="2017-12-01")
    board.finding("F", on="2017-09-10").finding("G", on="2017-09-10", learned="2018-01-02")
    board.finding_step("F", "action agreed", on="2017-09-30", due_on="2017-11-30")
    board.finding_step("F", "action done", on="2017-12-01", learned="2018-01-10")
    board.finding_step("G", "action agreed", on="2018-01-02", action_id="A")
    board.audit("E", "2017-12-31", repeats_id="D", programme="2018-19", on="2017-11-01")
    board.audit_step("E", "moved", on="2017-12-01", planned_on="2018-02-01", why="Staff")
    board.audited("E", on="2018-02-01").grading("E", 6, 14, 0, 0, on="2018-02-01")
    board.finding_step("F", "re-audited", on="2018-02-01", audit_id="E", result="improved")
    board.section11_round().self_score("POLICE", "training", 3, on="2017-11-20")
    board.self_score("HEALTH", "training", 2, on="2017-11-20", learned="2018-01-02")
    board.moderated("POLICE", "training", 1, on="2018-01-20", learned="2018-02-15")


def settings_in_scope(board: SmallBoard) -> None:
    board.scope("R1", setting_kind="Schools", on="2017-11-01", learned="2017-12-01")
    for number in range(1, 5):
        board.setting(f"SCH-{number}", grade="inadequate")
        board.reached(f"SCH-{number}", "asked", on="2017-09-25", due_on="2017-11-24")
    board.reached("SCH-1", "returned", on="2017-11-20").reached(
        "SCH-2", "returned", on="2017-12-20"
    )
    board.reached("SCH-1", "verified", on="2017-12-01", learned="2018-01-02")
    board.reached("SCH-1", "plan agreed", on="2018-01-02", due_on="2018-03-30")
    board.reached("SCH-1", "plan closed", on="2018-02-20")
    board.setting_change("SCH-3", "inspected", "good", on="2018-01-01")
    board.setting_change("SCH-4", "closed", on="2017-12-20", learned="2018-01-20")


DAYS = ["2017-05-31", "2017-07-31", "2017-09-30", "2017-12-05", "2018-01-02", "2018-03-02"]


@pytest.fixture(scope="module")
def now_and_then(empty: Path) -> Iterator[tuple[Reading, dict[str, Reading]]]:
    board = everything()
    now = Reading(empty, board.entries)
    then = {day: Reading(empty, board.known_by(day)) for day in DAYS}
    yield now, then
    for reading in (now, *then.values()):
        reading.close()


# those that tell of published figures and of nothing the journal knows
OF_FIGURES = (
    "indicators/",
    "referrals/",
    "workforce/",
    "recommendations/difference",
    "education/schools_by_grade",
    "neglect/published",
    "learning/child_deaths",
)


@pytest.mark.parametrize("name", [name for name in ASKED if not name.startswith(OF_FIGURES)])
def test_every_query_answers_as_it_would_have_on_the_day(
    now_and_then: tuple[Reading, dict[str, Reading]], name: str
) -> None:
    now, then = now_and_then
    found = {day: answer(now, name, day) for day in DAYS}
    assert found == {day: answer(then[day], name, day) for day in DAYS}
    # the board of this module has no closed session
    assert any(found.values()) or name == "report/opened_together", "there is nothing to ask about"

"""Recommendations of a closed session: only those named see them, and no count tells of them."""

import re
from typing import Any

import pytest

from scrutiny import queries, sight
from scrutiny.contract import Contract
from scrutiny.warehouse import SCHEMA
from tests.queries.assurance_board import AssuranceBoard
from tests.queries.conftest import Read
from tests.queries.small_board import Reading
from tests.queries.small_risks import RiskBoard

DAY = "2018-02-15"


class Board(RiskBoard, AssuranceBoard):
    """A small board with registers."""


def board(*, with_closed: bool) -> Board:
    """An open recommendation, and beside it, where asked, a closed one with one of everything."""
    made = Board().source().recommendation("R1").action("A1", "R1", due_on="2018-01-31")
    made.report("A1", 40, on="2017-10-01").meeting("M", "2017-09-01")
    made.risk("K").score(4, 4, "K", on="2017-09-02").link("K", action_id="A1", on="2017-09-03")
    made.audit("D").audited("D", on="2017-09-20").finding("F", "D", on="2017-09-21")
    made.finding("G", "D", on="2017-09-21").finding_step("F", "action agreed", on="2017-09-22")
    if with_closed:
        made.recommendation("R2", closed_session=True, position=9)
        made.recommendation("R2a", parent_id="R2", closed_session=True, position=10)
        made.action("A2", "R2", due_on="2018-01-15", agency_id="HEALTH", lead_group_id="SG2")
        made.action("A3", "R2")
        made.report("A2", 10, on="2017-10-02", evidence="A file", own_rating="green")
        made.moves("A2", ("2017-11-01", "proposed complete"), ("2017-11-10", "returned"))
        made.extension("A2", "2018-02-10", on="2017-11-11")
        made.response("R2").promise("P2", "R2", due_on="2017-12-01")
        made.moved("P2", "2018-01-01", on="2017-12-02").note("R2", on="2017-12-03")
        made.challenge("C2", "R2", on="2017-12-04").answer("C2", on="2017-12-05")
        made.proposes("R2", on="2017-12-05").settles("refused", on="2017-12-06")
        made.scope("R2").assurance("R2", on="2017-12-06").move_recommendation(
            "R2a", "paused", on="2017-12-07"
        )
        made.link("K", action_id="A2", on="2017-12-08").link("K", rec_id="R2", on="2017-12-08")
        made.finding_step("G", "action agreed", action_id="A2", on="2017-12-09")
    return made


def given(name: str, rec: str = "R2", day: str = DAY) -> dict[str, object]:
    """A value for each parameter that the query needs."""
    values: dict[str, object] = {}
    query = queries.find(name)
    for key, kind in query.parameters.items():
        if key not in query.defaults and kind != "varchar[]":
            values[key] = {"date": day, "integer": 1}.get(kind, "none")
    wanted = {"rec": rec, "by": "agency", "since": "2017-06-30", "action": "A2", "risk": "K"}
    wanted |= {"table": "action", "about": "recommendation", "about_key": rec, "key": "A2"}
    wanted |= {"kind": "board"} if name == "report/body" else {"kind": "any", "gate": "sub_group"}
    return values | {key: wanted[key] for key in wanted if key in query.parameters}


def answers(
    reading: Reading, may_see: tuple[str, ...] = (), day: str = DAY
) -> dict[str, list[Any]]:
    """What every query that a person may ask answers."""
    return {
        name: list(reading.ask(name, may_see=may_see, **given(name, day=day)))
        for name in queries.names()
    }


def without_numbers(name: str, rows: object) -> object:
    """The journal's numbers tell that there are entries between, which is no secret."""
    return rows if name != "recommendations/story" else len(rows)  # type: ignore[arg-type]


def different(one: dict[str, list[Any]], other: dict[str, list[Any]]) -> list[str]:
    return [
        name
        for name in other
        if without_numbers(name, one[name]) != without_numbers(name, other[name])
    ]


def test_whoever_is_not_named_gets_the_answers_of_a_board_without_it(read: Read) -> None:
    with_closed = answers(read(board(with_closed=True)))
    assert different(with_closed, answers(read(board(with_closed=False)))) == []


def test_a_register_that_refers_to_closed_work_tells_it_to_those_named_alone(read: Read) -> None:
    reading = read(board(with_closed=True))
    named = ("R2", "R2a")
    for name in ("risks/links", "risks/story", "audits/findings"):
        hidden = reading.ask(name, **given(name))
        shown = reading.ask(name, may_see=named, **given(name))
        assert hidden != shown, name
        assert "A2" not in str(hidden), name
        assert "A2" in str(shown), name


def test_whoever_is_named_sees_it(read: Read) -> None:
    reading = read(board(with_closed=True))
    listed = reading.ask("recommendations/list", "rec_id", may_see=("R2", "R2a"), as_at=DAY)
    assert sorted(listed) == ["R1", "R2", "R2a"]
    assert "A2" in reading.ask("actions/list", "action_id", may_see=("R2",), as_at=DAY)
    assert reading.ask("recommendations/story", may_see=("R2",), as_at=DAY, rec="R2")
    assert reading.ask("recommendations/story", as_at=DAY, rec="R2") == []


def test_to_be_named_for_one_opens_no_other(read: Read) -> None:
    reading = read(board(with_closed=True))
    listed = reading.ask("recommendations/list", "rec_id", may_see=("R2a",), as_at=DAY)
    assert sorted(listed) == ["R1", "R2a"]


@pytest.mark.parametrize("kind", Contract.read().kinds)
def test_a_question_asked_without_saying_who_reads_sees_nothing_of_any(
    kind: str, read: Read
) -> None:
    reading = read(board(with_closed=True))
    columns = Contract.read().table(kind).by_name
    if {"rec_id", "rec_ids", "action_id"} & set(columns):
        own = {"risk_link": "indicator_id is null", "finding_step": "action_id is not null"}
        with reading.warehouse._connection.cursor() as cursor:
            asked = f"from {kind} where {own.get(kind, True)}"
            assert cursor.execute(asked).fetchall() == []


def test_no_query_knows_the_tables_that_hold_all() -> None:
    folder = queries.FOLDER
    named = [
        path
        for path in folder.rglob("*.sql")
        if re.search(r"\b(from|join) whole\.", path.read_text("utf-8"))
    ]
    assert named == []


def test_no_rule_reads_the_tables_that_hold_all() -> None:
    said = "".join(path.read_text("utf-8") for path in SCHEMA.glob("*.sql"))
    macros = re.findall(r"^create macro (\w+)(.*?);$", said, re.DOTALL | re.MULTILINE)
    assert len(macros) > 100
    assert [name for name, body in macros if "whole." in body] == []


def test_what_is_kept_for_a_day_is_of_all_and_each_reader_sees_their_own(read: Read) -> None:
    reading = read(board(with_closed=True))
    for may_see, seen in [((), 1), (("R2", "R2a"), 3), ((), 1)]:
        assert len(reading.ask("recommendations/list", may_see=may_see, as_at=DAY)) == seen


def test_the_list_of_what_is_hidden_stays_with_its_cursor(read: Read) -> None:
    reading = read(board(with_closed=True))
    with reading.warehouse._connection.cursor() as first:
        sight.hide(first, ())
        assert len(first.execute("from recommendation").fetchall()) == 3
        with reading.warehouse._connection.cursor() as second:
            assert second.execute("from recommendation").fetchall() == []

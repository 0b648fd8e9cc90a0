"""Which entries fall with a hidden recommendation, and lists over every kind that obey it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from scrutiny import entry_lists, sight
from scrutiny.warehouse import Warehouse
from tests.queries.small_board import Reading
from tests.queries.small_risks import RiskBoard

DAY = "2018-02-15"


def board() -> RiskBoard:
    made = RiskBoard().source().recommendation("R").recommendation("S", closed_session=True)
    made.action("A", "R", due_on="2017-12-31").action("B", "S", due_on="2017-12-31")
    return made.link(action_id="A", on="2017-08-01").link(action_id="B", on="2017-08-01")


@pytest.fixture
def store(empty: Path) -> Iterator[Warehouse]:
    opened = Reading(empty, board().entries)
    yield opened.warehouse
    opened.warehouse.close()


def shut(store: Warehouse) -> list[tuple[str, str]]:
    """Kind and key of what is shut to whoever may not see S."""
    hidden: list[tuple[str, str]] = []
    with store._connection.cursor() as cursor:
        sight.hide(cursor, ("S",))
        for kind, key in (("recommendation", "rec_id"), ("action", "action_id")):
            found = cursor.execute(
                f"select '{kind}', {key} from whole.{kind}"
                " where seq in (select seq from whole.shut_entry)"
            )
            hidden += found.fetchall()
        links = "select action_id from whole.risk_link where not is_open_entry(seq)"
        hidden += [("risk_link", key) for (key,) in cursor.execute(links).fetchall()]
    return hidden


def test_what_refers_to_a_hidden_recommendation_at_any_remove_is_shut(store: Warehouse) -> None:
    assert shut(store) == [("recommendation", "S"), ("action", "B"), ("risk_link", "B")]


def test_what_is_kept_is_what_is_worked_out(store: Warehouse) -> None:
    read = "select list_sort(getvariable('shut'))"
    with store._connection.cursor() as cursor:
        sight.hide(cursor, ("S",))
        anew = cursor.execute(read).fetchall()
        assert cursor.execute("from whole.shut").fetchall() == []
    store.ask("recommendations/list", as_at=DAY)
    with store._connection.cursor() as cursor:
        assert len(cursor.execute("from whole.shut").fetchall()) == 1
        sight.hide(cursor, ("S",))
        assert cursor.execute(read).fetchall() == anew
    assert len(anew[0][0]) == 3


def test_entries_that_come_later_are_shut_too(store: Warehouse) -> None:
    store.ask("actions/list", as_at=DAY)
    store.take(board().action("C", "S", due_on="2018-01-31").entries)
    assert set(store.ask("actions/list", as_at=DAY)["action_id"]) == {"A"}
    assert set(store.ask("actions/list", ["S"], as_at=DAY)["action_id"]) == {"A", "B", "C"}


def test_a_cursor_that_says_nothing_of_its_reader_sees_no_entry(store: Warehouse) -> None:
    with store._connection.cursor() as cursor:
        for view in ("recommendation", "risk", "meeting", "risk_link"):
            assert cursor.execute(f"from {view}").fetchall() == []


ASKED: dict[str, tuple[str, dict[str, object]]] = {
    "entry_line": ("entries/one", {"number": 1}),
    "entry_about": ("entries/last", {"about": "risk", "about_key": "K"}),
    "entry_title": ("entries/known", {"table": "risk", "key": "K"}),
}


@pytest.mark.parametrize("name", entry_lists.NAMES)
def test_a_list_is_filled_once_and_emptied_by_what_comes(store: Warehouse, name: str) -> None:
    def rows() -> int:
        with store._connection.cursor() as cursor:
            found = cursor.execute(f"select count(*) from whole.{name}").fetchall()
        return int(found[0][0])

    query, given = ASKED[name]
    assert rows() == 0
    store.ask(query, **given)
    once = rows()
    store.ask(query, **given)
    assert rows() == once > 0
    store.take(board().action("C", "R", due_on="2018-01-31").entries)
    assert rows() == 0
    store.ask(query, **given)
    assert rows() > once

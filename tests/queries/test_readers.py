"""A cursor is used again only by who may see as much, and never after entries came."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import duckdb
import pytest

from scrutiny import queries, readers, warehouse
from scrutiny.queries import Query
from scrutiny.readers import Readers
from scrutiny.warehouse import Warehouse
from tests.queries.small_board import Reading, SmallBoard

DAY = "2018-02-15"
COUNT = Query("any/count", "select count(*) as n from recommendation", {}, {})


def board() -> SmallBoard:
    made = SmallBoard().source().recommendation("R").recommendation("S", closed_session=True)
    return made.action("B", "S", due_on="2017-12-31")


@pytest.fixture
def store(empty: Path) -> Iterator[Warehouse]:
    opened = Reading(empty, board().entries)
    yield opened.warehouse
    opened.warehouse.close()


def listed(store: Warehouse, *may_see: str) -> list[str]:
    return list(store.ask("recommendations/list", may_see, as_at=DAY)["rec_id"])


def test_each_reader_sees_the_own_rows_whoever_asked_before(store: Warehouse) -> None:
    for _ in range(3):
        assert listed(store) == ["R"]
        assert listed(store, "S") == ["R", "S"]


def test_many_at_once_see_their_own_rows(store: Warehouse) -> None:
    asked = [("S",), (), ("S",), ()] * 20
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda may_see: listed(store, *may_see), asked))
    assert found == [["R", "S"] if may_see else ["R"] for may_see in asked]


def test_what_came_since_is_hidden_too(store: Warehouse) -> None:
    actions = Query("any/actions", "select action_id from action order by action_id", {}, {})

    def read(hidden: tuple[str, ...]) -> list[str]:
        return list(store._readers.ask(actions, {}, hidden)["action_id"])

    assert [read(("S",)), read(())] == [[], ["B"]]
    more = board().action("C", "S", due_on="2017-12-31").action("D", "R", due_on="2017-12-31")
    store.take(more.entries)
    assert [read(("S",)), read(())] == [["D"], ["B", "C", "D"]]


def test_a_cursor_is_used_again_until_it_is_forgotten(
    store: Warehouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    hidden: list[tuple[str, ...]] = []
    hide = readers.sight.hide
    monkeypatch.setattr(
        readers.sight, "hide", lambda cursor, of: (hidden.append(of), hide(cursor, of))
    )
    own = Readers(store._connection)
    for of in ((), ("S",), (), ("S",)):
        assert list(own.ask(COUNT, {}, of)["n"]) == [1 if of else 2]
    assert hidden == [(), ("S",)]
    own.forget()
    own.ask(COUNT, {}, ())
    assert hidden == [(), ("S",), ()]


def test_the_one_that_waited_longest_goes_first(
    store: Warehouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(readers, "_MOST_IDLE", 1)
    own = Readers(store._connection)
    for of in ((), ("S",)):
        assert list(own.ask(COUNT, {}, of)["n"]) == [1 if of else 2]
    assert [of for of, _ in own._idle] == [("S",)]


def test_a_cursor_in_use_when_entries_come_is_not_used_again(store: Warehouse) -> None:
    own = Readers(store._connection)
    with own._cursor(("S",)):
        own.forget()
    assert own._idle == []
    with own._cursor(("S",)):
        pass
    assert [of for of, _ in own._idle] == [("S",)]


def test_a_question_asked_while_entries_come_is_asked_again(
    store: Warehouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    # the question begins with what is shut of the entries before, and sees those that came
    actions = Query("any/actions", "select action_id from action order by action_id", {}, {})
    monkeypatch.setattr(warehouse.queries, "find", lambda _: actions)
    assert list(store.ask("any/actions")["action_id"]) == []
    waiting, taken = store._readers._waiting, []

    def late(hidden: tuple[str, ...]) -> duckdb.DuckDBPyConnection | None:
        cursor = waiting(hidden)
        if not taken:
            taken.append(cursor)
            store.take(board().action("C", "S").action("D", "R").entries)
        return cursor

    monkeypatch.setattr(store._readers, "_waiting", late)
    for _ in range(2):
        assert list(store.ask("any/actions")["action_id"]) == ["D"]
    assert taken[0] is not None


def test_a_question_that_failed_leaves_no_cursor_behind(store: Warehouse) -> None:
    own = Readers(store._connection)
    wrong = Query("any/wrong", "select error('no') as n from recommendation", {}, {})
    for _ in range(2):
        with pytest.raises(duckdb.Error, match="no"):
            own.ask(wrong, {}, ())
    assert own._idle == []


def test_every_question_is_one_statement() -> None:
    with duckdb.connect() as connection:
        for name in queries.names():
            assert len(connection.extract_statements(queries.find(name).sql)) == 1, name

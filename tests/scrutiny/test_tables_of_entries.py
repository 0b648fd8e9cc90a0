"""Entries into the tables that questions read: every value as the column's own type."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import duckdb
import pytest

from scrutiny import sight, tables, warehouse
from scrutiny.journal import Entry
from scrutiny.warehouse import Warehouse
from tests.queries.small_board import REFERENCE, SmallBoard, write_empty

NOTE = Entry(
    "note",
    {"note_id": "N1", "rec_ids": ["R1", "R1a"], "said": "Noted."},
    date(2017, 9, 14),
    "SG1",
    "Chair",
    "paper",
    why="Asked.",
    cited="Minutes",
    recorded_at=datetime(2017, 9, 14, tzinfo=UTC),
    seq=7,
)


class TestRow:
    def test_it_has_the_body_and_what_every_kind_has(self) -> None:
        assert tables.row(NOTE) == {
            "note_id": "N1",
            "rec_ids": ["R1", "R1a"],
            "said": "Noted.",
            "seq": 7,
            "known_on": date(2017, 9, 14),
            "effective_on": date(2017, 9, 14),
            "recorded_on": date(2017, 9, 14),
            "by_group_id": "SG1",
            "by_role": "Chair",
            "why": "Asked.",
            "cited": "Minutes",
            "provenance": "paper",
            "void_on": None,
            "entered_by": None,
            "corrects": None,
        }

    @pytest.mark.parametrize(
        ("about", "learned", "known"),
        [
            (date(2017, 9, 14), date(2017, 9, 14), date(2017, 9, 14)),
            (date(2017, 9, 14), date(2017, 9, 15), date(2017, 9, 15)),
            (date(2017, 9, 15), date(2017, 9, 14), date(2017, 9, 15)),
            (date(2016, 2, 29), None, date(2016, 2, 29)),
        ],
    )
    def test_it_is_known_on_the_later_day(
        self, about: date, learned: date | None, known: date
    ) -> None:
        moment = learned and datetime(learned.year, learned.month, learned.day, 23, tzinfo=UTC)
        entry = Entry("note", {}, about, "SG1", "Chair", "paper", recorded_at=moment)
        assert tables.row(entry)["known_on"] == known

    def test_a_body_cannot_pass_itself_off_as_another_entry(self) -> None:
        body = {"seq": 1, "known_on": "1999-01-01", "provenance": "paper", "by_role": "Chair"}
        entry = Entry("note", body, date(2018, 1, 1), "SG1", "Officer", "illustrative", seq=9)
        row = tables.row(entry)
        assert (row["seq"], row["known_on"]) == (9, date(2018, 1, 1))
        assert (row["provenance"], row["by_role"]) == ("illustrative", "Officer")


@pytest.fixture
def scratch() -> Iterator[duckdb.DuckDBPyConnection]:
    """A table with one column of each type that the contract uses."""
    connection = duckdb.connect(":memory:")
    connection.execute(
        "create table t (id varchar not null, on_day date, many varchar[], percent integer,"
        " share decimal(5, 2), is_so boolean)"
    )
    yield connection
    connection.close()


def stored(connection: duckdb.DuckDBPyConnection) -> list[tuple[Any, ...]]:
    return connection.execute("select * from t order by id").fetchall()


class TestInsert:
    def test_each_value_is_read_as_its_columns_type(
        self, scratch: duckdb.DuckDBPyConnection
    ) -> None:
        rows = [
            {"id": "a", "on_day": "2016-02-29", "many": ["x", "y"], "percent": 40, "share": 8.5}
            | {"is_so": True},
            {"id": "b", "on_day": date(2018, 2, 15), "many": [], "percent": "7", "share": "3"},
        ]
        tables.insert(scratch, "t", rows)
        first, second = stored(scratch)
        assert first[:4] == ("a", date(2016, 2, 29), ["x", "y"], 40)
        assert (float(first[4]), first[5]) == (8.5, True)
        assert second[1:4] == (date(2018, 2, 15), [], 7)

    def test_what_is_not_given_is_null_and_never_nought(
        self, scratch: duckdb.DuckDBPyConnection
    ) -> None:
        tables.insert(scratch, "t", [{"id": "a"}, {"id": "b", "on_day": None, "percent": 0}])
        assert stored(scratch) == [
            ("a", None, None, None, None, None),
            ("b", None, None, 0, None, None),
        ]

    def test_columns_go_by_name_and_others_are_left(
        self, scratch: duckdb.DuckDBPyConnection
    ) -> None:
        tables.insert(scratch, "t", [{"percent": 5, "id": "a", "colour": "red"}])
        assert stored(scratch)[0][:4] == ("a", None, None, 5)

    @pytest.mark.parametrize(
        "text",
        [
            "it's",
            'say "so"',
            "'); drop table t; --",
            "$percent {x} %s ?",
            "a\\nb\nc\td",
            "é 漢 🙂 \u00a0\u2060",
            "",
            "null",
            "[1]",
        ],
    )
    def test_text_stays_as_it_was_written(
        self, scratch: duckdb.DuckDBPyConnection, text: str
    ) -> None:
        tables.insert(scratch, "t", [{"id": text, "many": [text, "; "]}])
        assert stored(scratch)[0][0] == text
        assert stored(scratch)[0][2] == [text, "; "]

    def test_no_rows_do_nothing(self, scratch: duckdb.DuckDBPyConnection) -> None:
        tables.insert(scratch, "t", [])
        tables.insert(scratch, "there_is_none", [])
        assert stored(scratch) == []

    @pytest.mark.parametrize(
        "row",
        [
            {"id": None},
            {"id": "a", "on_day": "31/03/2018"},
            {"id": "a", "on_day": "2017-02-29"},
            {"id": "a", "percent": "half"},
        ],
    )
    def test_what_does_not_fit_is_refused_with_all_the_rows_beside_it(
        self, scratch: duckdb.DuckDBPyConnection, row: dict[str, object]
    ) -> None:
        with pytest.raises(duckdb.Error):
            tables.insert(scratch, "t", [{"id": "good"}, row])
        assert stored(scratch) == []

    def test_the_contracts_own_tables_take_the_reference_rows(self) -> None:
        connection = warehouse.scratch()
        for table, rows in REFERENCE.items():
            tables.insert(connection, table, rows)
        found = connection.execute("select count(*), min(from_on) from rating_rule").fetchone()
        assert found == (2, date(2010, 1, 1))
        connection.close()


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Warehouse]:
    store = Warehouse.open(write_empty(tmp_path_factory.mktemp("warehouse")))
    board = SmallBoard().action("A", due_on="2017-12-01")
    store.take(board.report("A", percent=40, on="2017-10-01").entries)
    yield store
    store.close()


class TestFold:
    DAYS = (date(2017, 8, 1), date(2018, 2, 15))

    @pytest.fixture
    def cursor(self, opened: Warehouse) -> Iterator[duckdb.DuckDBPyConnection]:
        with opened._connection.cursor() as cursor:
            sight.hide(cursor, [])
            cursor.execute("begin")
            yield cursor
            cursor.execute("rollback")

    def days(self, cursor: duckdb.DuckDBPyConnection) -> list[date]:
        asked = "select as_at from action_state order by as_at"
        return [day for (day,) in cursor.execute(asked).fetchall()]

    def test_the_state_on_a_day_is_added(self, cursor: duckdb.DuckDBPyConnection) -> None:
        assert self.days(cursor) == []
        for day in self.DAYS:
            tables.settle(cursor, [day])
        assert self.days(cursor) == list(self.DAYS)
        asked = "select delivery from action_state order by as_at"
        states = cursor.execute(asked).fetchall()
        assert states == [("not started",), ("in progress",)]

    def test_and_forgotten_without_the_others(self, cursor: duckdb.DuckDBPyConnection) -> None:
        for day in self.DAYS:
            tables.settle(cursor, [day])
        tables.forget(cursor, [])
        assert self.days(cursor) == list(self.DAYS)
        tables.forget(cursor, [self.DAYS[0]])
        assert self.days(cursor) == [self.DAYS[1]]
        tables.forget(cursor, self.DAYS)
        assert self.days(cursor) == []

    def test_folding_twice_changes_nothing(self, cursor: duckdb.DuckDBPyConnection) -> None:
        asked = "select count(*) from action_span union all select count(*) from story"
        before = cursor.execute(asked).fetchall()
        tables.fold(cursor)
        assert cursor.execute(asked).fetchall() == before
        assert before[0][0] > 0

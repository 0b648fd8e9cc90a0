"""The warehouse: what is in place is whole, locked and answers everybody at once."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

from scrutiny import build, places, warehouse
from scrutiny.papers import Board
from scrutiny.queries import BadParameter, UnknownQuery
from scrutiny.warehouse import Warehouse, WarehouseMissing
from tests.queries.small_board import REFERENCE, SmallBoard, rows, write_empty

DAY = "2018-02-15"


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_empty(tmp_path_factory.mktemp("warehouse"))


@pytest.fixture
def opened(empty: Path) -> Iterator[Warehouse]:
    store = Warehouse.open(empty)
    yield store
    store.close()


def actions(store: Warehouse, day: str = DAY) -> list[str]:
    return rows(store.ask("actions/list", as_at=day), "action_id")


class TestOpen:
    def test_a_missing_one_says_how_to_make_it(self, tmp_path: Path) -> None:
        with pytest.raises(WarehouseMissing, match="python -m scrutiny init"):
            Warehouse.open(tmp_path)
        assert Warehouse.current(tmp_path) is None

    def test_a_link_to_nothing_is_a_missing_one(self, tmp_path: Path) -> None:
        (tmp_path / warehouse.CURRENT).symlink_to("gone.duckdb")
        with pytest.raises(WarehouseMissing, match="python -m scrutiny init"):
            Warehouse.open(tmp_path)
        assert Warehouse.current(tmp_path) is None

    @pytest.mark.fault
    @pytest.mark.parametrize("share", [0.0, 0.1, 0.5])
    def test_a_half_written_one_says_how_to_build_it_again(
        self, empty: Path, tmp_path: Path, share: float
    ) -> None:
        whole = (empty / warehouse.CURRENT).read_bytes()
        (tmp_path / warehouse.CURRENT).write_bytes(whole[: int(len(whole) * share)])
        with pytest.raises(WarehouseMissing, match="python -m scrutiny build") as caught:
            Warehouse.open(tmp_path)
        assert warehouse.CURRENT in str(caught.value)

    @pytest.mark.fault
    def test_something_else_of_that_name(self, tmp_path: Path) -> None:
        (tmp_path / warehouse.CURRENT).write_text("not a warehouse")
        with pytest.raises(WarehouseMissing, match="python -m scrutiny build"):
            Warehouse.open(tmp_path)

    def test_its_version_is_the_one_that_the_folder_points_to(
        self, opened: Warehouse, empty: Path
    ) -> None:
        assert opened.version == Warehouse.current(empty) == "warehouse-empty"
        assert opened.head == 0

    def test_the_file_is_written_so_that_an_older_duckdb_can_read_it(
        self, opened: Warehouse
    ) -> None:
        tags = opened._connection.execute(
            "select tags from duckdb_databases() where database_name = 'warehouse'"
        ).fetchone()
        assert tags is not None
        assert tags[0]["storage_version"].startswith("v1.2.0")

    def test_a_row_that_breaks_the_contract_is_not_written(self, tmp_path: Path) -> None:
        twice = {"org_group": [*REFERENCE["org_group"], REFERENCE["org_group"][0]]}
        with pytest.raises(duckdb.Error, match=r"(?i)constraint"):
            warehouse.write(tmp_path / "w.duckdb", twice)


class TestLocked:
    @pytest.mark.parametrize(
        "statement",
        [
            "insert into warehouse.board_setting values ('a', 'b')",
            "delete from warehouse.org_group",
            "drop table warehouse.org_group",
            "create table warehouse.more (a integer)",
            "select * from read_csv('{file}')",
            "select * from '{file}'",
            "select * from read_text('{file}')",
            "copy (select 1) to '{folder}/out.csv'",
            "attach '{folder}/other.duckdb'",
            "install httpfs",
            "load httpfs",
            "set memory_limit = '8GB'",
            "set enable_external_access = true",
            "set max_execution_time = 0",
            "set lock_configuration = false",
            "reset memory_limit",
        ],
    )
    def test_it_can_not_be_changed_nor_reach_outside(
        self, opened: Warehouse, tmp_path: Path, statement: str
    ) -> None:
        file = tmp_path / "secret.csv"
        file.write_text("a,b\n1,2\n")
        with opened._connection.cursor() as cursor, pytest.raises(duckdb.Error):
            cursor.execute(statement.format(file=file, folder=tmp_path)).fetchall()
        assert sorted(path.name for path in tmp_path.iterdir()) == ["secret.csv"]

    @pytest.mark.parametrize(
        ("setting", "value"),
        [
            ("max_execution_time", 20000),
            ("enable_external_access", False),
            ("lock_configuration", True),
            ("autoload_known_extensions", False),
            ("autoinstall_known_extensions", False),
        ],
    )
    def test_the_limits_hold_where_queries_run(
        self, opened: Warehouse, setting: str, value: object
    ) -> None:
        with opened._connection.cursor() as cursor:
            found = cursor.execute("select current_setting($name)", {"name": setting}).fetchone()
        assert found == (value,)


class TestTake:
    def test_the_same_entries_twice_are_there_once(self, opened: Warehouse) -> None:
        entries = SmallBoard().action("A").report("A", on="2017-08-01").entries
        for _ in range(2):
            opened.take(entries)
        assert opened.head == len(entries)
        assert actions(opened) == ["A"]
        assert len(opened.ask("recommendations/story", as_at=DAY, rec="R")) == 2

    def test_only_what_is_new_is_taken_of_an_overlap(self, opened: Warehouse) -> None:
        entries = SmallBoard().action("A").action("B").entries
        opened.take(entries[:3])
        assert actions(opened) == ["A"]
        opened.take(entries[1:])
        assert actions(opened) == ["A", "B"]

    def test_an_answer_changes_when_the_head_moves(self, opened: Warehouse) -> None:
        board = SmallBoard().action("A", due_on="2018-01-31")
        opened.take(board.entries)
        assert opened.ask("actions/list", as_at=DAY)["rating"].tolist() == ["red"]
        opened.take(board.move("A", "complete", on="2018-02-01").entries)
        assert opened.ask("actions/list", as_at=DAY)["rating"].tolist() == ["green"]

    def test_the_days_of_meetings_are_worked_out_beforehand(self, opened: Warehouse) -> None:
        board = SmallBoard().meeting("M", "2017-09-21").action("A")
        opened.take(board.entries)
        with opened._connection.cursor() as cursor:
            ready = cursor.execute(
                "select distinct as_at::varchar from whole.action_state"
            ).fetchall()
        assert ready == [("2017-09-21",)]

    def test_nothing_is_nothing(self, opened: Warehouse) -> None:
        opened.take([])
        assert opened.head == 0
        assert actions(opened) == []

    @pytest.mark.fault
    @pytest.mark.parametrize(
        "broken", [{"kind": "no_such_kind"}, {"body": {"action_id": "B", "due_on": "TBC"}}]
    )
    def test_all_or_nothing(self, opened: Warehouse, broken: dict[str, object]) -> None:
        entries = SmallBoard().action("A").action("B").action("C").entries
        opened.take(entries[:3])
        bad = [replace(entries[3], **broken), entries[4]]
        with pytest.raises(duckdb.Error):
            opened.take(bad)
        assert opened.head == 3
        assert actions(opened) == ["A"]
        opened.take(entries)
        assert actions(opened) == ["A", "B", "C"]

    def test_a_fact_is_known_from_the_later_of_its_two_days(self, opened: Warehouse) -> None:
        board = SmallBoard().recommendation()
        board.note("R", on="2017-08-01", learned="2017-09-01").note(
            "R", on="2017-10-01", learned="2017-09-01"
        )
        opened.take(board.entries)
        story = opened.ask("recommendations/story", as_at=DAY, rec="R")
        assert rows(story, "known_on") == ["2017-10-01", "2017-09-01"]


class TestAsk:
    def test_eight_at_once_each_get_their_own_rows(self, opened: Warehouse) -> None:
        board = SmallBoard()
        for number in range(40):
            board.action(f"A{number:02}", due_on=f"2018-01-{number % 28 + 1:02}")
        opened.take(board.entries)
        days = [f"2018-01-{day:02}" for day in range(15, 29)] * 3
        expected = {day: sum(1 + n % 28 < int(day[-2:]) for n in range(40)) for day in days}

        def late(day: str) -> tuple[str, int]:
            return day, int((opened.ask("actions/list", as_at=day)["days_late"] > 0).sum())

        with ThreadPoolExecutor(8) as pool:
            assert list(pool.map(late, days)) == [(day, expected[day]) for day in days]

    def test_an_answer_given_while_entries_come_in_is_from_before_or_after(
        self, opened: Warehouse
    ) -> None:
        board = SmallBoard().action("A")
        opened.take(board.entries)
        for number in range(10):
            board.action(f"B{number}").report(f"B{number}", on="2017-08-01")
        steps = [board.entries[: 3 + 2 * n] for n in range(1, 11)]

        def count(_: int) -> tuple[int, int]:
            answer = opened.ask("actions/list", as_at=DAY)
            return len(answer), int((answer["delivery"] == "not started").sum())

        with ThreadPoolExecutor(8) as pool:
            found = [pool.submit(count, n) for n in range(40)]
            for step in steps:
                opened.take(step)
            counted = [answer.result() for answer in found]
        assert {not_started for _, not_started in counted} == {1}
        assert all(1 <= together <= 11 for together, _ in counted)
        assert count(0) == (11, 1)

    def test_a_name_that_no_file_answers(self, opened: Warehouse) -> None:
        with pytest.raises(UnknownQuery, match="actions/list"):
            opened.ask("actions/lists")

    def test_a_parameter_that_is_missing_or_wrong(self, opened: Warehouse) -> None:
        with pytest.raises(BadParameter, match="actions/list needs as_at"):
            opened.ask("actions/list")
        with pytest.raises(BadParameter, match="does not take colour"):
            opened.ask("actions/list", as_at=DAY, colour="red")

    def test_a_value_is_never_read_as_sql(self, opened: Warehouse) -> None:
        opened.take(SmallBoard().action("A").entries)
        for text in ("' or true --", "$as_at", "R'; drop table action; --"):
            assert opened.ask("actions/list", as_at=DAY, recs=[text]).empty
            assert opened.ask("recommendations/story", as_at=DAY, rec=text).empty
        assert actions(opened) == ["A"]


class TestSwap:
    """A build while the old warehouse is open."""

    @pytest.fixture
    def folder(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        monkeypatch.setenv("SCRUTINY_BUILD", str(tmp_path / "build"))
        return places.build()

    def test_what_is_open_keeps_answering_and_the_next_gets_the_new_one(self, folder: Path) -> None:
        first = build.build(Board(REFERENCE, ()), folder)
        old = Warehouse.open(folder)
        old.take(SmallBoard().action("A").entries)
        changed = dict(REFERENCE) | {"board_setting": [{"setting": "board_name", "value": "New"}]}
        versions = [first, *(build.build(Board(changed, ()), folder) for _ in range(2))]
        new = Warehouse.open(folder)
        assert len(set(versions)) == 3
        assert (old.version, new.version) == (first, versions[-1])
        assert Warehouse.current(folder) == versions[-1]
        assert actions(old) == ["A"]
        assert rows(old.ask("about/settings"), "value") == ["Small Board"]
        assert rows(old.ask("about/dictionary"), "table_name")
        assert rows(new.ask("about/settings"), "value") == ["New"]
        for store in (old, new):
            store.close()

    @pytest.mark.fault
    def test_a_build_that_fails_leaves_the_one_before_and_no_rubbish(self, folder: Path) -> None:
        first = build.build(Board(REFERENCE, ()), folder)
        twice = {"org_group": [*REFERENCE["org_group"], REFERENCE["org_group"][0]]}
        with pytest.raises(build.BuildFailed, match="still in place"):
            build.build(Board(twice, ()), folder)
        assert Warehouse.current(folder) == first
        Warehouse.open(folder).close()
        names = sorted(path.name for path in folder.iterdir())
        assert names == [f"{first}.duckdb", warehouse.CURRENT]

"""Rows in, rows out for assurance from schools, colleges and early-years settings."""

from pathlib import Path

import pytest

from scrutiny import published
from scrutiny.warehouse import CURRENT, Warehouse, write
from tests.queries.conftest import Read
from tests.queries.small_board import REFERENCE, SmallBoard, rows

STEPS = ("asked", "returned", "verified", "plan agreed", "plan closed")


def schools() -> SmallBoard:
    """Four schools, one of them below good, and the narrowing of 1 January 2018."""
    board = SmallBoard().scope(setting_kind="Schools", on="2018-01-01")
    for number in range(1, 5):
        grade = "inadequate" if number == 1 else "good"
        board.setting(f"SCH-{number}", grade=grade, area=f"Area {number % 2}")
    return board


class TestFunnel:
    NAME = "education/funnel"

    def test_each_step_has_both_denominators(self, read: Read) -> None:
        board = schools()
        for number in (1, 2):
            board.reached(f"SCH-{number}", "asked", on="2017-09-25", due_on="2017-11-24")
        board.reached("SCH-1", "returned", on="2017-11-20")
        columns = ("step", "first_stage", "first_stage_of", "all_settings", "all_settings_of")
        found = read(board).ask(self.NAME, *columns, as_at="2018-02-01")
        assert found[:3] == [
            ("in scope", 1, 1, 4, 4),
            ("asked", 1, 1, 2, 4),
            ("returned", 1, 1, 1, 4),
        ]
        assert [row[0] for row in found] == ["in scope", *STEPS]
        assert found[3][1:] == (0, 1, 0, 4)

    def test_before_the_narrowing_is_known_there_is_no_first_stage(self, read: Read) -> None:
        reading = read(schools())
        columns = ("first_stage", "first_stage_of", "all_settings_of")
        assert set(reading.ask(self.NAME, *columns, as_at="2017-12-31")) == {(None, None, 4)}

    def test_a_kind_that_was_not_narrowed_has_no_first_stage(self, read: Read) -> None:
        board = schools().setting("COL-1", "college", grade="inadequate")
        found = read(board).ask(self.NAME, "name", "first_stage_of", as_at="2018-02-01")
        assert dict(found) == {"Schools": 1, "Colleges": None}

    @pytest.mark.parametrize(
        ("by", "names"),
        [
            ("area", {"Area 0": 2, "Area 1": 2}),
            ("phase", {"primary": 4}),
            ("kind", {"Schools": 4}),
        ],
    )
    def test_it_can_be_by_kind_phase_or_area(
        self, read: Read, by: str, names: dict[str, int]
    ) -> None:
        found = read(schools()).ask(self.NAME, "name", "all_settings_of", as_at="2018-02-01", by=by)
        assert dict(found) == names

    def test_a_new_grade_moves_a_setting_into_the_first_stage_when_it_is_known(
        self, read: Read
    ) -> None:
        board = schools()
        board.setting_change(
            "SCH-2", "inspected", "requires improvement", on="2018-01-20", learned="2018-02-03"
        )
        board.setting_change("SCH-1", "inspected", "good", on="2018-03-01")
        reading = read(board)
        for day, of in (("2018-02-02", 1), ("2018-02-03", 2), ("2018-03-01", 1)):
            assert reading.ask(self.NAME, "first_stage_of", as_at=day)[0] == of

    def test_a_setting_that_closed_leaves_both_denominators(self, read: Read) -> None:
        board = schools().setting_change("SCH-1", "closed", on="2018-01-20")
        columns = ("first_stage_of", "all_settings_of")
        reading = read(board)
        assert reading.ask(self.NAME, *columns, as_at="2018-01-19")[0] == (1, 4)
        assert reading.ask(self.NAME, *columns, as_at="2018-01-20")[0] == (0, 3)

    def test_a_new_year_of_returns_begins_anew(self, read: Read) -> None:
        board = schools().reached("SCH-1", "asked", on="2017-09-25", due_on="2017-11-24")
        board.reached("SCH-1", "returned", on="2017-11-20")
        board.reached("SCH-2", "asked", on="2018-09-24", due_on="2018-11-23", year="2018-19")
        reading = read(board)
        assert reading.ask(self.NAME, "all_settings", as_at="2018-09-23")[:3] == [4, 1, 1]
        assert reading.ask(self.NAME, "all_settings", as_at="2018-09-24")[:3] == [4, 1, 0]

    def test_a_step_counts_from_the_day_it_is_known(self, read: Read) -> None:
        board = schools().reached("SCH-1", "asked", on="2017-09-25", due_on="2017-11-24")
        board.reached("SCH-1", "returned", on="2017-11-20", learned="2017-12-05")
        reading = read(board)
        for day, returned in (("2017-12-04", 0), ("2017-12-05", 1)):
            assert reading.ask(self.NAME, "all_settings", as_at=day)[2] == returned


class TestWaiting:
    NAME = "education/waiting"

    def test_those_that_have_not_answered_longest_first(self, read: Read) -> None:
        board = schools()
        for number, day in ((2, "2017-10-01"), (3, "2017-09-25"), (4, "2017-09-25")):
            board.reached(f"SCH-{number}", "asked", on=day, due_on="2017-11-24")
        board.reached("SCH-4", "returned", on="2017-11-20")
        found = read(board).ask(
            self.NAME, "setting_id", "days_waiting", "days_late", as_at="2017-11-25"
        )
        assert found == [("SCH-3", 61, 1), ("SCH-2", 55, 1)]

    def test_on_the_day_itself_nobody_is_late(self, read: Read) -> None:
        board = schools().reached("SCH-1", "asked", on="2017-09-25", due_on="2017-11-24")
        assert read(board).ask(self.NAME, "days_late", as_at="2017-11-24") == [0]


class TestEvidence:
    NAME = "education/evidence"

    def test_one_row_of_counts_even_where_there_is_nothing(self, read: Read) -> None:
        board = schools().reached("SCH-1", "asked", on="2017-09-25", due_on="2017-11-24")
        board.reached("SCH-1", "returned", on="2017-11-20")
        reading = read(board)
        assert reading.ask(self.NAME, as_at="2017-06-30") == [(0, 0, 0, 0, 0, 0, False, False)]
        assert reading.ask(self.NAME, as_at="2017-12-31") == [(4, 1, 0, 0, 0, 0, False, True)]
        assert reading.ask(self.NAME, as_at="2018-01-01") == [(4, 1, 0, 1, 1, 0, True, True)]


class TestScope:
    NAME = "education/scope"

    def test_what_was_asked_stands_beside_the_register(self, read: Read) -> None:
        columns = ("plural", "asked", "first_stage_percent", "settings", "below_good")
        reading = read(schools())
        assert reading.ask(self.NAME, *columns, as_at="2018-01-01") == [
            ("Schools", "All schools", 8.0, 4, 1)
        ]
        assert reading.ask(self.NAME, *columns, as_at="2017-12-31") == [
            ("Schools", None, None, 4, 1)
        ]


class TestPublished:
    """Real figures of schools: by the day, and never of a period that ended after it."""

    @pytest.fixture(scope="class")
    @staticmethod
    def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
        folder = tmp_path_factory.mktemp("published")
        data = Path(__file__).parents[2] / "data"
        dataset = published.read_published(data / "published", data / "breaks.csv")
        published.locate(dataset, "Kent")
        write(folder / "warehouse-it.duckdb", REFERENCE, dataset)
        (folder / CURRENT).symlink_to("warehouse-it.duckdb")
        return Warehouse.open(folder)

    @pytest.mark.parametrize(
        ("day", "last", "schools", "of"),
        [
            ("2018-02-15", "2017-08-31", [103, 343, 44, 0, 5], 495),
            ("2018-03-31", "2018-03-31", [103, 350, 40, 0, 6], 499),
        ],
    )
    def test_schools_by_grade(
        self, warehouse: Warehouse, day: str, last: str, schools: list[int], of: int
    ) -> None:
        found = rows(
            warehouse.ask("education/schools_by_grade", as_at=day),
            "period_end", "schools", "of_schools",
        )  # fmt: skip
        assert [row[0] for row in found[-5:]] == [last] * 5
        assert [row[1] for row in found[-5:]] == schools
        assert {row[2] for row in found[-5:]} == {of}

    @pytest.mark.parametrize(("day", "share"), [("2017-08-30", 10.2), ("2017-08-31", 9.9)])
    def test_the_published_share_below_good(
        self, warehouse: Warehouse, day: str, share: float
    ) -> None:
        found = rows(
            warehouse.ask("education/scope", as_at=day), "setting_kind", "published_percent"
        )
        assert found == [("school", share)]

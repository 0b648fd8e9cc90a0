"""Rows in, rows out for queries/about: what the dashboard says of itself."""

from tests.queries.conftest import Read
from tests.queries.small_board import REFERENCE, Reading, SmallBoard

DAY = "2018-02-15"


class TestDictionary:
    NAME = "about/dictionary"

    def test_every_table_and_column_of_the_contract_has_a_meaning(self, nothing: Reading) -> None:
        found = nothing.ask(self.NAME, "table_name", "column_name", "table_meaning", "meaning")
        assert {"action", "rating_rule", "promise_update"} <= {table for table, *_ in found}
        assert [row[:2] for row in found if not row[2] or not row[3]] == []

    def test_columns_come_in_their_own_order_and_say_what_is_required(
        self, nothing: Reading
    ) -> None:
        columns = ("table_name", "position", "column_name", "data_type", "is_required")
        found = [row[1:] for row in nothing.ask(self.NAME, *columns) if row[0] == "rating_state"]
        assert found == [
            (1, "rating", "VARCHAR", True),
            (2, "severity", "INTEGER", True),
            (3, "meaning", "VARCHAR", True),
        ]

    def test_keeps_only_the_tables_chosen(self, nothing: Reading) -> None:
        found = nothing.ask(self.NAME, "table_name", tables=["agency", "meeting"])
        assert set(found) == {"agency", "meeting"}

    def test_the_tables_that_reading_makes_are_not_in_it(self, nothing: Reading) -> None:
        tables = set(nothing.ask(self.NAME, "table_name"))
        assert not tables & {"action_span", "promise_span", "recommendation_span", "story"}
        assert "seq" not in nothing.ask(self.NAME, "column_name")


class TestMoves:
    NAME = "about/moves"

    def test_who_makes_a_move_and_what_it_needs(self, nothing: Reading) -> None:
        found = {tuple(row[:2]): tuple(row[2:]) for row in nothing.ask(self.NAME)}
        assert found["in progress", "proposed complete"] == ("sub_group", True, False, False)
        assert found["proposed complete", "returned"] == ("business_group", False, True, False)
        assert found["complete", "signed off"] == ("board", False, False, True)
        assert ("not started", "complete") not in found

    def test_in_the_order_of_the_model(self, nothing: Reading) -> None:
        states = [row[1] for row in nothing.ask("about/vocabulary") if row[0] == "delivery"]
        found = [
            (states.index(before), states.index(after))
            for before, after in nothing.ask(self.NAME, "from_delivery", "to_delivery")
        ]
        assert found == sorted(found)


class TestProvenance:
    NAME = "about/provenance"

    def test_how_much_is_real_of_what_is_known_on_the_day(self, read: Read) -> None:
        board = SmallBoard().source(provenance="paper").recommendation("R1", provenance="paper")
        board.recommendation("R2").promise("P", "R1", provenance="paper")
        board.moved("P", DAY, on="2017-12-01").action(on="2018-02-16")
        reading = read(board)
        assert reading.ask(self.NAME, as_at=DAY) == [
            ("promises and what became of them", 1, 1, 0),
            ("recommendations", 1, 2, 0),
            ("sources", 1, 0, 0),
        ]
        assert ("actions", 0, 1, 0) in reading.ask(self.NAME, as_at="2018-02-16")

    def test_nothing(self, nothing: Reading) -> None:
        assert nothing.ask(self.NAME, as_at=DAY) == []


class TestRegister:
    NAME = "about/register"

    def test_the_board_s_files_first_and_published_ones_last(self, nothing: Reading) -> None:
        found = nothing.ask(self.NAME, "path", "status", "cut_on")
        assert found == [("board/z.csv", "sample", None), ("published/a.csv", "published", None)]


class TestRules:
    NAME = "about/rules"

    def test_every_version_oldest_first(self, nothing: Reading) -> None:
        found = nothing.ask(self.NAME, "rule_set", "from_on", "cycle_days")
        assert found == [("first", "2010-01-01", 91), ("second", "2020-01-01", 30)]


class TestRiskRules:
    NAME = "about/risk_rules"

    def test_every_version_oldest_first(self, nothing: Reading) -> None:
        found = nothing.ask(self.NAME, "rule_set", "medium_from", "very_high_from")
        assert found == [("first bands", 5, 16), ("second bands", 4, 20)]


class TestSettings:
    NAME = "about/settings"

    def test_a_row_for_each(self, nothing: Reading) -> None:
        assert nothing.ask(self.NAME) == [("board_name", "Small Board")]
        assert len(REFERENCE["board_setting"]) == 1


class TestVocabulary:
    NAME = "about/vocabulary"

    def test_each_list_in_its_own_order_and_ratings_worst_first(self, nothing: Reading) -> None:
        found = nothing.ask(self.NAME, "list", "word")
        lists = list(dict.fromkeys(name for name, _ in found))
        assert lists[:4] == ["acceptance", "delivery", "assurance", "rating"]
        assert lists[4:] == ["treatment of a risk", "knowledge behind a score"]
        words = [word for name, word in found if name == "rating"]
        assert words == ["red", "amber", "grey", "green", "blue"]
        assert all(nothing.ask(self.NAME, "meaning"))

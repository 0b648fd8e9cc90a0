"""Rows in, rows out for queries/recommendations: how all of them stand, and how that moved."""

import pytest

from tests.queries.conftest import Read
from tests.queries.small_board import Reading, SmallBoard, rows

DAY = "2018-02-15"
ENDED = {"record_ends_on": "2017-12-31", "record_note": "Nothing after."}


def two_sets() -> SmallBoard:
    """A set of 2017 that is followed up, and one of 2016 whose record ends with 2017."""
    board = SmallBoard().source("OLD", on="2016-01-01", **ENDED).source("NEW", on="2017-06-01")
    old = {"source_id": "OLD", "on": "2016-01-01", "lead_group_id": "COUNCIL"}
    board.recommendation("O1", position=1, **old)
    board.recommendation("O1a", position=2, parent_id="O1", agency_id="HEALTH", **old)
    board.recommendation("N2", position=2, source_id="NEW", support_group_ids=["SG2"])
    board.recommendation("N1", position=1, source_id="NEW", lead_group_id="BG")
    board.response("O1", on="2016-02-01", acceptance="for another body")
    board.promise("P", "O1", "O1a", due_on="2016-12-31", on="2016-02-01")
    board.action("A", "N1", due_on="2018-01-31").report("A", 50, on="2018-01-10")
    return board


@pytest.fixture(scope="module")
def board(read_once: Read) -> Reading:
    return read_once(two_sets())


class TestList:
    NAME = "recommendations/list"

    def test_followed_up_first_then_newest_then_as_in_the_paper(self, board: Reading) -> None:
        assert board.ask(self.NAME, "rec_id", as_at=DAY) == ["N1", "N2", "O1", "O1a"]

    def test_the_same_place_in_the_same_paper_comes_by_key(self, read: Read) -> None:
        board = SmallBoard().recommendation("B", position=1).recommendation("A", position=1)
        assert read(board).ask(self.NAME, "rec_id", as_at=DAY) == ["A", "B"]

    def test_a_row_says_how_it_stands(self, board: Reading) -> None:
        columns = (
            *("rec_id", "source_id", "ref", "parent_id", "title", "acceptance", "delivery"),
            *("assurance", "rating", "progress", "due_on", "days_late", "last_report_on"),
        )
        assert board.ask(self.NAME, *columns, as_at=DAY, recs=["N1", "O1a"]) == [
            (
                *("N1", "NEW", "N1", None, "Title of N1", None, "in progress"),
                *("asserted", "red", 50.0, "2018-01-31", 15, "2018-01-10"),
            ),
            (
                *("O1a", "OLD", "O1a", "O1", "Title of O1a", None, "in progress"),
                *("asserted", "red", None, "2016-12-31", 411, "2016-02-01"),
            ),
        ]

    def test_each_one_is_there_once_however_much_it_has(self, read: Read) -> None:
        board = (
            SmallBoard().promise("P", "R1", "R2", due_on=DAY).promise("Q", "R1", "R2", due_on=DAY)
        )
        board.response("R1", "R2").response("R1", "R2", on="2017-08-01").action("A", "R1").action(
            "B", "R1"
        )
        assert read(board).ask(self.NAME, "rec_id", as_at=DAY) == ["R1", "R2"]

    @pytest.mark.parametrize(
        ("chosen", "kept"),
        [
            ({"sources": ["NEW"]}, {"N1", "N2"}),
            ({"recs": ["O1"]}, {"O1", "O1a"}),
            ({"recs": ["O1a", "N2"]}, {"O1a", "N2"}),
            ({"groups": ["SG2"]}, {"N2"}),  # shares the lead
            ({"groups": ["SG1"]}, {"N1", "N2"}),  # owns its action; leads
            ({"groups": ["COUNCIL"]}, {"O1", "O1a"}),
            ({"agencies": ["HEALTH"]}, {"O1a"}),  # must act
            ({"agencies": ["POLICE"]}, {"N1"}),  # does its action
            ({"deliveries": ["not started"]}, {"N2"}),
            ({"ratings": ["red"]}, {"N1", "O1", "O1a"}),
            ({"ratings": ["grey"], "sources": ["NEW"]}, {"N2"}),
            ({"acceptances": ["for another body"]}, {"O1"}),
            ({"acceptances": ["no answer yet"]}, {"O1a", "N1", "N2"}),
            ({"ratings": ["blue"]}, set()),
        ],
    )
    def test_each_filter_keeps_its_own(
        self, board: Reading, chosen: dict[str, list[str]], kept: set[str]
    ) -> None:
        assert set(board.ask(self.NAME, "rec_id", as_at=DAY, **chosen)) == kept

    def test_none_before_the_first_is_known(self, board: Reading, nothing: Reading) -> None:
        assert board.ask(self.NAME, as_at="2015-12-31") == []
        assert nothing.ask(self.NAME, as_at=DAY) == []


class TestProgressOverTime:
    NAME = "recommendations/progress_over_time"

    def on(self, reading: Reading, day: str, **chosen: object) -> dict[str, list[int]]:
        """Rating to (recommendations, actions) on the last day sampled, where there are any."""
        found = reading.ask(
            self.NAME, "day", "rating", "recommendations", "actions", as_at=day, **chosen
        )
        return {rating: pair for on, rating, *pair in found if on == day and any(pair)}

    def test_a_row_for_each_rating_of_each_day_and_the_last_is_the_day_itself(
        self, board: Reading
    ) -> None:
        found = board.ask(self.NAME, "day", "rating", as_at=DAY)
        days = sorted({day for day, _ in found})
        assert days[-1] == DAY
        assert found == [
            (day, rating) for day in days for rating in ("blue", "green", "grey", "amber", "red")
        ]

    @pytest.mark.parametrize(
        ("day", "days", "first"),
        [
            ("2017-06-01", 1, "2017-06-01"),
            ("2017-06-07", 2, "2017-06-01"),
            ("2017-06-08", 2, "2017-06-01"),
            ("2018-07-26", 61, "2017-06-01"),  # 60 weeks
            ("2018-07-27", 32, "2017-06-01"),  # a day more: every second week, and the day itself
            ("2027-06-01", 59, "2017-06-08"),  # every ninth week; the first Thursday is the next
        ],
    )
    def test_never_more_than_61_days_and_none_before_the_first(
        self, read: Read, day: str, days: int, first: str
    ) -> None:
        found = read(SmallBoard().recommendation()).ask(self.NAME, "day", as_at=day)
        assert len(set(found)) == days
        assert min(found) == first

    def test_the_last_day_agrees_with_the_lists(self, read: Read) -> None:
        board = SmallBoard().action("A", due_on="2018-01-31").action("B", "R2", due_on="2018-12-31")
        board.report("B", 90, on="2018-01-10").action("C", "R2", due_on=None).recommendation("R3")
        assert self.on(read(board), DAY) == {"red": [1, 1], "green": [1, 1], "grey": [1, 1]}

    def test_a_set_whose_record_has_ended_counts_only_when_chosen(self, board: Reading) -> None:
        assert self.on(board, DAY) == {"red": [1, 1], "grey": [1, 0]}
        assert self.on(board, DAY, sources=["OLD"]) == {"red": [1, 0]}
        assert self.on(board, DAY, recs=["O1"]) == {"red": [1, 0]}
        assert self.on(board, "2017-12-31") == {"red": [1, 0], "grey": [2, 1]}

    def test_a_sub_point_counts_only_when_it_is_chosen_itself(self, board: Reading) -> None:
        assert self.on(board, DAY, recs=["O1", "O1a"]) == {"red": [2, 0]}

    def test_groups_and_agencies(self, board: Reading) -> None:
        assert self.on(board, DAY, groups=["SG2"]) == {"grey": [1, 0]}
        assert self.on(board, DAY, agencies=["POLICE"]) == {"red": [1, 1]}

    def test_each_day_is_scored_by_the_rule_of_that_day(self, read: Read) -> None:
        # at risk from 30 days before under the first rule, from 10 under the one of 2020-01-01
        board = (
            SmallBoard()
            .recommendation(on="2019-12-01")
            .action(due_on="2020-01-15", on="2019-12-01")
        )
        board.report(on="2019-12-02", percent=1)
        found = read(board).ask(self.NAME, "day", "rating", "actions", as_at="2020-01-12")
        assert [(day, rating) for day, rating, actions in found if actions] == [
            ("2019-12-05", "green"),
            ("2019-12-12", "green"),
            ("2019-12-19", "amber"),
            ("2019-12-26", "amber"),
            ("2020-01-02", "green"),
            ("2020-01-09", "amber"),
            ("2020-01-12", "amber"),
        ]

    def test_nothing(self, board: Reading, nothing: Reading) -> None:
        assert nothing.ask(self.NAME, as_at=DAY) == []
        assert board.ask(self.NAME, as_at="2015-12-31") == []
        assert board.ask(self.NAME, as_at=DAY, sources=["no such thing"]) == []


class TestBurnUp:
    NAME = "recommendations/burn_up"

    def test_each_day_on_which_a_count_changed_and_the_day_itself(self, read: Read) -> None:
        board = (
            SmallBoard()
            .action("A", due_on="2017-10-31")
            .action("B", due_on="2017-12-31", on="2017-08-01")
        )
        board.moves("A", ("2017-11-05", "complete"), ("2017-12-31", "signed off"))
        board.action("GONE", due_on="2017-09-30").move("GONE", "superseded", on="2017-09-01")
        reading = read(board)
        assert reading.ask(self.NAME, as_at=DAY) == [
            ("2017-07-01", 1, 0, 0, 0),
            ("2017-08-01", 2, 0, 0, 0),
            ("2017-10-31", 2, 1, 0, 0),
            ("2017-11-05", 2, 1, 1, 0),
            ("2017-12-31", 2, 2, 1, 1),
            (DAY, 2, 2, 1, 1),
        ]
        assert reading.ask(self.NAME, as_at="2017-10-30")[-1] == ("2017-10-30", 2, 0, 0, 0)
        assert reading.ask(self.NAME, as_at="2017-10-31")[-1] == ("2017-10-31", 2, 1, 0, 0)

    def test_the_plan_keeps_the_first_promise(self, read: Read) -> None:
        board = (
            SmallBoard().action(due_on="2017-10-31").extension("A", "2018-12-31", on="2017-10-01")
        )
        assert ("2017-10-31", 1, 1, 0, 0) in read(board).ask(self.NAME, as_at=DAY)

    def test_reopened_is_complete_no_longer(self, read: Read) -> None:
        board = SmallBoard().action(due_on="2017-10-31")
        board.moves("A", ("2017-10-01", "complete"), ("2017-11-01", "signed off"))
        reading = read(board.moves("A", ("2018-01-01", "reopened")))
        assert reading.ask(self.NAME, as_at="2017-12-31")[-1][3:] == (1, 1)
        assert reading.ask(self.NAME, as_at="2018-01-01")[-1][3:] == (0, 0)

    def test_filters_and_ended_records(self, read: Read) -> None:
        board = SmallBoard().source("OLD", on="2016-01-01", **ENDED)
        board.recommendation("O", source_id="OLD", on="2016-01-01").action(
            "B", "O", agency_id="HEALTH"
        )
        board.action("A", lead_group_id="SG2")
        reading = read(board)
        for chosen, agreed in [
            ({}, 1),
            ({"sources": ["OLD"]}, 1),
            ({"sources": ["OLD", "S"]}, 2),
            ({"groups": ["SG2"]}, 1),
            ({"agencies": ["POLICE"]}, 1),
        ]:
            assert reading.ask(self.NAME, "agreed", as_at=DAY, **chosen)[-1] == agreed
        assert reading.ask(self.NAME, as_at=DAY, agencies=["HEALTH"]) == []

    def test_nothing(self, nothing: Reading) -> None:
        assert nothing.ask(self.NAME, as_at=DAY) == []


class TestForecast:
    NAME = "recommendations/forecast"

    def finishing(
        self, days: list[str], *, agreed: str = "2017-07-01", remaining: int = 4
    ) -> SmallBoard:
        """As many actions complete as there are days, and some that remain."""
        board = SmallBoard().recommendation()
        for number, day in enumerate(days):
            board.action(f"D{number}", on=agreed).move(f"D{number}", "complete", on=day)
        for number in range(remaining):
            board.action(f"R{number}", on=agreed)
        return board

    SPREAD = ["2017-08-01", "2017-09-01", "2017-10-01", "2018-01-15", "2018-02-01"]

    def test_a_range_from_the_two_paces(self, read: Read) -> None:
        reading = read(self.finishing(self.SPREAD))
        # 5 in 229 days, and 2 in the last 91
        found = reading.warehouse.ask(self.NAME, as_at=DAY)
        columns = ("remaining", "basis_days", "earliest_on", "latest_on")
        assert rows(found, *columns) == [(4, 229, "2018-08-16", "2018-08-18")]
        assert found["per_month_slow"].iloc[0] == pytest.approx(30.4 * 5 / 229)
        assert found["per_month_fast"].iloc[0] == pytest.approx(30.4 * 2 / 91)

    def test_four_complete_are_too_few_and_five_are_enough(self, read: Read) -> None:
        columns = ("remaining", "earliest_on")
        assert read(self.finishing(self.SPREAD[:4])).ask(self.NAME, *columns, as_at=DAY) == [
            (4, None)
        ]
        assert read(self.finishing(self.SPREAD)).ask(self.NAME, *columns, as_at=DAY) == [
            (4, "2018-08-16")
        ]

    def test_none_where_nothing_remains(self, read: Read) -> None:
        board = self.finishing(self.SPREAD, remaining=0)
        assert read(board).ask(self.NAME, "remaining", "earliest_on", as_at=DAY) == [(0, None)]

    def test_nothing_complete_in_the_last_cycle_leaves_the_end_open(self, read: Read) -> None:
        days = ["2017-08-01", "2017-08-02", "2017-08-03", "2017-08-04", "2017-11-01"]
        found = read(self.finishing(days)).ask(self.NAME, "latest_on", as_at=DAY)
        assert found == [None]

    def test_closed_and_superseded_work_does_not_remain(self, read: Read) -> None:
        board = self.finishing(self.SPREAD)
        board.move("R0", "superseded", on="2018-01-01")
        board.move("R1", "closed without implementing", on="2018-01-01")
        assert read(board).ask(self.NAME, "remaining", as_at=DAY) == [2]

    def test_nothing(self, nothing: Reading) -> None:
        assert nothing.ask(self.NAME, as_at=DAY) == []

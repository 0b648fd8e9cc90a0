"""Rows in, rows out for queries/actions, on one board that holds an action of every standing."""

from typing import Any

import pytest

from tests.queries.conftest import Read
from tests.queries.small_board import Reading, SmallBoard

DAY = "2018-02-15"
ENDED = {"record_ends_on": "2017-12-31", "record_note": "Nothing after."}
FILTERED = (
    "ageing",
    "counts",
    "list",
    "outlook",
    "overdue_by_group",
    "slippage",
    "waiting",
    "workload",
)


def every_standing() -> SmallBoard:
    """Actions with what they are on the day in a comment: rating, days late, gate."""
    board = (
        SmallBoard().recommendation("R1").recommendation("R1a", parent_id="R1").recommendation("R2")
    )
    board.recommendation("T1", source_id="T", on="2016-01-01", lead_group_id="SG2")
    board.response("R1", on="2017-06-15").response("R2", on="2017-06-15", acceptance="in principle")
    second = {"lead_group_id": "SG2"}
    board.action("LATE", "R1", due_on="2018-01-31").report("LATE", 50, on="2018-01-10")  # red, 15
    board.action("LATER", "R1a", due_on="2017-12-31", **second)  # red, 46, stale
    board.action("SOON", "R2", due_on="2018-03-17", agency_id="HEALTH")
    board.report("SOON", 10, on="2018-02-01", own_rating="green")  # amber: due in 30 days, behind
    board.action("MOVED", "R2", due_on="2017-12-31", **second).report("MOVED", 60, on="2018-02-01")
    board.extension("MOVED", "2018-03-18", on="2017-12-15")  # amber: extended; due in 31 days
    board.action("FINE", "R2", due_on="2018-12-31").report("FINE", 90, on="2018-02-01")  # green
    board.action("UNDATED", "T1", agency_id="HEALTH").report("UNDATED", on="2018-02-01")  # grey
    board.action("DONE", "R1", due_on="2018-01-10").report("DONE", 100, on="2018-01-01")
    board.moves("DONE", ("2018-01-05", "proposed complete"), ("2018-01-20", "complete"))  # green
    board.action("SIGNED", "R1", due_on="2018-01-31")
    board.moves("SIGNED", ("2017-10-01", "complete"), ("2018-02-10", "signed off"))  # blue
    board.action("ASKED", "R1", due_on="2018-06-30").report("ASKED", 95, on="2018-01-15")
    board.move("ASKED", "proposed complete", on="2018-02-01", evidence="A paper")  # green
    board.action("CLOSED", "R1", due_on="2018-01-31")
    board.move("CLOSED", "closed without implementing", on="2018-02-01")
    board.action("GONE", "R1", due_on="2018-01-31").move("GONE", "superseded", on="2018-02-01")
    return board


@pytest.fixture(scope="module")
def board(read_once: Read) -> Reading:
    return read_once(every_standing())


def extra(answer: str) -> dict[str, Any]:
    return {"counts": {"since": "2018-01-01"}, "workload": {"by": "sub-group"}}.get(answer, {})


class TestList:
    NAME = "actions/list"

    def test_worst_first_then_latest_then_soonest_and_undated_last(self, board: Reading) -> None:
        assert board.ask(self.NAME, "action_id", "rating", "days_late", as_at=DAY) == [
            ("LATER", "red", 46),
            ("LATE", "red", 15),
            ("SOON", "amber", 0),
            ("MOVED", "amber", 0),
            ("UNDATED", "grey", 0),
            ("DONE", "green", 0),
            ("ASKED", "green", 0),
            ("FINE", "green", 0),
            ("SIGNED", "blue", 0),
            ("CLOSED", None, 0),
            ("GONE", None, 0),
        ]

    def test_a_row_says_whose_it_is_and_how_it_came_here(self, board: Reading) -> None:
        row = board.warehouse.ask(self.NAME, as_at=DAY, groups=["SG2"], recs=["R2"]).iloc[0]
        assert (row["action_id"], row["ref"], row["rec_title"]) == ("MOVED", "R2", "Title of R2")
        assert (row["group_name"], row["agency_name"]) == ("Second Sub-group", "Police")
        assert (row["extensions"], row["slip_days"], row["percent"]) == (1, 77, 60)

    def test_a_chair_s_own_rating_stands_beside_the_one_worked_out(self, board: Reading) -> None:
        columns = ("rating", "own_rating")
        found = board.ask(self.NAME, *columns, as_at=DAY, agencies=["HEALTH"], recs=["R2"])
        assert found == [("amber", "green")]

    def test_equal_work_comes_by_key(self, read: Read) -> None:
        reading = read(
            SmallBoard().action("B", due_on=DAY).action("C", due_on=DAY).action("A", due_on=DAY)
        )
        assert reading.ask(self.NAME, "action_id", as_at=DAY) == ["A", "B", "C"]

    @pytest.mark.parametrize(
        ("chosen", "kept"),
        [
            ({"sources": ["T"]}, {"UNDATED"}),
            ({"recs": ["R1a"]}, {"LATER"}),
            ({"recs": ["R2", "T1"]}, {"SOON", "MOVED", "FINE", "UNDATED"}),
            ({"groups": ["SG2"]}, {"LATER", "MOVED"}),
            ({"agencies": ["HEALTH"]}, {"SOON", "UNDATED"}),
            ({"deliveries": ["complete", "signed off"]}, {"DONE", "SIGNED"}),
            ({"ratings": ["red"]}, {"LATE", "LATER"}),
            ({"acceptances": ["in principle"]}, {"SOON", "MOVED", "FINE"}),
            ({"acceptances": ["no answer yet"]}, {"LATER", "UNDATED"}),
            ({"groups": ["SG2"], "ratings": ["amber"]}, {"MOVED"}),
            ({"groups": ["nobody"]}, set()),
        ],
    )
    def test_each_filter_keeps_its_own(
        self, board: Reading, chosen: dict[str, list[str]], kept: set[str]
    ) -> None:
        assert set(board.ask(self.NAME, "action_id", as_at=DAY, **chosen)) == kept

    def test_a_recommendation_brings_its_sub_points(self, board: Reading) -> None:
        kept = board.ask(self.NAME, "rec_id", as_at=DAY, recs=["R1"])
        assert set(kept) == {"R1", "R1a"}

    def test_closed_work_has_no_rating_to_choose(self, board: Reading) -> None:
        every = ["blue", "green", "amber", "red", "grey"]
        kept = board.ask(self.NAME, "action_id", as_at=DAY, ratings=every)
        assert not {"CLOSED", "GONE"} & set(kept)

    def test_the_answer_to_choose_is_the_one_of_the_day(self, read: Read) -> None:
        reading = read(SmallBoard().action(due_on=DAY).response("R", on="2017-08-01"))
        unanswered = {"acceptances": ["no answer yet"]}
        assert reading.ask(self.NAME, "action_id", as_at="2017-07-31", **unanswered) == ["A"]
        assert reading.ask(self.NAME, "action_id", as_at="2017-08-01", **unanswered) == []


class TestEmpty:
    def test_the_day_before_the_first_action_and_a_board_of_nothing(
        self, board: Reading, nothing: Reading
    ) -> None:
        for reading, day in ((board, "2017-06-30"), (nothing, DAY)):
            for answer in ("list", "overdue_by_group", "slippage", "workload"):
                assert reading.ask(f"actions/{answer}", as_at=day, **extra(answer)) == []

    @pytest.mark.parametrize("answer", ["ageing", "counts", "outlook", "waiting"])
    def test_what_has_a_row_for_each_place_keeps_it(self, nothing: Reading, answer: str) -> None:
        counts = nothing.ask(f"actions/{answer}", "actions", as_at=DAY, **extra(answer))
        assert len(counts) > 2
        assert set(counts) == {0}

    @pytest.mark.parametrize("answer", FILTERED)
    @pytest.mark.parametrize(
        "name", ["sources", "recs", "groups", "agencies", "deliveries", "ratings", "acceptances"]
    )
    def test_a_choice_that_nothing_has_leaves_nothing(
        self, board: Reading, answer: str, name: str
    ) -> None:
        chosen = {name: ["no such thing"]}
        found = board.warehouse.ask(f"actions/{answer}", as_at=DAY, **extra(answer), **chosen)
        assert found.empty or found["actions"].sum() == 0


class TestAgeing:
    NAME = "actions/ageing"

    def test_late_actions_fall_into_bands(self, board: Reading) -> None:
        assert board.ask(self.NAME, "band", "actions", as_at=DAY) == [
            ("1 to 30 days", 1),
            ("31 to 60 days", 1),
            ("61 to 90 days", 0),
            ("91 to 180 days", 0),
            ("more than 180 days", 0),
        ]

    @pytest.mark.parametrize(
        ("day", "band"),
        [
            ("2018-01-01", 1),
            ("2018-01-30", 1),
            ("2018-01-31", 2),
            ("2018-03-01", 2),
            ("2018-03-02", 3),
            ("2018-03-31", 3),
            ("2018-04-01", 4),
            ("2018-06-29", 4),
            ("2018-06-30", 5),
            ("2030-01-01", 5),
        ],
    )
    def test_the_edges_of_the_bands(self, board: Reading, day: str, band: int) -> None:
        found = board.ask(self.NAME, "position", "actions", as_at=day, recs=["R1a"])
        assert [position for position, actions in found if actions] == [band]


class TestCounts:
    NAME = "actions/counts"

    def test_every_standing_on_both_days(self, board: Reading) -> None:
        columns = ("standing", "actions", "actions_before")
        assert board.ask(self.NAME, *columns, as_at=DAY, since="2018-01-05") == [
            ("signed off", 1, 0),
            ("on track", 2, 1),
            ("at risk", 2, 4),
            ("overdue", 2, 1),
            ("awaiting sign-off", 1, 1),
            ("not started or undated", 1, 4),
            ("closed", 2, 0),
        ]

    @pytest.mark.parametrize(
        ("name", "value"),
        [
            ("sources", "S"),
            ("recs", "R2"),
            ("groups", "SG2"),
            ("agencies", "HEALTH"),
            ("deliveries", "signed off"),
            ("ratings", "red"),
            ("acceptances", "no answer yet"),
        ],
    )
    def test_it_counts_what_the_lists_of_both_days_show(
        self, board: Reading, name: str, value: str
    ) -> None:
        for chosen in ([], [value], ["no such thing"]):
            given = {name: chosen}
            found = board.ask(
                self.NAME, "actions", "actions_before", as_at=DAY, since="2018-01-05", **given
            )
            shown = [board.ask("actions/list", as_at=day, **given) for day in (DAY, "2018-01-05")]
            assert [sum(counts) for counts in zip(*found, strict=True)] == list(map(len, shown))
            assert bool(shown[0]) == (chosen != ["no such thing"])

    def test_a_set_whose_record_has_ended_counts_only_when_chosen(self, read: Read) -> None:
        board = SmallBoard().source("S", **ENDED).action("A", due_on="2018-01-31")
        reading = read(board)
        given = {"as_at": DAY, "since": "2018-01-01"}
        assert sum(reading.ask(self.NAME, "actions", **given)) == 0
        assert sum(reading.ask(self.NAME, "actions", **given, sources=["S"])) == 1
        assert sum(reading.ask(self.NAME, "actions", **given, recs=["R"])) == 1
        given["as_at"] = "2017-12-31"
        assert sum(reading.ask(self.NAME, "actions", **given)) == 1


class TestOutlook:
    NAME = "actions/outlook"

    def test_open_actions_by_how_near_their_date_is(self, board: Reading) -> None:
        columns = ("bucket", "within_days", "actions", "stale")
        assert board.ask(self.NAME, *columns, as_at=DAY) == [
            ("overdue", None, 2, 1),
            ("due soon", 30, 1, 0),
            ("due next", 60, 1, 0),
            ("later", None, 2, 0),
            ("undated", None, 1, 0),
        ]

    def test_the_edges_of_the_horizons(self, read: Read) -> None:
        reading = read(SmallBoard().action(due_on="2018-06-30"))
        for day, bucket in {
            "2018-04-30": "later",
            "2018-05-01": "due next",
            "2018-05-30": "due next",
            "2018-05-31": "due soon",
            "2018-06-30": "due soon",
            "2018-07-01": "overdue",
        }.items():
            found = reading.ask(self.NAME, "bucket", "actions", as_at=day)
            assert [name for name, actions in found if actions] == [bucket], day

    def test_the_horizons_are_those_of_the_day(self, nothing: Reading) -> None:
        days = nothing.ask(self.NAME, "within_days", as_at="2020-01-01")
        assert days == [None, 10, 20, None, None]


class TestOverdueByGroup:
    NAME = "actions/overdue_by_group"

    def test_who_owes_how_many_and_how_late(self, read: Read) -> None:
        board = SmallBoard().action("A", due_on="2018-02-14").action("B", due_on="2018-02-05")
        board.action("C", due_on="2018-01-01", lead_group_id="SG2").action("D", due_on=DAY)
        columns = ("lead_group_id", "group_name", "actions", "worst_days", "median_days")
        assert read(board).ask(self.NAME, *columns, as_at=DAY) == [
            ("SG1", "First Sub-group", 2, 10, 5.5),
            ("SG2", "Second Sub-group", 1, 45, 45.0),
        ]

    def test_as_many_the_latest_first_and_as_late_by_key(self, board: Reading, read: Read) -> None:
        assert board.ask(self.NAME, "lead_group_id", as_at=DAY) == ["SG2", "SG1"]
        even = SmallBoard().action("A", due_on="2018-02-01", lead_group_id="SG2")
        even.action("B", due_on="2018-02-01")
        assert read(even).ask(self.NAME, "lead_group_id", as_at=DAY) == ["SG1", "SG2"]


class TestSlippage:
    NAME = "actions/slippage"

    def test_open_dated_work_that_moved_or_is_late_furthest_first(self, board: Reading) -> None:
        columns = ("action_id", "first_due_on", "due_on", "slip_days", "days_late")
        assert board.ask(self.NAME, *columns, as_at=DAY) == [
            ("MOVED", "2017-12-31", "2018-03-18", 77, 0),
            ("LATER", "2017-12-31", "2017-12-31", 0, 46),
            ("LATE", "2018-01-31", "2018-01-31", 0, 15),
        ]

    def test_due_on_the_day_has_not_slipped(self, read: Read) -> None:
        assert read(SmallBoard().action(due_on=DAY)).ask(self.NAME, as_at=DAY) == []

    def test_a_first_date_given_late_has_not_slipped(self, read: Read) -> None:
        board = SmallBoard().action(due_on=None).extension("A", "2018-03-01", on="2017-12-01")
        assert read(board).ask(self.NAME, as_at=DAY) == []


class TestWaiting:
    NAME = "actions/waiting"

    def test_at_each_gate_how_many_and_how_long(self, board: Reading) -> None:
        found = board.ask(self.NAME, "gate", "actions", "longest_days", as_at=DAY)
        assert found[0][:2] == ("sub_group", 6)
        assert found[1:] == [("business_group", 1, 14), ("board", 1, 26)]

    def test_an_empty_gate_has_waited_for_no_time_at_all(self, nothing: Reading) -> None:
        found = nothing.ask(self.NAME, "gate", "actions", "longest_days", "median_days", as_at=DAY)
        assert found == [
            ("sub_group", 0, None, None),
            ("business_group", 0, None, None),
            ("board", 0, None, None),
        ]


class TestWorkload:
    NAME = "actions/workload"

    def test_by_sub_group_the_most_overdue_then_the_most_first(self, board: Reading) -> None:
        assert board.ask(self.NAME, "name", "rating", "actions", as_at=DAY, by="sub-group") == [
            ("First Sub-group", "blue", 1),
            ("First Sub-group", "green", 3),
            ("First Sub-group", "grey", 1),
            ("First Sub-group", "amber", 1),
            ("First Sub-group", "red", 1),
            ("Second Sub-group", "amber", 1),
            ("Second Sub-group", "red", 1),
        ]

    @pytest.mark.parametrize(
        ("by", "names"),
        [
            ("agency", ["Police", "Health"]),
            (
                "recommendation",
                ["R1 Title of R1", "R1a Title of R1a", "R2 Title of R2", "T1 Title of T1"],
            ),
        ],
    )
    def test_by_agency_and_by_recommendation(
        self, board: Reading, by: str, names: list[str]
    ) -> None:
        found = board.ask(self.NAME, "name", as_at=DAY, by=by)
        assert list(dict.fromkeys(found)) == names

    def test_it_counts_all_that_has_a_rating(self, board: Reading) -> None:
        for by in ("sub-group", "agency", "recommendation"):
            assert sum(board.ask(self.NAME, "actions", as_at=DAY, by=by)) == 9

"""The rules of the ratings, each on its boundary: the day before, the day, the day after."""

import pytest

from tests.queries.conftest import Read
from tests.queries.small_board import SmallBoard

DUE = "2018-01-31"
FINISHED = (
    ("2017-10-01", "proposed complete"),
    ("2017-11-01", "complete"),
    ("2017-12-01", "signed off"),
)


class TestLate:
    def test_due_today_is_not_late_and_is_late_tomorrow(self, read: Read) -> None:
        board = read(SmallBoard().action(due_on=DUE).report(on="2018-01-15", percent=100))
        days = ["2018-01-31", "2018-02-01", "2018-02-02"]
        assert board.state("actions_on", days, "rating", "days_late") == [
            ("green", 0),
            ("red", 1),
            ("red", 2),
        ]

    def test_complete_on_the_due_day_was_never_late(self, read: Read) -> None:
        board = read(SmallBoard().action(due_on=DUE).moves("A", (DUE, "complete")))
        days = ["2018-01-31", "2018-02-01"]
        assert board.state("actions_on", days, "rating", "days_late", "days_completed_late") == [
            ("green", 0, 0),
            ("green", 0, 0),
        ]

    def test_complete_the_day_after_it_was_due_is_one_day_late_for_ever(self, read: Read) -> None:
        board = read(SmallBoard().action(due_on=DUE).moves("A", ("2018-02-01", "complete")))
        assert board.action("2018-01-31", "days_completed_late") is None
        assert board.action("2019-01-01", "days_completed_late") == 1
        assert board.action("2019-01-01", "days_late") == 0

    def test_no_date_is_never_late_and_never_green(self, read: Read) -> None:
        board = read(SmallBoard().action(due_on=None).report(on="2017-10-01", percent=90))
        for day in ("2017-10-01", "2030-01-01"):
            assert board.action(day, "rating") == "grey"
            assert board.action(day, "days_late") == 0
            assert board.action(day, "is_undated") is True

    def test_the_leap_day_counts(self, read: Read) -> None:
        board = read(SmallBoard().action(due_on="2016-02-28", on="2016-01-01"))
        days = ["2016-02-28", "2016-02-29", "2016-03-01"]
        assert board.state("actions_on", days, "days_late") == [0, 1, 2]

    def test_due_on_the_leap_day_is_late_on_the_first_of_march(self, read: Read) -> None:
        board = read(SmallBoard().action(due_on="2016-02-29", on="2016-01-01"))
        days = ["2016-02-29", "2016-03-01"]
        assert board.state("actions_on", days, "days_late") == [0, 1]

    def test_proposed_complete_is_still_late_until_it_is_accepted(self, read: Read) -> None:
        steps = ("2018-01-31", "proposed complete"), ("2018-02-10", "complete")
        board = read(SmallBoard().action(due_on=DUE).moves("A", *steps))
        days = ["2018-02-09", "2018-02-10"]
        assert board.state("actions_on", days, "rating", "days_late") == [("red", 9), ("green", 0)]


class TestAtRisk:
    @pytest.mark.parametrize(("percent", "rating"), [(79, "amber"), (80, "green"), (81, "green")])
    def test_a_pace_equal_to_the_one_needed_is_not_behind(
        self, read: Read, percent: int, rating: str
    ) -> None:
        # 80 days used and 20 left: 80 done needs 1 a day and has done 1 a day
        action = {"on": "2018-01-01", "due_on": "2018-04-11"}
        board = read(SmallBoard().action(**action).report(on="2018-02-01", percent=percent))
        assert board.action("2018-03-22", "rating") == rating

    def test_due_soon_begins_exactly_so_many_days_before(self, read: Read) -> None:
        board = read(SmallBoard().action(due_on="2018-03-31").report(on="2017-08-01", percent=1))
        days = ["2018-02-28", "2018-03-01", "2018-03-31"]  # 31, 30 and no days left
        assert board.state("actions_on", days, "rating") == ["green", "amber", "amber"]

    def test_not_started_and_due_soon_is_at_risk(self, read: Read) -> None:
        board = read(SmallBoard().action(due_on="2018-03-31"))
        assert board.state("actions_on", ["2018-02-28", "2018-03-01"], "rating") == [
            "grey",
            "amber",
        ]

    @pytest.mark.parametrize("state", ["paused", "returned", "reopened"])
    def test_stopped_or_sent_back_is_at_risk_however_far_off(self, read: Read, state: str) -> None:
        board = SmallBoard().action(due_on="2019-01-31").report(on="2017-08-01", percent=90)
        assert (
            read(board.moves("A", ("2017-09-01", state))).action("2017-09-01", "rating") == "amber"
        )

    def test_a_report_without_a_share_keeps_the_one_before(self, read: Read) -> None:
        board = SmallBoard().action(due_on=DUE).report(on="2017-08-01", percent=60)
        assert read(board.report(on="2017-09-01")).action("2017-09-01", "percent") == 60


class TestExtended:
    def test_once_and_twice(self, read: Read) -> None:
        board = SmallBoard().action(due_on="2017-09-30").report(on="2017-08-01", percent=90)
        board.extension("A", "2017-12-31", on="2017-09-15").extension(
            "A", "2018-03-31", on="2017-12-15"
        )
        days = ["2017-09-14", "2017-09-15", "2017-12-15"]
        columns = ("rating", "extensions", "first_due_on", "due_on", "slip_days")
        assert read(board).state("actions_on", days, *columns) == [
            ("green", 0, "2017-09-30", "2017-09-30", 0),
            ("amber", 1, "2017-09-30", "2017-12-31", 92),
            ("amber", 2, "2017-09-30", "2018-03-31", 182),
        ]

    def test_past_its_new_date_it_is_late_by_both(self, read: Read) -> None:
        board = (
            SmallBoard().action(due_on="2017-09-30").extension("A", "2017-12-31", on="2017-09-15")
        )
        reading = read(board)
        assert reading.action("2018-01-01", "rating") == "red"
        assert reading.action("2018-01-01", "days_late") == 1
        assert reading.action("2018-01-01", "days_late_first") == 93

    def test_one_learned_later_does_not_show_before(self, read: Read) -> None:
        board = SmallBoard().action(due_on="2017-09-30")
        board.extension("A", "2017-12-31", on="2017-09-15", learned="2017-10-20")
        days = ["2017-10-19", "2017-10-20"]
        assert read(board).state("actions_on", days, "due_on", "days_late") == [
            ("2017-09-30", 19),
            ("2017-12-31", 0),
        ]

    def test_one_learned_later_does_not_overrule_a_newer_one(self, read: Read) -> None:
        board = SmallBoard().action(due_on="2017-09-30")
        board.extension("A", "2018-03-31", on="2017-12-15")
        board.extension("A", "2017-12-31", on="2017-09-15", learned="2018-01-10")
        reading = read(board)
        assert reading.action("2018-01-10", "due_on") == "2018-03-31"
        assert reading.action("2018-01-10", "extensions") == 2

    def test_an_extension_is_no_report_of_work(self, read: Read) -> None:
        board = (
            SmallBoard().action(due_on="2017-09-30").extension("A", "2017-12-31", on="2017-09-15")
        )
        assert read(board).action("2017-09-20", "delivery") == "not started"


class TestKnownLater:
    def test_a_report_about_a_later_day_waits_for_that_day(self, read: Read) -> None:
        board = (
            SmallBoard()
            .action(due_on=DUE)
            .report(on="2017-10-01", percent=30, learned="2017-09-01")
        )
        days = ["2017-09-30", "2017-10-01"]
        assert read(board).state("actions_on", days, "delivery", "percent") == [
            ("not started", 0),
            ("in progress", 30),
        ]

    def test_a_report_learned_late_does_not_overrule_a_newer_one(self, read: Read) -> None:
        board = SmallBoard().action(due_on=DUE).report(on="2017-10-01", percent=60)
        board.report(on="2017-09-01", percent=20, learned="2017-11-01")
        reading = read(board)
        assert reading.action("2017-11-01", "percent") == 60
        assert reading.action("2017-11-01", "last_report_on") == "2017-10-01"

    def test_of_two_reports_of_one_day_the_later_said_counts(self, read: Read) -> None:
        board = SmallBoard().action(due_on=DUE)
        board.report(on="2017-10-01", percent=60).report(on="2017-10-01", percent=40)
        assert read(board).action("2017-10-01", "percent") == 40

    def test_a_move_learned_late_does_not_overrule_a_newer_one(self, read: Read) -> None:
        board = SmallBoard().action(due_on=DUE).move("A", "complete", on="2017-11-01")
        board.move("A", "proposed complete", on="2017-10-01", learned="2017-12-01")
        assert read(board).action("2017-12-01", "delivery") == "complete"

    def test_an_action_is_not_there_the_day_before_it_is_known(self, read: Read) -> None:
        board = SmallBoard().action(due_on=DUE, on="2017-07-01", learned="2017-07-05")
        assert read(board).state("actions_on", ["2017-07-04", "2017-07-05"], "as_at") == [
            "2017-07-05"
        ]


class TestReopened:
    def test_after_sign_off_it_is_open_late_and_has_no_day_of_completion(self, read: Read) -> None:
        board = SmallBoard().action(due_on=DUE).report(on="2017-09-01", percent=80)
        board.moves("A", *FINISHED, ("2018-02-05", "reopened"))
        days = ["2017-11-01", "2018-02-04", "2018-02-05"]
        columns = ("rating", "days_late", "percent", "completed_on", "signed_off_on", "gate")
        assert read(board).state("actions_on", days, *columns) == [
            ("green", 0, 100, "2017-11-01", None, "board"),
            ("blue", 0, 100, "2017-11-01", "2017-12-01", None),
            ("red", 5, 80, None, None, "sub_group"),
        ]

    def test_completed_again_takes_the_second_day(self, read: Read) -> None:
        board = SmallBoard().action(due_on=DUE)
        board.moves("A", *FINISHED, ("2018-02-05", "reopened"), ("2018-03-01", "complete"))
        assert read(board).action("2018-03-01", "completed_on") == "2018-03-01"
        assert read(board).action("2018-03-01", "days_completed_late") == 29


class TestStale:
    def test_one_cycle_of_silence_is_allowed_and_one_day_more_is_not(self, read: Read) -> None:
        board = read(SmallBoard().action(due_on="2019-01-31").report(on="2017-08-01"))
        days = ["2017-10-31", "2017-11-01"]  # 91 and 92 days
        assert board.state("actions_on", days, "is_stale", "days_silent") == [
            (False, 91),
            (True, 92),
        ]

    def test_never_reported_counts_from_the_day_it_was_agreed(self, read: Read) -> None:
        board = read(SmallBoard().action(due_on="2019-01-31", on="2017-08-01"))
        assert board.state("actions_on", ["2017-10-31", "2017-11-01"], "is_stale") == [False, True]

    def test_work_that_is_to_start_later_is_not_silent_before(self, read: Read) -> None:
        board = read(SmallBoard().action(due_on="2019-01-31", start_on="2018-01-01"))
        days = ["2017-12-31", "2018-04-02", "2018-04-03"]
        assert board.state("actions_on", days, "is_stale") == [False, False, True]

    def test_finished_work_is_never_stale(self, read: Read) -> None:
        board = read(SmallBoard().action(due_on=DUE).moves("A", *FINISHED))
        assert board.action("2020-01-01", "is_stale") is False


class TestClosed:
    @pytest.mark.parametrize("state", ["closed without implementing", "superseded"])
    def test_it_has_no_rating_and_is_not_late(self, read: Read, state: str) -> None:
        reading = read(SmallBoard().action(due_on=DUE).moves("A", ("2018-02-10", state)))
        assert reading.action("2018-02-09", "rating") == "red"
        assert reading.action("2018-02-10", "rating") is None
        assert reading.action("2018-02-10", "days_late") == 0
        assert reading.action("2018-02-10", "gate") is None


class TestGate:
    def test_who_must_move_next_and_since_when(self, read: Read) -> None:
        reading = read(SmallBoard().action(due_on=DUE).moves("A", *FINISHED))
        days = ["2017-07-11", "2017-10-01", "2017-11-05", "2017-12-01"]
        assert reading.state("actions_on", days, "gate", "days_at_gate") == [
            ("sub_group", 10),
            ("business_group", 0),
            ("board", 4),
            (None, None),
        ]


class TestRecommendation:
    def test_it_is_as_bad_as_the_worst_of_its_work(self, read: Read) -> None:
        board = SmallBoard().action("A", due_on=None).action("B", due_on="2019-01-31")
        board.report("B", on="2017-09-01").action("C", due_on="2017-10-31").report(
            "C", 90, on="2017-09-01"
        )
        board.extension("C", "2017-12-31", on="2017-10-15")
        reading = read(board)
        days = ["2017-07-01", "2017-09-01", "2017-10-15", "2018-01-01"]
        assert reading.state("recommendations_on", days, "rating") == [
            "grey",
            "green",
            "amber",
            "red",
        ]

    def test_progress_leaves_superseded_work_out_and_counts_complete_as_all(
        self, read: Read
    ) -> None:
        board = SmallBoard().action("A", due_on=DUE).action("B", due_on=DUE).action("C", due_on=DUE)
        board.report("A", 20, on="2017-08-01").report("C", 90, on="2017-08-01")
        board.moves("B", ("2017-09-01", "complete")).moves("C", ("2017-09-01", "superseded"))
        reading = read(board)
        assert reading.recommendation("2017-08-31", "progress") == pytest.approx(110 / 3)
        assert reading.recommendation("2017-09-01", "progress") == 60
        assert reading.recommendation("2017-09-01", "actions") == 2

    def test_no_action_means_no_progress_rather_than_none_done(self, read: Read) -> None:
        reading = read(SmallBoard().recommendation().promise(due_on=DUE))
        assert reading.recommendation("2017-08-01", "progress") is None

    def test_every_action_signed_off_is_not_the_recommendation_signed_off(self, read: Read) -> None:
        board = SmallBoard().action(due_on=DUE).moves("A", *FINISHED)
        board.move_recommendation("R", "signed off", on="2018-01-10")
        columns = ("rating", "delivery", "gate")
        assert read(board).state("recommendations_on", ["2018-01-09", "2018-01-10"], *columns) == [
            ("green", "complete", "board"),
            ("blue", "signed off", None),
        ]

    def test_signed_off_it_owes_nothing_even_where_work_is_open(self, read: Read) -> None:
        board = (
            SmallBoard().action(due_on=DUE).move_recommendation("R", "signed off", on="2018-02-10")
        )
        reading = read(board)
        assert reading.recommendation("2018-02-09", "days_late") == 9
        assert reading.recommendation("2018-02-10", "days_late") == 0
        assert reading.recommendation("2018-02-10", "due_on") is None

    @pytest.mark.parametrize("state", ["closed without implementing", "superseded"])
    def test_closed_it_owes_nothing_either(self, read: Read, state: str) -> None:
        board = SmallBoard().action(due_on=DUE).move_recommendation("R", state, on="2018-02-10")
        reading = read(board)
        assert reading.recommendation("2018-02-10", "rating") is None
        assert reading.recommendation("2018-02-10", "days_late") == 0
        assert reading.recommendation("2018-02-10", "due_on") is None

    @pytest.mark.parametrize(
        ("state", "gate"), [("proposed complete", "business_group"), ("complete", "board")]
    )
    def test_its_own_move_says_where_it_waits(self, read: Read, state: str, gate: str) -> None:
        board = SmallBoard().recommendation().move_recommendation("R", state, on="2018-02-10")
        days = ["2018-02-09", "2018-02-10"]
        assert read(board).state("recommendations_on", days, "gate") == ["sub_group", gate]

    def test_it_waits_where_its_hindmost_action_waits(self, read: Read) -> None:
        board = SmallBoard().action("A", due_on=DUE).action("B", due_on=DUE)
        board.moves("A", ("2017-08-01", "complete"))
        board.moves("B", ("2017-09-01", "proposed complete"), ("2017-10-01", "complete"))
        days = ["2017-08-01", "2017-09-01", "2017-10-01"]
        expected = ["sub_group", "business_group", "board"]
        assert read(board).state("recommendations_on", days, "gate") == expected

    def test_it_answers_as_its_latest_response_says(self, read: Read) -> None:
        board = (
            SmallBoard().recommendation().response("R", on="2017-08-01", acceptance="in principle")
        )
        board.response("R", on="2017-10-01", acceptance="accepted")
        board.response("R", on="2017-09-01", acceptance="not accepted", learned="2017-11-01")
        days = ["2017-07-31", "2017-08-01", "2017-10-01", "2017-11-01"]
        expected = [None, "in principle", "accepted", "accepted"]
        assert read(board).state("recommendations_on", days, "acceptance") == expected

    def test_a_promise_of_several_counts_once_in_each(self, read: Read) -> None:
        board = SmallBoard().promise("P", "R1", "R2", "R3", due_on=DUE).recommendation("R4")
        expected = [("R1", 1, "red"), ("R2", 1, "red"), ("R3", 1, "red"), ("R4", 0, "grey")]
        columns = ("rec_id", "promises", "rating")
        assert read(board).state("recommendations_on", "2018-02-01", *columns) == expected

    def test_the_record_ends_at_the_end_of_its_last_day(self, read: Read) -> None:
        board = SmallBoard().source("S", record_ends_on="2018-03-03", record_note="Nothing after.")
        board.recommendation("R")
        days = ["2018-03-03", "2018-03-04"]
        assert read(board).state("recommendations_on", days, "is_followed_up") == [True, False]


class TestAssurance:
    def test_nobody_said_anything_then_somebody_says_so(self, read: Read) -> None:
        board = SmallBoard().action(due_on=DUE).report(on="2017-08-01")
        board.assurance("R", "evidenced", on="2017-09-01").assurance(
            "R", "impact seen", on="2017-10-01"
        )
        days = ["2017-07-31", "2017-08-01", "2017-09-01", "2017-10-01"]
        expected = [None, "asserted", "evidenced", "impact seen"]
        assert read(board).state("recommendations_on", days, "assurance") == expected

    def test_an_open_challenge_stands_above_until_it_is_answered(self, read: Read) -> None:
        board = SmallBoard().recommendation().assurance("R", "evidenced", on="2017-07-01")
        board.challenge("C", on="2017-08-01").answer("C", "not satisfied", on="2017-09-01")
        board.answer("C", "satisfied", on="2017-10-01")
        days = ["2017-07-31", "2017-08-01", "2017-09-01", "2017-10-01"]
        assert read(board).state("recommendations_on", days, "assurance", "challenges_open") == [
            ("evidenced", 0),
            ("challenged", 1),
            ("challenged", 1),
            ("evidenced", 0),
        ]

    def test_two_answers_to_one_challenge_do_not_close_another(self, read: Read) -> None:
        board = (
            SmallBoard()
            .recommendation()
            .challenge("C", on="2017-08-01")
            .challenge("D", on="2017-08-02")
        )
        board.answer("C", on="2017-09-01").answer("C", on="2017-09-02")
        assert read(board).recommendation("2017-09-02", "challenges_open") == 1

    def test_a_challenge_that_is_open_again_counts_again(self, read: Read) -> None:
        board = SmallBoard().recommendation().challenge("C", on="2017-08-01")
        board.answer("C", on="2017-09-01").answer("C", "not satisfied", on="2017-10-01")
        days = ["2017-08-01", "2017-09-01", "2017-10-01"]
        assert read(board).state("recommendations_on", days, "challenges_open") == [1, 0, 1]

    def test_an_answer_learned_late_does_not_overrule_a_newer_one(self, read: Read) -> None:
        board = SmallBoard().recommendation().challenge("C", on="2017-08-01")
        board.answer("C", on="2017-10-01")
        board.answer("C", "not satisfied", on="2017-09-01", learned="2017-11-01")
        assert read(board).recommendation("2017-11-01", "challenges_open") == 0


class TestPromise:
    def test_due_today_is_not_late(self, read: Read) -> None:
        reading = read(SmallBoard().promise(due_on=DUE))
        days = ["2018-01-31", "2018-02-01"]
        assert reading.state("promises_on", days, "rating", "days_late") == [
            ("green", 0),
            ("red", 1),
        ]

    def test_kept_late_is_kept(self, read: Read) -> None:
        reading = read(SmallBoard().promise(due_on=DUE).update("P", "kept", on="2018-02-10"))
        days = ["2018-02-09", "2018-02-10"]
        assert reading.state("promises_on", days, "rating", "days_late", "kept_on") == [
            ("red", 9, None),
            ("green", 0, "2018-02-10"),
        ]

    def test_moved_to_a_later_day_is_at_risk_and_slips(self, read: Read) -> None:
        reading = read(SmallBoard().promise(due_on=DUE).moved("P", "2018-02-28", on="2018-01-20"))
        days = ["2018-01-19", "2018-01-20", "2018-03-01"]
        assert reading.state("promises_on", days, "rating", "slips", "slip_days") == [
            ("green", 0, 0),
            ("amber", 1, 28),
            ("red", 1, 28),
        ]

    def test_moved_to_no_day_has_no_day(self, read: Read) -> None:
        reading = read(SmallBoard().promise(due_on=DUE).moved("P", None, on="2018-01-20"))
        columns = ("rating", "due_on", "due_text", "slips", "slip_days", "days_late", "is_undated")
        expected = [("grey", None, "later", 1, None, 0, True)]
        assert reading.state("promises_on", "2018-03-01", *columns) == expected
        assert reading.promise("2018-03-01", "first_due_on") == DUE

    def test_a_first_day_is_no_slip_but_the_next_is(self, read: Read) -> None:
        board = SmallBoard().promise(due_on=None).moved("P", DUE, on="2018-01-10")
        board.moved("P", "2018-02-28", on="2018-01-20")
        columns = ("rating", "first_due_on", "slips", "slip_days")
        days = ["2018-01-09", "2018-01-10", "2018-01-20"]
        assert read(board).state("promises_on", days, *columns) == [
            ("grey", None, 0, None),
            ("green", DUE, 0, 0),
            ("amber", DUE, 1, 28),
        ]

    def test_withdrawn_has_no_rating_and_is_not_late(self, read: Read) -> None:
        reading = read(SmallBoard().promise(due_on=DUE).update("P", "withdrawn", on="2018-02-10"))
        columns = ("rating", "days_late", "is_open")
        assert reading.state("promises_on", "2018-02-10", *columns) == [(None, 0, False)]

    def test_a_move_learned_late_does_not_open_it_again(self, read: Read) -> None:
        board = SmallBoard().promise(due_on=DUE).update("P", "kept", on="2018-02-10")
        board.moved("P", "2018-02-20", on="2018-01-20", learned="2018-03-01")
        assert read(board).promise("2018-03-01", "is_kept") is True
        assert read(board).promise("2018-03-01", "slips") == 1


class TestRulesOfTheDay:
    def test_each_day_is_scored_by_the_rule_in_force(self, read: Read) -> None:
        # 31 days left on 31 December 2019; the second rule set starts the day after, at 10 days
        board = (
            SmallBoard()
            .action(due_on="2020-01-20", on="2019-01-01")
            .report(on="2019-12-01", percent=1)
        )
        days = ["2019-12-21", "2019-12-31", "2020-01-01", "2020-01-09", "2020-01-10"]
        expected = ["amber", "amber", "green", "green", "amber"]
        assert read(board).state("actions_on", days, "rating") == expected

    def test_the_first_rule_scores_the_days_before_it_too(self, read: Read) -> None:
        board = read(SmallBoard().action(due_on="2005-03-31", on="2005-01-01"))
        assert board.action("2005-03-01", "rating") == "amber"

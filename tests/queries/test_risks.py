"""Rows in, rows out for the risk register."""

import pytest

from tests.queries.conftest import Read
from tests.queries.small_board import Reading
from tests.queries.small_risks import RiskBoard

DAY = "2018-02-15"


class TestEvidence:
    NAME = "risks/evidence"

    def test_an_empty_register_counts_nothing_and_names_no_risk(self, nothing: Reading) -> None:
        found = nothing.ask("risks/evidence", "risks", "above", "heaviest", as_at=DAY)
        assert found == [(0, 0, None)]

    def test_it_counts_what_needs_attention_and_names_what_is_furthest(self, read: Read) -> None:
        board = RiskBoard().score(3, 3, "K", on="2017-07-01").score(5, 4, "L", on="2017-07-01")
        board.score(5, 5, "N", on="2017-07-01").review(None, "N", on="2018-01-01", outcome="close")
        board.review("2018-02-14", "K", on="2018-01-01")
        board.acceptance("2018-02-14", "L", on="2018-01-01")
        reading = read(board)
        columns = ("risks", "above", "reviews_late", "expired", "heaviest", "heaviest_score")
        assert reading.ask("risks/evidence", *columns, as_at=DAY) == [
            (2, 1, 1, 1, "Title of L", 20)
        ]
        assert reading.ask("risks/evidence", *columns, as_at="2018-02-14") == [
            (2, 1, 0, 0, "Title of L", 20)
        ]


class TestList:
    NAME = "risks/list"

    def test_furthest_above_appetite_comes_first_and_closed_risks_last(self, read: Read) -> None:
        board = RiskBoard().score(4, 3, "NEAR", on="2017-07-01").score(2, 2, "LOW", on="2017-07-01")
        board.score(4, 4, "FAR", on="2017-07-01").score(5, 5, "GONE", on="2017-07-01")
        board.risk("UNKNOWN").review(None, "GONE", on="2017-08-01", outcome="close")
        reading = read(board)
        assert reading.ask("risks/list", "risk_id", "distance", "is_above", as_at=DAY) == [
            ("FAR", 7, True),
            ("NEAR", 3, True),
            ("LOW", -5, False),
            ("UNKNOWN", None, False),
            ("GONE", 16, False),
        ]

    def test_a_score_at_the_appetite_is_not_above_it(self, read: Read) -> None:
        board = RiskBoard().score(3, 3, "AT", on="2017-07-01").score(2, 5, "OVER", on="2017-07-01")
        found = dict(read(board).ask("risks/list", "risk_id", "is_above", as_at=DAY))
        assert found == {"AT": False, "OVER": True}

    def test_movement_is_since_the_last_meeting_of_the_board(self, read: Read) -> None:
        board = RiskBoard().meeting("BEFORE", "2017-12-07").meeting("TODAY", DAY)
        board.score(4, 4, on="2017-07-01").score(3, 4, on="2017-12-08").risk("NEW", on="2018-01-01")
        columns = ("risk_id", "score_before", "change", "is_new", "compared_on")
        reading = read(board)
        assert reading.ask("risks/list", *columns, as_at=DAY) == [
            ("K", 16, -4, False, "2017-12-07"),
            ("NEW", None, None, True, "2017-12-07"),
        ]
        later = reading.ask("risks/list", *columns, as_at=DAY, since="2018-01-31")
        assert later == [
            ("K", 12, 0, False, "2018-01-31"),
            ("NEW", None, None, False, "2018-01-31"),
        ]

    def test_a_score_learned_late_counts_from_that_day(self, read: Read) -> None:
        board = RiskBoard().score(3, 4, on="2017-07-01")
        board.score(4, 4, on="2017-09-01", learned="2017-10-01")
        reading = read(board)
        assert reading.ask("risks/list", "score", as_at="2017-09-30") == [12]
        assert reading.ask("risks/list", "score", as_at="2017-10-01") == [16]

    def test_a_late_record_never_overrules_a_newer_score(self, read: Read) -> None:
        board = RiskBoard().score(4, 4, on="2017-09-01")
        board.score(2, 2, on="2017-08-01", learned="2017-10-01")
        assert read(board).ask("risks/list", "score", as_at=DAY) == [16]

    @pytest.mark.parametrize(
        ("likelihood", "impact", "day", "band"),
        [
            (2, 2, DAY, "low"), (1, 5, DAY, "medium"), (3, 3, DAY, "medium"),
            (2, 5, DAY, "high"), (3, 5, DAY, "high"), (4, 4, DAY, "very high"),
            (2, 2, "2020-01-01", "medium"), (4, 4, "2020-01-01", "high"),
        ],
    )  # fmt: skip
    def test_bands_begin_on_their_own_score_and_change_with_the_rules(
        self, read: Read, likelihood: int, impact: int, day: str, band: str
    ) -> None:
        board = RiskBoard().score(likelihood, impact, on="2017-07-01")
        assert read(board).ask("risks/list", "band", as_at=day) == [band]


class TestAnsweredBy:
    NAME = "recommendations/answered_by"

    def test_a_recommendation_and_its_sub_points_are_answered_by_the_page_named(
        self, read: Read
    ) -> None:
        board = RiskBoard().recommendation("R").recommendation("Ra", parent_id="R")
        reading = read(board.recommendation("S1"))
        for rec, pages in (("R", ["register"]), ("Ra", ["register"]), ("S1", [])):
            found = reading.ask("recommendations/answered_by", "page", as_at=DAY, rec=rec)
            assert found == pages

    def test_nothing_is_answered_before_it_was_asked(self, read: Read) -> None:
        reading = read(RiskBoard().recommendation("R", on="2017-06-01"))
        for day, pages in (("2017-05-31", []), ("2017-06-01", ["register"])):
            found = reading.ask("recommendations/answered_by", "page", as_at=day, rec="R")
            assert found == pages


class TestMatrix:
    NAME = "risks/matrix"

    def test_every_cell_is_there_with_its_score_and_band(self, nothing: Reading) -> None:
        found = nothing.ask("risks/matrix", "likelihood", "impact", "score", as_at=DAY)
        assert sorted(found) == [(k, n, k * n) for k in range(1, 6) for n in range(1, 6)]
        assert found[0] == (5, 1, 5)
        assert set(nothing.ask("risks/matrix", "risk_id", as_at=DAY)) == {None}

    def test_a_risk_stands_in_its_cell_and_says_where_it_stood(self, read: Read) -> None:
        board = RiskBoard().meeting("M", "2017-12-07")
        board.score(4, 4, "DOWN", on="2017-07-01").score(3, 4, "DOWN", on="2018-01-01")
        board.score(2, 4, "ACROSS", on="2017-07-01").score(4, 2, "ACROSS", on="2018-01-01")
        board.score(1, 1, "UP", on="2017-07-01").score(1, 2, "UP", on="2018-01-01")
        board.score(5, 5, "STILL", on="2017-07-01").risk("LATE").score(2, 2, "LATE", on=DAY)
        board.risk("NEW", on="2018-01-01").score(2, 3, "NEW", on="2018-01-01").risk("BLANK")
        columns = ("risk_id", "likelihood", "impact", "movement", "likelihood_before")
        found = read(board).ask("risks/matrix", *columns, as_at=DAY)
        assert {row for row in found if row[0]} == {
            ("DOWN", 3, 4, "down", 4),
            ("ACROSS", 4, 2, "across", 2),
            ("UP", 1, 2, "up", 1),
            ("STILL", 5, 5, "as before", 5),
            ("LATE", 2, 2, "scored", None),
            ("NEW", 2, 3, "new", None),
        }

    def test_a_closed_risk_has_no_place(self, read: Read) -> None:
        board = RiskBoard().score(4, 4, on="2017-07-01")
        board.review(None, on=DAY, outcome="close")
        reading = read(board)
        assert "K" in reading.ask("risks/matrix", "risk_id", as_at="2018-02-14")
        assert "K" not in reading.ask("risks/matrix", "risk_id", as_at=DAY)


class TestHistory:
    NAME = "risks/history"

    def test_every_current_score_by_its_day_and_of_one_day_the_last(self, read: Read) -> None:
        board = (
            RiskBoard().score(4, 4, on="2017-07-01").score(5, 5, on="2017-07-01", which="target")
        )
        board.score(3, 3, on="2017-10-01").score(2, 2, on="2017-10-01")
        board.score(5, 4, on="2017-09-01", learned="2018-01-01")
        reading = read(board)
        columns = ("scored_on", "score")
        assert reading.ask("risks/history", *columns, as_at="2017-12-31") == [
            ("2017-07-01", 16),
            ("2017-10-01", 4),
        ]
        assert ("2017-09-01", 20) in reading.ask("risks/history", *columns, as_at=DAY)


class TestWarnings:
    NAME = "risks/warnings"

    def kinds(self, reading: Reading, day: str = DAY) -> list[str]:
        return reading.ask("risks/warnings", "kind", as_at=day)

    def settled(self) -> RiskBoard:
        """A risk about which there is nothing to say."""
        board = RiskBoard().score(3, 4, on="2017-07-01").review("2019-01-01", on="2017-07-01")
        return board.acceptance("2019-01-01", on="2017-07-01")

    def test_a_risk_that_is_looked_after_asks_for_nothing(self, read: Read) -> None:
        assert self.kinds(read(self.settled())) == []

    def test_a_review_is_overdue_the_day_after_its_day(self, read: Read) -> None:
        reading = read(self.settled().review("2018-02-14", on="2018-01-01"))
        assert self.kinds(reading, "2018-02-14") == []
        assert reading.ask("risks/warnings", "kind", "days", as_at=DAY) == [("review overdue", 1)]

    def test_an_acceptance_holds_on_its_last_day_and_then_has_expired(self, read: Read) -> None:
        board = self.settled().acceptance("2018-02-14", on="2018-01-01")
        reading = read(board)
        assert self.kinds(reading, "2018-01-14") == []
        assert self.kinds(reading, "2018-01-15") == ["acceptance ends soon"]
        assert self.kinds(reading, "2018-02-14") == ["acceptance ends soon"]
        assert self.kinds(reading, DAY) == ["acceptance expired"]

    def test_an_acceptance_that_is_no_longer_needed_does_not_expire(self, read: Read) -> None:
        board = self.settled().acceptance("2018-02-14", on="2018-01-01")
        assert self.kinds(read(board.score(3, 3, on="2018-01-01"))) == []

    def test_a_target_above_the_score_needs_its_reason(self, read: Read) -> None:
        board = self.settled().score(3, 4, on="2017-07-02", which="target")
        assert self.kinds(read(board)) == []
        board.score(2, 5, on="2018-01-01")
        assert self.kinds(read(board)) == ["target above the current score"]
        board.score(3, 4, on="2018-01-02", which="target", above_why="It will rise again.")
        assert self.kinds(read(board)) == []

    def test_what_was_never_scored_or_has_no_review_is_said(self, read: Read) -> None:
        assert self.kinds(read(RiskBoard().risk())) == ["not scored", "no day for a review"]

    def test_a_closed_risk_asks_for_nothing(self, read: Read) -> None:
        board = RiskBoard().risk().review(None, on="2018-01-01", outcome="close")
        assert self.kinds(read(board)) == []

    def test_an_overdue_action_asks_for_a_review_until_one_is_held(self, read: Read) -> None:
        board = self.settled().action("A", due_on="2018-01-31").link(action_id="A")
        reading = read(board)
        assert self.kinds(reading, "2018-01-31") == []
        found = reading.ask("risks/warnings", "kind", "since_on", "about", as_at="2018-02-01")
        assert found == [("linked action overdue", "2018-02-01", "Title of A")]
        reading = read(board.review("2019-01-01", on="2018-02-10"))
        assert self.kinds(reading, "2018-02-09") == ["linked action overdue"]
        assert self.kinds(reading, "2018-02-10") == []

    def test_a_review_before_the_concern_does_not_settle_it(self, read: Read) -> None:
        board = self.settled().action("A", due_on="2018-01-31").link(action_id="A")
        board.review("2019-01-01", on="2018-01-31")
        assert self.kinds(read(board)) == ["linked action overdue"]

    def test_nothing_that_is_linked_changes_the_score(self, read: Read) -> None:
        board = self.settled().action("A", due_on="2018-01-31").link(action_id="A")
        reading = read(board)
        for day in ("2018-01-31", DAY):
            assert reading.ask("risks/list", "score", "scored_on", as_at=day) == [
                (12, "2017-07-01")
            ]


class TestOptions:
    NAME = "risks/options"

    def test_those_known_are_offered_closed_ones_last(self, read: Read) -> None:
        board = RiskBoard().risk("LATER", on="2018-03-01").risk("GONE").risk("HERE")
        board.review(None, "GONE", on="2017-08-01", outcome="close")
        assert read(board).ask("risks/options", "risk_id", as_at=DAY) == ["HERE", "GONE"]


class TestKnownFrom:
    NAME = "risks/known_from"

    def test_a_risk_learned_late_is_known_from_that_day(self, read: Read) -> None:
        board = RiskBoard().risk("K", on="2017-07-01", learned="2018-03-01")
        found = read(board).ask("risks/known_from", "risk_id", "known_from")
        assert found == [("K", "2018-03-01")]


class TestOne:
    NAME = "risks/one"

    def test_one_row_once_it_is_known(self, read: Read) -> None:
        board = RiskBoard().score(3, 4, on="2017-07-01", knowledge="weak")
        board.treatment("tolerate", on="2017-08-01").treatment(
            "treat", on="2017-09-01", appetite=12
        )
        reading = read(board)
        columns = ("score", "knowledge", "treatment", "appetite", "is_above")
        assert reading.ask("risks/one", *columns, as_at="2017-06-30", risk="K") == []
        assert reading.ask("risks/one", *columns, as_at="2017-08-31", risk="K") == [
            (12, "weak", "tolerate", 9, True)
        ]
        assert reading.ask("risks/one", *columns, as_at=DAY, risk="K") == [
            (12, "weak", "treat", 12, False)
        ]


class TestControls:
    NAME = "risks/controls"

    def test_what_is_in_place_is_kept_apart_and_gives_way_to_what_replaces_it(
        self, read: Read
    ) -> None:
        board = RiskBoard().control(
            "DO", state="further action", on="2017-07-01", due_on="2018-01-31"
        )
        board.control("DID", on="2018-02-10", replaces_id="DO").control("OLD", on="2017-07-01")
        board.control("END", state="withdrawn", on="2018-02-10", replaces_id="OLD")
        reading = read(board)
        columns = ("control_id", "state", "days_late")
        assert reading.ask("risks/controls", *columns, as_at="2018-02-09", risk="K") == [
            ("OLD", "in place", 0),
            ("DO", "further action", 9),
        ]
        assert reading.ask("risks/controls", *columns, as_at=DAY, risk="K") == [
            ("DID", "in place", 0)
        ]


class TestLinks:
    NAME = "risks/links"

    def test_work_says_how_it_stands_and_what_asks_for_a_review_comes_first(
        self, read: Read
    ) -> None:
        board = (
            RiskBoard().action("A", "R", due_on="2018-01-31").action("B", "R", due_on="2018-12-31")
        )
        board.link(rec_id="R").link(action_id="B").link(action_id="A")
        columns = ("about", "action_id", "rating", "is_concern", "asks_review")
        assert read(board).ask("risks/links", *columns, as_at=DAY, risk="K") == [
            ("action", "A", "red", True, True),
            ("action", "B", "grey", False, False),
            ("recommendation", None, "red", False, False),
        ]

    def test_an_indicator_without_figures_keeps_its_key(self, read: Read) -> None:
        board = RiskBoard().link(indicator_id="unknown_rate", warn_above=5.0)
        columns = ("name", "value", "is_concern")
        assert read(board).ask("risks/links", *columns, as_at=DAY, risk="K") == [
            ("unknown_rate", None, False)
        ]


class TestStory:
    NAME = "risks/story"

    def test_every_kind_of_entry_is_told_newest_first(self, read: Read) -> None:
        board = RiskBoard().source().recommendation("R1").action("A", "R1", due_on="2017-09-30")
        board.meeting("M", "2017-09-01").registers_risks()
        found = read(board).ask("risks/story", "happened_on", "kind", as_at="2018-12-31", risk="K")
        assert [day for day, _ in found] == sorted((day for day, _ in found), reverse=True)
        assert {kind for _, kind in found} == {
            "risk raised", "inherent score", "current score", "target score", "control",
            "treatment", "acceptance", "review", "link",
        }  # fmt: skip

    def test_what_was_corrected_and_what_was_taken_back_says_since_when(self, read: Read) -> None:
        board = RiskBoard().score(4, 4, on="2017-08-01", risk_id="K")
        wrong = board.entries[-1].seq
        board.score(3, 3, on="2017-08-01", risk_id="K", learned="2017-09-01", corrects=wrong)
        board.retraction(board.entries[-1].seq, on="2017-10-01")

        def told(day: str) -> list[tuple[object, ...]]:
            columns = ("kind", "outcome", "corrected_on", "is_taken_back")
            found = read(board).ask("risks/story", *columns, as_at=day, risk="K")
            return [row[1:] for row in found if row[0] == "current score"]

        assert told("2017-08-31") == [("16", None, False)]
        assert told("2017-09-30") == [("9", None, False), ("16", "2017-09-01", False)]
        assert told("2017-10-01") == [("9", "2017-10-01", True), ("16", "2017-09-01", False)]

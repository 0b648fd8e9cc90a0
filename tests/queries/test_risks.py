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

"""Rows in, rows out for queries/filters: what the controls offer."""

from tests.queries.conftest import Read
from tests.queries.small_board import Reading, SmallBoard

DAY = "2018-02-15"


class TestMeetings:
    NAME = "filters/meetings"

    def test_those_held_by_the_last_day_that_is_told_of_newest_first(self, read: Read) -> None:
        board = (
            SmallBoard().meeting("M1", "2017-09-01").meeting("M2", DAY).meeting("M3", "2018-02-16")
        )
        board.meeting("M0", "2017-09-01").note("R", on=DAY)
        assert read(board).ask(self.NAME, "held_on") == [DAY, "2017-09-01", "2017-09-01"]

    def test_nothing(self, nothing: Reading) -> None:
        assert nothing.ask(self.NAME) == []


class TestKnownFrom:
    NAME = "filters/known_from"

    def test_every_recommendation_with_the_day_it_was_learned_of(self, read: Read) -> None:
        board = SmallBoard().recommendation("B", on="2017-06-01", learned="2017-08-01")
        board.recommendation("A", on="2018-06-01", position=2)
        assert read(board).ask(self.NAME) == [("A", "2018-06-01"), ("B", "2017-08-01")]

    def test_nothing(self, nothing: Reading) -> None:
        assert nothing.ask(self.NAME) == []


class TestOptions:
    NAME = "filters/options"

    def of(self, reading: Reading, name: str, day: str = DAY) -> list[str]:
        return [
            key for kind, key in reading.ask(self.NAME, "filter", "id", as_at=day) if kind == name
        ]

    def test_only_what_is_known_on_the_day(self, read: Read) -> None:
        board = SmallBoard().source("OLD", on="2010-12-08").source("NEW", on="2017-06-01")
        board.recommendation("N1", source_id="NEW", support_group_ids=["BG"])
        board.recommendation(
            "O2", source_id="OLD", on="2010-12-08", position=2, lead_group_id="COUNCIL"
        )
        board.recommendation(
            "O1", source_id="OLD", on="2010-12-08", position=1, lead_group_id="COUNCIL"
        )
        board.action("A", "N1", lead_group_id="SG2", agency_id="HEALTH")
        reading = read(board)
        for day, expected in {
            "2010-12-07": ([], [], [], []),
            "2010-12-08": (["OLD"], ["O1", "O2"], ["COUNCIL"], []),
            "2017-06-30": (["NEW", "OLD"], ["N1", "O1", "O2"], ["BG", "SG1", "COUNCIL"], []),
            DAY: (["NEW", "OLD"], ["N1", "O1", "O2"], ["BG", "SG1", "SG2", "COUNCIL"], ["HEALTH"]),
        }.items():
            names = ("sources", "recs", "groups", "agencies")
            assert tuple(self.of(reading, name, day) for name in names) == expected, day

    def test_states_ratings_and_answers_are_always_there(self, nothing: Reading) -> None:
        assert len(self.of(nothing, "deliveries")) == 10
        assert self.of(nothing, "ratings") == ["red", "amber", "grey", "green", "blue"]
        assert self.of(nothing, "acceptances")[-1] == "no answer yet"
        assert self.of(nothing, "sources") == []

    def test_a_recommendation_is_labelled_as_in_the_paper(self, read: Read) -> None:
        found = read(SmallBoard().recommendation("R")).ask(self.NAME, "filter", "label", as_at=DAY)
        assert ("recs", "R Title of R") in found

    def test_every_group_offered_keeps_something(self, read: Read) -> None:
        board = (
            SmallBoard()
            .recommendation("R", support_group_ids=["BG"])
            .action("A", lead_group_id="SG2")
        )
        reading = read(board)
        for group in self.of(reading, "groups"):
            assert reading.ask("recommendations/list", "rec_id", as_at=DAY, groups=[group]) == ["R"]

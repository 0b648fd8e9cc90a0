"""The briefing: each sentence as it reads, for none, for one and for many."""

from typing import Any

import pandas as pd
import pytest

from scrutiny.charts import briefing
from tests.scrutiny.charts.frames import NO, D, none_of

SINCE = D("2017-12-14")
STANDINGS = (
    "signed off",
    "on track",
    "at risk",
    "overdue",
    "awaiting sign-off",
    "not started or undated",
    "closed",
)


def counts(**before_and_now: tuple[int, int]) -> pd.DataFrame:
    """One row per standing, as (before, now); those not named are nought on both days."""
    pairs = [before_and_now.get(name.replace(" ", "_"), (0, 0)) for name in STANDINGS]
    return pd.DataFrame(
        {
            "standing": STANDINGS,
            "actions": [now for _, now in pairs],
            "actions_before": [before for before, _ in pairs],
        }
    )


def standing(*ratings: object) -> pd.DataFrame:
    return pd.DataFrame({"rating": list(ratings)}, dtype=object)


def test_whose_figures_these_are() -> None:
    assert briefing.shows("Test Board", D("2018-02-15"), "All of it is real.") == (
        "Test Board, as at 15 February 2018. All of it is real."
    )


def test_what_the_filters_keep_is_said() -> None:
    kept = ("Rating: Overdue, At risk", "Agency: Health")
    assert briefing.shows("Test Board", D("2018-02-15"), "Real.", kept).endswith(
        "Real. Filtered by Rating: Overdue, At risk; Agency: Health. Dates that moved, undated "
        "work, changes since a meeting and lines over time follow source, recommendation, "
        "sub-group and agency only."
    )


class TestStands:
    def test_before_anything_was_asked(self) -> None:
        said = briefing.stands(none_of("rating"), counts(), SINCE)
        assert said == "No recommendation is known on this day, or the filters leave none."

    def test_worst_first_and_what_moved(self) -> None:
        said = briefing.stands(
            standing("green", "red", "amber", "red", "blue", "grey"),
            counts(signed_off=(4, 6), on_track=(9, 2), overdue=(1, 5)),
            SINCE,
        )
        assert said == (
            "6 recommendations: 2 overdue, 1 at risk, 1 not started or undated, 1 on track and "
            "1 signed off; since 14 December 2017, 2 more actions are signed off and "
            "4 more actions are overdue."
        )

    def test_one_of_each(self) -> None:
        said = briefing.stands(standing("green"), counts(overdue=(2, 1)), SINCE)
        assert said == (
            "1 recommendation: 1 on track; since 14 December 2017, 1 fewer action is overdue."
        )

    def test_it_claims_no_more_than_it_compares(self) -> None:
        # actions moved between other standings: to say that none moved would be wrong
        moved = counts(on_track=(5, 1), at_risk=(1, 5), overdue=(3, 3))
        assert briefing.stands(standing("amber"), moved, SINCE) == (
            "1 recommendation: 1 at risk; as many actions signed off and overdue as on "
            "14 December 2017."
        )

    @pytest.mark.parametrize("closed", [None, float("nan")])
    def test_a_closed_one_is_counted_too(self, closed: object) -> None:
        said = briefing.stands(standing(closed, "red"), counts(), SINCE)
        assert said.startswith("2 recommendations: 1 overdue and 1 closed;")


class TestCards:
    def test_four_counts_each_with_its_change(self) -> None:
        cards = briefing.cards(
            counts(signed_off=(4, 6), on_track=(9, 9), at_risk=(3, 1), closed=(0, 2))
        )
        assert cards == [
            briefing.Card("Signed off", 6, 2),
            briefing.Card("On track", 9, 0),
            briefing.Card("At risk", 1, -2),
            briefing.Card("Overdue", 0, 0),
        ]

    def test_the_others_are_told_so_that_the_reader_can_add_up(self) -> None:
        rows = counts(signed_off=(0, 6), awaiting_sign_off=(0, 1), closed=(0, 2))
        rows.loc[rows["standing"] == "awaiting sign-off", "actions"] = 1
        said = briefing.rest(rows)
        assert said == "Counts of 9 actions; the others: 1 awaiting sign-off and 2 closed."

    def test_without_others(self) -> None:
        assert briefing.rest(counts(overdue=(0, 1))) == "Counts of 1 action."

    def test_without_actions(self) -> None:
        assert briefing.rest(counts()) == "There are no actions to count."


def listed(*rows: tuple[str | None, object, bool, object]) -> pd.DataFrame:
    """Rows of (parent, rating, followed up, record ends)."""
    columns = ["parent_id", "rating", "is_followed_up", "record_ends_on"]
    frame = pd.DataFrame(list(rows), columns=columns)
    return frame.astype({"parent_id": object, "rating": object})


class TestListed:
    ENDED = D("2011-03-03")

    def test_none(self) -> None:
        said = briefing.listed(none_of("parent_id", "rating", "is_followed_up", "record_ends_on"))
        assert said == (
            "No recommendation matches: none is known on this day, or the filters leave none."
        )

    def test_followed_up_with_sub_points_and_a_set_that_ended(self) -> None:
        rows = listed(
            (None, "red", True, NO),
            (None, "green", True, NO),
            ("R1", "green", True, NO),
            (None, "red", False, self.ENDED),
            ("R9", "red", False, self.ENDED),
            ("R9", "red", False, self.ENDED),
        )
        assert briefing.listed(rows) == (
            "2 recommendations and 1 sub-point: 1 overdue and 2 on track. "
            "1 recommendation and 2 sub-points in a set whose record ended on 3 March 2011, "
            "rated by what is held."
        )

    def test_filters_may_leave_sub_points_alone(self) -> None:
        assert briefing.listed(listed(("R1", "amber", True, NO))) == "1 sub-point: 1 at risk."

    def test_sets_that_ended_on_different_days(self) -> None:
        rows = listed(
            (None, "red", False, self.ENDED),
            (None, "red", False, D("2015-07-01")),
            (None, "grey", False, self.ENDED),
        )
        assert briefing.listed(rows) == (
            "3 recommendations in sets whose records ended on 3 March 2011 and 1 July 2015, "
            "rated by what is held."
        )

    def test_a_closed_one_is_counted(self) -> None:
        assert briefing.listed(listed((None, None, True, NO))) == "1 recommendation: 1 closed."


class TestBlocks:
    def test_what_moved(self) -> None:
        rows = pd.DataFrame(
            {"what": ["Plan", "Audit"], "slip_days": [75, 14], "due_on": D("2018-04-01")}
        )
        assert briefing.slipped(rows) == "2 dates were moved; furthest is “Plan”, by 75 days."
        one = rows.head(1).assign(slip_days=1)
        assert briefing.slipped(one) == "1 date was moved; furthest is “Plan”, by 1 day."

    @pytest.mark.parametrize("slip", [None, pd.NA, float("nan")])
    def test_moved_to_no_date_at_all(self, slip: object) -> None:
        rows = pd.DataFrame(
            {"what": ["Plan"], "slip_days": pd.Series([slip], dtype=object), "due_on": [NO]}
        )
        assert briefing.slipped(rows) == (
            "1 date was moved; furthest is “Plan”, now without a date."
        )

    def test_nothing_moved(self) -> None:
        said = briefing.slipped(none_of("what", "slip_days"))
        assert said == "Nothing that is still owed has been moved from its first date."

    def test_what_is_silent(self) -> None:
        rows = pd.DataFrame({"title": ["Audit", "Training"], "days_silent": [120, 93]})
        assert briefing.silent(rows) == (
            "2 open actions have had no report for more than one meeting cycle; "
            "longest silent is “Audit”, 120 days."
        )
        assert briefing.silent(rows.head(1)).startswith("1 open action has had no report")

    def test_nothing_is_silent(self) -> None:
        # an action agreed last week has had no report either: the sentence may not claim one
        said = briefing.silent(none_of("title", "days_silent"))
        assert said == "No open action has been without a report for more than one meeting cycle."

    def test_what_has_no_date(self) -> None:
        end = "so nobody can say whether it is late."
        one, two = pd.DataFrame({"what": ["a"]}), pd.DataFrame({"what": ["a", "b"]})
        assert briefing.undated(none_of("what")) == "All work that is still owed has a date."
        assert briefing.undated(one) == f"1 piece of work that is still owed has no date, {end}"
        assert briefing.undated(two) == f"2 pieces of work that is still owed have no date, {end}"


class TestEnded:
    def ended(self, **columns: Any) -> pd.DataFrame:
        row = {"title": "Call-in", "recommendations": 15, "record_ends_on": D("2011-03-03")}
        return pd.DataFrame([row | {"promises_open": 1} | columns])

    def test_what_was_still_owed(self) -> None:
        assert briefing.ended(self.ended()) == (
            "Call-in: 15 recommendations and sub-points, not counted above, because the papers end "
            "on 3 March 2011; 1 promise is not recorded as kept."
        )
        assert briefing.ended(self.ended(promises_open=2)).endswith(
            "; 2 promises are not recorded as kept."
        )

    def test_nothing_was(self) -> None:
        said = briefing.ended(self.ended(promises_open=0, recommendations=1))
        assert said == (
            "Call-in: 1 recommendation or sub-point, not counted above, because the papers end on "
            "3 March 2011."
        )

    def test_several_sets_and_none(self) -> None:
        both = pd.concat([self.ended(), self.ended(title="Review")])
        assert briefing.ended(both).count("papers end on 3 March 2011") == 2
        assert "kept. Review: 15" in briefing.ended(both)
        assert briefing.ended(none_of("title")) == ""

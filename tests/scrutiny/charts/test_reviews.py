"""Reviews on a line of time, what came of them, and child deaths taken together."""

from typing import Any

import pandas as pd
import pytest

from scrutiny.charts import learning, reviews
from tests.scrutiny.charts.frames import D, none_of, notes

STAGE = {
    "review_id": "CR",
    "review_kind": "serious case review",
    "came_to_light_on": D("2017-06-05"),
    "stage": "notified",
    "from_stage": "came to light",
    "limit_days": 5,
    "counted_in": "working days",
    "due_on": D("2017-06-12"),
    "reached_on": D("2017-06-09"),
    "outcome": None,
    "standing": "in time",
    "days_late": 0,
    "provenance": "illustrative",
}
LATE = {"standing": "late", "reached_on": D("2017-06-14"), "days_late": 2}
OVERDUE = {"stage": "published", "standing": "overdue", "reached_on": None, "days_late": 90}


def frame(*rows: dict[str, Any]) -> pd.DataFrame:
    return pd.DataFrame([STAGE | row for row in rows])


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ([{}], "No stage that is due is past its time limit."),
        ([LATE], "No stage that is due is past its time limit; reached late: CR (notified)."),
        ([OVERDUE], "Past the time limit: CR (published) by 90 days."),
    ],
)
def test_reviews_are_named_and_not_counted(rows: list[dict[str, Any]], says: str) -> None:
    assert reviews.describe(frame(*rows)) == says


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({}, "notified 9 Jun 2017, due 12 Jun 2017"),
        (LATE, "notified 14 Jun 2017, due 12 Jun 2017, 2 days late"),
        (OVERDUE, "published, due 12 Jun 2017, 90 days overdue"),
        ({"stage": "decided", "outcome": "no review"}, "decided 9 Jun 2017 (no review)"),
        ({"reached_on": None, "standing": "running"}, "notified, due 12 Jun 2017"),
    ],
)
def test_a_stage_is_said_with_its_day_and_its_limit(row: dict[str, Any], said: str) -> None:
    assert reviews.said(STAGE | row).startswith(said)


def test_each_standing_has_its_own_mark_on_its_day() -> None:
    drawn = reviews.timeline(frame({}, LATE, OVERDUE), "2018-02-15")
    marks = {trace.marker.symbol: list(trace.x) for trace in drawn.data if trace.type == "scatter"}
    assert marks["circle"] == ["2017-06-09"]
    assert marks["diamond"] == ["2017-06-14"]
    assert marks["diamond-open"] == ["2017-06-12"]
    assert "as at 15 Feb 2018" in notes(drawn)
    assert "90 days overdue" in notes(drawn)


def test_a_stage_that_is_not_to_come_has_no_mark() -> None:
    never = {"standing": "not needed", "reached_on": None, "due_on": None}
    drawn = reviews.timeline(frame({}, never), "2018-02-15")
    marks = [trace for trace in drawn.data if trace.type == "scatter" and len(trace.x)]
    assert [list(trace.x) for trace in marks] == [["2017-06-09"]]


def test_no_review_is_said() -> None:
    nothing = none_of(*STAGE)
    assert reviews.describe(nothing) == reviews.NONE
    assert "No review is known" in notes(reviews.timeline(nothing, "2018-02-15"))


RECOMMENDED = {"title": "Listen", "embedded": "embedded", "overdue": 0, "delivery": "complete"}


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ([RECOMMENDED], "1 recommendation of reviews: 1 embedded, 0 not looked at yet."),
        (
            [RECOMMENDED, RECOMMENDED | {"embedded": "not embedded", "title": "Share"}],
            "2 recommendations of reviews: 1 embedded, 0 not looked at yet; 1 is done and not "
            "embedded, first “Share”.",
        ),
        (
            [
                RECOMMENDED | {"delivery": "in progress", "embedded": "not looked at yet"},
                RECOMMENDED | {"overdue": 2},
            ],
            "2 recommendations of reviews: 1 embedded, 1 not looked at yet; 1 has work that is "
            "overdue.",
        ),
        ([], "No recommendation of a review is known by this day."),
    ],
)
def test_done_is_told_from_embedded(rows: list[dict[str, Any]], says: str) -> None:
    assert learning.embedded(pd.DataFrame(rows, columns=list(RECOMMENDED))) == says


EVIDENCE = {
    "recommendations": 7,
    "embedded": 1,
    "not_looked_at": 5,
    "overdue": 2,
    "past_limit": "CR-C (published)",
    "has_reviews": True,
}


@pytest.mark.parametrize(
    ("columns", "says"),
    [
        (
            {},
            "7 recommendations came of reviews: 1 embedded, 5 not looked at yet; work on 2 is "
            "overdue; past the time limit: CR-C (published).",
        ),
        (
            {"overdue": 0, "past_limit": None},
            "7 recommendations came of reviews: 1 embedded, 5 not looked at yet.",
        ),
        (
            {"recommendations": 0, "overdue": 0, "past_limit": None},
            "No recommendations came of reviews.",
        ),
        (
            {"recommendations": 0, "overdue": 0, "past_limit": None, "has_reviews": False},
            "No review is known by this day.",
        ),
    ],
)
def test_the_evidence_is_one_sentence(columns: dict[str, object], says: str) -> None:
    assert learning.evidence(pd.DataFrame([EVIDENCE | columns])) == says


THEME = {
    "theme": "Listening",
    "reviews": "A, B",
    "recommendations": 3,
    "embedded": 1,
    "partly_embedded": 0,
    "not_embedded": 0,
    "not_looked_at": 2,
}


def test_a_theme_names_its_reviews_and_what_was_found() -> None:
    drawn = learning.themes(pd.DataFrame([THEME]))
    assert "in A, B; 1 embedded and 2" in notes(drawn).replace("<br>", " ")
    assert list(drawn.data[0].x) == [3]


@pytest.mark.parametrize(
    ("embedded", "says"),
    [
        (1, "On every theme some of the learning is embedded."),
        (0, "No learning is embedded yet on “Listening”."),
    ],
)
def test_a_theme_without_embedded_learning_is_named(embedded: int, says: str) -> None:
    assert learning.describe_themes(pd.DataFrame([THEME | {"embedded": embedded}])) == says
    assert learning.describe_themes(none_of(*THEME)) == learning.NO_THEMES


YEARS = {
    "period_start": D("2014-04-01"),
    "period_end": D("2017-03-31"),
    "years": 3,
    "number": 42,
    "status": "",
}


def test_deaths_are_told_for_years_taken_together() -> None:
    last = YEARS | {"period_start": D("2017-04-01"), "period_end": D("2020-03-31"), "number": 54}
    says = learning.describe_deaths(pd.DataFrame([YEARS, last]))
    assert says == (
        "54 deaths reviewed with modifiable factors, Apr 2017 to Mar 2020; "
        "42 deaths, Apr 2014 to Mar 2017."
    )
    assert "42 deaths" in notes(learning.deaths(pd.DataFrame([YEARS, last])))


def test_so_few_that_they_are_withheld_have_no_number_and_no_bar() -> None:
    few = pd.DataFrame([YEARS | {"number": None, "status": "k"}])
    assert learning.describe_deaths(few).startswith("K (withheld: fewer than six)")
    assert list(learning.deaths(few).data[0].x) == [0]
    assert learning.describe_deaths(none_of(*YEARS)) == learning.NO_DEATHS

"""Measures of the neglect strategy and of the reviewing service, in words and lanes."""

from typing import Any

import pandas as pd
import pytest

from scrutiny.charts import measures, neglect
from tests.scrutiny.charts.frames import D, none_of, notes

ROW = {
    "name": "People trained",
    "agency_name": "Police",
    "unit": "%",
    "better": "higher",
    "period_start": D("2018-01-01"),
    "period_end": D("2018-01-31"),
    "number": 40,
    "of_number": 250.0,
    "value": 16,
    "status": "",
    "previous_value": 4,
    "target": 20.0,
    "target_due_on": D("2018-03-31"),
    "against_target": "not yet",
    "is_missing": False,
    "provenance": "illustrative",
}
NOTHING: dict[str, Any] = dict.fromkeys(
    ("period_start", "period_end", "number", "of_number", "value", "status", "previous_value")
)
WITHHELD = {"number": None, "of_number": None, "value": None, "status": "c"}


def frame(*rows: dict[str, Any]) -> pd.DataFrame:
    return pd.DataFrame([ROW | row for row in rows])


def test_a_figure_is_said_with_what_it_is_from_and_its_target() -> None:
    assert measures.said(ROW) == (
        "16%, 40 of 250, Jan 2018; target 20% by 31 Mar 2018, not yet reached"
    )


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (WITHHELD | {"target": None}, "c (confidential), Jan 2018"),
        (NOTHING | {"against_target": None}, "no return; target 20% by 31 Mar 2018"),
        ({"number": 0, "of_number": 0.0, "value": None, "target": None}, "none to count from"),
        ({"unit": "count", "of_number": None, "value": 26, "target": None}, "26, Jan 2018"),
        (
            {"unit": "per post", "better": "lower", "value": 68, "target": 70.0},
            "target at most 70 per post",
        ),
    ],
)
def test_what_is_withheld_missing_or_of_another_unit(row: dict[str, Any], said: str) -> None:
    assert said in measures.said(ROW | row)


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ([{}], "None of 1 agency has reached the target; furthest from it Police, 16% against"),
        ([{"against_target": "reached"}, {}], "1 of 2 agencies has reached the target; furthest"),
        ([{"against_target": "reached"}] * 2, "2 of 2 agencies have reached the target."),
        (
            [{"against_target": "reached"}, NOTHING | {"against_target": None, "is_missing": True}],
            "1 of 1 agency has reached the target; no figure for the latest period from Police.",
        ),
        (
            [WITHHELD | {"target": None, "against_target": None}],
            "Police c (confidential).",
        ),
    ],
)
def test_the_sentence_names_who_is_there_furthest_and_silent(
    rows: list[dict[str, Any]], says: str
) -> None:
    assert measures.describe(frame(*rows)).startswith(says)


def test_a_withheld_figure_has_no_bar_and_its_mark() -> None:
    drawn = measures.against_targets(frame({}, WITHHELD))
    bars, ticks = drawn.data
    assert list(bars.x) == [16.0, None]
    assert list(ticks.x) == [20.0, 20.0]
    assert "c (confidential)" in notes(drawn)


def test_text_in_lanes_is_harmless() -> None:
    drawn = measures.against_targets(frame({"agency_name": "<b>Police</b>"}))
    assert "&lt;b&gt;Police" in notes(drawn)


RUN = {
    "series": "A",
    "label": "Police",
    "unit": "%",
    "period_start": D("2017-07-01"),
    "period_end": D("2017-09-30"),
    "number": 30,
    "of_number": 60.0,
    "value": 50,
    "status": "",
}


def test_a_path_breaks_where_a_figure_is_withheld_and_marks_the_launch() -> None:
    later = {"period_start": D("2017-10-01"), "period_end": D("2017-12-31")}
    rows = pd.DataFrame([RUN, RUN | WITHHELD | later])
    drawn = measures.paths(rows, pd.DataFrame({"on_day": [D("2017-09-29")]}))
    assert drawn.data[0].y[1] is None
    assert [shape.x0 for shape in drawn.layout.shapes] == ["2017-09-29"]
    assert "launched on 29 Sep 2017" in notes(drawn)
    assert "c (confidential)" in notes(drawn)
    assert len(measures.paths(rows).layout.shapes) == 0


def test_a_lane_says_over_which_days_it_runs() -> None:
    assert measures.ran(pd.DataFrame([RUN])).startswith("Figures from 30 Sep 2017 to 30 Sep 2017")


def test_nothing_gives_a_figure_and_a_sentence_that_say_so() -> None:
    assert measures.NONE == measures.describe(none_of(*ROW)) == measures.served(none_of(*ROW))
    assert "No figure" in notes(measures.against_targets(none_of(*ROW)))
    assert measures.ran(none_of(*RUN)) == "No figure is known by this day."
    assert "No figure is known" in notes(measures.paths(none_of(*RUN)))


@pytest.mark.parametrize(
    ("standings", "says"),
    [
        (["reached", None], "Every target that is set is reached."),
        (
            ["missed", "not yet"],
            "Target missed in “Name 0”; target not reached yet in “Name 1”.",
        ),
    ],
)
def test_a_service_says_which_targets_it_missed(standings: list[str | None], says: str) -> None:
    rows = [{"name": f"Name {n}", "against_target": s} for n, s in enumerate(standings)]
    assert measures.served(frame(*rows)) == says


STAGE = {
    "stage": "strategy launched",
    "first_due_on": D("2017-09-18"),
    "due_on": D("2017-09-29"),
    "done_on": D("2017-09-29"),
    "days_late": 0,
    "days_done_late": 11,
}


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        (
            [STAGE],
            "The strategy was launched on 29 September 2017, 11 days after the day first planned.",
        ),
        (
            [STAGE | {"done_on": None, "days_done_late": None}],
            "The strategy is to be launched on 29 September 2017.",
        ),
        (
            [STAGE, STAGE | {"stage": "tool chosen", "done_on": None, "days_late": 3}],
            "The strategy was launched on 29 September 2017, 11 days after the day first planned; "
            "“tool chosen” is 3 days late.",
        ),
        (
            [STAGE | {"stage": "tool chosen"}],
            "When the strategy is to be launched is not recorded.",
        ),
    ],
)
def test_the_launch_is_told_with_its_delay_and_what_is_late(
    rows: list[dict[str, Any]], says: str
) -> None:
    assert neglect.launched(pd.DataFrame(rows)) == says


SINCE = {
    "key": "plans",
    "name": "Plans",
    "unit": "%",
    "is_published": True,
    "launched_on": D("2017-09-29"),
    "before_end": D("2017-03-31"),
    "before_value": 58.3,
    "since_end": D("2024-03-31"),
    "since_value": 56.3,
    "change": -2.0,
    "points": 14,
    "trend_before": "rising",
    "trend_since": "none",
}
NOT_SINCE = {"since_end": None, "since_value": None, "trend_since": None}


@pytest.mark.parametrize(
    ("row", "says"),
    [
        (
            {},
            "rose by more than chance over the five years to 31 Mar 2017; "
            "moved no more than by chance over the five years to 31 Mar 2024",
        ),
        (NOT_SINCE, "nothing since the launch to compare"),
        (
            {"trend_since": None, "points": 1},
            "cannot be said: 1 of the 5 yearly shares that it takes",
        ),
        (
            {"is_published": False, "points": 12},
            "cannot be said: 12 of the 13 points that it takes",
        ),
        ({"is_published": False, "points": 13}, "see its limits below"),
        ({"is_published": False, "before_value": None}, "no figure from before the launch"),
    ],
)
def test_a_verdict_is_given_only_where_there_are_enough_points(
    row: dict[str, Any], says: str
) -> None:
    assert neglect.verdict(SINCE | row) == says


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ([{"launched_on": None}], "The launch is not known on this day"),
        ([NOT_SINCE], "No published figure covers a period since the launch yet, and no series"),
        (
            [{"trend_since": "falling"}, NOT_SINCE],
            "1 of 2 published series cover a period since the launch; over the last five years "
            "neglect fell by more than chance in “Plans”.",
        ),
    ],
)
def test_what_changed_is_told_without_a_cause(rows: list[dict[str, Any]], says: str) -> None:
    said = neglect.changed(pd.DataFrame([SINCE | row for row in rows]))
    assert said.startswith(says)
    assert "because" not in said


AUDIT = {
    "title": "Neglect",
    "state": "done",
    "planned_on": D("2018-02-09"),
    "done_on": D("2018-03-08"),
    "days_late": 0,
    "agency_name": None,
    "domain": "practice overall",
    "grade": "requires improvement",
    "good_or_better": 8,
    "cases": 24,
    "status": "",
}
NOT_DONE = {"done_on": None, "domain": None, "grade": None, "state": "late", "days_late": 6}


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ([AUDIT], "“Neglect” graded practice requires improvement."),
        (
            [AUDIT | NOT_DONE],
            "No audit on neglect has graded practice yet; “Neglect”: planned for 9 Feb 2018, "
            "6 days late.",
        ),
        (
            [AUDIT, AUDIT | NOT_DONE | {"title": "Again", "planned_on": None, "days_late": 0}],
            "“Neglect” graded practice requires improvement; “Again”: no date yet.",
        ),
        (
            [AUDIT, AUDIT | {"agency_name": "Police", "grade": "good"}],
            "“Neglect” graded practice requires improvement.",
        ),
        ([], "No audit on neglect is in the programme by this day."),
    ],
)
def test_audits_say_their_grade_of_all_agencies_and_what_is_to_come(
    rows: list[dict[str, Any]], says: str
) -> None:
    assert neglect.audited(pd.DataFrame(rows, columns=list(AUDIT))) == says


@pytest.mark.parametrize(
    ("row", "shown"),
    [
        ({}, "8 of 24"),
        ({"good_or_better": None, "status": "c"}, r"c \(confidential\)"),
        (NOT_DONE, "—"),
    ],
)
def test_cases_graded_good_are_withheld_or_shown(row: dict[str, Any], shown: str) -> None:
    assert neglect.AUDITS["Cases good or better"](AUDIT | row) == shown

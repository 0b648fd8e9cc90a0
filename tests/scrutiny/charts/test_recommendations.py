"""The list of recommendations: what stands together in a cell, and what is left out of it."""

from typing import Any

import pandas as pd
import pytest

from scrutiny.charts import recommendations
from tests.scrutiny.charts.frames import NO, D, shown

STANDS = "Acceptance, delivery, assurance"
COLUMNS = recommendations.columns("2018-02-15")
ROW = {
    "rec_id": "R", "ref": "6", "parent_id": None, "title": "Schools", "ask": "Assure the Board.",
    "lead_name": "Education", "rating": "red", "progress": 29, "acceptance": "accepted",
    "delivery": "in progress", "assurance": "challenged", "due_on": D("2017-11-30"),
    "days_late": 77, "record_ends_on": NO, "last_report_on": D("2018-01-10"), "gate": "board",
    "is_illustrative": True,
}  # fmt: skip


def test_a_row_says_what_was_asked_and_how_it_stands() -> None:
    assert shown(COLUMNS, ROW) == {
        "Recommendation": r"[6 Schools](recommendation?rec=R&as_at=2018-02-15) †"
        r" Assure the Board\.",
        "Leads": "Education",
        "Rating and progress": ":red-badge[■ Overdue] 29% done",
        STANDS: "Accepted in progress challenged",
        "Next date, last report": "30 Nov 2017 77 days late last report 10 Jan 2018",
    }


@pytest.mark.parametrize("nothing", [None, pd.NA, float("nan")])
@pytest.mark.parametrize(
    ("column", "head", "cell"),
    [
        ("progress", "Rating and progress", ":red-badge[■ Overdue]"),
        ("assurance", STANDS, "Accepted in progress assurance not recorded"),
        ("acceptance", STANDS, "No answer yet in progress challenged"),
    ],
)
def test_what_is_not_known_is_said_or_left_out(
    column: str, head: str, cell: str, nothing: Any
) -> None:
    assert shown(COLUMNS, ROW | {column: nothing})[head].strip() == cell


def test_without_a_date_it_says_so_and_keeps_the_last_report() -> None:
    cell = shown(COLUMNS, ROW | {"due_on": NO, "days_late": 0})["Next date, last report"]
    assert cell == "no date last report 10 Jan 2018"


def test_what_is_signed_off_is_not_called_undated() -> None:
    done = {"due_on": NO, "days_late": 0, "gate": None, "delivery": "signed off", "rating": "blue"}
    assert shown(COLUMNS, ROW | done)["Next date, last report"] == "last report 10 Jan 2018"


def test_work_nobody_reported_on_has_no_report() -> None:
    cell = shown(COLUMNS, ROW | {"last_report_on": NO})["Next date, last report"]
    assert cell == "30 Nov 2017 77 days late no report yet"


def test_where_the_record_ended_nobody_says_how_late() -> None:
    ended = {"record_ends_on": D("2011-03-03"), "due_on": D("2011-04-04")}
    cell = shown(COLUMNS, ROW | ended)["Next date, last report"]
    assert cell.startswith("4 Apr 2011 when the record ended on 3 Mar 2011 last report")

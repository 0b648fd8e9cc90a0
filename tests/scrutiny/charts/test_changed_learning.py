"""Changes on neglect and learning in words: each kind of line."""

from typing import Any

import pandas as pd
import pytest

from scrutiny.charts import changed, changes, tables
from scrutiny.charts.changed_learning import LEARNING
from tests.scrutiny.charts.frames import D
from tests.scrutiny.charts.test_changes import UNTIL, line, rows

LINES = [
    (line("strategy stage", became="planned", to_on=UNTIL), "Planned for 15 Feb 2018."),
    (
        line("strategy stage", became="moved", from_on=D("2018-01-31"), to_on=UNTIL, said="Staff."),
        "From 31 Jan 2018, now for 15 Feb 2018. Reason: Staff.",
    ),
    (
        line("strategy stage", became="done", from_on=D("2018-01-31")),
        "Done. Planned for 31 Jan 2018.",
    ),
    (
        line("strategy late", to_on=D("2018-01-31"), days_late=15),
        "Past its date of 31 Jan 2018, by 15 days.",
    ),
    (line("target reached", to_on=UNTIL), "The target is for 15 Feb 2018."),
    (line("target missed", to_on=UNTIL), "The target is for 15 Feb 2018."),
    (
        line("case opened", became="serious case review", said="Sharing"),
        "Serious case review. Themes: Sharing.",
    ),
    (line("case stage", to_on=UNTIL, days_late=0), "Due by 15 Feb 2018."),
    (
        line("case stage", became="review", to_on=UNTIL, days_late=2, said="A record came late."),
        "Review. Due by 15 Feb 2018, 2 days late. A record came late.",
    ),
    (
        line("case late", to_on=D("2018-01-31"), days_late=15),
        "Past its time limit of 31 Jan 2018, by 15 days.",
    ),
    (
        line("learning work", became="complete", by_name="The Group", said="Accepted."),
        "Complete. The Group. Accepted.",
    ),
    (
        line(
            "learning work", from_on=D("2018-01-31"), to_on=UNTIL, by_name="The Group", said="So."
        ),
        "From 31 Jan 2018, now for 15 Feb 2018. Reason: So. The Group.",
    ),
    (
        line("learning work late", to_on=D("2018-01-31"), days_late=1),
        "Past its date of 31 Jan 2018, by 1 day.",
    ),
    (
        line("learning looked at", was="not embedded", became="embedded", said="Read again."),
        "Not embedded to embedded. Read again.",
    ),
    (line("learning looked at", became="embedded"), "Embedded."),
]


@pytest.mark.parametrize(("row", "said"), LINES, ids=[f"{r['change']}" for r, _ in LINES])
def test_what_a_line_tells(row: dict[str, Any], said: str) -> None:
    assert changed.tell(row) == said


def test_every_kind_has_a_line_here() -> None:
    assert {row["change"] for row, _ in LINES} == set(LEARNING)


@pytest.mark.parametrize(
    ("subject", "page"),
    [("stage", "neglect"), ("target", "neglect"), ("service target", "learning")]
    + [(subject, "learning") for subject in ("review", "review action", "review recommendation")],
)
def test_a_line_opens_the_page_that_has_the_rest(subject: str, page: str) -> None:
    found = rows(line("target missed", subject=subject))
    what = tables.shown(found, changes.columns(UNTIL))["What"][0]
    assert what == f"[Title of A]({page}?as_at=2018-02-15)"


def test_reviews_are_not_counted_and_their_work_and_targets_are() -> None:
    lines = [
        line("case opened", subject="review"),
        line("case late", subject="review"),
        line("learning work late", subject="review action"),
        line("target reached", subject="target", subject_id="T1"),
        line("target missed", subject="target", subject_id="T2"),
        line("target missed", subject="service target", subject_id="T3"),
    ]
    assert changes.said(rows(*lines), D("2017-12-07"), UNTIL, UNTIL) == (
        "Since 7 December 2017: 1 target reached, 1 missed; 1 service target missed; "
        "1 review action newly overdue."
    )
    only = pd.DataFrame(lines[:2])
    assert "listed below" in changes.said(only, D("2017-12-07"), UNTIL, UNTIL)

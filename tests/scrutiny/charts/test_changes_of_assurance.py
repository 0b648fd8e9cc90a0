"""What the lines of changes on audits and settings say."""

from typing import Any

import pytest

from scrutiny.charts import changed, changes, tables
from tests.scrutiny.charts.frames import D
from tests.scrutiny.charts.test_changes import SINCE, UNTIL, line, rows


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (line("audit done", times=4, days_late=10), "4 findings. 10 days after its day."),
        (line("audit done", times=0, days_late=0), "No findings."),
        (
            line("audit late", to_on=D("2018-01-31"), days_late=15),
            "Past its day of 31 Jan 2018, by 15 days.",
        ),
        (
            line("audit moved", from_on=D("2018-01-10"), to_on=D("2018-02-28"), said="Staff"),
            "From 10 Jan 2018, now for 28 Feb 2018. Reason: Staff.",
        ),
        (
            line("audit moved", to_on=D("2018-02-28")),
            "No day is set yet, now for 28 Feb 2018.",
        ),
        (line("audit planned"), "No day is set yet."),
        (line("audit cancelled", by_name="The Group", said="Merged"), "The Group. Reason: Merged."),
        (line("finding looked at again", became="partly improved"), "Partly improved."),
        (
            line("finding acted on", said="A card", to_on=D("2018-03-30")),
            "A card. Due 30 Mar 2018.",
        ),
        (line("moderated", times=1), "1 score lowered."),
        (line("moderated", times=0), "No score lowered."),
        (
            line("not self-assessed", to_on=D("2017-12-31"), days_late=46),
            "Due 31 Dec 2017, 46 days ago.",
        ),
        (line("settings returned", times=3), "3 settings."),
    ],
)
def test_what_a_line_tells(row: dict[str, Any], said: str) -> None:
    assert changed.tell(row) == said


@pytest.mark.parametrize(
    ("subject", "page"), [("audit", "audits"), ("finding", "audits"), ("setting", "education")]
)
def test_a_line_opens_the_page_that_has_the_rest(subject: str, page: str) -> None:
    found = rows(line("audit done", subject=subject, times=1))
    shown = tables.shown(found, changes.columns("2018-02-15"))
    assert shown["What"][0] == f"[Title of A]({page}?as_at=2018-02-15)"


def test_the_sentence_counts_audits_and_findings() -> None:
    found = rows(
        line("audit done", subject="audit", times=1),
        line("audit late", subject="audit", subject_id="B", days_late=1, to_on=D("2018-01-31")),
        line("finding acted on", subject="finding"),
    )
    assert changes.said(found, SINCE, UNTIL, UNTIL) == (
        "Since 7 December 2017: 1 audit done, 1 newly late; 1 finding acted on."
    )

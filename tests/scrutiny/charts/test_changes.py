"""The list of changes in words: each kind of line, and the sentence that sums them up."""

from typing import Any

import pandas as pd
import pytest

from scrutiny.charts import changed, changes, tables
from tests.scrutiny.charts.frames import D

SINCE, UNTIL = D("2017-12-07"), D("2018-02-15")
NOTHING = (
    *("owner_name", "by_name", "was", "became", "rating_was", "rating_became"),
    *("from_on", "to_on", "days", "days_late", "times", "percent", "said"),
)


def line(change: str, **columns: Any) -> dict[str, Any]:
    """One row as the query gives it."""
    given = {"change": change, "theme": "decisions", "subject": "action", "subject_id": "A"}
    given |= {"what": "Title of A", "rec_ids": "R1", "refs": "1", "provenance": "paper"}
    given |= {"happened_on": UNTIL, "known_on": UNTIL} | dict.fromkeys(NOTHING)
    return given | columns


def rows(*lines: dict[str, Any]) -> pd.DataFrame:
    return pd.DataFrame(list(lines or [line("paused")]))[: len(lines)]


LINES = [
    (line("signed off", by_name="The Board"), "The Board."),
    (
        line("complete", by_name="The Group", days_late=9, said="Agreed between meetings."),
        "The Group. 9 days after its date. Reason: Agreed between meetings.",
    ),
    (
        line("proposed complete", by_name="Risk", said="A guide"),
        "Risk. Evidence: A guide.",
    ),
    (
        line("signed off", by_name="The Board", met_on=D("2018-02-15")),
        "The Board, at its meeting of 15 Feb 2018.",
    ),
    (line("returned", by_name="The Group", said="Says no."), "The Group. Reason: Says no."),
    (line("agreed", to_on=D("2018-06-29")), "Due 29 Jun 2018."),
    (line("agreed", became="TBC", said="Why"), "No date (TBC). Reason: Why."),
    (line("agreed", became="TBC", was="B, Old"), "No date (TBC). Takes the place of B, Old."),
    (
        line("superseded", by_name="The Board", became="B, New", said="One does."),
        "The Board. Replaced by B, New. Reason: One does.",
    ),
    (
        line("overdue", to_on=D("2018-01-31"), days_late=15),
        "Past its date of 31 Jan 2018, by 15 days.",
    ),
    (
        line("stale", days=105, from_on=D("2017-11-02")),
        "No report for 105 days; the last was on 2 Nov 2017.",
    ),
    (line("stale", days=92), "No report yet, for 92 days."),
    (
        line(
            "extended", from_on=D("2018-01-31"), to_on=D("2018-04-13"), days=72, days_late=0,
            times=2, said="Later."
        ),
        "From 31 Jan 2018, now for 13 Apr 2018, 72 days later; the second extension. "
        "Reason: Later.",
    ),
    (
        line(
            "extended", from_on=D("2018-04-30"), to_on=D("2018-04-20"), days=-10, days_late=3,
            times=4
        ),
        "From 30 Apr 2018, now for 20 Apr 2018, 10 days earlier; extension number 4. "
        "3 days after its date when extended.",
    ),
    (
        line(
            "extension asked", by_name="Risk", from_on=D("2018-01-31"), to_on=D("2018-04-13"),
            days=72, said="Longer."
        ),
        "Risk, for 13 Apr 2018, in place of 31 Jan 2018, 72 days later. Reason: Longer.",
    ),
    (
        line("extension refused", by_name="The Group", to_on=D("2018-04-13")),
        "The Group, for 13 Apr 2018.",
    ),
    (line("dated", to_on=D("2018-04-13"), times=0), "Now for 13 Apr 2018."),
    (
        line("promise moved", from_on=D("2011-01-31"), became="later", times=2, days_late=31),
        "From 31 Jan 2011, now no date (later); the second move. "
        "31 days after its date when moved.",
    ),
    (line("promise kept", days_late=5, said="Here."), "5 days after its date. Here."),
    (line("promise kept", days_late=0), "By its date."),
    (line("promise withdrawn", by_name="Cabinet", said="No."), "Cabinet. No."),
    (line("promise made", to_on=D("2011-01-19")), "For 19 Jan 2011."),
    (
        line("challenged", by_name="The Group", owner_name="Risk", to_on=D("2018-02-08")),
        "The Group to Risk, to answer by 8 Feb 2018.",
    ),
    (line("challenged", by_name="The Group", owner_name="Risk"), "The Group to Risk."),
    (
        line("challenge answered", became="not satisfied", days=70, said="So."),
        "Did not satisfy, so it stays open, after 70 days. So.",
    ),
    (
        line("challenge late", to_on=D("2018-02-08"), days_late=7, owner_name="Risk"),
        "No answer yet; due by 8 Feb 2018, 7 days ago. Asked of Risk.",
    ),
    (
        line("rating", became="behind pace", to_on=D("2018-03-01")),
        "Due soon, for 1 Mar 2018, and behind pace.",
    ),
    (line("rating", became="returned"), "It was returned."),
    (
        line("rating", subject="recommendation", became="overdue", times=1),
        "1 of its actions and promises is past its date.",
    ),
    (
        line("rating", subject="recommendation", became="overdue", times=2),
        "2 of its actions and promises are past their date.",
    ),
    (
        line("rating", subject="recommendation", became="at risk", times=0),
        "Some of its work is at risk, and none past its date.",
    ),
    (
        line("judged", was="asserted", became="evidenced", by_name="The Board", said="Seen."),
        "Asserted to evidenced. The Board. Seen.",
    ),
    (line("judged", became="evidenced", by_name="The Board"), "Evidenced. The Board."),
    (
        line("assurance", was="evidenced", became="challenged", times=1),
        "Evidenced to challenged. 1 challenge is open.",
    ),
    (
        line("assurance", was="challenged", became="evidenced", times=0),
        "Challenged to evidenced. No challenge is open any more.",
    ),
    (line("assurance", became="asserted", times=0), "Asserted."),
    (
        line("narrowed", was="All schools", became="Some", percent=8.0, said="One by one."),
        "First stage: Some (8 %); asked: All schools. Reason: One by one.",
    ),
    (line("answered", became="in principle", said="We will."), "In principle. We will."),
    (
        line("signal", became="concern_high", from_on=D("2018-01-01"), to_on=D("2018-01-31")),
        "No verdict yet to ▲ concern, high. Latest figure: Jan 2018.",
    ),
    (
        line(
            "corrected", was="move", became="returned", from_on=D("2017-11-15"), said="A slip."
        ),
        "Move: returned, of 15 Nov 2017, no longer holds. Reason: A slip.",
    ),
    (
        line("corrected", was="note", from_on=D("2017-11-15")),
        "Note, of 15 Nov 2017, no longer holds.",
    ),
    (
        line("quarter", was="B", became="C", from_on=D("2017-04-01"), to_on=D("2018-03-31")),
        "Quarter B to C. Latest figure: year to Mar 2018.",
    ),
    (line("risk rose", was="12", became="20", said="Since."), "12 to 20. Reason: Since."),
    (line("risk fell", was="12", became="8"), "12 to 8."),
    (line("risk scored", became="12", said="Since."), "Scored 12. Reason: Since."),
    (line("risk raised", owner_name="Risk", said="It happens."), "Owned by Risk. It happens."),
    (
        line("acceptance expired", to_on=D("2018-01-31"), days_late=15),
        "Ended on 31 Jan 2018, 15 days ago.",
    ),
    (
        line("review late", to_on=D("2018-01-31"), days_late=1),
        "Was due on 31 Jan 2018, 1 day ago.",
    ),
    (
        line("review asked for", became="action", said="Audit"),
        "The action “Audit” is overdue.",
    ),
    (
        line("review asked for", became="indicator", said="Rate"),
        "The indicator “Rate” signals concern.",
    ),
    (
        line("risk accepted", to_on=D("2018-06-30"), by_name="The Board", said="Time."),
        "Until 30 Jun 2018. The Board. Reason: Time.",
    ),
    (line("risk treated", became="tolerate", by_name="The Board"), "Tolerate. The Board."),
    (
        line("risk reviewed", became="keep", to_on=D("2018-06-01"), said="Looked at."),
        "Looked at. It stands as it is; next review 1 Jun 2018.",
    ),
    (line("risk closed", by_name="Risk", said="Gone."), "Risk. Gone."),
]  # fmt: skip


@pytest.mark.parametrize(("row", "said"), LINES, ids=[f"{r['change']}" for r, _ in LINES])
def test_what_a_line_tells(row: dict[str, Any], said: str) -> None:
    assert changed.tell(row) == said


@pytest.mark.parametrize("change", changed.KINDS)
@pytest.mark.parametrize("subject", ["action", "recommendation"])
def test_every_kind_can_be_told_with_nothing_but_what_must_be_there(
    change: str, subject: str
) -> None:
    shown = tables.shown(rows(line(change, subject=subject)), changes.columns("2018-02-15"))
    assert shown["Change"][0] == tables.plain(changed.KINDS[change].word)


def test_long_words_are_cut_at_a_space() -> None:
    told = changed.tell(line("paused", said="word " * 100))
    assert told.endswith("word….")
    assert len(told) < 220


def cells(**columns: Any) -> dict[str, str]:
    shown = tables.shown(rows(line("paused", **columns)), changes.columns("2018-02-15"))
    return {head: shown[head][0] for head in shown.columns}


class TestCells:
    def test_the_day_it_is_about_and_where_it_differs_the_day_it_was_recorded(self) -> None:
        assert cells()["Date"] == "15\N{NO-BREAK SPACE}Feb\N{NO-BREAK SPACE}2018"
        late = cells(happened_on=D("2018-01-10"))["Date"]
        assert late.replace("\N{NO-BREAK SPACE}", " ") == "10 Jan 2018 \\(recorded 15 Feb 2018\\)"

    def test_made_up_is_marked(self) -> None:
        assert cells()["What"] == "Title of A"
        assert cells(provenance="illustrative")["What"] == "Title of A †"

    def test_links_to_each_recommendation(self) -> None:
        assert cells(rec_ids="R1; R2", refs="1; 2 b")["For"] == (
            "[1](recommendation?rec=R1&as_at=2018-02-15), "
            "[2 b](recommendation?rec=R2&as_at=2018-02-15)"
        )
        assert cells(rec_ids=None, refs=None)["For"] == "—"

    def test_an_answer_to_several_says_how_many(self) -> None:
        found = cells(subject="recommendation", rec_ids="R1; R2", refs="1; 2")
        assert found["What"] == "2 recommendations"
        assert cells(subject="promise", rec_ids="R1; R2", refs="1; 2")["What"] == "Title of A"

    def test_an_indicator_links_to_its_page(self) -> None:
        assert cells(subject="indicator", what="A rate")["What"] == (
            "[A rate](indicator?indicator=A%20rate&as_at=2018-02-15)"
        )

    @pytest.mark.parametrize(
        ("before", "after", "shown"),
        [
            ("green", "red", ":green-badge[● On track] → :red-badge[■ Overdue]"),
            (None, "red", ":red-badge[■ Overdue]"),
            ("green", None, ":green-badge[● On track] → :gray-badge[✕ Closed]"),
            (None, None, ""),
        ],
    )
    def test_the_rating_before_and_after(
        self, before: str | None, after: str | None, shown: str
    ) -> None:
        detail = cells(rating_was=before, rating_became=after, by_name="Risk")["Detail"]
        assert detail == f"{shown} Risk\\.".strip()


def test_a_risk_opens_its_own_page() -> None:
    found = rows(line("risk rose", subject="risk", subject_id="RISK-1"))
    what = tables.shown(found, changes.columns(UNTIL))["What"][0]
    assert what == "[Title of A](risk?risk=RISK-1&as_at=2018-02-15)"


class TestSentence:
    def test_counts_what_each_happened_to(self) -> None:
        found = rows(
            *(line("signed off", subject_id=one) for one in "ABC"),
            line("returned", subject_id="D"),
            line("returned", subject_id="D"),
            line("overdue", subject_id="E"),
            line("rating"),
            line("answered", subject="recommendation", rec_ids="R1; R2"),
            line("promise late", subject="promise"),
            line("challenged", subject="challenge", subject_id="C1"),
            line("challenge answered", subject="challenge", subject_id="C2"),
            *(line("corrected", subject="entry", subject_id=one) for one in "12"),
        )
        assert changes.said(found, SINCE, UNTIL, UNTIL) == (
            "Since 7 December 2017: 3 actions signed off, 1 returned, 1 newly overdue; "
            "2 recommendations answered; 1 promise newly overdue; 1 challenge made, 1 answered; "
            "2 entries corrected."
        )

    def test_names_both_days_where_the_second_is_not_the_as_at_day(self) -> None:
        said = changes.said(rows(line("paused")), SINCE, UNTIL, D("2018-03-01"))
        assert said == "Between 7 December 2017 and 15 February 2018: 1 action paused."

    def test_nothing(self) -> None:
        tail = "that this list tells of, or the filters leave it out."
        nothing = rows()
        assert nothing.empty
        said = changes.said(nothing, SINCE, UNTIL, UNTIL)
        assert said == f"Since 7 December 2017 nothing has changed {tail}"
        said = changes.said(rows(), SINCE, UNTIL, D("2018-03-01"))
        assert said == f"Between 7 December 2017 and 15 February 2018 nothing changed {tail}"

    def test_nothing_that_is_counted(self) -> None:
        said = changes.said(rows(line("rating"), line("judged")), SINCE, UNTIL, UNTIL)
        assert said == "Since 7 December 2017: 2 changes, listed below."


def test_themes_come_in_the_order_of_the_kinds() -> None:
    found = rows(line("signal", theme="figures"), line("paused"), line("overdue", theme="dates"))
    assert changes.themes(found) == ["decisions", "dates", "figures"]


def test_a_narrowed_list_says_of_how_many() -> None:
    every = rows(line("paused"), line("overdue"))
    assert changes.counted(every, every) == "2 lines."
    assert changes.counted(rows(line("paused")), every) == "1 line of 2."
    assert changes.counted(rows(), rows()) == "There is no line to list."


@pytest.mark.parametrize(("is_meeting", "since"), [(True, ""), (False, "&since=The%20beginning")])
def test_a_link_leads_to_the_same_two_days(is_meeting: bool, since: str) -> None:
    row = pd.DataFrame({"last_on": [SINCE], "is_meeting": [is_meeting]})
    assert changes.link(row, "2018-02-15") == (
        "[What changed since 7 December 2017]"
        f"(since_last_meeting?until=The%20as-at%20day{since}&as_at=2018-02-15)"
    )

"""Small multiples: a panel a part, gaps left as gaps, nothing across a break."""

from typing import Any

import pandas as pd

from scrutiny.charts import multiples, parts
from tests.scrutiny.charts.frames import NO, D

MOST_MARKS = 1000


def row(named: str, year: int, value: float, **columns: Any) -> dict[str, Any]:
    return {
        "breakdown": named,
        "period_start": D(f"{year - 1}-04-01"),
        "period_end": D(f"{year}-03-31"),
        "value": value,
        "status": "",
        "part": 0,
        "england": NO,
        "england_status": "",
    } | columns


def test_a_panel_a_part_with_its_last_figure_and_englands() -> None:
    rows = [row("Police", 2017, 20), row("Police", 2018, 34.5, england=28.5)]
    rows += [row("Schools", 2016, 11), row("Schools", 2017, 16)]
    drawn = multiples.over_time(pd.DataFrame(rows), "%")
    labels = [note.text.replace("<br>", " ") for note in drawn.layout.annotations]
    assert labels[:2] == [
        "Police: 34.5%, year to Mar 2018; England 28.5%",
        "Schools: 16.0%, year to Mar 2017",
    ]
    england, own, ends = drawn.data
    assert [size is None for size in own.y] == [False, False, True, False, False, True]
    assert own.y[1] < england.y[1] < own.y[0] + 40  # pixels from the top: higher is less
    assert list(ends.x) == ["2018-03-31", "2017-03-31"]


def test_counts_stand_alone() -> None:
    rows = [row("A", year, 9, england=900.0) for year in (2017, 2018)]
    drawn = multiples.over_time(pd.DataFrame(rows), "count")
    assert len(drawn.data) == 2
    assert "England" not in drawn.to_json()


def test_a_withheld_figure_is_a_gap_with_its_symbol() -> None:
    rows = [row("A", 2016, 5), row("A", 2017, NO, status="c"), row("A", 2018, 6)]
    drawn = multiples.over_time(pd.DataFrame(rows), "%")
    own, marks = drawn.data[1], drawn.data[-1]
    assert own.y[1] is None
    assert own.connectgaps is False
    assert (list(marks.x), list(marks.text)) == (["2017-03-31"], ["c"])
    assert "c (confidential)" in marks.hovertext[0]


def test_nothing_crosses_a_break() -> None:
    rows = [row("A", 2016, 5), row("A", 2017, 50, part=1), row("A", 2018, 51, part=1)]
    drawn = multiples.over_time(pd.DataFrame(rows), "%")
    assert list(drawn.data[1].y)[1] is None
    assert multiples.describe(pd.DataFrame(rows), "%").startswith("No part has two figures")


def test_the_sentence_names_the_largest_rise_and_fall() -> None:
    rows = [row("A", 2016, 5), row("A", 2018, 9), row("B", 2016, 8), row("B", 2018, 2)]
    assert multiples.describe(pd.DataFrame(rows), "%") == (
        "A rose the most, from 5.0% in the year to Mar 2016 to 9.0% in the year to Mar 2018; "
        "B fell the most, from 8.0% in the year to Mar 2016 to 2.0% in the year to Mar 2018."
    )
    assert "B" not in multiples.describe(pd.DataFrame(rows[:2]), "%")
    flat = pd.DataFrame([row("A", 2016, 5), row("A", 2018, 5)])
    assert multiples.describe(flat, "%") == "No part has another figure than at first."


def test_many_parts_stay_within_the_budget_of_marks() -> None:
    rows = [row(f"P{n:02}", year, n, england=2.0) for n in range(39) for year in range(2010, 2026)]
    drawn = multiples.over_time(pd.DataFrame(rows), "%")
    assert len(drawn.data[-1].x) == parts.MOST
    assert sum(len(trace.x) for trace in drawn.data) < MOST_MARKS


def test_nothing_to_draw_says_so() -> None:
    drawn = multiples.over_time(pd.DataFrame([row("A", 2018, 5)]), "%")
    assert drawn.layout.annotations[0].text.startswith("No part")

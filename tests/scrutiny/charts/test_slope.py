"""Then and now: the lines between two days and the sentence about them."""

from itertools import pairwise

import pandas as pd
import plotly.graph_objects as go
import pytest

from scrutiny.charts import brag, slope, tables
from scrutiny.charts.theme import LINE
from tests.scrutiny.charts.frames import D, none_of, notes

SINCE, UNTIL = D("2017-12-07"), D("2018-02-15")
COLUMNS = ("rating", "actions_then", "actions", "came", "new", "went")

RATINGS = (*brag.RATINGS, "closed")


def counted(*rows: tuple[str, int, int, int, int, int]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=COLUMNS)


SAMPLE = counted(
    ("red", 1, 5, 4, 0, 0),
    ("amber", 4, 4, 1, 0, 1),
    ("grey", 2, 3, 2, 2, 1),
    ("green", 15, 9, 1, 0, 7),
    ("blue", 6, 9, 3, 0, 0),
    ("closed", 2, 2, 0, 0, 0),
)


def draw(rows: pd.DataFrame, theme: str = "light") -> go.Figure:
    return slope.then_and_now(rows, theme, since=SINCE, until=UNTIL)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_each_rating_is_a_line_in_its_look_the_worst_on_top(theme: str) -> None:
    lines = draw(SAMPLE, theme).data[1:]
    looks = [brag.look(code) for code in (None, "blue", "green", "grey", "amber", "red")]
    assert [line.marker.symbol for line in lines] == [look.symbol for look in looks]
    assert [line.line.color for line in lines] == [look.colour(theme) for look in looks]


def test_a_higher_count_is_higher_and_equal_counts_are_level() -> None:
    closed, blue, green, _, amber, red = (line.y for line in draw(SAMPLE).data[1:])
    assert red[1] > red[0]
    assert green[0] > green[1]
    assert blue[1] == green[1]
    assert amber[0] == amber[1]
    assert closed[0] == closed[1]


def test_labels_tell_the_counts_and_what_came_and_went() -> None:
    said = notes(draw(SAMPLE))
    assert "7 Dec 2017" in said
    assert "15 Feb 2018" in said
    assert "<b>5</b> Overdue<br>4 came" in said
    assert "<b>9</b> On track<br>1 came, 7 went" in said
    assert "<b>2</b> Closed<br>no change" in said


@pytest.mark.parametrize(
    "rows",
    [
        SAMPLE,
        counted(*((code, 3, 3, 0, 0, 0) for code in RATINGS)),
        counted(*((code, 0, n, 0, 0, 0) for n, code in enumerate(RATINGS))),
        counted(("red", 0, 0, 0, 0, 0), ("green", 100, 1, 0, 0, 99)),
    ],
)
def test_no_label_lies_on_another_or_outside(rows: pd.DataFrame) -> None:
    figure = draw(rows)
    for side, gap in (("left", 2 * LINE), ("right", LINE)):
        labels = [n.y for n in figure.layout.annotations if n.xanchor == side and n.yref == "y"]
        places = sorted(labels)
        assert len(places) == len(rows)
        assert all(b - a >= gap - 0.01 for a, b in pairwise(places))
        assert places[0] - gap / 2 >= figure.layout.yaxis.range[0]
        assert places[-1] <= figure.layout.yaxis.range[1]


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (
            SAMPLE,
            "Overdue actions went from 1 on 7 December 2017 to 5 on 15 February 2018: 4 came and "
            "none went. The others: at risk 4 to 4, not started or undated 2 to 3, on track 15 to "
            "9, signed off 6 to 9 and closed 2 to 2.",
        ),
        (
            counted(("red", 2, 2, 1, 0, 1)),
            "2 actions are overdue on 15 February 2018, as many as on 7 December 2017: 1 came and "
            "1 went.",
        ),
        (
            counted(("green", 1, 2, 1, 1, 0)),
            "No action is overdue on 7 December 2017 or on 15 February 2018. "
            "The others: on track 1 to 2.",
        ),
    ],
)
def test_the_sentence(rows: pd.DataFrame, said: str) -> None:
    assert slope.describe(rows, SINCE, UNTIL) == said


def test_nothing() -> None:
    rows = none_of(*COLUMNS)
    assert slope.describe(rows, SINCE, UNTIL) == slope.NONE
    assert "No action is known" in notes(draw(rows))


def test_the_twin_has_a_row_a_rating() -> None:
    shown = tables.shown(SAMPLE, slope.COLUMNS)
    assert list(shown.iloc[-1]) == ["✕ Closed", "2", "2", "0", "0", "0"]

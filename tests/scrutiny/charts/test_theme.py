"""Theme: our own layout, and text that is safe inside a figure."""

import json
from itertools import pairwise

import plotly.graph_objects as go
import plotly.io as pio
import pytest

from scrutiny.charts import ends, theme


def test_a_figure_takes_nothing_from_the_process_wide_template() -> None:
    before = pio.templates.default
    pio.templates.default = "plotly_dark"
    try:
        figure = theme.figure("light", 100)
    finally:
        pio.templates.default = before
    assert figure.layout.template.layout == go.layout.template.Layout()
    assert figure.layout.font.color == "#0b0c0c"
    assert figure.layout.height == 100


@pytest.mark.parametrize(("name", "text"), [("light", "#0b0c0c"), ("dark", "#ffffff")])
def test_each_theme_has_its_text_on_a_clear_ground(name: str, text: str) -> None:
    layout = theme.figure(name, 100).layout
    assert layout.font.color == text
    assert layout.paper_bgcolor == layout.plot_bgcolor == "rgba(0,0,0,0)"


def test_an_unknown_theme_is_refused() -> None:
    with pytest.raises(ValueError, match="unknown theme 'sepia'"):
        theme.figure("sepia", 100)


def test_an_axis_is_laid_over_ours_and_ours_stays_whole() -> None:
    changed = theme.figure("light", 100, xaxis={"range": [0, 3]})
    assert changed.layout.xaxis.tickangle == 0
    assert tuple(changed.layout.xaxis.range) == (0, 3)
    assert theme.figure("light", 100).layout.xaxis.range is None


def test_an_axis_that_is_not_drawn_stays_put_and_has_no_look() -> None:
    layout = theme.figure("light", 100, xaxis=theme.unseen(-2, 3)).layout
    assert tuple(layout.xaxis.range) == (-2, 3)
    assert layout.xaxis.fixedrange
    assert not layout.xaxis.visible
    assert layout.xaxis.tickfont.size is None
    assert layout.yaxis.tickfont.size == 13


_LAID_OUT = theme._laid_out  # as readers have it; tests have one that checks


def test_tests_check_a_layout() -> None:
    with pytest.raises(ValueError, match="nonsense"):
        theme.figure("light", 100, xaxis={"nonsense": 1})


@pytest.mark.parametrize("name", ["light", "dark"])
def test_a_layout_that_is_not_checked_is_the_same(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    layout = {
        "xaxis": theme.days_axis() | theme.CORNER,
        "yaxis": theme.unseen(0, 1),
        "annotations": [theme.note("one", x=0, y=1), theme.note("two", x="2018-02-15", y=2)],
        "shapes": [{"type": "line", "x0": "2018-02-15", "x1": "2018-02-15", "y0": 0, "y1": 1}],
        "barmode": "stack",
    }
    checked = theme.figure(name, 100, **layout)
    monkeypatch.setattr(theme, "_laid_out", _LAID_OUT)
    unchecked = theme.figure(name, 100, **layout)
    assert json.loads(unchecked.to_json()) == json.loads(checked.to_json())
    assert unchecked.add_trace({"type": "bar", "y": [1]}).data[0].type == "bar"
    with pytest.raises(ValueError, match="nonsense"):
        unchecked.add_trace({"type": "bar", "nonsense": 1})


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ('<a href="javascript:x()">go</a>', '&lt;a href="javascript:x()"&gt;go&lt;/a&gt;'),
        ("R&D <b>now</b>", "R&amp;D &lt;b&gt;now&lt;/b&gt;"),
        ("costs $x$", "costs &#36;x&#36;"),
        ("two\nlines\tand\x00\u202e", "two lines and"),
    ],
)
def test_what_people_typed_stays_text(text: str, safe: str) -> None:
    assert theme.plain(text) == safe


def test_wrapping_counts_letters_not_their_safe_spelling() -> None:
    assert theme.wrap("& & & & &", 9) == "&amp; &amp; &amp; &amp; &amp;"
    assert theme.wrap("alpha beta gamma", 10) == "alpha beta<br>gamma"
    assert theme.wrap("x" * 50, 22).split("<br>") == ["x" * 22, "x" * 22, "x" * 6]
    assert theme.wrap("sub-group", 5) == "sub-g<br>roup"
    assert theme.wrap("the sub-group", 11) == "the<br>sub-group"


def test_bold_is_closed_on_every_line() -> None:
    assert theme.bold("one <two>", 5) == "<b>one</b><br><b>&lt;two&gt;</b>"


def test_nothing_to_show_is_said_in_words() -> None:
    figure = theme.empty("No actions are overdue.", "dark")
    assert not figure.data
    assert [note.text for note in figure.layout.annotations] == ["No actions are overdue."]


@pytest.mark.parametrize("highest", [0, 1, 4, 5, 7, 30, 99, 1234])
def test_a_count_has_whole_ticks_and_few(highest: int) -> None:
    axis = theme.whole_numbers(highest)
    assert axis["dtick"] == int(axis["dtick"]) >= 1
    assert highest / axis["dtick"] <= 5
    assert axis["range"][0] == 0
    assert axis["range"][1] >= highest


def test_labels_at_the_same_height_are_moved_apart_in_order() -> None:
    middles = ends.spread([100, 100, 100], [20, 20, 20], 120)
    assert middles == sorted(middles, reverse=True)
    assert all(a - b >= 20 for a, b in pairwise(middles))
    assert max(middles) <= 110


def test_labels_far_apart_stay_where_they_are() -> None:
    assert ends.spread([30, 90], [20, 20], 120) == [30, 90]

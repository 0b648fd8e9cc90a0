"""What the published figures say on screen: the numbers that people will look for first."""

import base64
import json
from typing import Any

import numpy as np
import pandas as pd
import pytest

from scrutiny.warehouse import Warehouse
from tests.conftest import Built
from tests.pages import screen
from tests.pages.conftest import Look

LATEST = "2025-12-31"


def asked(store: Warehouse, name: str, *given: str) -> pd.DataFrame:
    return store.ask(name, as_at=LATEST, **dict(one.split("=") for one in given))


@pytest.mark.parametrize(
    ("page", "day", "query", "words"),
    [
        ("referrals", LATEST, {}, ("year to Mar 2010", "18,565")),
        ("referrals", LATEST, {}, ("year to Mar 2018", "19,373")),
        ("referrals", LATEST, {}, ("year to Mar 2025", "24,035")),
        ("referrals", "2018-12-31", {}, ("Police", "34.5%", "28.5%")),
        ("workforce", "2020-12-31", {}, ("30 Sep 2020", "8.3%")),
        ("scorecard", LATEST, {}, ("Re-referrals within 12 months", "20.45%")),
        ("scorecard", LATEST, {"statistic": "median"}, ("Re-referrals within 12 months", "21.0%")),
        ("indicator", LATEST, {"indicator": "Re-referrals within 12 months"}, ("20.45%", "2025")),
    ],
)
def test_a_figure_is_on_screen(
    look: Look, page: str, day: str, query: dict[str, str], words: tuple[str, ...]
) -> None:
    assert look(page, as_at=day, **query).line_with(*words)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        (("indicators/series", "indicator=referrals"), "2009-04-01,2010-03-31,,18565.0"),
        (("indicators/series", "indicator=referrals"), "2017-04-01,2018-03-31,,19373.0"),
        (("indicators/series", "indicator=referrals"), "2024-04-01,2025-03-31,,24035.0"),
        (("indicators/compared", "indicator=rereferrals_pct"), ",20.45,21.0,"),
        (("referrals/by_source",), "2018-03-31,Police,6675.0,,34.5,,28.5"),
        (("referrals/fewer",), "Schools,2024-03-31,2022-03-31,4347.0,6080.0,1733.0,"),
        (("workforce/posts",), "2020-09-30,771.0,69.8,8.3"),
    ],
)
def test_and_can_be_asked_for(sample: Warehouse, question: tuple[str, ...], words: str) -> None:
    assert words in asked(sample, *question).to_csv(index=False, date_format="%Y-%m-%d")


def test_also_from_the_command_line(built: Built) -> None:
    done = built.run("ask", "referrals/by_source", f"as_at={LATEST}")
    assert done.returncode == 0, done.stderr
    assert "2018-03-31,Police,6675.0,,34.5,,28.5" in done.stdout


def test_who_sends_fewer_and_is_it_more_than_noise(look: Look) -> None:
    shown = look("referrals", as_at="2018-12-31")
    assert shown.line_with("sent fewer referrals than two years before", "more than chance")
    assert shown.line_with("Other legal agency", "602", "More than chance")
    later = look("referrals", as_at=LATEST)
    assert later.line_with("Other legal agency", "1,639", "the largest so far")


def test_what_is_not_published_is_said(look: Look) -> None:
    assert look("referrals", as_at=LATEST).line_with("since April 2009", "only since April 2013")
    assert look("referrals", as_at="2012-01-01").line_with("no referrals are published by source")
    workforce = look("workforce", as_at=LATEST)
    assert workforce.line_with(
        "Nothing is published for Kent between April 2009 and 30 September 2015"
    )


def test_a_withheld_figure_shows_its_mark(look: Look) -> None:
    shown = look("indicator", as_at=LATEST, indicator="Re-referrals within 12 months")
    assert shown.line_with("year to Mar 2011", "x (not available)")
    assert not shown.line_with("year to Mar 2011", "0%")


@pytest.mark.parametrize(
    ("query", "all_of", "none_of"),
    [
        ({"of_theme": "Workforce"}, "Social worker turnover", "Re-referrals"),
        ({"of_owner": "Family court"}, "Care applications", "Re-referrals"),
        ({"of_rec": "OFSTED-2017-6"}, "Suspensions", "Re-referrals"),
        ({"attention": "true"}, "Average caseload", "Re-referrals"),
    ],
)
def test_the_scorecard_can_be_narrowed(
    look: Look, query: dict[str, str], all_of: str, none_of: str
) -> None:
    shown = look("scorecard", as_at=LATEST, **query)
    assert shown.line_with(all_of)
    assert not shown.line_with(none_of)


def test_the_lines_of_the_scorecard_are_read_as_a_table(look: Look) -> None:
    shown = look("scorecard", as_at=LATEST)
    assert shown.line_with(
        "Re-referrals within 12 months | Mar 2011 x (not available); Mar 2012 33.1%",
        "Mar 2018 23.1%", "Mar 2025 21.6%",
    )  # fmt: skip
    assert shown.line_with("Withheld: x not available")


def test_where_no_line_is_drawn_nothing_tells_how_to_read_one(look: Look) -> None:
    early = look("scorecard", as_at="2005-01-01")
    assert early.line_with("none by this day")
    assert not early.line_with("At most")
    assert early.charts == ()
    assert look("scorecard", as_at=LATEST).line_with("At most")


def test_the_numbered_lines_of_a_chart_are_explained_where_it_stands(look: Look) -> None:
    shown = look("referrals", as_at=LATEST)
    assert shown.line_with("① 8 December 2010: recommendation CSC-2010-7", "② 13 June 2017")
    assert look("education", as_at=LATEST).line_with("① 13 June 2017: recommendation OFSTED-2017-6")


def marks(chart: str) -> int:
    """How many places a figure draws something at."""
    traces = json.loads(chart)["data"]
    return sum(max(_size(trace.get("x")), _size(trace.get("y"))) for trace in traces)


def _size(column: Any) -> int:
    """The length of a column as Plotly writes it: a list, or numbers packed into text."""
    if isinstance(column, dict):
        width = np.dtype(column["dtype"]).itemsize
        return len(base64.b64decode(column["bdata"])) // width
    return len(column or ())


@pytest.mark.parametrize(
    ("page", "query"),
    [
        ("scorecard", {}),
        ("scorecard", {"grouped": "agency"}),
        ("referrals", {}),
        ("workforce", {}),
        ("indicator", {"indicator": "Referrals by month"}),
        ("indicator", {"indicator": "Re-referrals within 12 months"}),
        ("indicator", {"indicator": "Factors found at the end of assessment"}),
    ],
)
def test_no_chart_has_more_than_a_thousand_marks(
    look: Look, page: str, query: dict[str, str]
) -> None:
    found = [marks(chart) for chart in look(page, as_at=LATEST, **query).charts]
    assert found
    assert max(found) > 8
    assert max(found) < 1000


def test_an_activity_never_needs_attention(look: Look) -> None:
    shown = look("scorecard", as_at=LATEST)
    marked = [line for line in shown.lines if line.startswith("■ ") and " | " in line]
    assert len(marked) == 1
    assert "Average caseload" in marked[0]


def test_at_a_glance_has_what_needs_attention(look: Look) -> None:
    assert look("at_a_glance", as_at=LATEST).line_with("1 indicator is in the worst quarter")


def test_a_recommendation_says_whether_its_indicators_moved_and_claims_no_cause(
    look: Look,
) -> None:
    shown = look("recommendation", rec="OFSTED-2017-1", as_at=LATEST)
    assert shown.line_with("moved the better way", "since 13 June 2017")
    assert shown.line_with("not whether they changed because of it")


def test_the_limits_are_captioned_with_their_rules_and_points(look: Look) -> None:
    shown = look("indicator", as_at=LATEST, indicator="Referrals by month")
    assert shown.line_with("NHSRplotthedots 0.2.2", "144 points")
    annual = look("indicator", as_at=LATEST, indicator="Care leavers in suitable accommodation")
    assert annual.line_with("too few for them")


def test_an_unknown_indicator_is_said_and_not_passed_over() -> None:
    asked = {"as_at": LATEST, "indicator": "No *such* thing"}
    app = screen.visit("indicator", asked)
    shown = [screen.rendered(warning.value) for warning in app.warning]
    assert shown == [
        "There is no indicator called “No *such* thing”; “Care applications per 10,000 children” "
        "is shown instead."
    ]
    known = screen.visit("indicator", asked | {"indicator": "Referrals by month"})
    assert not known.warning


def test_parts_have_a_panel_each_over_time(look: Look) -> None:
    shown = look("indicator", as_at=LATEST, indicator="Share of referrals by source")
    assert shown.line_with("Schools rose the most", "Police fell the most")
    assert shown.line_with("Each panel runs from nought to its own highest figure")


def test_authorities_are_in_a_funnel_where_both_numbers_are_published(look: Look) -> None:
    shown = look("indicator", as_at=LATEST, indicator="Re-referrals within 12 months")
    assert shown.line_with("Kent, 21.6%", "inside the 95% limits", "4 of 153")
    rate = look("indicator", as_at=LATEST, indicator="Referrals per 10,000 children")
    assert rate.line_with("limits for its size")
    alone = look("indicator", as_at=LATEST, indicator="Social worker vacancy rate")
    assert alone.line_with("of 149 authorities")
    assert not alone.line_with("for its size")


def test_captions_name_model_rules_and_points(look: Look) -> None:
    card = look("scorecard", as_at=LATEST, statistic="median", model="2021")
    points = "NHSRplotthedots 0.2.2; Referrals by month, 144 points"
    assert card.line_with(points, "Neighbours: median, model 2021")
    shown = look("indicator", as_at=LATEST, indicator="Re-referrals within 12 months", model="2021")
    assert shown.line_with("mean of the ten statistical neighbours", "model 2021")
    assert shown.line_with("Spiegelhalter 2005", "153 authorities")
    assert shown.line_with("chi-squared for a linear trend in five yearly shares")
    months = look("referrals", as_at="2013-05-31")
    assert months.line_with("NHSRplotthedots 0.2.2", "14 points")


@pytest.mark.parametrize(
    ("question", "columns"),
    [
        (("indicators/scorecard",), {"model", "rules", "points"}),
        (("indicators/compared", "indicator=rereferrals_pct"), {"model", "trend_rules"}),
        (("indicators/limits", "indicator=referrals_monthly"), {"rules", "points"}),
        (("indicators/areas", "indicator=rereferrals_pct"), {"model"}),
        (("workforce/posts",), {"model"}),
    ],
)
def test_and_so_do_the_rows_to_download(
    sample: Warehouse, question: tuple[str, ...], columns: set[str]
) -> None:
    rows = asked(sample, *question)
    assert columns <= set(rows)
    assert rows[list(columns)].notna().any().all()


def test_the_address_names_the_indicator_and_a_link_opens_it() -> None:
    app = screen.visit("scorecard", {"as_at": LATEST})
    (target,) = {t for t in screen.targets(app) if "Re-referrals" in t}
    assert target == f"indicator?indicator=Re-referrals%20within%2012%20months&as_at={LATEST}"

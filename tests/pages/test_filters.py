"""From the URL to the widgets to the rows: any view is a link."""

from collections.abc import Callable

import pandas as pd
import pytest

from tests.pages import screen
from tests.pages.screen import FILES, Query

LISTS = {"recommendations": ("Recommendation", "Leads"), "actions": ("Action", "For")}
NAMES = (
    *("as_at", "source", "recommendation", "group", "agency", "delivery", "rating", "acceptance"),
    *("rec", "count", "by", "table", "meeting", "unheard_of"),
)
Keeps = Callable[[pd.DataFrame], "pd.Series[bool]"]


def rows(page: str, query: Query | None = None) -> pd.DataFrame:
    """The list of a page, as shown."""
    return screen.read(screen.visit(page, query)).table_with(*LISTS[page])


def has(column: str, *words: str) -> Keeps:
    return lambda table: table[column].map(lambda cell: any(word in cell for word in words))


STANDS = "Acceptance, delivery, assurance"
CASES = [
    (
        "recommendations",
        "acceptance",
        "In principle",
        "in principle",
        has(STANDS, "In principle"),
    ),
    ("recommendations", "rating", "Overdue", "red", has("Rating and progress", "Overdue")),
    ("recommendations", "delivery", "Not started", "not started", has(STANDS, "not started")),
    ("recommendations", "group", "Party whips", "WHIPS", has("Leads", "Party whips")),
    ("actions", "group", "Quality and Effectiveness", "QE", has("Owner", "Quality and")),
    ("actions", "agency", "Police", "POLICE", has("Owner", "; Police")),
    ("actions", "delivery", "Signed off", "signed off", has("Delivery", "Signed off")),
    ("actions", "rating", "At risk", "amber", has("Rating", "▲ At risk")),
]


@pytest.mark.parametrize(
    ("page", "name", "label", "value", "keeps"), CASES, ids=[f"{c[0]}-{c[1]}" for c in CASES]
)
def test_a_filter_in_the_url_is_set_in_its_widget_and_keeps_its_rows(
    page: str, name: str, label: str, value: str, keeps: Keeps
) -> None:
    every = rows(page)
    app = screen.visit(page, {name: label})
    assert app.multiselect(key=name).value == [value]
    head = LISTS[page][0]
    kept = screen.read(app).table_with(*LISTS[page])[head]
    wanted = every.loc[keeps(every), head]
    assert 0 < len(wanted) < len(every)
    assert sorted(kept) == sorted(wanted)


@pytest.mark.parametrize(
    ("label", "start", "how_many"),
    [
        ("Cabinet Scrutiny Committee, 8 December 2010", "CSC-2010-", 15),
        ("Ofsted review of the Board, March 2017", "OFSTED-2017-", 6),
    ],
)
def test_a_source_keeps_its_own_recommendations(label: str, start: str, how_many: int) -> None:
    app = screen.visit("recommendations", {"source": label})
    opened = {target.split("rec=")[1].split("&")[0] for target in screen.targets(app)}
    assert len(opened) == how_many
    assert all(rec.startswith(start) for rec in opened)


def test_a_recommendation_is_kept_with_its_sub_points() -> None:
    app = screen.visit(
        "recommendations",
        {"recommendation": "CSC-2010-3 Points raised to go into the recovery plan"},
    )
    assert app.multiselect(key="recommendation").value == ["CSC-2010-3"]
    assert len(screen.read(app).table_with(*LISTS["recommendations"])) == 11


def test_values_of_one_filter_add_up_and_filters_narrow_each_other() -> None:
    both = {"group": ["Risk", "Neglect"]}
    found = rows("actions", both)["Owner"]
    assert {owner.split(";")[0] for owner in found} == {"Risk", "Neglect"}
    narrowed = rows("actions", both | {"agency": "Health"})["Owner"]
    assert set(narrowed) == {"Risk; Health", "Neglect; Health"}


@pytest.mark.parametrize("page", FILES)
def test_unknown_values_in_the_url_are_ignored(page: str) -> None:
    nonsense = dict.fromkeys(NAMES, "<b>no such thing</b>")
    plain = screen.read(screen.visit(page))
    odd = screen.read(screen.visit(page, nonsense))
    assert odd.errors == ()
    assert odd.lines == plain.lines


@pytest.mark.parametrize("day", ["2018-02-30", "15/02/2018", "1066-10-14", "9999-12-31", "", "0"])
def test_an_impossible_day_in_the_url_is_ignored(day: str) -> None:
    shown = screen.read(screen.visit("actions", {"as_at": day}))
    assert shown.errors == ()
    assert shown.line_with("as at 15 February 2018")


def test_a_known_value_beside_an_unknown_one_still_counts() -> None:
    app = screen.visit("actions", {"rating": ["Overdue", "Purple"]})
    assert app.multiselect(key="rating").value == ["red"]


def test_a_value_that_is_not_yet_known_on_the_day_is_ignored() -> None:
    app = screen.visit("recommendations", {"as_at": "2011-03-01", "group": "Neglect"})
    assert app.multiselect(key="group").value == []
    assert len(screen.read(app).table_with(*LISTS["recommendations"])) == 15


@pytest.mark.parametrize("page", ["at_a_glance", "recommendations", "actions"])
def test_a_choice_that_leaves_nothing_is_answered_in_words(page: str) -> None:
    shown = screen.read(screen.visit(page, {"agency": "Probation", "rating": "Overdue"}))
    assert shown.errors == ()
    assert shown.line_with("No ")
    assert [table for table in shown.tables if not table.empty and _lists(table)] == []


def _lists(table: pd.DataFrame) -> bool:
    return "Recommendation" in table or "Action" in table or "What" in table


@pytest.mark.parametrize(("label", "value"), [("agency", "agency"), ("sub-group", "sub-group")])
def test_the_choice_within_a_page_is_in_the_url_too(label: str, value: str) -> None:
    assert screen.visit("actions", {"by": label}).radio(key="by").value == value


def test_the_recommendation_in_the_url_is_the_one_that_opens() -> None:
    shown = screen.read(screen.visit("recommendation", {"rec": "CSC-2010-3j"}))
    assert shown.line_with("3j. Triage of referrals")


def test_choosing_in_a_widget_changes_the_rows() -> None:
    app = screen.visit("actions")
    app.multiselect(key="group").set_value(["EEH"]).run()
    kept = screen.read(app).table_with(*LISTS["actions"])["Owner"]
    assert {owner.split(";")[0] for owner in kept} == {"Education and Early Help"}


def test_choosing_a_meeting_moves_the_day() -> None:
    app = screen.visit("at_a_glance")
    app.selectbox(key="meeting").set_value("7 Dec 2017, Kent Safeguarding Children Board").run()
    assert screen.read(app).line_with("as at 7 December 2017")


def test_a_chosen_filter_and_day_hold_on_the_next_page() -> None:
    app = screen.visit("actions", {"group": "Neglect", "as_at": "2017-12-07"})
    app.switch_page(FILES["recommendations"]).run()
    assert app.multiselect(key="group").value == ["NEG"]
    assert screen.read(app).line_with("as at 7 December 2017")


def test_a_chosen_filter_is_back_after_a_page_that_has_none() -> None:
    app = screen.visit("actions", {"group": "Neglect"})
    app.switch_page(FILES["methods"]).run()
    app.switch_page(FILES["actions"]).run()
    assert app.multiselect(key="group").value == ["NEG"]


def test_a_recommendation_that_is_not_yet_known_is_said_to_be() -> None:
    shown = screen.read(
        screen.visit("recommendation", {"as_at": "2011-03-01", "rec": "OFSTED-2017-6"})
    )
    assert shown.line_with("OFSTED-2017-6 is not known before")
    assert shown.line_with("another is shown instead")

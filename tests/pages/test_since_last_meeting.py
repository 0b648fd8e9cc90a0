"""Since last meeting: which two days, what is listed between them, and how it is narrowed."""

import json
import re
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import streamlit as st

from scrutiny.warehouse import Warehouse
from tests.pages import screen
from tests.pages.conftest import Look

PAGE = "since_last_meeting"
HEADS = ("Date", "Change", "Detail")


def test_it_opens_on_the_last_two_meetings_of_the_board(look: Look) -> None:
    shown = look(PAGE)
    said = shown.line_with("Since 7 December 2017: 3 actions signed off")
    assert said
    assert "4 newly overdue" in said
    assert "6 answered" in said


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2018-02-14", "Between 21 September 2017 and 7 December 2017: "),
        ("2018-03-01", "Between 7 December 2017 and 15 February 2018: "),
        ("2017-06-22", "Since 7 December 2010: "),  # the first of all: everything is new
        ("2011-03-01", "Between 8 December 2010 and 19 January 2011: "),  # the Committee's
        ("2010-12-01", "Since 30 November 2010 nothing has changed"),
    ],
)
def test_the_default_follows_the_day(day: str, said: str, look: Look) -> None:
    assert look(PAGE, as_at=day).line_with(said)


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ({"since": "21 Sep 2017"}, "Since 21 September 2017: "),
        ({"until": "7 Dec 2017"}, "Between 21 September 2017 and 7 December 2017: "),
        ({"until": "7 Dec 2017", "since": "The beginning"}, "Between 7 December 2010 and 7 Dec"),
        ({"until": "7 Dec 2017", "since": "15 Feb 2018"}, "Between 21 September 2017 and 7 Dec"),
        ({"body": "Business Group"}, "Between 9 November 2017 and 18 January 2018: "),
        ({"as_at": "2018-03-01", "until": "The as-at day"}, "Since 15 February 2018: "),
        # a meeting that is still to come is not offered
        ({"until": "17 May 2018"}, "Since 7 December 2017: "),
        ({"as_at": "2017-12-31", "until": "15 Feb 2018"}, "Between 21 September 2017 and 7 Dec"),
    ],
)
def test_the_two_days_are_in_the_url(query: dict[str, str], said: str, look: Look) -> None:
    assert look(PAGE, **query).line_with(said)


@pytest.mark.parametrize(
    ("day", "since"),
    [
        ("2018-02-15", "7 December 2017"),  # itself the day of a meeting
        ("2018-03-01", "15 February 2018"),
        ("2017-06-01", "7 December 2010"),  # before the first meeting of the Board
    ],
)
def test_the_briefing_leads_to_the_changes_that_it_counts(day: str, since: str) -> None:
    glance = screen.visit("at_a_glance", {"as_at": day})
    link = re.search(r"\[What changed since (.+?)\]\((.+?)\)", "\n".join(screen.read(glance).raw))
    assert link
    assert link[1] == since
    query = {name: values[0] for name, values in parse_qs(urlsplit(link[2]).query).items()}
    assert query["as_at"] == day
    shown = screen.read(screen.visit(PAGE, query))
    assert shown.line_with(f"Since {since}")


def test_the_same_two_meetings_seen_from_another_day_link_to_that_day() -> None:
    days = ("2018-02-15", "2018-03-01")
    for day in days:  # on both the last two Board meetings are the same, and so is the answer
        links = screen.targets(screen.visit(PAGE, {"as_at": day}))
        assert links
        assert {link.rpartition("as_at=")[2] for link in links} == {day}


def test_the_days_move_with_the_day_until_others_are_chosen() -> None:
    app = screen.visit(PAGE)
    app.selectbox(key="meeting").set_value("7 Dec 2017, Kent Safeguarding Children Board").run()
    assert screen.read(app).line_with("Since 21 September 2017: ")
    app.selectbox(key="until").set_value("2017-09-21").run()
    assert screen.read(app).line_with("Between 22 June 2017 and 21 September 2017: ")
    app.selectbox(key="body").set_value("Business Group").run()
    assert screen.read(app).line_with("Between 7 September 2017 and 9 November 2017: ")


def test_each_line_has_its_day_and_a_link() -> None:
    app = screen.visit(PAGE)
    table = screen.read(app).table_with(*HEADS)
    assert len(table) == 115
    assert not (table["Date"] == "").any()
    links = screen.targets(app)
    pages = {
        *("recommendation", "indicator", "risk", "neglect", "learning"),
        *("audits", "education"),
    }
    assert {link.split("?")[0] for link in links} == pages
    assert all(link.endswith("as_at=2018-02-15") for link in links)


@pytest.mark.parametrize(
    ("change", "what", "detail"),
    [
        ("Signed off", "Build the quarterly dataset", "● On track → ◆ Signed off"),
        ("Newly overdue", "Outside check of a sample", "● On track → ■ Overdue Past its date of"),
        ("Extended", "Check that the tool is used", "72 days later; the second extension"),
        ("Returned", "Agree how colleges give", "not who reads it or what happens next"),
        ("Newly stale", "Audit again", "No report for 105 days; the last was on 2 Nov 2017"),
        ("Accepted as complete", "Agree how risks", "Business Group. Reason: Agreed between"),
        ("Challenge not answered", "Who will see", "due by 8 Feb 2018, 7 days ago"),
        ("Assurance judged", "Multi-agency dataset", "Asserted to evidenced"),
        ("Rating", "Fuller programme of audits", "▲ At risk → ■ Overdue 1 of its actions"),
        ("Signal", "Referrals by month", "special cause, high to ● common cause"),
    ],
)
def test_the_list_tells(change: str, what: str, detail: str, look: Look) -> None:
    table = look(PAGE).table_with(*HEADS)
    found = table[(table["Change"] == change) & table["What"].str.startswith(what)]
    assert len(found) == 1
    assert detail in found["Detail"].iloc[0]


def test_the_promise_that_did_not_arrive_and_the_one_that_moved(look: Look) -> None:
    shown = look(PAGE, as_at="2011-03-03", until="The as-at day")
    assert shown.line_with("Promise not delivered", "4, 5, 6, 7", "Past its date of 19 Jan 2011")
    assert shown.line_with("Promise moved", "improvement plan", "63 days later; the second move")


def test_what_came_late_is_told_by_the_day_it_was_recorded(look: Look) -> None:
    shown = look(PAGE)
    assert shown.line_with("A change counts on the day by which it was known")
    assert shown.line_with("hold one vintage", "no revision is listed")


def test_the_list_can_be_narrowed_and_the_sentence_stays(look: Look) -> None:
    whole, part = look(PAGE), look(PAGE, theme="Challenges")
    said = whole.line_with("Since 7 December 2017: ")
    assert part.line_with("Since 7 December 2017: ") == said
    assert set(part.table_with(*HEADS)["Change"]) == {
        "Challenged",
        "Challenge answered",
        "Challenge not answered",
    }
    assert part.line_with("8 lines of 115.")


def test_the_filters_of_the_sidebar_narrow_all_of_it(look: Look) -> None:
    shown = look(PAGE, group="Neglect")
    assert shown.line_with("Since 7 December 2017: 1 action signed off, 1 accepted")
    table = shown.table_with(*HEADS)
    assert 0 < len(table) < 20
    assert all({"4", "5"} & set(cell.split(", ")) for cell in table["For"])


def test_filters_that_leave_nothing_are_answered_in_words(look: Look) -> None:
    shown = look(PAGE, source="Cabinet Scrutiny Committee, 8 December 2010", agency="Police")
    assert shown.errors == ()
    assert shown.line_with("nothing has changed that this list tells of")
    assert shown.table_with(*HEADS).empty


def test_the_list_is_asked_for_once_unless_it_is_narrowed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []
    ask = Warehouse.ask

    def told(self: Warehouse, name: str, *given: Any, **params: object) -> Any:
        asked.append(name)
        return ask(self, name, *given, **params)

    monkeypatch.setattr(Warehouse, "ask", told)
    for query, times in (({}, 1), ({"theme": "Dates"}, 2)):
        st.cache_resource.clear()
        asked.clear()
        screen.visit(PAGE, query)
        assert asked.count("board/changes") == times


def test_order(look: Look) -> None:
    by_kind = list(look(PAGE, order="kind").table_with(*HEADS)["Change"])
    assert by_kind[:3] == ["Signed off"] * 3
    assert by_kind == sorted(by_kind, key=by_kind.index)
    by_rec = look(PAGE, order="recommendation").table_with(*HEADS)["For"].str[0]
    assert list(by_rec) == sorted(by_rec)


def test_the_chart_goes_from_then_to_now(look: Look) -> None:
    (chart,) = look(PAGE).charts
    said = json.dumps(json.loads(chart)["layout"]["annotations"], ensure_ascii=False)
    assert "7 Dec 2017" in said
    assert "<b>5</b> Overdue<br>4 came" in said

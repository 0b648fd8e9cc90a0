"""Neglect and learning on the sample board: what readers look for, and what none may see."""

import re
from typing import Any

import pandas as pd
import pytest

from scrutiny import session
from scrutiny.charts import tables
from scrutiny.warehouse import Warehouse
from tests.pages import screen
from tests.pages.conftest import Look

DAYS = ("2017-06-30", "2017-09-07", "2017-12-15", "2018-02-15", "2018-03-31", "2025-12-31")
PAGES = ("neglect", "learning")
ABOUT_CHILDREN = (
    "neglect/measures",
    "neglect/over_time",
    "learning/reviewing",
    "learning/reviewing_over_time",
)


@pytest.mark.parametrize(
    ("page", "day", "words"),
    [
        ("neglect", "2018-02-15", ("launched on 29 September 2017, 11 days after",)),
        ("neglect", "2018-02-15", ("None of 5 agencies has reached the target", "Probation")),
        ("neglect", "2018-02-15", ("Children's services", "59%", "236 of 400", "60%")),
        ("neglect", "2018-02-15", ("Early years", "c (confidential)")),
        ("neglect", "2018-02-15", ("Attendance", "67%", "71%", "4 of the 13 points")),
        ("neglect", "2018-02-15", ("No published figure covers a period since the launch yet",)),
        ("neglect", "2025-12-31", ("2 of 2 published series", "fell by more than chance")),
        ("neglect", "2025-12-31", ("31 Mar 2017", "691", "1,185", "58.3%", "47.7%")),
        ("neglect", "2025-12-31", ("does not say that the strategy was one of them",)),
        ("learning", "2018-02-15", ("Past the time limit: CR-C (published) by 90 days",)),
        ("learning", "2018-02-15", ("CR-D", "Notified", "31 Jul 2017", "2 Aug 2017", "Late")),
        ("learning", "2018-02-15", ("A plain route", "Complete", "Not embedded, 18 Jan 2018")),
        ("learning", "2018-02-15", ("42 deaths", "Apr 2014 to Mar 2017")),
        ("learning", "2018-02-15", ("Disputes resolved at the first stage", "13 of 19", "70%")),
        ("learning", "2018-03-31", ("CR-G",)),
    ],
)
def test_a_reader_finds_it(look: Look, page: str, day: str, words: tuple[str, ...]) -> None:
    shown = look(page, as_at=day)
    assert shown.errors == ()
    assert shown.line_with(*words)


def test_nothing_of_a_later_day_is_on_screen(look: Look) -> None:
    early = look("neglect", as_at="2017-09-28")
    assert early.line_with("The strategy is to be launched on 29 September 2017")
    assert early.line_with("The launch is not known on this day")
    assert [line for line in early.lines if "Dec 2017" in line or "Jan 2018" in line] == []
    assert "CR-G" not in look("learning", as_at="2018-03-07").text


@pytest.mark.parametrize(
    ("rec", "page", "words"),
    [
        ("OFSTED-2017-5", "Neglect: ", ("launched on 29 September 2017", "Probation")),
        ("OFSTED-2017-4", "Learning: ", ("7 recommendations came of reviews", "CR-C (published)")),
    ],
)
def test_a_recommendation_shows_its_evidence(
    look: Look, rec: str, page: str, words: tuple[str, ...]
) -> None:
    line = look("recommendation", rec=rec).line_with(page, *words)
    assert line
    assert line.endswith("†")


def test_the_recommendations_of_the_papers_stay_twenty_one(sample: Warehouse) -> None:
    assert len(sample.ask("recommendations/list", as_at="2018-02-15")) == 21


# --- no number of children from 1 to 5


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> dict[str, pd.DataFrame]:
    """The rows of every table that a page shows and of every file that it offers, by name."""
    found: dict[str, pd.DataFrame] = {}
    show, offer = session.table, session.download

    def table(rows: pd.DataFrame, columns: tables.Columns, name: str, *more: Any) -> None:
        found[name] = rows
        show(rows, columns, name, *more)

    def download(rows: pd.DataFrame, name: str) -> None:
        found[name] = rows
        offer(rows, name)

    monkeypatch.setattr(session, "table", table)
    monkeypatch.setattr(session, "download", download)
    return found


def small(rows: pd.DataFrame) -> list[dict[str, object]]:
    """Rows about children in which 1 to 5 are counted, counted from, or left out."""
    about = rows[rows["about_children"]] if "about_children" in rows else rows
    left_out = about["of_number"] - about["number"]
    is_share = about["unit"].eq("%") if "unit" in about else True
    few = about["number"].between(1, 5) | (
        is_share & (about["of_number"].between(1, 5) | left_out.between(1, 5))
    )
    return about[few].to_dict("records")


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("day", DAYS)
def test_no_number_of_children_from_one_to_five_is_in_a_table_or_a_download(
    page: str, day: str, seen: dict[str, pd.DataFrame]
) -> None:
    screen.visit(page, {"as_at": day})
    counted = {name: rows for name, rows in seen.items() if {"number", "of_number"} <= set(rows)}
    assert counted or day == DAYS[0]
    assert {name: small(rows) for name, rows in counted.items() if small(rows)} == {}
    deaths = seen.get("child_deaths")
    assert deaths is None or not deaths["number"].between(1, 5).any()


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("day", DAYS)
def test_no_sentence_counts_reviews_of_single_children(page: str, day: str, look: Look) -> None:
    lines = [line for line in look(page, as_at=day).lines if " | " not in line]
    counting = re.compile(r"\b[1-5] (?:reviews?|cases?|child(?:ren)?|deaths?|disputes?)\b")
    assert [line for line in lines if counting.search(line)] == []


@pytest.mark.parametrize("name", ABOUT_CHILDREN)
def test_nor_is_one_asked_for(sample: Warehouse, name: str) -> None:
    asked = {day: sample.ask(name, as_at=day) for day in DAYS}
    assert any(rows["about_children"].any() for rows in asked.values())
    assert {day: small(rows) for day, rows in asked.items() if small(rows)} == {}


def test_a_review_tells_nothing_but_key_days_and_themes(sample: Warehouse) -> None:
    found = sample.ask("learning/reviews", as_at="2018-03-31")
    told = set(found.columns)
    assert not told & {"age", "sex", "place", "district", "title", "story", "name", "said"}
    assert "CR-A" in found.to_csv()

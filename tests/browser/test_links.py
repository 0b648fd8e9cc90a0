"""Any view is a link: copied, opened cold, edited by hand, reloaded, gone back to."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser import helpers
from tests.browser.conftest import PageIn, Server
from tests.browser.test_every_page import PATHS

HEADS = {
    "at_a_glance": "At a glance",
    "since_last_meeting": "Since last meeting",
    "recommendations": "Recommendations",
    "recommendation": "6. Assurance from schools, colleges and early years",
    "actions": "Actions",
    "enter": "Add or correct",
    "register": "Risk register",
    "audits": "Audits",
    "education": "Education",
    "neglect": "Neglect",
    "learning": "Learning",
    "risk": "R1. Families come back with the same need unmet",
    "scorecard": "Scorecard",
    "indicator": "Re-referrals within 12 months",
    "referrals": "Referrals",
    "workforce": "Workforce",
    "data": "Data",
    "methods": "Methods",
}


def head(page: Page, words: str) -> None:
    """Wait until the page with this title is there and drawn."""
    expect(page.get_by_role("heading", level=1)).to_contain_text(words)
    helpers.ready(page)


def as_at(page: Page, day: str) -> None:
    """Wait until the page says that it shows this day."""
    expect(page.get_by_text(f"as at {day}", exact=False).first).to_be_visible()
    helpers.ready(page)


def day_control(page: Page) -> Locator:
    """A control that only dashboard.py draws."""
    return page.get_by_role("spinbutton", name="day, As at")


def choose(page: Page, filter_: str, label: str) -> None:
    """Choose one value of a filter, and wait until it is in the URL."""
    helpers.open_list(page, filter_)
    page.get_by_role("option", name=label, exact=True).click()
    page.keyboard.press("Escape")
    page.wait_for_url(
        re.compile(re.escape(label.replace(" ", "+")) + "|" + label.replace(" ", "%20"))
    )
    helpers.ready(page)


def go(page: Page, section: str, title: str) -> None:
    """Go to a page by the navigation."""
    page.get_by_role("button", name=section, exact=True).click()
    page.locator("a", has_text=re.compile(f"^{title}$")).click()
    head(page, title)


def rows(page: Page) -> list[str]:
    """The last table of the page, a line a row."""
    return page.locator('[data-testid="stTable"]').last.locator("tbody tr").all_inner_texts()


def owners(page: Page) -> set[str]:
    """Sub-groups that own the actions listed."""
    cells = page.locator('[data-testid="stTable"]').last.locator("tbody tr td:nth-child(3)")
    return {text.split(";")[0] for text in cells.all_inner_texts()}


def chosen(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


@pytest.fixture
def filtered(page_in: PageIn) -> Page:
    """The actions of one sub-group as at an earlier meeting, chosen with the controls."""
    page = page_in()
    page.goto("/actions?as_at=2017-12-07")
    as_at(page, "7 December 2017")
    choose(page, "Sub-group or lead", "Learning and Improvement")
    expect(page.get_by_text("Neglect; ")).to_have_count(0)
    return page


def test_a_filtered_view_survives_copy_and_paste_of_its_url(
    filtered: Page, browser: Browser, server: Server
) -> None:
    assert chosen(filtered) == {"as_at": ["2017-12-07"], "group": ["Learning and Improvement"]}
    assert owners(filtered) == {"Learning and Improvement"}
    other = helpers.look(browser, server.url)
    other.goto(filtered.url)
    as_at(other, "7 December 2017")
    assert rows(other) == rows(filtered)
    assert other.url == filtered.url
    other.context.close()


def test_a_filtered_view_survives_reload_and_back(filtered: Page) -> None:
    before, address = rows(filtered), filtered.url
    filtered.reload()
    as_at(filtered, "7 December 2017")
    assert rows(filtered) == before
    go(filtered, "Progress", "Recommendations")
    filtered.go_back()
    head(filtered, "Actions")
    as_at(filtered, "7 December 2017")
    assert filtered.url == address
    assert rows(filtered) == before


def test_filters_and_day_hold_from_page_to_page(filtered: Page) -> None:
    before = chosen(filtered)
    go(filtered, "Progress", "Recommendations")
    as_at(filtered, "7 December 2017")
    assert chosen(filtered) == before
    go(filtered, "About", "Methods")
    as_at(filtered, "7 December 2017")
    go(filtered, "Progress", "Actions")
    as_at(filtered, "7 December 2017")
    assert chosen(filtered) == before
    assert owners(filtered) == {"Learning and Improvement"}


def test_a_link_in_a_table_opens_the_recommendation_as_at_the_same_day(page_in: PageIn) -> None:
    page = page_in()
    page.goto("/?as_at=2011-03-01")
    as_at(page, "1 March 2011")
    with page.context.expect_page() as opened:  # Streamlit opens links of a text beside the page
        page.get_by_role("link", name="4 Report back on the meeting with the Minister").click()
    beside = opened.value
    head(beside, "4. Report back on the meeting with the Minister")
    as_at(beside, "1 March 2011")
    assert urlsplit(beside.url).path == "/recommendation"
    assert chosen(beside) == {"rec": ["CSC-2010-4"], "as_at": ["2011-03-01"]}


def test_unknown_values_in_a_hand_edited_url_are_ignored(page_in: PageIn) -> None:
    page = page_in()
    odd = "as_at=2018-02-31&group=Nobody&rating=Purple&rec=X&by=%3Cb%3E&table=x&made_up=1"
    page.goto(f"/actions?{odd}&agency=Police")
    as_at(page, "15 February 2018")
    assert all("Police" in row for row in rows(page))
    assert page.locator('[data-testid="stException"]').count() == 0
    assert helpers.errors(page) == []


def test_two_tabs_at_different_days_do_not_disturb_each_other(page_in: PageIn) -> None:
    early = page_in()
    early.goto("/recommendations?as_at=2011-03-01")
    as_at(early, "1 March 2011")
    late = early.context.new_page()
    late.goto("/recommendations?as_at=2018-02-15")
    as_at(late, "15 February 2018")
    choose(late, "Rating", "On track")
    early.bring_to_front()
    assert early.get_by_text("as at 1 March 2011").count() == 1
    early.get_by_role("radio", name="recommendations").check(force=True)
    early.wait_for_url(re.compile("count=recommendations"))
    helpers.ready(early)
    assert chosen(early) == {"as_at": ["2011-03-01"], "count": ["recommendations"]}
    assert "3i Members to scrutinise more robustly" in early.get_by_test_id("stMain").inner_text()
    assert chosen(late) == {"rating": ["On track"]}
    expect(late.get_by_text("as at 15 February 2018")).to_be_visible()


@pytest.mark.parametrize("name", ["recommendation", "actions", "methods"])
def test_the_first_visit_of_all_may_be_a_link_to_any_page(
    name: str, fresh_server: Server, browser: Browser
) -> None:
    page = helpers.look(browser, fresh_server.url)
    page.goto(PATHS[name])
    head(page, HEADS[name])
    expect(day_control(page)).to_be_visible()
    expect(page.get_by_text("Page not found")).to_have_count(0)
    page.context.close()


@pytest.fixture(scope="module")
def beside(server: Server, browser: Browser) -> Iterator[Page]:
    page = helpers.look(browser, server.url)
    yield page
    page.context.close()


@pytest.mark.parametrize("path", ["/board", "/at_a_glance", "/serve"])
def test_an_unknown_address_leads_through_the_front_door(path: str, beside: Page) -> None:
    beside.goto(path)
    expect(day_control(beside)).to_be_visible()
    head(beside, "At a glance")


@pytest.mark.parametrize("path", ["/board/at_a_glance", "/pages/about/data", "/about/data.py"])
def test_a_pages_file_leads_nowhere_past_the_front_door(path: str, beside: Page) -> None:
    beside.goto(path)
    # Streamlit serves its own frame below any path, which then finds neither itself nor a page
    beside.wait_for_timeout(1500)
    is_guarded = day_control(beside).count() > 0
    assert is_guarded or beside.get_by_role("heading").count() == 0
    assert "illustrative" not in beside.content() or is_guarded


def test_the_file_behind_a_download_is_what_the_table_shows(
    page_in: PageIn, tmp_path: Path
) -> None:
    page = page_in()
    page.goto("/actions?agency=Police")
    helpers.ready(page)
    with page.expect_download() as started:
        page.get_by_role("button", name="Download as CSV").click()
    path = tmp_path / "actions.csv"
    started.value.save_as(path)
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    assert started.value.suggested_filename == "actions.csv"
    assert "illustrative" in lines[0]
    assert len(lines) == len(rows(page)) + 2
    assert all("Police" in line for line in lines[2:])

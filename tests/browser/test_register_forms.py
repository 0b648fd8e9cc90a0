"""A form opened by its owner on each page: what holds of pages holds of it, wide and narrow."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser import helpers
from tests.browser.conftest import PageIn
from tests.browser.test_every_page import violations

DAY = "as_at=2018-04-30"
OPENED = {
    "enter": ("Programme officer", "A recommendation"),
    "register": ("Programme officer", "Raise a risk"),
    "risk": ("Chair, Learning and Improvement", "Score it"),
    "audits": ("Chair, Learning and Improvement", "Plan an audit"),
    "learning": ("Chair, Learning and Improvement", "Begin a review"),
}


def opened(page: Page, name: str) -> Page:
    role, what = OPENED[name]
    page.goto(f"/{name}?role={role.replace(' ', '%20')}&{DAY}")
    helpers.ready(page)
    helpers.open_list(page, "What to enter")
    page.get_by_role("option", name=what, exact=True).click()
    expect(page.get_by_role("button", name="Save", exact=True)).to_be_visible()
    return helpers.ready(page)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("name", OPENED)
def test_axe_finds_nothing_wrong_with_an_open_form(name: str, theme: str, tab_in: PageIn) -> None:
    page = opened(tab_in(theme), name)
    assert violations(page) == []
    assert helpers.errors(page) == []


@pytest.mark.parametrize("name", OPENED)
def test_an_open_form_fits_a_narrow_screen(name: str, tab_in: PageIn) -> None:
    page = opened(tab_in("light", 320, 640), name)
    wide = page.evaluate("() => document.documentElement.scrollWidth")
    assert wide <= 320
    form = page.locator('[data-testid="stForm"]').bounding_box()
    assert form is not None
    assert form["x"] >= 0
    assert form["x"] + form["width"] <= 320

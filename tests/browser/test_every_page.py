"""What holds on every page, in light and in dark."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser import helpers, pictures
from tests.browser.conftest import PageIn

PATHS = {
    "at_a_glance": "/",
    "since_last_meeting": "/since_last_meeting",
    "recommendations": "/recommendations",
    "recommendation": "/recommendation?rec=OFSTED-2017-6",
    "actions": "/actions",
    "report": "/report?role=Chair,%20Business%20Group&as_at=2018-03-31",
    "enter": "/enter?role=Programme%20officer&entry=1",
    "audits": "/audits?as_at=2018-03-31",
    "education": "/education?as_at=2018-03-31",
    "neglect": "/neglect",
    "learning": "/learning",
    "register": "/register",
    "risk": "/risk?risk=RISK-1",
    "scorecard": "/scorecard",
    "indicator": "/indicator?indicator=Re-referrals%20within%2012%20months&as_at=2025-12-31",
    "referrals": "/referrals?as_at=2025-12-31",
    "workforce": "/workforce?as_at=2025-12-31",
    "data": "/data",
    "methods": "/methods",
}
THEMES = ("light", "dark")
# Streamlit opens its menus outside every landmark, which good practice advises against; what is
# asked of them is WCAG.
STANDARD = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]
VISITS = [(name, theme) for name in PATHS for theme in THEMES]


@dataclass(frozen=True)
class Visit:
    """A page that was opened by its link and left as it was found."""

    page: Page
    name: str
    theme: str


@pytest.fixture(scope="module", params=VISITS, ids=[f"{n}-{t}" for n, t in VISITS])
def visit(request: pytest.FixtureRequest, tab_in: PageIn) -> Visit:
    name, theme = request.param
    page = tab_in(theme)
    page.goto(PATHS[name])
    return Visit(helpers.ready(page), name, theme)


def test_a_picture_of_it_is_small_and_shows_something(visit: Visit, tmp_path: Path) -> None:
    path = pictures.folder(tmp_path) / f"{visit.name}-{visit.theme}.png"
    picture = pictures.take(visit.page, path)
    assert path.stat().st_size < pictures.LARGEST
    assert len(picture.getcolors() or []) > 20
    ground = picture.convert("L").getpixel((1100, 20))
    assert (ground > 200) == (visit.theme == "light")


def test_it_logs_no_error_and_shows_none(visit: Visit) -> None:
    assert helpers.errors(visit.page) == []
    shown = '[data-testid="stException"], [data-testid="stAlertContentError"]'
    assert visit.page.locator(shown).all_inner_texts() == []


def test_it_asks_no_other_host_for_anything(visit: Visit) -> None:
    assert helpers.elsewhere(visit.page) == []


def test_axe_finds_nothing_wrong(visit: Visit) -> None:
    assert violations(visit.page) == []
    folded = visit.page.locator("summary")
    for at in range(folded.count()):
        folded.nth(at).click()
    if folded.count():
        visit.page.locator("details[open] table").last.wait_for()
        assert violations(visit.page) == []


@pytest.mark.parametrize("theme", THEMES)
def test_axe_finds_nothing_wrong_with_an_open_menu_or_list(theme: str, page_in: PageIn) -> None:
    page = page_in(theme)
    page.goto("/")
    helpers.ready(page)
    page.get_by_role("button", name="Progress").click()
    page.get_by_role("menuitem", name="Actions", exact=True).wait_for()
    assert violations(page, STANDARD) == []
    page.keyboard.press("Escape")
    helpers.open_list(page, "Rating")
    page.get_by_role("option", name="Overdue").wait_for()
    assert violations(page, STANDARD) == []


def violations(page: Page, rules: list[str] | None = None) -> list[str]:
    """What axe-core objects to: its rule, how often, and the first place."""
    # to describe the thousands of places that are right takes three times as long as to look
    options: dict[str, list[str]] = {"resultTypes": ["violations"]}
    if rules:
        options["runOnly"] = rules
    found = Axe().run(page, options=options).response["violations"]
    return [f"{v['id']} x{len(v['nodes'])}: {v['nodes'][0]['html'][:300]}" for v in found]

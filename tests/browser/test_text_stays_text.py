"""Hostile words in a board's papers: nothing is made of them, and nobody hears of it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import helpers
from tests.browser.conftest import Server, dashboard
from tests.browser.test_every_page import PATHS
from tests.conftest import Built
from tests.pages.hostile import HOSTILE, plant

MADE = 'img[src="x"], img[src*="evil"], a[href*="//"], iframe, .katex'
MADE_OF_IT = (
    f"{MADE}, "
    '[data-testid="stMain"] script, [data-testid="stTable"] :is(code, strong, em, img), '
    '[data-testid="stTable"] [data-testid="stIconMaterial"]'
)


@pytest.fixture(scope="module")
def hostile_server(
    board_folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("hostile")
    store = Built(Path(shutil.copytree(board_folder, folder / "board")), folder / "build")
    plant(store.board)
    done = store.run("init")
    assert done.returncode == 0, done.stderr
    with dashboard(store, folder) as running:
        yield running


@pytest.fixture(scope="module")
def tab(hostile_server: Server, browser: Browser) -> Iterator[tuple[Page, list[str]]]:
    """A tab on that board, and what it was alerted to."""
    page = helpers.look(browser, hostile_server.url)
    alerts: list[str] = []
    page.on("dialog", lambda dialog: (alerts.append(dialog.message), dialog.dismiss()))
    yield page, alerts
    page.context.close()


@pytest.fixture
def hostile(tab: tuple[Page, list[str]]) -> tuple[Page, list[str]]:
    """The same without what it remembers of the page before."""
    page, alerts = tab
    helpers.leave(page)
    alerts.clear()
    return tab


@pytest.mark.parametrize("name", PATHS)
def test_no_element_and_no_request_is_made_of_a_boards_words(
    name: str, hostile: tuple[Page, list[str]]
) -> None:
    page, alerts = hostile
    page.goto(PATHS[name])
    helpers.ready(page)
    folded = page.locator("summary")
    for at in range(folded.count()):
        folded.nth(at).click()
    places = page.locator(MADE_OF_IT)
    assert [place.evaluate("e => e.outerHTML.slice(0, 200)") for place in places.all()] == []
    assert helpers.elsewhere(page) == []
    if name == "recommendations":
        text = page.get_by_test_id("stMain").inner_text().replace("\u2060", "")
        assert [words for words in HOSTILE if words not in text] == []
    assert alerts == []
    assert helpers.errors(page) == []


def test_nothing_is_made_of_them_in_the_list_of_a_filter(
    hostile: tuple[Page, list[str]],
) -> None:
    page, alerts = hostile
    page.goto("/actions")
    helpers.ready(page)
    helpers.open_list(page, "Source")
    page.get_by_role("option").first.wait_for()
    assert page.locator(f'[role="option"] :is({MADE}, strong, em, code)').count() == 0
    assert alerts == []
    assert helpers.errors(page) == []

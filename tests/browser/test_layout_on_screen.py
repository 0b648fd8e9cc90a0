"""What fits where: the first screen of the briefing, and every page on a narrow screen."""

import pytest
from playwright.sync_api import Browser, Locator, Page

from tests.browser import helpers
from tests.browser.conftest import PageIn, Server
from tests.browser.test_every_page import PATHS

NARROW = 320
# Everything with words of its own that a reader could not read whole: cut off by its own edge or
# by an ancestor's, or beyond the edge of the screen. What scrolls within a box of its own is not
# cut off, nor is what is there for screen readers alone.
CUT_OFF = """(width) => {
    const unread = 'script, style, noscript, template, [aria-hidden="true"], [inert]';
    const seen = {visibilityProperty: true, opacityProperty: true};
    const hasWords = element => [...element.childNodes].some(
        node => node.nodeType === Node.TEXT_NODE && node.textContent.trim());
    const room = element => {  // left and right edge within which words can be seen, if any
        let [left, right] = [0, width];
        for (let at = element; at && at !== document.body; at = at.parentElement) {
            const style = getComputedStyle(at), edge = at.getBoundingClientRect();
            const isClipped = /hidden|clip/.test(style.overflowX);
            if (isClipped && (edge.width <= 1 || edge.height <= 1)) return null;
            if (style.clipPath !== 'none') return null;
            if (style.display === 'inline') continue;
            const isBox = at.dataset.testid !== 'stMain' && at.scrollWidth > at.clientWidth + 1;
            if (isBox && /auto|scroll/.test(style.overflowX)) return null;
            if (isClipped) {
                [left, right] = [Math.max(left, edge.left), Math.min(right, edge.right)];
            }
        }
        return [left, right];
    };
    const cut = [];
    for (const element of document.querySelectorAll('body *')) {
        if (!hasWords(element) || element.closest(unread)) continue;
        if (element.title === element.textContent) continue;
        if (!element.checkVisibility(seen)) continue;
        const range = document.createRange();
        range.selectNodeContents(element);
        const box = range.getBoundingClientRect(), within = room(element);
        if (!within || box.width < 2 || box.height < 2) continue;
        if (box.right > within[1] + 1 || box.left < within[0] - 1) {
            const places = [box.left, box.right, ...within].map(Math.round).join(' ');
            cut.push(`${element.textContent.trim().slice(0, 60)} (${places})`);
        }
    }
    return cut;
}"""
WIDE = """() => [document.documentElement, ...document.querySelectorAll(
        '[data-testid="stMain"], [data-testid="stSidebarContent"]')]
    .filter(element => element.clientWidth > 100 && element.scrollWidth > element.clientWidth)
    .map(element => `${element.dataset.testid || 'document'} ${element.scrollWidth} wide`)"""
SCROLLS = """() => [...document.querySelectorAll('[data-testid="stTable"] *')]
    .filter(element => element.scrollWidth > element.clientWidth + 1
        && /auto|scroll/.test(getComputedStyle(element).overflowX))
    .map(element => `${element.tagName} ${element.scrollWidth} in ${element.clientWidth}`)"""
CHARTS = """() => [...document.querySelectorAll('[data-testid="stPlotlyChart"]')]
    .filter(chart => {
        const room = chart.getBoundingClientRect();
        const drawn = chart.querySelector('.main-svg').getBoundingClientRect();
        return drawn.width > room.width + 1 || drawn.height > room.height + 1;
    }).length"""

OVERLAPPING = """() => [...document.querySelectorAll('.js-plotly-plot')].flatMap(chart => {
    const words = [...chart.querySelectorAll('.xtick text, .ytick text')]
        .filter(one => one.textContent)
        .map(one => [one.textContent, one.getBoundingClientRect()]);
    const meet = (one, other) =>
        Math.min(one.right, other.right) - Math.max(one.left, other.left) > 0
        && Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 1;
    return words.flatMap(([said, room], at) => words.slice(at + 1)
        .filter(([, other]) => meet(room, other))
        .map(([other]) => `${said} over ${other}`));
})"""
COLOURS = """() => [...document.querySelectorAll('.main-svg text, .main-svg .bars path')]
    .map(shape => getComputedStyle(shape).fill)
    .filter(fill => !fill.startsWith('url'))"""


def bottom(place: Locator) -> float:
    box = place.bounding_box()
    assert box is not None
    return box["y"] + box["height"]


def test_the_first_screen_of_the_briefing_needs_no_scrolling(page_in: PageIn) -> None:
    page = page_in(width=1280, height=800)
    page.goto("/")
    helpers.ready(page)
    counts = page.get_by_test_id("stMetric")
    standing = page.get_by_test_id("stTable").first.locator("tbody tr")
    late = page.get_by_test_id("stPlotlyChart").first
    sentence = page.locator("strong", has_text="6 recommendations")
    assert sentence.count() == 1
    assert counts.count() == 4
    assert standing.count() == 6
    assert "Education and Early Help" in late.inner_text()
    for place in (sentence, counts.last, standing.last, late):
        assert 0 < bottom(place) <= 800, f"{place} ends below the screen"
    assert bottom(sentence) < bottom(counts.first) < bottom(standing.first)
    assert late.bounding_box()["x"] > standing.first.bounding_box()["x"]
    ratings = standing.all_inner_texts()
    assert all(any(word in row for word in ("Overdue", "At risk", "On track")) for row in ratings)


@pytest.mark.parametrize("name", PATHS)
def test_nothing_is_cut_off_on_a_narrow_screen(name: str, tab_in: PageIn) -> None:
    page = tab_in(width=NARROW, height=640)
    page.goto(PATHS[name])
    helpers.ready(page)
    folded = page.locator("summary")
    for at in range(folded.count()):
        folded.nth(at).click()
    if folded.count():
        page.locator("details[open] table").last.wait_for()
    assert page.evaluate(WIDE) == []
    assert page.evaluate(CUT_OFF, NARROW) == []
    assert page.evaluate(CHARTS) == 0
    assert page.evaluate(OVERLAPPING) == []


def test_what_waits_is_read_on_a_narrow_screen_without_scrolling_sideways(page_in: PageIn) -> None:
    page = page_in(width=NARROW, height=640)
    for role in ("Chair, Business Group", "Chair, Quality and Effectiveness"):
        page.goto(f"/report?as_at=2018-03-31&role={role}")
        helpers.ready(page)
        assert page.get_by_test_id("stTable").count()
        assert page.evaluate(SCROLLS) == []


def test_the_filters_fit_a_narrow_screen(page_in: PageIn) -> None:
    page = page_in(width=NARROW, height=640)
    page.goto("/actions?group=Learning%20and%20Improvement")
    helpers.ready(page)
    page.get_by_test_id("stExpandSidebarButton").click()
    page.get_by_role("combobox", name="Acceptance").scroll_into_view_if_needed()
    assert page.evaluate(WIDE) == []
    assert page.evaluate(CUT_OFF, NARROW) == []


@pytest.mark.parametrize(("theme", "other"), [("light", "dark"), ("dark", "light")])
def test_charts_are_drawn_anew_in_the_colours_of_the_other_theme(
    theme: str, other: str, server: Server, browser: Browser
) -> None:
    page, fresh = (helpers.look(browser, server.url, each) for each in (theme, other))
    page.goto("/actions")
    before = colours(helpers.ready(page))
    page.emulate_media(color_scheme=other)
    # Streamlit tells the server of a new theme with the reader's next choice
    page.get_by_role("radio", name="agency").check(force=True)
    fresh.goto("/actions?by=agency")
    wanted = colours(helpers.ready(fresh))
    page.wait_for_function(f"wanted => ({COLOURS})().join() === wanted", arg=",".join(wanted))
    assert before[0] != wanted[0]
    for one in (page, fresh):
        one.context.close()


def colours(page: Page) -> list[str]:
    """Colours of all words and bars of the charts, in order."""
    return list(page.evaluate(COLOURS))

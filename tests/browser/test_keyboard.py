"""Everything can be reached, seen to be reached and used without a mouse."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser import helpers
from tests.browser.conftest import PageIn
from tests.browser.test_every_page import PATHS

# Numbers every control that can be seen, and keeps how it and what is around it look unfocused.
# Of the radio buttons of one question Tab reaches one, and the arrow keys the others. The main part
# takes the focus so that the arrow keys scroll it; it is no control.
NUMBER = """() => {
    const can = 'a[href], button, input, select, textarea, summary, [tabindex], [contenteditable]';
    window.looks = element => {
        const seen = [];
        for (let at = element, up = 0; at && up < 5; at = at.parentElement, up++) {
            const s = getComputedStyle(at);
            seen.push([s.outlineStyle, s.outlineWidth, s.outlineColor, s.boxShadow, s.borderColor,
                s.backgroundColor, s.textDecoration, s.opacity].join(' '));
        }
        const next = element.nextElementSibling;
        if (next) seen.push(getComputedStyle(next).boxShadow + getComputedStyle(next).outline);
        return seen.join('\\n');
    };
    window.before = [];
    const named = [];
    const asked = new Set();
    for (const element of document.querySelectorAll(can)) {
        if (element.tabIndex < 0 || element.disabled || element.matches('main')) continue;
        if (element.closest('[inert], [aria-hidden="true"], template')) continue;
        if (!element.checkVisibility({visibilityProperty: true})) continue;
        const box = element.getBoundingClientRect();
        if (!box.width || !box.height) continue;
        if (element.type === 'radio') {
            if (asked.has(element.name)) continue;
            if (!element.checked) continue;
            asked.add(element.name);
        }
        element.dataset.number = window.before.length;
        window.before.push(window.looks(element));
        const name = element.getAttribute('aria-label') || element.textContent.trim();
        named.push(`${element.tagName} ${name.slice(0, 40)}`);
    }
    return named;
}"""
FOCUSED = """() => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const number = element.dataset.number;
    if (number === undefined) return [-1, true, element.outerHTML.slice(0, 120)];
    const box = element.getBoundingClientRect();
    const isOnScreen = box.bottom > 0 && box.top < innerHeight;
    return [+number, window.looks(element) !== window.before[number] && isOnScreen, ''];
}"""


FADES_WITHIN_MS = 400


@pytest.mark.parametrize("name", PATHS)
def test_tab_reaches_every_control_and_shows_where_it_is(name: str, tab_in: PageIn) -> None:
    page = tab_in()
    page.goto(PATHS[name])
    helpers.ready(page)
    controls = page.evaluate(NUMBER)
    assert len(controls) > 12
    reached: set[int] = set()
    unseen: set[str] = set()
    for _ in range(len(controls) + 30):
        page.keyboard.press("Tab")
        found = page.evaluate(FOCUSED)
        if found is None:
            continue
        number, is_seen, _ = found
        if number in reached:
            break
        if number >= 0:
            reached.add(number)
            if not is_seen:  # a box to type in changes its border little by little
                page.wait_for_timeout(FADES_WITHIN_MS)
                is_seen = page.evaluate(FOCUSED)[1]
            if not is_seen:
                unseen.add(controls[number])
    assert [label for number, label in enumerate(controls) if number not in reached] == []
    assert unseen == set()


def tab_to(page: Page, role: str, name: str) -> None:
    """Press Tab until the control so named has the focus."""
    wanted = page.get_by_role(role, name=name, exact=True).first
    for _ in range(60):
        page.keyboard.press("Tab")
        if wanted.evaluate("element => element === document.activeElement"):
            return
    pytest.fail(f"Tab does not reach {role} {name}")


def test_the_keyboard_opens_another_page(page_in: PageIn) -> None:
    page = page_in()
    page.goto("/")
    helpers.ready(page)
    tab_to(page, "button", "Progress")
    page.keyboard.press("Enter")
    entry = page.locator("a", has_text=re.compile("^Actions$"))
    entry.wait_for()
    for key in ("ArrowDown", "ArrowDown", "ArrowDown", "Tab", "Tab", "Tab"):
        if entry.evaluate("element => element === document.activeElement"):
            break
        page.keyboard.press(key)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1, name="Actions")).to_be_visible()
    assert page.url.endswith("/actions")


def test_the_keyboard_chooses_and_clears_a_filter(page_in: PageIn) -> None:
    page = page_in()
    page.goto("/actions")
    helpers.ready(page)
    every = page.get_by_test_id("stTable").last.locator("tbody tr").count()
    tab_to(page, "combobox", "Rating")
    page.keyboard.type("Overd")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("rating=Overdue"))
    rows = page.get_by_test_id("stTable").last.locator("tbody tr")
    expect(rows).to_have_count(5)
    page.keyboard.press("Escape")
    page.keyboard.press("Backspace")
    expect(rows).to_have_count(every)


def test_the_keyboard_moves_the_day(page_in: PageIn) -> None:
    page = page_in()
    page.goto("/")
    helpers.ready(page)
    tab_to(page, "combobox", "Or as at a meeting")
    page.keyboard.type("7 Dec 2017")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.get_by_text("as at 7 December 2017")).to_be_visible()
    assert "as_at=2017-12-07" in page.url

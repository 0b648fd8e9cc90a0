"""Ways through the dataset that a new user takes, in as many clicks as they should need."""

import re

from playwright.sync_api import Browser, expect

from tests.browser import helpers
from tests.browser.conftest import Server


def test_who_sends_fewer_than_two_years_ago_in_three_clicks(
    browser: Browser, server: Server
) -> None:
    page = helpers.look(browser, server.url)
    page.goto("/?as_at=2018-12-31")
    helpers.ready(page)
    expect(page.get_by_role("heading", level=1)).to_contain_text("At a glance")
    page.get_by_role("button", name="Dataset", exact=True).click()
    page.locator("a", has_text=re.compile("^Referrals$")).click()
    heading = page.get_by_role("heading", name="Who sends fewer than two years ago?")
    expect(heading).to_be_visible()
    helpers.ready(page)
    expect(page.get_by_text("sent fewer referrals than two years before, by more")).to_be_visible()
    page.get_by_text("Table and download: two years").click()
    table = page.locator('[data-testid="stTable"]').filter(has_text="Two years before")
    row = table.locator("tbody tr").filter(has_text="Other legal agency")
    expect(row).to_contain_text("More than chance")
    expect(row).to_contain_text("1,321")
    assert not helpers.errors(page)
    page.context.close()

"""Signing in, with a real sign-in service and a real browser."""

import csv
import re
import shutil
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from itsdangerous import URLSafeTimedSerializer
from playwright.sync_api import Browser, Page, expect

from tests.browser import helpers, provider
from tests.browser.conftest import Server, dashboard, free_port
from tests.browser.test_every_page import THEMES, violations
from tests.conftest import Built

COOKIE = "_streamlit_user"
SOON_S = 6
SUBJECT = "0b1f6c2e-4a"
ACCOUNTS = {
    "officer": {"email": "Officer@example.org", "email_verified": True},
    "chair-eeh": {"email": "chair.eeh@example.org", "email_verified": True},
    "chair-neg": {"email": "chair.neg@example.org", "email_verified": True},
    "stranger": {"email": "stranger@example.org", "email_verified": True},
    "pretender": {"email": "officer@example.org", "email_verified": False},
    SUBJECT: {"email": "", "email_verified": False, "seconds": SOON_S},
}
LINK = "/actions?as_at=2017-12-07&group=Learning+and+Improvement"
Visit = Callable[..., Page]


@pytest.fixture(scope="module")
def server(board_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The dashboard with sign-in, for the sample board with a chair without a group, and a member
    of the board who signs in by subject.
    """
    provider.needed()
    folder = tmp_path_factory.mktemp("sign_in")
    store = Built(Path(shutil.copytree(board_folder, folder / "board")), folder / "build")
    change(store.board / "people.csv", "chair-neg", group_ids="")
    change(store.board / "people.csv", "board-member", sign_in=SUBJECT)
    done = store.run("init")
    assert done.returncode == 0, done.stderr
    ours, theirs = free_port(), free_port()
    file = folder / "secrets.toml"
    file.write_text(provider.secrets(theirs), encoding="utf-8")
    back = f"http://127.0.0.1:{ours}/oauth2callback"
    with (
        provider.serving(theirs, back, ACCOUNTS, folder / "provider.txt"),
        dashboard(store, folder, ours, STREAMLIT_SECRETS_FILES=str(file)) as running,
    ):
        yield running


def change(path: Path, person_id: str, **cells: str) -> None:
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        row.update(cells if row["person_id"] == person_id else {})
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)


@pytest.fixture
def visit(server: Server, browser: Browser) -> Iterator[Visit]:
    """``visit("/actions")``: a browser of its own that follows a link, not signed in yet."""
    opened: list[Page] = []

    def open_link(link: str = "/") -> Page:
        page = helpers.look(browser, server.url)
        opened.append(page)
        page.goto(link)
        head(page, "Sign in")
        return page

    yield open_link
    for page in opened:
        page.context.close()


def head(page: Page, words: str) -> None:
    """Wait until the page with this title is there and drawn."""
    expect(page.get_by_role("heading", level=1)).to_have_text(words)
    helpers.ready(page)


def say(page: Page, account: str) -> None:
    """Say at the sign-in service who one is."""
    expect(page.get_by_role("heading", name="Sign-in service")).to_be_visible()
    page.get_by_label("Account").fill(account)
    page.get_by_role("button", name="Continue").click()


def sign_in(page: Page, account: str) -> None:
    page.get_by_role("button", name="Sign in").click()
    say(page, account)


def has_no_data(page: Page, words: str) -> None:
    """The page has this title, and nothing of the board, its pages or its controls."""
    head(page, words)
    for kind in ("stTable", "stPlotlyChart", "stTopNavLink", "stDownloadButton"):
        assert page.get_by_test_id(kind).count() == 0
    seen = page.locator("body").inner_text()
    for of_the_board in ("Kent", "Education", "as at", "Overdue", "Recommendations", "@"):
        assert of_the_board not in seen


def is_in(page: Page, title: str, label: str) -> None:
    head(page, title)
    expect(page.get_by_test_id("stSidebar").get_by_text(label, exact=True)).to_be_visible()


def test_the_right_user_comes_to_the_very_view_they_followed_a_link_to(
    visit: Visit, server: Server
) -> None:
    page = visit(LINK)
    has_no_data(page, "Sign in")
    sign_in(page, "officer")
    is_in(page, "Actions", "Programme officer")
    expect(page.get_by_text("as at 7 December 2017").first).to_be_visible()
    assert urlsplit(page.url).path == "/actions"
    assert parse_qs(urlsplit(page.url).query) == parse_qs(urlsplit(LINK).query)
    owners = page.get_by_test_id("stTable").last.locator("tbody tr td:nth-child(3)")
    assert {text.split(";")[0] for text in owners.all_inner_texts()} == {"Learning and Improvement"}
    assert [error for error in helpers.errors(page) if server.url in error] == []
    page.reload()
    is_in(page, "Actions", "Programme officer")


def test_the_way_goes_on_from_there_as_from_any_view(visit: Visit) -> None:
    page = visit(LINK)
    sign_in(page, "officer")
    is_in(page, "Actions", "Programme officer")
    page.get_by_role("button", name="About", exact=True).click()
    page.locator("a", has_text=re.compile("^Methods$")).click()
    is_in(page, "Methods", "Programme officer")
    page.get_by_role("button", name="Board", exact=True).click()
    page.locator("a", has_text=re.compile("^At a glance$")).click()
    is_in(page, "At a glance", "Programme officer")


def test_each_reader_has_their_own_role_and_none_is_offered(visit: Visit) -> None:
    officer, chair = visit("/methods"), visit("/methods?role=Programme+officer")
    sign_in(officer, "officer")
    sign_in(chair, "chair-eeh")
    is_in(officer, "Methods", "Programme officer")
    is_in(chair, "Methods", "Chair, Education and Early Help")
    officer.reload()
    is_in(officer, "Methods", "Programme officer")
    assert chair.get_by_text("role to try").count() == 0
    assert "example.org" not in chair.locator("body").inner_text()


@pytest.mark.parametrize("theme", THEMES)
def test_axe_finds_nothing_wrong_outside_and_nothing_is_cut_off(
    theme: str, server: Server, browser: Browser
) -> None:
    page = helpers.look(browser, server.url, theme, width=320)
    page.goto("/actions")
    for title in ("Sign in", "You are not on the board's list"):
        head(page, title)
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        if title == "Sign in":
            sign_in(page, "stranger")
    page.context.close()


@pytest.mark.parametrize("account", ["stranger", "pretender"])
def test_somebody_whom_the_board_does_not_know_sees_a_sentence_and_no_data(
    visit: Visit, account: str
) -> None:
    page = visit("/recommendations")
    sign_in(page, account)
    has_no_data(page, "You are not on the board's list")
    page.goto(LINK)
    has_no_data(page, "You are not on the board's list")


def test_they_may_sign_out_and_come_in_as_another_to_where_they_wanted(visit: Visit) -> None:
    page = visit("/data")
    sign_in(page, "stranger")
    head(page, "You are not on the board's list")
    leave(page)
    sign_in(page, "officer")
    is_in(page, "Data", "Programme officer")


def test_somebody_whom_the_service_does_not_know_stays_outside(visit: Visit) -> None:
    page = visit("/actions")
    sign_in(page, "nobody")
    expect(page.get_by_text("There is no such account.")).to_be_visible()
    page.get_by_role("button", name="Cancel").click()
    has_no_data(page, "Sign in")
    page.goto(LINK)
    has_no_data(page, "Sign in")


def test_a_sign_in_that_has_ended_is_asked_for_again_and_leads_back(visit: Visit) -> None:
    page = visit("/actions")
    sign_in(page, SUBJECT)
    is_in(page, "Actions", "Member, Board")
    expect(page.get_by_test_id("stSidebar").get_by_text("signed in until")).to_be_visible()
    time.sleep(SOON_S)
    page.get_by_role("button", name="About", exact=True).click()
    page.locator("a", has_text=re.compile("^Data$")).click()
    has_no_data(page, "Your sign-in has ended")
    page.reload()
    has_no_data(page, "Your sign-in has ended")
    page.get_by_role("button", name="Sign in again").click()
    say(page, "officer")
    is_in(page, "Data", "Programme officer")


def test_a_chair_without_a_group_sees_and_has_nothing_to_report(visit: Visit) -> None:
    page = visit("/actions")
    sign_in(page, "chair-neg")
    is_in(page, "Actions", "Chair, Neglect")
    assert page.get_by_test_id("stTable").count() > 0
    expect(page.get_by_text("nothing for you to report")).to_be_visible()


def leave(page: Page) -> None:
    """Sign out, here and at the service."""
    page.get_by_role("button", name="Sign out").click()
    page.get_by_role("button", name=re.compile("^Yes")).click()
    head(page, "Sign in")


def test_signing_out_ends_it_for_good(visit: Visit) -> None:
    page = visit("/data")
    sign_in(page, "officer")
    is_in(page, "Data", "Programme officer")
    leave(page)
    assert COOKIE not in {cookie["name"] for cookie in page.context.cookies()}
    has_no_data(page, "Sign in")
    page.go_back()
    page.goto("/data")
    has_no_data(page, "Sign in")
    beside = page.context.new_page()
    beside.goto(LINK)
    has_no_data(beside, "Sign in")


@pytest.fixture
def cookie(visit: Visit) -> tuple[Page, dict[str, str]]:
    """A chair who is signed in, and the cookie that says so."""
    page = visit("/data")
    sign_in(page, "chair-eeh")
    is_in(page, "Data", "Chair, Education and Early Help")
    return page, next(each for each in page.context.cookies() if each["name"] == COOKIE)


def swap(page: Page, cookie: dict[str, str], value: str) -> None:
    page.context.add_cookies([cookie | {"value": value}])
    page.goto("/recommendations")


def claims_of(cookie: dict[str, str]) -> str:
    return str(URLSafeTimedSerializer("", salt=COOKIE).loads_unsafe(cookie["value"])[1])


def test_a_cookie_that_was_changed_opens_nothing(cookie: tuple[Page, dict[str, str]]) -> None:
    page, ours = cookie
    assert "chair.eeh@example.org" in claims_of(ours)
    # in the middle of its signature: the last letter has bits that count for nothing
    before, letter, after = ours["value"][:-10], ours["value"][-10], ours["value"][-9:]
    swap(page, ours, f"{before}{'A' if letter != 'A' else 'B'}{after}")
    has_no_data(page, "Sign in")


def test_nor_does_one_that_somebody_else_signed(cookie: tuple[Page, dict[str, str]]) -> None:
    page, ours = cookie
    said = claims_of(ours).replace("chair.eeh@", "officer@")
    swap(page, ours, str(URLSafeTimedSerializer("another secret", salt=COOKIE).dumps(said)))
    has_no_data(page, "Sign in")


def test_the_one_that_was_given_does(cookie: tuple[Page, dict[str, str]]) -> None:
    page, ours = cookie
    swap(page, ours, ours["value"])
    is_in(page, "Recommendations", "Chair, Education and Early Help")


@pytest.mark.parametrize("path", ["/board/at_a_glance", "/pages/about/data", "/about/data.py"])
def test_a_pages_file_leads_nowhere_past_the_sign_in(
    path: str, server: Server, browser: Browser
) -> None:
    page = helpers.look(browser, server.url)
    page.goto(path)
    page.wait_for_timeout(1500)
    seen = page.locator("body").inner_text()
    assert "illustrative" not in seen
    assert page.get_by_test_id("stTable").count() == 0
    page.context.close()


@pytest.mark.parametrize(
    "path", ["/pages/about/data.py", "/data/board/people.csv", "/dashboard.py"]
)
def test_no_file_of_the_project_is_handed_out(path: str, server: Server) -> None:
    got = b""
    with (
        suppress(urllib.error.HTTPError),
        urllib.request.urlopen(server.url + path, timeout=10) as answer,
    ):
        got = answer.read()
    for of_the_project in (b"import", b"sign_in", b"example.org"):
        assert of_the_project not in got


def test_the_log_names_who_was_not_known_by_subject_alone(visit: Visit, server: Server) -> None:
    page = visit("/")
    sign_in(page, "stranger")
    head(page, "You are not on the board's list")
    assert "Signed in and not in people.csv: subject 'stranger'" in server.said()
    assert "stranger@example.org" not in server.said()


def test_without_sign_in_another_name_of_this_machine_shows_nothing(
    fresh_server: Server, browser: Browser
) -> None:
    """As when a site elsewhere makes its own name lead to this machine."""
    rule = "--host-resolver-rules=MAP board.example.org 127.0.0.1"
    with helpers.chromium(browser, rule) as started:
        page = helpers.look(started, fresh_server.url.replace("127.0.0.1", "board.example.org"))
        page.goto("/")
        has_no_data(page, "Sign-in is not set up")
        page.goto(fresh_server.url)
        head(page, "At a glance")

"""A real server and a real browser for the tests in this folder."""

import shutil
import socket
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser import helpers
from tests.conftest import ROOT, Built

STARTS_WITHIN_S = 60.0
PageIn = Callable[..., Page]
expect.set_options(timeout=helpers.PATIENCE_MS)


@dataclass(frozen=True)
class Server:
    """A running dashboard: where it is, and what it has logged."""

    url: str
    log: Path

    def said(self) -> str:
        return self.log.read_text(encoding="utf-8", errors="replace")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder is a browser test; nobody has to remember the mark."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """Show what the server said beside a failure, where the cause usually is."""
    report = yield
    running = getattr(item, "funcargs", {}).get("server")
    if report.failed and running is not None:
        report.sections.append(("server log (end)", running.said()[-4000:]))
    return report


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for_health(url: str, alive: Callable[[], bool]) -> bool:
    """True once the server answers; False if it ends or takes too long."""
    until = time.monotonic() + STARTS_WITHIN_S
    while time.monotonic() < until and alive():
        try:
            with urllib.request.urlopen(f"{url}/_stcore/health", timeout=2) as answer:
                return bool(answer.status == 200)
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    return False


@contextmanager
def dashboard(store: Built, folder: Path, port: int | None = None, **more: str) -> Iterator[Server]:
    """The dashboard on a store, served as ``make run`` does; its log goes into ``folder``.

    ``more`` adds variables of its environment.
    """
    port = port or free_port()
    running = Server(f"http://127.0.0.1:{port}", folder / "log.txt")
    variables = store.variables | more
    with helpers.serving(ROOT / "dashboard.py", port, running.log, variables) as process:
        if not wait_for_health(running.url, lambda: process.poll() is None):
            pytest.fail(f"The dashboard did not start:\n{running.said()}")
        yield running


@pytest.fixture(scope="session")
def server(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The dashboard on the sample board, shared by the run."""
    with dashboard(built, tmp_path_factory.mktemp("server")) as running:
        yield running


@pytest.fixture
def fresh_server(built: Built, tmp_path: Path) -> Iterator[Server]:
    """Another one, which nobody has visited yet."""
    with dashboard(built, tmp_path) as running:
        yield running


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright, helpers.chromium(playwright) as started:
        yield started


@pytest.fixture
def page_in(server: Server, browser: Browser) -> Iterator[PageIn]:
    """``page_in("dark", width=320)``: a fresh, empty browser page that looks at the dashboard.

    Addresses are relative (``page.goto("/actions")``); wait with ``helpers.ready(page)`` and ask
    ``helpers.errors(page)`` what went wrong.
    """
    opened: list[Page] = []

    def open_page(theme: str = "light", width: int = 1280, height: int = 800) -> Page:
        opened.append(helpers.look(browser, server.url, theme, width, height))
        return opened[-1]

    yield open_page
    for page in opened:
        page.context.close()


@pytest.fixture(scope="session")
def tab_in(server: Server, browser: Browser) -> Iterator[PageIn]:
    """As ``page_in``, but in a tab that other tests had before: a third of the time to open a page.

    For tests that open a page by its link and look. Each visit is a new session, and only what
    went wrong since is remembered.
    """
    tabs: dict[tuple[str, int, int], Page] = {}

    def turn_to(theme: str = "light", width: int = 1280, height: int = 800) -> Page:
        kind = theme, width, height
        if kind not in tabs:
            tabs[kind] = helpers.look(browser, server.url, *kind)
        helpers.leave(tabs[kind])
        return tabs[kind]

    yield turn_to
    for tab in tabs.values():
        tab.context.close()


@pytest.fixture
def own(built: Built, tmp_path: Path) -> Built:
    """A store of its own, since entries are made in it."""
    return Built(built.board, Path(shutil.copytree(built.build, tmp_path / "b", symlinks=True)))


@pytest.fixture
def running(own: Built, tmp_path: Path) -> Iterator[Server]:
    with dashboard(own, tmp_path) as started:
        yield started


@pytest.fixture
def page(running: Server, browser: Browser) -> Iterator[Page]:
    opened = helpers.look(browser, running.url)
    yield opened
    opened.context.close()

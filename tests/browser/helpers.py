"""What the browser tests say often: finding the browser, waiting, and what went wrong on a page."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from weakref import WeakKeyDictionary

from playwright.sync_api import Browser, ConsoleMessage, Page, Playwright

ROOT = Path(__file__).resolve().parent.parent.parent
PATIENCE_MS = 30_000
QUIET = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
)

DRAWN = """() => {
    const app = document.querySelector('[data-testid="stApp"]');
    if (!app || app.dataset.testScriptState !== 'notRunning') return false;
    if (app.dataset.testConnectionState !== 'CONNECTED') return false;
    const still = '[data-testid="stSkeleton"], [data-stale="true"]';
    if (document.querySelector(still)) return false;
    const charts = document.querySelectorAll('[data-testid="stPlotlyChart"]');
    return [...charts].every(chart => chart.querySelector('.main-svg'));
}"""

# Streamlit's browser half looks for its server below the page's own address first, on every link
# to a page. These two answers, and no other, are expected to be missing.
PROBE = re.compile(r"^http://127\.0\.0\.1:\d+/[a-z_]+/_stcore/(?:health|host-config)$")

_wrong: WeakKeyDictionary[Page, list[str]] = WeakKeyDictionary()
_asked: WeakKeyDictionary[Page, list[str]] = WeakKeyDictionary()


def executable() -> str:
    """Path of the Chromium to drive, by the one rule there is: scripts/browser.sh."""
    found = subprocess.run(
        [str(ROOT / "scripts" / "browser.sh"), "--find"],
        capture_output=True,
        text=True,
        check=False,
    )
    if found.returncode:
        message = "No Chromium found. scripts/browser.sh installs one, or says how."
        raise FileNotFoundError(message)
    return found.stdout.strip()


@contextmanager
def chromium(started: Playwright | Browser, *more: str) -> Iterator[Browser]:
    """A headless Chromium that talks to nobody but the server under test.

    ``started`` is Playwright, or a browser beside which to start another; ``more`` are flags.
    """
    # Chromium refuses its sandbox to root, which is who containers run as.
    as_root = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    kind = started.browser_type if isinstance(started, Browser) else started.chromium
    browser = kind.launch(executable_path=executable(), args=[*QUIET, *as_root, *more])
    try:
        yield browser
    finally:
        browser.close()


def look(
    browser: Browser, url: str, theme: str = "light", width: int = 1280, height: int = 800
) -> Page:
    """A fresh, empty browser page that looks at a server. Close its context when done."""
    context = browser.new_context(
        base_url=url,
        color_scheme=theme,
        viewport={"width": width, "height": height},
        locale="en-GB",
        timezone_id="Europe/London",
        reduced_motion="reduce",
    )
    context.set_default_timeout(PATIENCE_MS)
    page = context.new_page()
    watch(page)
    return page


def watch(page: Page) -> None:
    """Remember everything that goes wrong on the page from now on, and what it asks for."""
    wrong = _wrong.setdefault(page, [])
    asked = _asked.setdefault(page, [])

    def heard(message: ConsoleMessage) -> None:
        where = message.location.get("url", "")
        is_probe = PROBE.match(where) and "404" in message.text
        if message.type == "error" and not is_probe:
            wrong.append(f"console: {message.text} ({where})")

    page.on("console", heard)
    page.on("pageerror", lambda error: wrong.append(f"page: {error}"))
    page.on("request", lambda request: asked.append(request.url))
    page.on("websocket", lambda socket: asked.append(socket.url))


def leave(page: Page) -> None:
    """Leave what the tab shows, and forget what went wrong there and what it asked for."""
    page.goto("about:blank")  # what the last page still does is not the next one's
    for remembered in (_wrong, _asked):
        remembered.setdefault(page, []).clear()


def errors(page: Page) -> list[str]:
    """Console errors and uncaught exceptions of the page so far."""
    return list(_wrong.get(page, []))


def elsewhere(page: Page) -> list[str]:
    """Addresses that the page asked for on any other host than the one it came from."""
    host = page.url.split("/")[2]
    ours = re.compile(
        rf"^(?:(?:http|ws)://{re.escape(host)}/|data:|blob:http://{re.escape(host)}/)"
    )
    return [address for address in _asked.get(page, []) if not ours.match(address)]


def ready(page: Page, timeout_ms: int = PATIENCE_MS) -> Page:
    """Wait until the script has run, nothing on screen is stale and every chart is drawn."""
    page.wait_for_selector(
        '[data-testid="stApp"][data-test-script-state="notRunning"]', timeout=timeout_ms
    )
    page.wait_for_function(DRAWN, timeout=timeout_ms)
    return page


def open_list(page: Page, label: str) -> None:
    """Open the list of a filter. It is scrolled to first: scrolling would close the open list."""
    box = page.get_by_role("combobox", name=label, exact=True)
    box.scroll_into_view_if_needed()
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))")
    box.click()


@contextmanager
def serving(
    script: Path, port: int, log: Path, variables: dict[str, str]
) -> Iterator[subprocess.Popen[bytes]]:
    """A script on a port, the dashboard as ``make run`` starts it; stopped at the end."""
    start = (
        ["scrutiny.serve"] if script == ROOT / "dashboard.py" else ["streamlit", "run", str(script)]
    )
    command = [sys.executable, "-m", *start]
    settings = {
        "STREAMLIT_SERVER_ADDRESS": "127.0.0.1",
        "STREAMLIT_SERVER_PORT": str(port),
        "STREAMLIT_SERVER_HEADLESS": "true",
        "STREAMLIT_BROWSER_GATHER_USAGE_STATS": "false",
    }
    with log.open("wb") as out:
        server = subprocess.Popen(
            command,
            cwd=script.parent,
            env=os.environ | variables | settings,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT,
        )
        try:
            yield server
        finally:
            server.terminate()
            try:
                server.wait(10)
            except subprocess.TimeoutExpired:
                server.kill()
                server.wait()

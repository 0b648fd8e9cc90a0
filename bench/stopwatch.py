"""Makes a change in the browser and times it, there and on the server."""

import time
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page
from playwright.sync_api import TimeoutError as TookTooLong

from bench import plan
from bench.servers import Server
from tests.browser import helpers

_QUIET_MS = 300
_RUNS_WITHIN_S = 20
_PATIENCE_MS = 120_000
_OPENS_MS = 10_000
_TRIES = 3
_LOOK_MS = 100  # between two looks: one at every frame takes a core from the server it waits for
_SCRIPT = (Path(__file__).parent / "stopwatch.js").read_text(encoding="utf-8")
_COUNT = "kind => document.querySelectorAll(`[data-testid=${kind}]`).length"
_RESTED = f"quiet => window.stopwatch.rested(quiet) && ({helpers.DRAWN})()"


@dataclass(frozen=True)
class Took:
    """What one change took, in seconds: the browser to finished charts, the server's run.

    ``work`` is processor time of the server's process, which other work on the machine hardly
    disturbs, and ``script`` the same without collecting garbage; ``runs`` is how often the script
    ran; ``charts`` and ``tables`` are on the page.
    """

    browser: float
    server: float
    work: float
    script: float
    runs: int
    charts: int
    tables: int


class Reader:
    """A browser page that looks at one server."""

    def __init__(self, browser: Browser, server: Server) -> None:
        self._server = server
        self._context = browser.new_context(
            base_url=server.url,
            color_scheme="light",
            viewport={"width": 1280, "height": 800},
            locale="en-GB",
            timezone_id="Europe/London",
            reduced_motion="reduce",
        )
        self._context.set_default_timeout(_PATIENCE_MS)
        self._context.add_init_script(_SCRIPT)
        self._page: Page = self._context.new_page()

    def open(self, page: plan.Page) -> float:
        """Opens a page; seconds from the start of the server's process to the finished page."""
        self._page.goto(page.link)
        helpers.ready(self._page, _PATIENCE_MS)
        return time.perf_counter() - self._server.started

    def change(self, change: plan.Change) -> Took:
        """Makes a change and waits until the page is finished."""
        for _ in range(_TRIES):
            if self._choose(change) and self._has_run():
                break
            self._page.keyboard.press("Escape")
        self._page.wait_for_function(_RESTED, arg=_QUIET_MS, polling=_LOOK_MS, timeout=_PATIENCE_MS)
        browser = self._page.evaluate("window.stopwatch.took()")
        runs = self._server.runs()
        self._page.keyboard.press("Escape")
        return Took(
            browser,
            sum(run["wall"] for run in runs),
            sum(run["work"] for run in runs),
            sum(run["work"] - run["garbage"] for run in runs),
            len(runs),
            self._page.evaluate(_COUNT, "stPlotlyChart"),
            self._page.evaluate(_COUNT, "stTable"),
        )

    def _choose(self, change: plan.Change) -> bool:
        """Takes the option, unless the list closes meanwhile: that can happen as it is redrawn."""
        box = self._page.get_by_role("combobox", name=change.label)
        box.click()
        box.fill(change.choose)
        option = self._page.get_by_role("option", name=change.choose).first
        try:
            option.wait_for(timeout=_OPENS_MS)
            self._server.runs()
            self._page.evaluate("window.stopwatch.arm()")
            option.click(timeout=_OPENS_MS)
        except TookTooLong:
            return False
        return True

    def _has_run(self) -> bool:
        """Did the script run? A press is lost when the list is drawn anew just then."""
        until = time.monotonic() + _RUNS_WITHIN_S
        while time.monotonic() < until:
            if self._server.has_run():
                return True
            time.sleep(_LOOK_MS / 1000)
        return False

    def close(self) -> None:
        """Closes the page."""
        self._context.close()

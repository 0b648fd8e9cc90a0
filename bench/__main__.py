"""The command line: ``python -m bench``; ``--quick`` for two changes at a glance."""

import argparse
import shutil
import tempfile
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from bench import boards, journal, plan
from bench.figures import measured
from bench.report import Results, told
from bench.stores import Store, store
from bench.walk import Walk, starts, walks
from scrutiny import places
from tests.browser import helpers

TIMES = 100
_LONGEST = "recommendations"
KEPT = plan.ROOT / "docs" / "benchmarks.md"


def main() -> None:
    """Measures, prints, and keeps what was printed."""
    asked = _parser().parse_args()
    began = time.perf_counter()
    with (
        tempfile.TemporaryDirectory(prefix="bench-") as temporary,
        sync_playwright() as playwright,
        helpers.chromium(playwright) as browser,
    ):
        folder = Path(temporary)
        results = _measure(browser, folder, asked)
    results.seconds = time.perf_counter() - began
    text = told(results)
    print(text)
    if not asked.quick and not asked.page:
        KEPT.write_text(text, encoding="utf-8")


def _measure(browser: Browser, folder: Path, asked: argparse.Namespace) -> Results:
    until = time.perf_counter() + 60 * asked.minutes
    pages = plan.PAGES[:1] if asked.quick else _asked_for(asked.page)
    changes = 1 if asked.quick else asked.changes
    board = shutil.copytree(places.board(), folder / "board")
    sample = _ready(store(folder / "1", board), changes, pages)
    print("The sample board:", flush=True)
    results = Results(
        datetime.now(UTC).date(), changes, walks(browser, sample, folder, pages, changes, until)
    )
    if asked.quick or asked.page:
        return results
    results.left_out += _missing(plan.PAGES, results.walks, "")
    print("Starts", flush=True)
    results.starts = {
        "cold": starts(browser, sample, folder, 3, cold=True),
        "warm": starts(browser, sample, folder, 3, cold=False),
    }
    results.figures = measured()
    print("The journal", flush=True)
    results.journals = journal.measured(sample, folder)
    if not asked.no_growth and time.perf_counter() < until:
        _grow(browser, folder, results, sample, until)
    return results


def _asked_for(names: Sequence[str]) -> tuple[plan.Page, ...]:
    return tuple(plan.named(names)) or plan.PAGES


def _grow(browser: Browser, folder: Path, results: Results, sample: Store, until: float) -> None:
    print(f"With {TIMES} times the entries:", flush=True)
    boards.grow(sample.board, folder / "many", TIMES)
    changes = 1
    many = _ready(store(folder / "2", folder / "many"), changes, plan.PAGES)
    results.times = TIMES
    results.opening = {"the sample": sample.opening(), f"{TIMES} times": many.opening()}
    # the page with the longest table last, since a browser takes seconds to draw it
    pages = sorted(plan.PAGES, key=lambda page: page.name == _LONGEST)
    results.grown = walks(browser, many, folder, pages, changes, until)
    results.left_out += _missing(pages, results.grown, f" with {TIMES} times the entries")


def _missing(pages: Sequence[plan.Page], walked: list[Walk], where: str) -> list[str]:
    done = [walk.page for walk in walked]
    return [f"{page.title}{where}" for page in pages if page not in done]


def _ready(made: Store, changes: int, pages: tuple[plan.Page, ...]) -> Store:
    print(f"Loading and building took {made.init():.1f} s", flush=True)
    made.record(changes, [page.name for page in pages])
    return made


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="two changes at a glance, not kept")
    parser.add_argument("--page", action="append", default=[], help="one page alone, not kept")
    parser.add_argument("--changes", type=int, default=4, help="changes of each kind, at most 4")
    parser.add_argument("--minutes", type=float, default=25, help="begin no page after these")
    parser.add_argument("--no-growth", action="store_true", help="leave the large board out")
    return parser


if __name__ == "__main__":
    main()

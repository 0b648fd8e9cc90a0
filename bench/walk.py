"""Walks through the filters of a page, on the dashboard and on its twin by turns."""

import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser

from bench import plan
from bench.arithmetic import Pair, pair
from bench.servers import BARE, REAL, serving
from bench.stopwatch import Reader, Took
from bench.stores import Store

Both = tuple[Took, Took]


@dataclass
class Walk:
    """One page's measurements: first views, views seen before, and whether both look the same."""

    page: plan.Page
    unseen: list[Both] = field(default_factory=list)
    seen: list[Both] = field(default_factory=list)

    def of(self, kind: str, clock: str) -> Pair:
        """``kind`` is "unseen" or "seen"; ``clock`` is "browser", "server" or "work"."""
        rounds: list[Both] = getattr(self, kind)
        real = [getattr(both[0], clock) for both in rounds]
        bare = [getattr(both[1], clock) for both in rounds]
        return pair(real, bare)

    def oddities(self) -> list[str]:
        """What would make the comparison unfair: another number of runs, charts or tables."""
        rounds = [*self.unseen, *self.seen]
        odd = [
            f"{self.page.title}: {what} differ in {count} of {len(rounds)} changes"
            for what in ("runs", "charts", "tables")
            if (count := sum(getattr(r, what) != getattr(b, what) for r, b in rounds))
        ]
        twice = sum(real.runs > 1 for real, _ in rounds)
        return odd + ([f"{self.page.title}: {twice} changes ran the script twice"] * bool(twice))


def walk(browser: Browser, store: Store, folder: Path, page: plan.Page, changes: int) -> Walk:
    """Two rounds through the same views: in the first no answer to them is known yet."""
    variables = {**store.variables, "BENCH_PAGE": page.name}
    taken = Walk(page)
    with serving(REAL, folder, variables) as real, serving(BARE, folder, variables) as bare:
        readers = Reader(browser, real), Reader(browser, bare)
        for rounds in (taken.unseen, taken.seen):
            for reader in readers:
                reader.open(page)
            for change in plan.changes(page, changes):
                both = readers[0].change(change), readers[1].change(change)
                if change.is_counted:
                    rounds.append(both)
        for reader in readers:
            reader.close()
    return taken


def starts(browser: Browser, store: Store, folder: Path, times: int, *, cold: bool) -> Pair:
    """Seconds from the start of the process to the first finished page, at a glance."""
    page = plan.PAGES[0]
    variables = {**store.variables, "BENCH_PAGE": page.name}
    found: tuple[list[float], list[float]] = [], []
    for _ in range(times):
        if cold:
            store.init()
        for script, took in zip((REAL, BARE), found, strict=True):
            with serving(script, folder, variables) as server:
                reader = Reader(browser, server)
                took.append(reader.open(page))
                reader.close()
    return pair(*found)


def walks(
    browser: Browser,
    store: Store,
    folder: Path,
    pages: Sequence[plan.Page],
    changes: int,
    until: float,
) -> list[Walk]:
    """Every page in turn that can be begun before ``until``, a time of perf_counter."""
    taken = []
    for page in pages:
        if time.perf_counter() > until:
            print("  no time for the rest", flush=True)
            break
        print(f"  {page.title}", flush=True)
        taken.append(walk(browser, store, folder, page, changes))
    return taken

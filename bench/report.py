"""Says what was measured: the tables, a short reading, and where it ran."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from bench import machine
from bench.arithmetic import Pair, spread, table
from bench.journal import Kept
from bench.walk import Walk

TARGET = 1.3


@dataclass
class Results:
    """Everything that one run measured; what was left out stays empty."""

    on: date
    changes: int
    walks: list[Walk]
    starts: dict[str, Pair] = field(default_factory=dict)
    grown: list[Walk] = field(default_factory=list)
    times: int = 1
    opening: dict[str, list[float]] = field(default_factory=dict)
    figures: Pair | None = None
    journals: list[Kept] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    seconds: float = 0.0


def told(results: Results) -> str:
    """The whole page as Markdown."""
    parts = [_head(results), *_pages(results.walks)]
    if results.starts:
        parts += _starts(results.starts)
    if results.figures:
        parts += _figures(results.figures)
    if results.journals:
        parts += _journals(results.journals)
    if results.grown:
        parts += _growth(results)
    odd = [line for walk in [*results.walks, *results.grown] for line in walk.oddities()]
    odd += [f"No time was left for {name}." for name in results.left_out]
    if odd:
        parts += ["## What to mistrust", "\n".join(f"- {line}" for line in odd)]
    return "\n\n".join(parts) + "\n"


def _head(results: Results) -> str:
    facts = "\n".join(f"- {line}" for line in machine.lines())
    return f"""# Benchmarks

Written by `make bench` on {results.on:%-d %B %Y}; it took {results.seconds / 60:.0f} minutes.

{facts}

Each page is measured beside a bare twin: a plain Streamlit script with the same controls, the same
number and kind of charts and tables, the same words and downloads, all of them constants that are
in memory before the clock starts. The twin was recorded from the page itself, in each view, so the
ratio is our own cost: questions, figures, formats, caches. Both are driven by turns with the same
changes in one browser: {results.changes} other as-at days and {results.changes} more sub-groups
(days alone where a page has no filters), first as views that nobody has asked for, then again as
views seen before. Cells read dashboard / twin = ratio, in milliseconds, each a median of
{2 * results.changes} changes."""


def _pages(walks: Sequence[Walk]) -> list[str]:
    parts = []
    for clock, head, says in (
        ("server", "Server time of a run", "Wall clock of the script's run on the server."),
        (
            "browser",
            "Browser time from filter change to finished charts",
            "From the press that makes the change until the script has run, nothing is stale and "
            "the last chart and table have stopped changing.",
        ),
        (
            "work",
            "Processor time of a run on the server",
            "Work of the server's process, which other work on the machine hardly disturbs.",
        ),
        (
            "script",
            "The same without collecting garbage",
            "Streamlit looks through memory for garbage after each run, on both sides. The "
            "dashboard puts\naside what it has loaded and, from time to time, what it keeps.",
        ),
    ):
        rows = [
            [walk.page.title, *(walk.of(kind, clock).said() for kind in ("unseen", "seen"))]
            for walk in walks
        ]
        parts += [f"## {head}", says, table(["Page", "Not seen before", "Seen before"], rows)]
        parts.append(_reading(walks, clock))
    return parts


def _reading(walks: Sequence[Walk], clock: str) -> str:
    ratios = {
        (walk.page.title, kind): walk.of(kind, clock).ratio
        for walk in walks
        for kind in ("unseen", "seen")
    }
    (page, kind), worst = max(ratios.items(), key=lambda item: item[1])
    within = sum(ratio <= TARGET for ratio in ratios.values())
    shown = {"unseen": "a view not seen before", "seen": "a view seen before"}[kind]
    return (
        f"{within} of {len(ratios)} ratios are {TARGET} or better; the highest is {worst:.2f}, "
        f"{page} with {shown}."
    )


def _starts(starts: dict[str, Pair]) -> list[str]:
    rows = [
        [name, found.said(), spread(found.real), spread(found.bare)]
        for name, found in starts.items()
    ]
    heads = ["Start", "Dashboard / twin", "Dashboard, range", "Twin, range"]
    return [
        "## From process start to the first finished page",
        "At a glance, in milliseconds. Cold is the first start after a build; warm a later one.",
        table(heads, rows),
    ]


def _figures(figures: Pair) -> list[str]:
    return [
        "## Building the published figures",
        "What checking, comparing and writing all published figures adds to a build, beside DuckDB "
        "reading and sorting the same files, by turns, medians in milliseconds; at most 5 is aimed "
        f"at: {figures.said()}.",
    ]


def _journals(journals: Sequence[Kept]) -> list[str]:
    rows = [
        [kept.kind, f"{kept.rate:.0f}", kept.append.said(), kept.seen.said()] for kept in journals
    ]
    heads = ["Store", "Appends a second", "One append / plain insert", "From saved to seen / plain"]
    return [
        "## The journal",
        "Medians in milliseconds, by turns. An append is one entry by one writer, with its chain "
        "of digests, on the disk before it returns; the plain insert is a row of the same size in "
        "a table of its own on the same store. From saved to seen goes from the press that saves "
        "a report, through rights and rules, until another open warehouse has taken it and lists "
        "the actions; the plain side inserts a row and lists the actions where nothing changed.",
        table(heads, rows),
    ]


def _growth(results: Results) -> list[str]:
    small = {walk.page: walk for walk in results.walks}
    rows = [
        [
            walk.page.title,
            *(f"{small[walk.page].of(kind, 'server').real_ms:.0f}" for kind in _KINDS),
            *(walk.of(kind, "server").said() for kind in _KINDS),
            walk.of("unseen", "browser").said(),
        ]
        for walk in results.grown
    ]
    many = f"{results.times} times,"
    heads = [
        "Page", "Sample, not seen", "Sample, seen", f"{many} not seen", f"{many} seen",
        f"{many} not seen, browser",
    ]  # fmt: skip
    opened = [
        [name, f"{head:.0f}", f"{opens * 1000:.0f}", f"{takes * 1000:.0f}"]
        for name, (opens, takes, head) in results.opening.items()
    ]
    return [
        f"## With {results.times} times the entries",
        f"The sample board's recommendations, actions and all entries on them, {results.times} "
        "times. Server time of a run in milliseconds; the twin shows as many rows.",
        table(heads, rows),
        "Opening the warehouse and taking the journal, once a process, in milliseconds:",
        table(["Board", "Entries", "Open", "Take"], opened),
    ]


_KINDS = ("unseen", "seen")

"""What is measured: the pages, and the views that a reader passes through on each."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final
from urllib.parse import urlencode

ROOT: Final = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Page:
    """One page of the dashboard: its title, its file, its address, and has it the filters?

    ``role`` is that of the reader, for a page that shows a viewer nothing.
    """

    title: str
    file: str
    url: str
    is_filtered: bool = False
    role: str = ""

    @property
    def name(self) -> str:
        """A word for files and records."""
        return self.url or "home"

    @property
    def link(self) -> str:
        """Where the browser goes to open it."""
        return f"/{self.url}?{urlencode({'role': self.role})}" if self.role else f"/{self.url}"


@dataclass(frozen=True)
class View:
    """One state of the shared filters: the as-at day and the sub-groups kept (none: all)."""

    as_at: date
    groups: tuple[str, ...] = ()


@dataclass(frozen=True)
class Change:
    """One thing a reader does to the filters, and the view it leads to.

    ``label`` names the control; ``choose`` is words of the option to take. One that is not
    counted leads back to a view that was already shown.
    """

    label: str
    choose: str
    view: View
    is_counted: bool = True


def _page(section: str, name: str, *, is_filtered: bool = False, role: str = "") -> Page:
    """A page whose title is its name in words."""
    title = name.replace("_", " ").capitalize()
    return Page(title, f"pages/{section}/{name}.py", name, is_filtered, role)


PAGES: Final = (
    Page("At a glance", "pages/board/at_a_glance.py", "", is_filtered=True),
    _page("board", "since_last_meeting", is_filtered=True),
    _page("progress", "recommendations", is_filtered=True),
    _page("progress", "recommendation"),
    _page("progress", "actions", is_filtered=True),
    _page("progress", "report", role="Member, Business Group"),
    Page("Add or correct", "pages/progress/enter.py", "enter", role="Programme officer"),
    _page("risk", "register"),
    _page("risk", "risk"),
    _page("assurance", "audits"),
    _page("assurance", "education"),
    _page("assurance", "neglect"),
    _page("assurance", "learning"),
    _page("dataset", "scorecard"),
    _page("dataset", "indicator"),
    _page("dataset", "referrals"),
    _page("dataset", "workforce"),
    _page("about", "data"),
    _page("about", "methods"),
)
HOME: Final = date(2018, 2, 15)
DAY: Final = "Or as at a meeting"
GROUP: Final = "Sub-group or lead"
MEETINGS: Final = {
    date(2018, 2, 15): "15 Feb 2018",
    date(2018, 1, 18): "18 Jan 2018",
    date(2017, 12, 7): "7 Dec 2017",
    date(2017, 11, 9): "9 Nov 2017",
    date(2017, 9, 21): "21 Sep 2017",
    date(2018, 3, 15): "15 Mar 2018",
    date(2017, 9, 7): "7 Sep 2017",
    date(2017, 7, 13): "13 Jul 2017",
    date(2017, 6, 22): "22 Jun 2017",
}
GROUPS: Final = {
    "QE": "Quality and Effectiveness",
    "PD": "Performance and Data",
    "LI": "Learning and Improvement",
    "NEG": "Neglect",
}


def named(names: Sequence[str]) -> list[Page]:
    """The pages with these names, in the order of the navigation."""
    return [page for page in PAGES if page.name in names]


def sections() -> dict[str, list[Page]]:
    """The pages of each section of the navigation, which is the folder they are in."""
    found: dict[str, list[Page]] = {}
    for page in PAGES:
        found.setdefault(Path(page.file).parent.name.capitalize(), []).append(page)
    return found


def start() -> View:
    """The view that every measured walk begins and ends with."""
    return View(HOME)


def changes(page: Page, number: int) -> list[Change]:
    """Twice ``number`` changes: of the day, then of the sub-groups; of the day alone without."""
    if not page.is_filtered:
        return _days(2 * number)
    return [
        *_days(number),
        Change(DAY, MEETINGS[HOME], start(), is_counted=False),
        *_groups(number),
    ]


def views(page: Page, number: int) -> list[View]:
    """Every view of a walk through those changes, the start first."""
    found = [start(), *(change.view for change in changes(page, number))]
    return list(dict.fromkeys(found))


def _days(number: int) -> list[Change]:
    others = [(day, title) for day, title in MEETINGS.items() if day != HOME]
    return [Change(DAY, title, View(day)) for day, title in others[:number]]


def _groups(number: int) -> list[Change]:
    ids = tuple(GROUPS)[:number]
    return [Change(GROUP, GROUPS[group], View(HOME, ids[: at + 1])) for at, group in enumerate(ids)]

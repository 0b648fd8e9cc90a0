"""A page as its reader sees it, without a browser."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pandas as pd
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Block

from tests.conftest import ROOT

FILES = {
    "at_a_glance": "pages/board/at_a_glance.py",
    "since_last_meeting": "pages/board/since_last_meeting.py",
    "recommendations": "pages/progress/recommendations.py",
    "recommendation": "pages/progress/recommendation.py",
    "actions": "pages/progress/actions.py",
    "report": "pages/progress/report.py",
    "enter": "pages/progress/enter.py",
    "register": "pages/risk/register.py",
    "risk": "pages/risk/risk.py",
    "audits": "pages/assurance/audits.py",
    "education": "pages/assurance/education.py",
    "scorecard": "pages/dataset/scorecard.py",
    "indicator": "pages/dataset/indicator.py",
    "referrals": "pages/dataset/referrals.py",
    "workforce": "pages/dataset/workforce.py",
    "neglect": "pages/assurance/neglect.py",
    "learning": "pages/assurance/learning.py",
    "data": "pages/about/data.py",
    "methods": "pages/about/methods.py",
}
DAY = "2018-02-15"
PATIENCE_S = 60.0
Query = Mapping[str, str | list[str]]

_ESCAPED = re.compile(r"\\(.)")
_BADGE = re.compile(r"(?<!\\):\w+-badge(?<!\\)\[(.*?)(?<!\\)\]")
_LINK = re.compile(r"(?<!\\)\[(.*?)(?<!\\)\]\(([^)]*)\)")
_BOLD = re.compile(r"(?<!\\)\*\*")


@dataclass(frozen=True)
class Screen:
    """What a reader sees: ``lines`` are sentences and rows in order, ``raw`` the same unrendered.

    A table row is its cells with `` | `` between them; ``charts`` are the figures as JSON.
    """

    lines: tuple[str, ...]
    raw: tuple[str, ...]
    charts: tuple[str, ...]
    tables: tuple[pd.DataFrame, ...]
    errors: tuple[str, ...]

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    def line_with(self, *fragments: str) -> str | None:
        """The first sentence or row that has all of these in it."""
        return next((line for line in self.lines if all(part in line for part in fragments)), None)

    def table_with(self, *heads: str) -> pd.DataFrame:
        """The rows of the one table with these headings; none when no such table is shown."""
        found = [table for table in self.tables if set(heads) <= set(table.columns)]
        assert len(found) < 2, f"{len(found)} tables have {heads}"
        return found[0] if found else pd.DataFrame(columns=list(heads))


def visit(page: str, query: Query | None = None) -> AppTest:
    """A new session that opens a page by its link, through the front door."""
    app = AppTest.from_file(ROOT / "dashboard.py", default_timeout=PATIENCE_S)
    for name, value in (query or {}).items():
        app.query_params[name] = value
    return app.switch_page(FILES[page]).run()


def read(app: AppTest) -> Screen:
    """What the main part of the page shows; the sidebar is the same on every page."""
    main = app.main
    raw: list[str] = []
    for element in main:
        raw += _of(element)
    tables = tuple(table.value.map(rendered) for table in main.table)
    charts = tuple(chart.proto.spec for chart in main.get("plotly_chart"))
    return Screen(
        tuple(rendered(line) for line in raw),
        tuple(raw),
        charts,
        tables,
        tuple(str(error.value) for error in [*app.error, *app.exception]),
    )


def kinds(block: Block) -> list[str]:
    """What kinds of element a part of the screen holds, in order."""
    return [element.type for element in block if element is not block]


def rendered(markdown: str) -> str:
    """Markdown as it reads on one line: no escapes, links, badges or bold; plain spaces."""
    shown = _BADGE.sub(r"\1", _LINK.sub(r"\1", markdown.replace("  \n", " ")))
    return _ESCAPED.sub(r"\1", _BOLD.sub("", shown)).replace("\u00a0", " ").replace("\u2060", "")


def targets(app: AppTest) -> list[str]:
    """Where the links of every table go, in order."""
    return [
        address
        for table in app.main.table
        for row in _rows(table.value)
        for _, address in _LINK.findall(row)
    ]


def _of(element: object) -> Iterable[str]:
    kind = getattr(element, "type", "")
    if kind == "table":
        return _rows(element.value)
    if kind == "metric":
        said = f"{element.label} {element.value} {element.delta}"
        return [f"{said} {element.proto.delta_description}"]
    if kind in ("download_button", "selectbox", "radio", "plotly_chart"):
        return []
    value = getattr(element, "value", None)
    return [value] if isinstance(value, str) else []


def _rows(table: pd.DataFrame) -> list[str]:
    return [" | ".join(map(str, row)) for row in table.itertuples(index=False)]

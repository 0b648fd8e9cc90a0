"""Which page of assurance answers a recommendation, and one sentence of evidence from it.

To add a page: a line in PAGES with its question and its sentence, and a row in the board's
assurance_page.csv that names the recommendations.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pandas as pd

from scrutiny.charts import cells, education, findings, learning, neglect, risks, tables


@dataclass(frozen=True)
class Page:
    """One page of assurance: its name, the question that gives its evidence, and the sentence.

    The question takes the as-at day alone and gives one row; ``is_illustrative`` in it marks the
    sentence.
    """

    name: str
    question: str
    says: Callable[[pd.DataFrame], str]

    def line(self, path: str, rows: pd.DataFrame, as_at: object) -> str:
        """The link and the sentence, as Markdown made here."""
        mark = f" {tables.ILLUSTRATIVE}" if bool(rows["is_illustrative"].any()) else ""
        link = f"[{tables.plain(self.name)}]({tables.address(path, as_at)})"
        return f"{link}: {tables.plain(self.says(rows))}{mark}"


PAGES: Mapping[str, Page] = {
    "register": Page("Risk register", "risks/evidence", risks.evidence),
    "audits": Page("Audits", "audits/evidence", findings.evidence),
    "education": Page("Education", "education/evidence", education.evidence),
    "neglect": Page("Neglect", "neglect/evidence", neglect.evidence),
    "learning": Page("Learning", "learning/evidence", learning.evidence),
}
"""Pages by the end of their address."""


def pages(rows: pd.DataFrame) -> dict[str, Page]:
    """The pages that answer a recommendation, by the end of their address. Column: page."""
    named = [str(row["page"]) for row in cells.records(rows)]
    return {path: PAGES[path] for path in named if path in PAGES}

"""Every kind of change between two days, and what the line of one tells."""

from collections.abc import Mapping

from scrutiny.charts import changed_assurance, words
from scrutiny.charts.changed_kind import Kind, Row
from scrutiny.charts.changed_learning import LEARNING
from scrutiny.charts.changed_risks import RISKS
from scrutiny.charts.changed_standing import FIGURES, STANDING
from scrutiny.charts.changed_work import WORK

KINDS: Mapping[str, Kind] = {
    **WORK,
    **STANDING,
    **RISKS,
    **LEARNING,
    **FIGURES,
    **changed_assurance.KINDS,
}
"""The kinds in the order in which a sentence counts them."""


def tell(row: Row) -> str:
    """What the line of a change tells besides its kind and what it is about."""
    parts = [part.rstrip(".") for part in KINDS[row["change"]].tells(row) if part]
    return f"{'. '.join(words.capital(part) for part in parts)}." if parts else ""

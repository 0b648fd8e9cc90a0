"""What an indicator is and where it comes from, in words."""

from dataclasses import dataclass

import pandas as pd

from scrutiny.charts import cells, gaps, values, words

TOO_SHORT = (
    "Process limits need at least 13 monthly or quarterly points. Annual figures are too few for "
    "them: neighbours, England and the rank among authorities tell more."
)
TEST = (
    "Test: chi-squared for a linear trend in five yearly shares, p below 0.05. Annual figures are "
    "too few for process limits."
)
REAL = "Every figure on this page is an official statistic, or arithmetic on them that says so."
_WAYS = {"higher": "higher is better", "lower": "lower is better"}


@dataclass(frozen=True)
class Fact:
    """One indicator: name, definition, unit, the board's area, and the caption under it."""

    name: str
    definition: str
    unit: str
    area: str
    caption: str


def read(rows: pd.DataFrame) -> Fact:
    """The one row of an indicator as words.

    Columns: name, definition, unit, polarity, frequency, agency, recommendations, sources,
    area_name.
    """
    row = cells.records(rows)[0]
    way = _WAYS.get(row["polarity"], "an activity, neither good nor bad")
    sources = cells.text(row["sources"]) or "nothing published by this day"
    named = row["recommendations"].replace(" ", ", ")
    bears = f"Bears on {named}. " if named else ""
    caption = (
        f"Unit: {row['unit']}; {way}; {row['frequency']}; {row['agency']}. "
        f"{bears}Source: {sources}. "
        "The day of publication is not recorded; a period counts from the day it ended."
    )
    area = cells.text(row["area_name"]) or "Own area"
    return Fact(row["name"], row["definition"], row["unit"], area, caption)


def trend(rows: pd.DataFrame) -> str:
    """What five years of an annual share say, or that there is no test to make."""
    found = cells.records(rows)
    direction = cells.text(found[-1]["trend"]) if found else ""
    if not direction:
        return TOO_SHORT
    said = {"rising": "rose", "falling": "fell"}.get(direction)
    if said is None:
        return (
            "Over the last five years there is no trend that chance alone would not give. " + TEST
        )
    return f"Over the last five years it {said}, by more than chance alone would give. " + TEST


def compared(rows: pd.DataFrame, unit: str, statistic: str) -> str:
    """What the lines are, and the marks of withheld figures where there are any."""
    said = []
    found = cells.records(rows)
    number = cells.whole(found[-1]["neighbours"]) if found and unit not in values.COUNTS else None
    if number:
        said.append(
            f"Neighbours: {statistic} of the {'ten' if number == 10 else f'{number} of ten'} "
            "statistical neighbours that have a figure, "
            f"model {found[-1]['model']}; the band runs from the lowest to the highest of them."
        )
    said += [words.sentence(gaps.said(row, unit)) for row in gaps.withheld(found)]
    if any(row["is_derived"] for row in found):
        said.append("Derived: arithmetic on published counts, not the publisher's own figure.")
    return " ".join(said)

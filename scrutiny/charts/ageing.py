"""Late open actions by how late they are."""

import pandas as pd
import plotly.graph_objects as go

from scrutiny.charts import cells, counts, words
from scrutiny.charts.theme import empty

NONE = "No open actions are late."


def by_band(rows: pd.DataFrame, theme: str = "light") -> go.Figure:
    """One bar a band, least late first.

    Columns: band_from (days), band ("1 to 30 days"), actions.
    """
    found = _ordered(rows)
    if not sum(cells.number(row["actions"]) for row in found):
        return empty(NONE, theme)
    return counts.draw(
        [
            counts.Bar(
                title=words.capital(f"{cells.text(row['band'])} late"),
                detail=words.count(row["actions"], "action"),
                length=cells.number(row["actions"]),
            )
            for row in found
        ],
        theme,
    )


def describe(rows: pd.DataFrame) -> str:
    """How many are late, in which bands; from four bands on, the fullest and the latest."""
    late = [
        row
        for row in _ordered(rows)
        if cells.number(row["actions"]) and cells.number(row["band_from"]) > 0
    ]
    total = sum(cells.number(row["actions"]) for row in late)
    if not total:
        return NONE
    are_late = f"{words.count(total, 'open action')} {words.verb(total)} late"
    if len(late) == 1:
        return words.sentence(f"{are_late}, by {cells.text(late[0]['band'])}")
    if len(late) <= 3:
        return words.sentence(f"{are_late}: {words.join_and([_by(row) for row in late])}")
    fullest = max(late, key=lambda row: cells.number(row["actions"]))
    last = late[-1]
    most = f"the most, {_by(fullest).replace(' by', ', by', 1)}"
    also = "" if fullest is last else f", and {_by(last)}"
    return words.sentence(f"{are_late}; {most}{also}")


def _ordered(rows: pd.DataFrame) -> list[dict[str, object]]:
    return sorted(cells.records(rows), key=lambda row: cells.number(row["band_from"]))


def _by(row: cells.Row) -> str:
    """``3 by 1 to 30 days``."""
    return f"{cells.number(row['actions'])} by {cells.text(row['band'])}"

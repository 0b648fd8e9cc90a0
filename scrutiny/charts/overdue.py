"""Overdue actions: who owes what, and how late it is."""

import pandas as pd
import plotly.graph_objects as go

from scrutiny.charts import cells, counts, words
from scrutiny.charts.theme import empty

NONE = "No actions are overdue."


def by_group(rows: pd.DataFrame, theme: str = "light") -> go.Figure:
    """One bar a group. Columns: group_name, actions, worst_days, median_days."""
    found = cells.records(rows)
    if not found:
        return empty(NONE, theme)
    return counts.draw([_bar(row) for row in found], theme)


def describe(rows: pd.DataFrame) -> str:
    """How many are overdue, who owes most and how late the worst is."""
    found = cells.records(rows)
    total = sum(cells.number(row["actions"]) for row in found)
    if not total:
        return NONE
    worst = words.highest(row["worst_days"] for row in found)
    late = "" if worst is None else f"; the worst is {words.days(worst)} late"
    overdue = f"{words.count(total, 'action')} {words.verb(total)} overdue"
    if len(found) == 1:
        return words.sentence(f"{overdue}, owed by {_name(found[0])}{late}")
    most = max(cells.number(row["actions"]) for row in found)
    names = [_name(row) for row in found if cells.number(row["actions"]) == most]
    if len(names) == 1:
        return words.sentence(f"{overdue}; {names[0]} owes most, {most}{late}")
    if len(names) == 2:
        return words.sentence(f"{overdue}; {words.join_and(names)} owe most, {most} each{late}")
    return words.sentence(f"{overdue}, spread over {words.count(len(found), 'group')}{late}")


def _bar(row: cells.Row) -> counts.Bar:
    actions = words.count(row["actions"], "action")
    worst, median = cells.whole(row["worst_days"]), cells.whole(row.get("median_days"))
    return counts.Bar(
        title=_name(row),
        detail=actions if worst is None else f"{actions}, worst {words.days(worst)}",
        length=cells.number(row["actions"]),
        more="" if median is None else f"median {words.days(median)} late",
    )


def _name(row: cells.Row) -> str:
    return cells.text(row["group_name"]) or "no group named"

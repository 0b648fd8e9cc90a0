"""Open work by the gate it waits at: who must move next."""

import pandas as pd
import plotly.graph_objects as go

from scrutiny.charts import brag, cells, counts, words
from scrutiny.charts.theme import empty

NONE = "No actions wait for anybody."
AT = {
    "sub_group": "with sub-groups",
    "business_group": "with the Business Group",
    "board": "with the Board",
}


def by_gate(rows: pd.DataFrame, theme: str = "light") -> go.Figure:
    """One bar a gate, in the order of work.

    Columns: gate (missing: nobody must move), actions, longest_days, median_days.
    """
    found = _gates(rows)
    if not any(cells.number(row["actions"]) for row in found):
        return empty(NONE, theme)
    return counts.draw([_bar(row) for row in found], theme)


def describe(rows: pd.DataFrame) -> str:
    """How many wait at each gate, and where the longest wait is."""
    found = [row for row in _gates(rows) if cells.number(row["actions"])]
    if not found:
        return NONE
    parts = [f"{cells.number(row['actions'])} {AT[str(row['gate'])]}" for row in found]
    total = sum(cells.number(row["actions"]) for row in found)
    if len(found) == 1:
        waits = f"{words.count(total, 'action')} {words.verb(total, 'waits', 'wait')} "
        waits += AT[str(found[0]["gate"])]
    else:
        waits = f"{words.count(total, 'action')} wait: {words.join_and(parts)}"
    longest = words.highest(row["longest_days"] for row in found)
    if longest is None:
        return words.sentence(waits)
    where = [AT[str(r["gate"])] for r in found if cells.whole(r["longest_days"]) == longest]
    place = f", {words.join_and(where)}" if len(found) > 1 else ""
    return words.sentence(f"{waits}; the longest wait is {words.days(longest)}{place}")


def _gates(rows: pd.DataFrame) -> list[dict[str, object]]:
    known = [row for row in cells.records(rows) if not cells.missing(row["gate"])]
    return sorted(known, key=lambda row: list(brag.GATES).index(str(row["gate"])))


def _bar(row: cells.Row) -> counts.Bar:
    actions = words.count(row["actions"], "action")
    longest, median = cells.whole(row["longest_days"]), cells.whole(row.get("median_days"))
    return counts.Bar(
        title=brag.gate(row["gate"]),
        detail=actions if longest is None else f"{actions}, longest {words.days(longest)}",
        length=cells.number(row["actions"]),
        more="" if median is None else f"median {words.days(median)} at this gate",
    )

"""How open actions are spread over what is due when."""

import pandas as pd
import plotly.graph_objects as go

from scrutiny.charts import cells, counts, words
from scrutiny.charts.theme import empty

NONE = "No actions are open."
RATED = {"overdue": "red", "undated": "grey"}  # buckets whose bar takes a rating's look


def outlook(rows: pd.DataFrame, theme: str = "light") -> go.Figure:
    """One bar a bucket.

    Columns: bucket, position, within_days (missing: no horizon), actions, stale (those with no
    recent report).
    """
    found = _ordered(rows)
    if not sum(cells.number(row["actions"]) for row in found):
        return empty(NONE, theme)
    return counts.draw([_bar(row, _names(found)) for row in found], theme)


def describe(rows: pd.DataFrame) -> str:
    """How many are open, how many fall in each bucket and how many are stale."""
    names = _names(_ordered(rows))
    found = [row for row in _ordered(rows) if cells.number(row["actions"])]
    total = sum(cells.number(row["actions"]) for row in found)
    if not total:
        return NONE
    stale = sum(cells.number(row["stale"]) for row in found)
    tail = f"; {stale} {words.verb(stale, 'has', 'have')} no recent report" if stale else ""
    if len(found) == 1:
        bucket = names[found[0]["bucket"]]
        whole = f"{words.count(total, 'open action')}, {'' if total == 1 else 'all '}{bucket}"
        return words.sentence(whole + tail)
    parts = [f"{cells.number(row['actions'])} {names[row['bucket']]}" for row in found]
    return words.sentence(f"{words.count(total, 'open action')}: {words.join_and(parts)}{tail}")


def _ordered(rows: pd.DataFrame) -> list[dict[str, object]]:
    return sorted(cells.records(rows), key=lambda row: cells.number(row["position"]))


def _names(found: list[dict[str, object]]) -> dict[object, str]:
    """What each bucket is called: ``due within 30 days``, then ``due in 31 to 60 days``."""
    names: dict[object, str] = {}
    before: int | None = None
    for row in found:
        within = cells.whole(row.get("within_days"))
        if within is None:
            names[row["bucket"]] = cells.text(row["bucket"])
            continue
        start = "due within" if before is None else f"due in {before + 1} to"
        names[row["bucket"]] = f"{start} {words.days(within)}"
        before = within
    return names


def _bar(row: cells.Row, names: dict[object, str]) -> counts.Bar:
    stale = cells.number(row["stale"])
    actions = words.count(row["actions"], "action")
    return counts.Bar(
        title=words.capital(names[row["bucket"]]),
        detail=f"{actions}, {stale} with no recent report" if stale else actions,
        length=cells.number(row["actions"]),
        rating=RATED.get(cells.text(row["bucket"])),
    )

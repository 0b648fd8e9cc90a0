"""Recommendations that wait as a whole for a move or a decision: the columns and the sentences."""

from typing import Any

import pandas as pd

from scrutiny.charts import cells, tables, words

_TITLE, _REASON = tables.title("title"), tables.capital("reason")


def _named(row: dict[str, Any]) -> str:
    lead = f"({row['lead_name']})"
    return f"{tables.plain(row['ref'])}: {_TITLE(row)} {tables.plain(lead)}"


def _why(row: dict[str, Any]) -> str:
    return f"{_REASON(row)}, {tables.plain(words.since(row['days_waiting']))}"


def _stands(row: dict[str, Any]) -> str:
    said = f"{words.capital(str(row['delivery']))}, {words.count(row['actions'], 'action')}"
    return f"{tables.rating()(row)} {tables.plain(said)}"


# two columns with much in each, so that a narrow screen shows them whole
COLUMNS: tables.Columns = {
    "Recommendation": _named,
    "Why it is here, rating and delivery": lambda row: f"{_why(row)}. {_stands(row)}",
}
_WAITS = {
    "sub_group": "to be taken up again",
    "business_group": "for the Business Group",
    "board": "for the Board",
}
OVERTAKEN = (
    "Something was entered on this recommendation or its actions since you opened this form. What "
    "stands above is as it is now. Press Save again if yours still holds."
)


def describe(rows: pd.DataFrame, gate: str) -> str:
    """How many recommendations wait at a gate as a whole, and the longest."""
    if rows.empty:
        return f"No recommendation waits as a whole {_WAITS[gate]}."
    count = rows["rec_id"].nunique()
    first = rows.iloc[0]
    return (
        f"{words.count(count, 'recommendation')} {words.verb(count, 'waits', 'wait')} as a whole "
        f"{_WAITS[gate]}. The longest is “{first['title']}”, for "
        f"{words.days(first['days_waiting'])}."
    )


def stands(about: pd.DataFrame) -> str:
    """Where the chosen recommendation stands, and the narrower scope that waits.

    One row of report/whole.
    """
    row = cells.records(about)[0]
    still = cells.number(row["actions_open"])
    work = f"{words.count(row['actions'], 'action')}, {still or 'none'} still open"
    if not row["actions"]:
        work = "no action is agreed"
    told = f"{row['ref']}: {row['title']}. {words.capital(str(row['delivery']))}; {work}."
    if cells.missing(row["scope_request_id"]):
        return told
    share = cells.size(row["first_stage_percent"])
    part = "" if share is None else f" ({share:g} %)"
    return (
        f"{told} A narrower scope is proposed for {row['setting_kind']}. Asked: {row['asked']}. "
        f"First stage: {row['first_stage']}{part}. Reason: {row['scope_why']}"
    )


def opened_too(together: pd.DataFrame, rec: str) -> str:
    """Which others are opened with a recommendation: rows of report/opened_together."""
    others = together[together["rec_id"] != rec]
    titles = [f"{row['ref']} {row['title']}" for row in cells.records(others)]
    return f"Opened with it, as they were heard together: {'; '.join(titles)}." if titles else ""

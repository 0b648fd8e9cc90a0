"""What waits for a report, a decision or a sign-off: the columns and the sentences."""

from typing import Any

import pandas as pd

from scrutiny.charts import cells, tables, words

_REASON, _LAST, _TITLE = (
    tables.capital("reason"),
    tables.day("last_report_on"),
    tables.title("title"),
)


def _action(row: dict[str, Any]) -> str:
    belongs = f"(for {row['ref']}, {row['group_name']})"
    return f"{tables.plain(row['action_id'])}: {_TITLE(row)} {tables.plain(belongs)}"


def _why(row: dict[str, Any]) -> str:
    days = words.since(row["days_waiting"])
    last = "no report yet" if cells.missing(row["last_report_on"]) else f"last report {_LAST(row)}"
    return f"{_REASON(row)}, {tables.plain(days)}; {last}"


# two columns with much in each, so that a narrow screen shows them whole
COLUMNS: tables.Columns = {
    "Action": _action,
    "Why it is here, rating and date": lambda row: (
        f"{_why(row)}. {tables.both_ratings(row)} {tables.dates(row)}"
    ),
}
_WAITS = {
    "sub_group": "for a report",
    "business_group": "for the Business Group",
    "board": "for the Board to sign off",
}
NOTHING_HERE = "You read as a viewer. Chairs report here, the Business Group and the Board decide."


def describe(rows: pd.DataFrame, gate: str) -> str:
    """How much waits at a gate, and the longest."""
    if rows.empty:
        return f"Nothing waits {_WAITS[gate]}."
    count = rows["action_id"].nunique()
    first = rows.iloc[0]
    return (
        f"{words.count(count, 'action')} {words.verb(count, 'waits', 'wait')} {_WAITS[gate]}. "
        f"The longest is “{first['title']}”, for {words.days(first['days_waiting'])}."
    )


def overtaken(newer: pd.DataFrame) -> str:
    """What others entered since a form was opened, and the question to its writer.

    Rows of report/newer; none where what was entered was taken back again.
    """
    said = [_entered(row) for row in cells.records(newer)]
    told = f" {' '.join(said)}" if said else ""
    return (
        f"Somebody entered something on this action since you opened this form.{told} "
        "Press Save again if yours still holds."
    )


def _entered(row: dict[str, Any]) -> str:
    outcome = "" if cells.missing(row["outcome"]) else f", {row['outcome']}"
    texts = [str(row[name]) for name in ("said", "why") if not cells.missing(row[name])]
    told = f": “{' '.join(texts)}”" if texts else ""
    return f"{words.capital(str(row['kind']))} by {row['by_role']}{outcome}{told}."


def stands(about: pd.DataFrame) -> str:
    """Where the chosen action stands. One row of report/subject."""
    row = cells.records(about)[0]
    due = row["due_text"] or "undated"
    due = words.day(row["due_on"]) if not cells.missing(row["due_on"]) else due
    asked = ""
    if not cells.missing(row["request_id"]):
        asked = f" A later date is asked for, {words.day(row['asked_due_on'])}: {row['asked_why']}"
    return (
        f"{row['title']} ({row['rec_title']}). {words.capital(str(row['delivery']))}, "
        f"{cells.number(row['percent']):.0f} % done, due {due}.{asked}"
    )

"""Challenges that wait for an answer or for a judgement: the columns and the sentences."""

import pandas as pd

from scrutiny.charts import cells, tables, words


def _to(row: cells.Row) -> str:
    agency = row["to_agency"]
    return str(row["to_name"]) if cells.missing(agency) else f"{row['to_name']}; {agency}"


COLUMNS: tables.Columns = {
    "Key": tables.text("challenge_id"),
    "Question": tables.title("question"),
    "About": lambda row: tables.plain(f"{row['ref']}: {row['about']}"),
    "To": lambda row: tables.plain(
        row["to_name"]
        if cells.missing(row["to_agency"])
        else f"{row['to_name']}; {row['to_agency']}"
    ),
    "Asked by": tables.text("by_name"),
    "Asked on": tables.day("asked_on"),
    "Answer due": tables.day("answer_by"),
    "Days open": tables.number("days_open"),
    "Late": tables.days("days_late"),
    "Waits for": lambda row: "the judgement" if row["is_answered"] else "an answer",
}
OVERTAKEN = (
    "Somebody answered or judged this challenge since you opened this form. What stands above is "
    "as it is now. Press Save again if yours still holds."
)


def describe(rows: pd.DataFrame) -> str:
    """How many challenges wait for an answer and for a judgement, and the longest open."""
    if rows.empty:
        return "No challenge is open here."
    answered = int(rows["is_answered"].astype(bool).sum())
    parts = [
        f"{words.count(many, 'challenge')} {words.verb(many, 'waits', 'wait')} for {what}"
        for many, what in ((len(rows) - answered, "an answer"), (answered, "a judgement"))
        if many
    ]
    first = cells.records(rows)[0]
    return (
        f"{words.join_and(parts)}. The longest has been open for "
        f"{words.count(first['days_open'], 'day')}: “{first['question']}”"
    )


def stands(about: pd.DataFrame) -> str:
    """The chosen challenge, and its last answer. One row of report/challenge."""
    row = cells.records(about)[0]
    asked = f"{row['by_name']} asked {row['to_name']}: “{row['question']}”"
    if cells.missing(row["outcome"]):
        return f"{asked} Nobody has answered yet."
    told = "The answer" if row["outcome"] == "answered" else words.capital(str(row["outcome"]))
    return f"{asked} {told}: “{row['said']}”"

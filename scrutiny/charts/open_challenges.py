"""Challenges that wait for an answer or for a judgement: the columns and the sentences."""

from typing import Any

import pandas as pd

from scrutiny.charts import cells, tables, words


def _to(row: dict[str, Any]) -> str:
    agency = row["to_agency"]
    return str(row["to_name"]) if cells.missing(agency) else f"{row['to_name']}; {agency}"


_QUESTION, _ASKED, _DUE = (
    tables.title("question"),
    tables.day("asked_on"),
    tables.day("answer_by"),
)


def _asked(row: dict[str, Any]) -> str:
    about = f"{row['ref']}: {row['about']}. {row['by_name']} asked {_to(row)} on"
    return f"{tables.plain(about)} {_ASKED(row)}"


def _open(row: dict[str, Any]) -> str:
    parts = [words.since(row["days_open"])]
    parts.append("waits for the judgement" if row["is_answered"] else "waits for an answer")
    told = tables.plain("; ".join(parts))
    if cells.missing(row["answer_by"]):
        return told
    late = f", {words.days(row['days_late'])} late" if row["days_late"] else ""
    return f"{told}; due {_DUE(row)}{tables.plain(late)}"


# two columns with much in each, so that a narrow screen shows them whole
COLUMNS: tables.Columns = {
    "Challenge": lambda row: f"{tables.plain(row['challenge_id'])}: {_QUESTION(row)}",
    "About, and since when it is open": lambda row: f"{_asked(row)}; {_open(row)}",
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
        f"{words.days(first['days_open'])}: “{first['question']}”"
    )


def stands(about: pd.DataFrame) -> str:
    """The chosen challenge, and its last answer. One row of report/challenge."""
    row = cells.records(about)[0]
    asked = f"{row['by_name']} asked {row['to_name']}: “{row['question']}”"
    if cells.missing(row["outcome"]):
        return f"{asked} Nobody has answered yet."
    told = "The answer" if row["outcome"] == "answered" else words.capital(str(row["outcome"]))
    return f"{asked} {told}: “{row['said']}”"

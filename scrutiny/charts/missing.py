"""What assurance is missing, and which agencies are silent: sentences and columns."""

from typing import Any

import pandas as pd

from scrutiny.charts import cells, tables, words


def assurance(rows: pd.DataFrame) -> str:
    """How many kinds of assurance are missing, and which has been longest."""
    if rows.empty:
        return "No assurance that was asked for is missing."
    first = cells.records(rows)[0]
    many = f"{cells.number(first['missing']):,} of {cells.number(first['of_all']):,}"
    return (
        f"{words.count(len(rows), 'kind')} of assurance {words.verb(len(rows))} missing; longest: "
        f"{first['what']}, {many}, for up to {words.days(first['longest_days'])}."
    )


def assurance_columns(as_at: object) -> tables.Columns:
    """Columns of the list; each row opens the page that has the rest."""
    return {
        "Missing": lambda row: _opens(row, as_at, bool(row["is_illustrative"])),
        "How many": lambda row: tables.plain(
            f"{cells.number(row['missing']):,} of {cells.number(row['of_all']):,}"
        ),
        "Longest": tables.days("longest_days"),
        "Agencies": tables.text("agency_names"),
    }


def silent(rows: pd.DataFrame) -> str:
    """Which agencies owe an answer, and who has owed it longest."""
    if rows.empty:
        return "Every agency that was asked has answered."
    found = cells.records(rows)
    names = list(dict.fromkeys(str(row["agency_name"]) for row in found))
    verb = words.verb(len(names), "has", "have")
    return (
        f"{words.join_and(names)} {verb} not given what was due; longest late is "
        f"{found[0]['agency_name']}, {words.days(found[0]['days_late'])}."
    )


def silent_columns(as_at: object) -> tables.Columns:
    """Columns of the list of silent agencies."""
    return {
        "Agency": tables.text("agency_name"),
        "Owes": lambda row: _opens(row, as_at, row["provenance"] == "illustrative"),
        "Asked": tables.day("asked_on"),
        "Due": tables.day("due_on"),
        "Late": tables.days("days_late"),
    }


def _opens(row: dict[str, Any], as_at: object, is_made_up: bool) -> str:
    """What it is about, which opens its page; marked where it is made up."""
    name = tables.plain(words.capital(str(row["what"])))
    link = f"[{name}]({tables.address(row['page'], as_at)})"
    return f"{link} {tables.ILLUSTRATIVE}" if is_made_up else link

"""The pages about the dashboard itself: columns and sentences of its registers."""

import pandas as pd

from scrutiny.charts import brag, cells, tables, words

PROVENANCE: tables.Columns = {
    "What": tables.capital("kind"),
    "From the papers": tables.number("from_papers"),
    "Illustrative": tables.number("illustrative"),
    "Entered on screen": tables.number("entered"),
}
REGISTER: tables.Columns = {
    "File": tables.text("path"),
    "Status": tables.capital("status"),
    "Source": tables.text("source"),
    "Owner": tables.text("owner"),
    "Licence": tables.text("licence"),
    "Cut on": tables.day("cut_on"),
    "Note": tables.text("note"),
}
DICTIONARY: tables.Columns = {
    "Column": tables.text("column_name"),
    "Type": tables.text("data_type"),
    "Required": lambda row: "Yes" if row["is_required"] else "No",
    "Meaning": tables.text("meaning"),
}
RULES: tables.Columns = {
    "Rules": tables.text("rule_set"),
    "In force from": tables.day("from_on"),
    "Due soon": tables.days("due_soon_days"),
    "Due next": tables.days("due_later_days"),
    "Meeting cycle": tables.days("cycle_days"),
    "History for a forecast": tables.days("forecast_days"),
    "Why": tables.text("why"),
}
RISK_RULES: tables.Columns = {
    "Rules": tables.title("rule_set"),
    "In force from": tables.day("from_on"),
    "Low": lambda row: _scores(1, row["medium_from"]),
    "Medium": lambda row: _scores(row["medium_from"], row["high_from"]),
    "High": lambda row: _scores(row["high_from"], row["very_high_from"]),
    "Very high": lambda row: _scores(row["very_high_from"], 26),
    "Soon": tables.days("due_soon_days"),
    "Why": tables.text("why"),
}
VOCABULARY: tables.Columns = {
    "About": tables.capital("list"),
    "Word": lambda row: tables.plain(
        brag.label(row["word"]) if row["list"] == "rating" else row["word"]
    ),
    "Meaning": tables.text("meaning"),
}
MOVES: tables.Columns = {
    "From": tables.capital("from_delivery"),
    "To": tables.capital("to_delivery"),
    "Who": lambda row: brag.gate(row["gate"]),
    "Evidence": lambda row: "Yes" if row["needs_evidence"] else "No",
    "Reason": lambda row: "Yes" if row["needs_reason"] else "No",
    "Meeting": lambda row: "Yes" if row["needs_meeting"] else "No",
}


def mixed(rows: pd.DataFrame) -> str:
    """How many entries come from papers and how many are illustrative."""
    real, made_up = (
        cells.number(rows["from_papers"].sum()),
        cells.number(rows["illustrative"].sum()),
    )
    return (
        f"{words.count(real, 'entry', 'entries').capitalize()} known on this day "
        f"{words.verb(real, 'comes', 'come')} from papers; {made_up:,} "
        f"{words.verb(made_up)} illustrative and marked {tables.ILLUSTRATIVE} wherever shown."
    )


def _scores(first: object, after: object) -> str:
    """The scores from the first up to those of the next band."""
    return tables.plain(f"{cells.number(first)} to {cells.number(after) - 1}")


def registered(rows: pd.DataFrame) -> str:
    """How many files there are."""
    return (
        f"{words.count(len(rows), 'file').capitalize()}, each with its owner, source and licence."
    )


def meaning(rows: pd.DataFrame) -> str:
    """What the table holds."""
    return "" if rows.empty else str(rows["table_meaning"].iloc[0])


def in_force(rows: pd.DataFrame) -> str:
    """How many versions of the thresholds there are."""
    return (
        f"{words.count(len(rows), 'version').capitalize()} of the thresholds; each day is scored "
        "by the version in force on it, so the past keeps the rating it had."
    )


def defined(rows: pd.DataFrame) -> str:
    """How many words are defined."""
    many = words.capital(words.count(len(rows), "word"))
    verb = words.verb(len(rows), "describes", "describe")
    return f"{many} {verb} how recommendations and risks stand."


def allowed(rows: pd.DataFrame) -> str:
    """How many moves there are."""
    return f"The model allows {words.count(len(rows), 'move')} and no other."

"""One recommendation: what each block of its page says and shows."""

from collections.abc import Callable, Mapping
from typing import Any

import pandas as pd

from scrutiny.charts import cells, tables, words


def answered(rows: pd.DataFrame) -> str:
    """How many answers there are, and what the latest amounts to."""
    if rows.empty:
        return "No answer is recorded by this day."
    last = cells.records(rows)[-1]
    return (
        f"{words.count(len(rows), 'answer')}; the latest, of {words.day(last['answered_on'])}, "
        f"amounts to: {last['acceptance']}."
    )


def narrowed(rows: pd.DataFrame) -> str:
    """What the first stage covers, beside all that was asked."""
    if rows.empty:
        return "No narrower scope is recorded by this day."
    parts = [
        f"{_share(row['first_stage_percent'])} of {_lower(str(row['setting_kind']))}"
        for row in cells.records(rows)
    ]
    return (
        f"The first stage covers {words.join_and(parts)}; what was asked covers all of them, "
        "and stays the measure."
    )


def sub_pointed(rows: pd.DataFrame) -> str:
    """How many sub-points there are, and how many have another body to act on them."""
    if rows.empty:
        return "No sub-point is recorded by this day."
    others = int((rows["acceptance"] == "for another body").sum())
    told = f"; {others} {words.verb(others)} for another body to act on" if others else ""
    return f"{words.count(len(rows), 'sub-point')}{told}."


def challenged(rows: pd.DataFrame) -> str:
    """How many challenges were made and how many are open."""
    if rows.empty:
        return "No challenge is recorded by this day."
    still = rows[rows["is_open"].astype(bool)]
    many = words.count(len(rows), "challenge")
    if still.empty:
        return f"{many}, {words.verb(len(rows), 'answered', 'all answered')}."
    longest = words.days(words.highest(still["days_open"]))
    if len(rows) == 1:
        return f"{many}, still open after {longest}."
    return f"{many}, {len(still)} still open; the longest for {longest}."


def evidenced(rows: pd.DataFrame) -> str:
    """How much evidence was given, and when last."""
    if rows.empty:
        return "No evidence is recorded by this day."
    return (
        f"{words.count(len(rows), 'piece')} of evidence, the latest on "
        f"{words.day(rows['given_on'].max())}."
    )


def told(rows: pd.DataFrame) -> str:
    """How many entries the story has, and the day that the latest is about."""
    if rows.empty:
        return "Nothing is recorded about it by this day."
    many = words.count(len(rows), "entry", "entries")
    return f"{many}, the latest of {words.day(rows['happened_on'].max())}."


_HAPPENED, _KNOWN = tables.day("happened_on"), tables.day("known_on")


def _share(cell: object) -> str:
    return "part" if cells.missing(cell) else f"{float(str(cell)):g} %"


def _lower(kind: str) -> str:
    # a kind of setting begins with a capital in its own cell; PRU keeps all of its capitals
    return kind if kind[:2].isupper() else f"{kind[:1].lower()}{kind[1:]}"


def _when(row: dict[str, Any]) -> str:
    late = cells.day(row["known_on"]) != cells.day(row["happened_on"])
    told_on = f" {tables.plain('(recorded')} {_KNOWN(row)}{tables.plain(')')}" if late else ""
    return f"{_HAPPENED(row)}{told_on}"


def _happened(row: dict[str, Any]) -> str:
    kind = str(row["kind"])
    outcome = "" if cells.missing(row["outcome"]) else f": {row['outcome']}"
    mark = f" {tables.ILLUSTRATIVE}" if row["provenance"] == "illustrative" else ""
    return tables.plain(f"{kind[:1].upper()}{kind[1:]}{outcome}") + mark


def _about(row: dict[str, Any]) -> str:
    title = row["action_title"]
    return tables.plain("The recommendation" if cells.missing(title) else title)


def _said(row: dict[str, Any]) -> str:
    parts = [cells.text(row["said"])]
    if not cells.missing(row["day_given"]):
        parts.append(f"({_DAYS.get(str(row['kind']), 'date')} {words.short_day(row['day_given'])})")
    elif not cells.missing(row["day_text"]):
        parts.append(f"({_DAYS.get(str(row['kind']), 'date')} {row['day_text']})")
    for column, lead in (("replaced_by", "Replaced by"), ("replaces", "Takes the place of")):
        if not cells.missing(row.get(column)):
            parts.append(f"{lead} {row[column]}.")
    if not cells.missing(row["why"]):
        parts.append(f"Reason: {row['why']}")
    return tables.plain(" ".join(part for part in parts if part))


def by(row: dict[str, Any]) -> str:
    """The body and role that said it, and who entered it where that was on their behalf."""
    said_by = f"{row['by_name']}, {row['by_role']}"
    entered_by = row["entered_by_name"]
    on_behalf = not cells.missing(entered_by) and entered_by != row["by_role"]
    entered = f"; entered by the {_lower(entered_by)}" if on_behalf else ""
    return tables.plain(said_by + entered)


def _number(row: dict[str, Any]) -> str:
    if cells.missing(row["corrected_on"]):
        return f"{row['seq']}"
    became = "taken back" if row["is_taken_back"] else "corrected"
    return f"{row['seq']}, {became} on {tables.day('corrected_on')(row)}"


_DAYS = {
    "response": "actioned",
    "promise": "for",
    "action agreed": "due",
    "report": "forecast",
    "extension": "now due",
    "challenge": "answer due",
    "control": "due",
    "acceptance": "until",
    "review": "next review",
}
ANSWERS: tables.Columns = {
    "Date": tables.day("answered_on"),
    "Acceptance": tables.capital("acceptance"),
    "Answer": tables.title("answer"),
    "Reason": tables.text("why"),
    "Actioned": tables.day("actioned_on", "actioned_text"),
    "Covers": tables.text("covers"),
    "Where": tables.text("cited"),
}
SCOPE: tables.Columns = {
    "Settings": tables.capital("setting_kind"),
    "Asked": tables.text("asked"),
    "First stage": tables.text("first_stage"),
    "Share": lambda row: tables.plain(_share(row["first_stage_percent"])),
    "Since": tables.day("narrowed_on"),
    "Meeting": tables.text("meeting"),
    "Why": tables.text("why"),
}
PROMISES: tables.Columns = {
    "Said on": tables.day("on"),
    "Promise": tables.title("what"),
    "To": tables.text("to_name"),
    "Step": tables.capital("change"),
    "For": tables.day("due_on", "due_text"),
    "Meeting": tables.text("meeting"),
    "What was said": tables.text("said"),
    "Rating now": tables.rating(due_on="due_on_now"),
    "Late now": tables.days("days_late"),
}
ACTIONS: tables.Columns = {
    "Action": tables.title("title"),
    "Owner": tables.owner,
    "Rating": tables.both_ratings,
    "Delivery": tables.delivery,
    "Due": tables.dates,
    "Last report": tables.day("last_report_on"),
    "Waits with": tables.waits,
}
EXTENSIONS: tables.Columns = {
    "Action": tables.title("title"),
    "Agreed on": tables.day("agreed_on"),
    "From": tables.day("from_due_on"),
    "To": tables.day("due_on"),
    "Why": tables.text("why"),
    "Meeting": tables.text("meeting"),
}
TABLES: Mapping[str, str] = {
    "sub_points": "Sub-points",
    "challenges": "Challenges",
    "evidence": "Evidence",
    "story": "Story, newest first",
}
COLUMNS: Mapping[str, tables.Columns] = {
    "sub_points": {
        "Ref": tables.text("ref"),
        "Sub-point": tables.text("ask"),
        "Leads": tables.text("lead_name"),
        "Acceptance": tables.capital("acceptance"),
        "Delivery": tables.capital("delivery"),
        "Rating": tables.rating(),
        "Next date": tables.day("due_on"),
        "Late": tables.days("days_late"),
    },
    "challenges": {
        "Asked on": tables.day("asked_on"),
        "By": tables.text("by_name"),
        "To": tables.text("to_name"),
        "Question": tables.title("question"),
        "Answer due": tables.day("answer_by"),
        "Answered": tables.day("answered_on"),
        "Answer": tables.text("said"),
        "Outcome": tables.capital("outcome"),
        "Days open": tables.number("days_open"),
    },
    "evidence": {
        "Given on": tables.day("given_on"),
        "For": tables.capital("kind"),
        "Action": tables.text("action_title"),
        "Evidence": tables.title("evidence"),
        "By": tables.text("by_name"),
    },
    "story": {
        "When": _when,
        "What": _happened,
        "About": _about,
        "In words": _said,
        "By": by,
        "Where": tables.text("cited"),
        "Entry": _number,
    },
}
SAYS: Mapping[str, Callable[[pd.DataFrame], str]] = {
    "sub_points": sub_pointed,
    "challenges": challenged,
    "evidence": evidenced,
    "story": told,
}

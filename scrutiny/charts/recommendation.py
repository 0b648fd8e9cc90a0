"""One recommendation: what each block of its page says and shows."""

from collections.abc import Callable, Mapping
from typing import Any

import pandas as pd

from scrutiny.charts import cells, story, tables, words


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
        f"{_share(row['first_stage_percent'])} of {words.uncapital(str(row['setting_kind']))}"
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


def _share(cell: object) -> str:
    return "part" if cells.missing(cell) else f"{float(str(cell)):g} %"


def _answer(row: dict[str, Any]) -> str:
    """The answer, its reason, and where it is written."""
    parts = [*story.because([str(row["answer"])], row), *story.cited(row)]
    return tables.plain(" ".join(parts)) + tables.mark(row)


def _between(row: dict[str, Any]) -> str:
    return tables.plain(f"{row['by_name']} to {row['to_name']}")


def _reply(row: dict[str, Any]) -> str:
    """What was answered last, and when; a dash where nobody has."""
    if cells.missing(row["answered_on"]):
        return tables.text("said")(row)
    return f"{tables.day('answered_on')(row)}: {tables.text('said')(row)}"


ANSWERS: tables.Columns = {
    "Date": tables.day("answered_on"),
    "Acceptance": tables.capital("acceptance"),
    "Answer": _answer,
    "Actioned": tables.day("actioned_on", "actioned_text"),
    "Covers": tables.text("covers"),
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
ACTIONS: tables.Columns = {"Action": tables.title("title"), **tables.ACTION}
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
        "By and to": _between,
        "Question": tables.title("question"),
        "Answer due": tables.day("answer_by"),
        "Answer": _reply,
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
    "story": story.COLUMNS,
}
SAYS: Mapping[str, Callable[[pd.DataFrame], str]] = {
    "sub_points": sub_pointed,
    "challenges": challenged,
    "evidence": evidenced,
    "story": story.told,
}

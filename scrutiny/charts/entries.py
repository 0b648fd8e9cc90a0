"""One entry of the journal in words, for whoever puts it right."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pandas as pd

from scrutiny.charts import cells, story, tables, words

NONE = (
    "There is no entry of this number that was known on this day. The story of a recommendation "
    "or a risk gives the numbers."
)
VOID = "This entry was corrected or taken back already, so it cannot be put right again."
HANGING = (
    "Other entries refer to this one, so it stays as it is until those are taken back: an action "
    "with reports on it cannot be taken from under them."
)
NOT_HERE = (
    "Recommendations, actions and meetings are added here by the programme officer, who also "
    "corrects entries. You read as somebody else, so there is nothing for you to enter here."
)
OVERTAKEN = (
    "Somebody entered something on this since you opened this form. What stands above is as it is "
    "now. Read it, and press Save again if yours still holds."
)
_JOURNAL = {"seq", "known_on", "void_on", "entered_by", "corrects", "recorded_on", "provenance"}
_KINDS = {"source": "set of recommendations", "case_review": "review of a case"}
_KINDS |= {"section11_round": "section 11 round", "section11_score": "section 11 score"}
_KINDS |= {"section11_moderation": "section 11 moderation", "move": "decision on delivery"}
_SAID_ABOVE = {"effective_on", "by_group_id", "by_role"}


def columns(as_at: object) -> tables.Columns:
    """The latest entries as a table, each number the link that puts it right."""

    def number(row: dict[str, Any]) -> str:
        target = tables.address("enter", as_at, entry=str(row["seq"]))
        return f"[{row['seq']}]({target})"

    return {
        "Entry": number,
        "Kind": lambda row: tables.plain(kind(str(row["kind"]))),
        "What": tables.title("what"),
        "About": tables.day("happened_on"),
        "By": story.by,
    }


def latest(rows: pd.DataFrame) -> str:
    """How many entries are listed."""
    if rows.empty:
        return "No such entry is known on this day."
    many = words.count(len(rows), "entry", "entries")
    return f"The latest {many}, newest first. Open the number of the one that is wrong."


def kind(name: str) -> str:
    """What a kind of entry is called: "risk score" for risk_score."""
    return words.capital(_KINDS.get(name) or name.replace("_", " "))


def also(recommendations: Sequence[str]) -> str:
    """Which other openings of a closed session fall when one is taken back."""
    verb = words.verb(len(recommendations))
    named = words.join_and(recommendations)
    return f"It was opened together with what was heard with it: {named} {verb} closed again too."


def describe(row: Mapping[str, Any], label: Callable[[str, str], str]) -> str:
    """What an entry says: its number, kind, day, body and what was given.

    ``row`` is one of entries/one, its body a mapping; ``label`` names a column of a kind.
    """
    what = str(row["kind"])
    given = {
        name: value
        for name, value in row["body"].items()
        if name not in _JOURNAL | _SAID_ABOVE and value not in (None, [], "")
    }
    said = "; ".join(f"{label(what, name)}: {_shown(value)}" for name, value in given.items())
    by = "" if cells.missing(row["by_name"]) else f", by {row['by_name']}, {row['by_role']}"
    about = f"about {words.day(row['effective_on'])}{by}"
    return f"Entry {row['seq']}, {kind(what)}, {about}. {said.rstrip('.')}."


def _shown(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)

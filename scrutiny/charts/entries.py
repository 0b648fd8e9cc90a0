"""One entry of the journal in words, for whoever puts it right."""

from collections.abc import Callable, Mapping
from typing import Any

from scrutiny.charts import cells, words

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
_SAID_ABOVE = {"effective_on", "by_group_id", "by_role"}


def describe(row: Mapping[str, Any], label: Callable[[str, str], str]) -> str:
    """What an entry says: its number, kind, day, body and what was given.

    ``row`` is one of entries/one, its body a mapping; ``label`` names a column of a kind.
    """
    kind = str(row["kind"])
    given = {
        name: value
        for name, value in row["body"].items()
        if name not in _JOURNAL | _SAID_ABOVE and value not in (None, [], "")
    }
    said = "; ".join(f"{label(kind, name)}: {_shown(value)}" for name, value in given.items())
    by = "" if cells.missing(row["by_name"]) else f", by {row['by_name']}, {row['by_role']}"
    return (
        f"Entry {row['seq']}, {words.capital(kind.replace('_', ' '))}, about "
        f"{words.day(row['effective_on'])}{by}. {said}."
    )


def _shown(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)

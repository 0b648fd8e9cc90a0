"""What a correction or a retraction must keep, so that nobody decides for others by correcting."""

from collections.abc import Iterator, Mapping
from typing import Any

from scrutiny.contract import Contract
from scrutiny.journal import Entry
from scrutiny.people import Person

_DECIDES: Mapping[str, tuple[str, ...]] = {
    "recommendation": ("closed_session",),
    "move": ("to_delivery",),
    "extension": ("due_on",),
    "extension_decision": ("outcome",),
    "answer": ("outcome",),
    "response": ("acceptance",),
    "scope": ("first_stage_percent",),
    "assurance": ("assurance",),
    "risk_treatment": ("treatment", "appetite"),
    "risk_acceptance": ("until_on",),
    "section11_moderation": ("score",),
    "review_update": ("to_delivery", "due_on"),
}
"""What those decided whom the entry names; a slip in it is taken back, and they enter it anew."""


def kept(kind: str) -> tuple[str, ...]:
    """The columns that a correction of this kind leaves as they are."""
    table = Contract.read().table(kind)
    kinds = set(Contract.read().kinds)
    about = [
        column.name
        for column in table.body
        if column.refers_to and column.refers_to.table in kinds and column.name != "meeting_id"
    ]
    return (*about, *_DECIDES.get(kind, ()))


def objections(person: Person, entry: Entry, was: Mapping[str, Any] | None) -> Iterator[str]:
    """Why this entry may not take the place of another.

    ``was`` is the other as entries/one has it, with its body as a mapping; None where the person
    sees no such entry.
    """
    if person.role != "officer" or not person.may_enter or entry.entered_by != person.person_id:
        yield "Only the officer corrects entries and takes them back."
        return
    if was is None:
        yield "There is no entry of this number. Look it up in the story, and give that number."
        return
    if was["is_void"]:
        yield "This entry was corrected or taken back already. Correct the one in its place."
    if not (entry.why or "").strip():
        yield "Give the reason: what was wrong with the entry."
    if was["hanging"]:
        yield "Other entries refer to this one. Take those back first, then this one."
    if entry.kind == "retraction":
        return
    if entry.kind != was["kind"] or entry.by_group_id != was["by_group_id"]:
        yield "A correction is of the same kind, and by the same body, as what it corrects."
        return
    yield from _changed(entry, was)


def _changed(entry: Entry, was: Mapping[str, Any]) -> Iterator[str]:
    """What the correction says that it may not, or has in common with the other."""
    if entry.body.get(Contract.read().table(entry.kind).key[0]) == was["key"]:
        yield f"{was['key']} names the entry as it was. A correction has a key of its own."
    for column in kept(entry.kind):
        if (entry.body.get(column) or None) != (was["body"].get(column) or None):
            yield f"{column}: a correction cannot change this. Take the entry back in its place."

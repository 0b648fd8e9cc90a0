"""Who may make which entry about an action; asked where entries are appended."""

from collections.abc import Mapping
from dataclasses import dataclass

from scrutiny.journal import Entry
from scrutiny.people import Person

_ROLE_AT = {"business_group": "business group", "board": "board"}
_BUSINESS = ("challenge", "extension_decision", "extension")
_NOBODY = "You may read this and not enter it."


@dataclass(frozen=True)
class Subject:
    """The action that entries are about: who leads it, who moved it last, what may follow.

    ``gates`` gives who makes each move that is allowed from where it stands now.
    """

    action_id: str
    lead_group_id: str
    last_seq: int
    proposed_by: str
    completed_by: str
    gates: Mapping[str, str]


def refusal(person: Person, entry: Entry, subject: Subject) -> str | None:
    """Why this person may not make this entry; None where they may."""
    if not person.may_enter or entry.entered_by != person.person_id:
        return _NOBODY
    if entry.corrects is not None or entry.body.get("action_id", subject.action_id) != (
        subject.action_id
    ):
        return "This entry does not belong to the action of the form."
    if entry.kind in ("report", "extension_request"):
        return _by_sub_group(person, entry, subject)
    if entry.kind == "move":
        return _move(person, entry, subject)
    if entry.kind in _BUSINESS:
        return None if person.role == "business group" else "The Business Group decides this."
    return _NOBODY


def _by_sub_group(person: Person, entry: Entry, subject: Subject) -> str | None:
    if entry.by_group_id != subject.lead_group_id:
        return "Only the sub-group that leads the action reports on it."
    if person.role == "officer" or person.speaks_for(subject.lead_group_id, "sub_group"):
        return None
    return "Only the chair of the sub-group that leads the action, or the officer, reports on it."


def _move(person: Person, entry: Entry, subject: Subject) -> str | None:
    to_delivery = str(entry.body.get("to_delivery"))
    gate = subject.gates.get(to_delivery)
    if gate is None:
        return f"From where it stands now this action cannot become {to_delivery}."
    if gate == "sub_group":
        return _by_sub_group(person, entry, subject)
    if person.role != _ROLE_AT[gate]:
        return f"Only the {_ROLE_AT[gate].title()} makes this move."
    if gate == "board" and not entry.body.get("meeting_id"):
        return "The Board decides at a meeting: name the meeting that decided it."
    return _same_hand(person, to_delivery, subject)


def _same_hand(person: Person, to_delivery: str, subject: Subject) -> str | None:
    if to_delivery == "complete" and person.person_id == subject.proposed_by:
        return "You proposed it as complete: somebody else must accept it."
    if to_delivery == "signed off" and person.person_id == subject.completed_by:
        return "You accepted it as complete: somebody else must sign it off."
    return None

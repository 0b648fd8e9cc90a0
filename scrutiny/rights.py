"""Who may make which entry about an action or a challenge; asked where entries are appended."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from scrutiny import deciding, whole_rights
from scrutiny.acts import SUPERSEDE
from scrutiny.deciding import Meeting
from scrutiny.journal import Entry
from scrutiny.people import Person
from scrutiny.whole_rights import Whole

_BUSINESS = ("challenge", "extension_decision", "extension")
_NOBODY = "You may read this and not enter it."


@dataclass(frozen=True)
class Subject:
    """The action that entries are about: who leads it, who moved it last, what may follow.

    ``gates`` gives who makes each move that is allowed from where it stands now; ``successors``
    are the actions that may take its place, ``meetings`` those held by the day of the entries.
    """

    action_id: str
    lead_group_id: str
    last_seq: int
    proposed_by: str
    completed_by: str
    gates: Mapping[str, str]
    successors: Collection[str]
    meetings: Mapping[str, Meeting]


@dataclass(frozen=True)
class Dispute:
    """The challenge that an answer is about: who must answer, who judges, and its last outcome.

    ``by_kind`` is the kind of the body that asked; ``outcome`` is empty while nobody has answered.
    """

    challenge_id: str
    to_group_id: str
    by_group_id: str
    by_kind: str
    outcome: str
    last_seq: int


def refusal(person: Person, entry: Entry, subject: Subject | Dispute | Whole) -> str | None:
    """Why this person may not make this entry; None where they may."""
    if not person.may_enter or entry.entered_by != person.person_id:
        return _NOBODY
    if isinstance(subject, Dispute):
        return _answer(person, entry, subject)
    if isinstance(subject, Whole):
        return whole_rights.refusal(person, entry, subject)
    return _about_action(person, entry, subject)


def _about_action(person: Person, entry: Entry, subject: Subject) -> str | None:
    if entry.corrects is not None or entry.body.get("action_id", subject.action_id) != (
        subject.action_id
    ):
        return "This entry does not belong to the action of the form."
    if why := deciding.fault(entry, subject.meetings):
        return why
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
    if person.gate != gate:
        return deciding.not_theirs(gate)
    if gate == "board" and not entry.body.get("meeting_id"):
        return deciding.BOARD_MEETS
    successor = entry.body.get("replaced_by_id")
    if to_delivery == SUPERSEDE and successor not in subject.successors:
        return (
            "Name the action that takes its place: another one of the same recommendation that is "
            "neither closed nor superseded. Where there is none yet, the officer adds it first."
        )
    return _same_hand(person, to_delivery, subject)


def _same_hand(person: Person, to_delivery: str, subject: Subject) -> str | None:
    if to_delivery == "complete" and person.person_id == subject.proposed_by:
        return "You proposed it as complete: somebody else must accept it."
    if to_delivery == "signed off" and person.person_id == subject.completed_by:
        return "You accepted it as complete: somebody else must sign it off."
    return None


def _answer(person: Person, entry: Entry, dispute: Dispute) -> str | None:
    is_about_it = entry.kind == "answer" and entry.body.get("challenge_id") == dispute.challenge_id
    if not is_about_it or entry.corrects is not None:
        return "This entry does not belong to the challenge of the form."
    outcome = str(entry.body.get("outcome"))
    if dispute.outcome in ("satisfied", "withdrawn"):
        return "This challenge is closed. Make a new one if the question stands."
    if outcome == "answered":
        return _by_challenged(person, entry, dispute)
    if entry.by_group_id != dispute.by_group_id or not person.speaks_for(
        dispute.by_group_id, dispute.by_kind
    ):
        return "Only the body that asked judges the answer or withdraws the challenge."
    if outcome != "withdrawn" and dispute.outcome != "answered":
        return "Nobody has answered it yet, so there is no answer to judge."
    return None


def _by_challenged(person: Person, entry: Entry, dispute: Dispute) -> str | None:
    if dispute.outcome == "answered":
        return "It is answered already. Whoever asked judges the answer first."
    if entry.by_group_id == dispute.to_group_id and (
        person.role == "officer" or person.speaks_for(dispute.to_group_id, "sub_group")
    ):
        return None
    return "Only the chair of the sub-group that was asked, or the officer for it, answers."

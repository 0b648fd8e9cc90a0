"""Who may make which entry about a recommendation as a whole; asked where entries are appended."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from scrutiny import deciding
from scrutiny.deciding import Meeting
from scrutiny.journal import JSON, Entry
from scrutiny.people import Person

_SCOPE = ("setting_kind", "asked", "first_stage", "first_stage_percent")
_DONE = ("proposed complete", "complete", "signed off")
_NOT_OF_THE_FORM = "This entry does not belong to the recommendation of the form."


@dataclass(frozen=True)
class Whole:
    """The recommendation that entries are about: who leads it, what is open, what may follow.

    ``gates`` gives who makes each move that is allowed from where it stands now. ``is_own`` says
    that it moves by itself and not with its actions, of which ``actions_open`` are still owed.
    ``opens`` are those to be opened with it, itself among them, where it was heard in closed
    session; empty where it is open. ``narrower`` is the scope proposed that waits for the Board, as
    the body of its entry, and ``narrower_by`` who entered it; both empty where none does.
    """

    rec_id: str
    leads: Collection[str]
    last_seq: int
    gates: Mapping[str, str]
    is_own: bool
    actions_open: int
    proposed_by: str
    completed_by: Collection[str]
    narrower: Mapping[str, JSON]
    narrower_by: str
    meetings: Mapping[str, Meeting]
    opens: Collection[str] = ()


def refusal(person: Person, entry: Entry, whole: Whole) -> str | None:
    """Why this person may not make this entry; None where they may."""
    about = whole.opens if entry.kind == "session_opening" else (whole.rec_id,)
    if entry.corrects is not None or entry.body.get("rec_id", whole.rec_id) not in about:
        return _NOT_OF_THE_FORM
    if why := deciding.fault(entry, whole.meetings):
        return why
    refused = _REFUSALS.get(entry.kind)
    if refused is None or (entry.kind == "move" and not entry.body.get("rec_id")):
        return _NOT_OF_THE_FORM
    return refused(person, entry, whole)


def _for_lead(person: Person, entry: Entry, whole: Whole) -> bool:
    group = entry.by_group_id
    is_its_own = person.role == "officer" or person.speaks_for(group, "sub_group")
    return group in whole.leads and is_its_own


def _proposes(person: Person, entry: Entry, whole: Whole) -> str | None:
    # whether the body is the Business Group's is asked by its kind, in checks/scope_not_by_board
    if person.role == "business group" or _for_lead(person, entry, whole):
        return None
    return (
        "Only the chair of a sub-group that leads the recommendation, the officer for it, or the "
        "Business Group proposes a narrower scope."
    )


def _settles(person: Person, entry: Entry, whole: Whole) -> str | None:
    if person.role != "board":
        return "Only the Board decides on a narrower scope."
    if not entry.body.get("meeting_id"):
        return deciding.BOARD_MEETS
    if not whole.narrower:
        return "No narrower scope waits for a decision. A sub-group or the Business Group proposes."
    if person.person_id == whole.narrower_by:
        return "You proposed it: somebody else must decide."
    # the Board accepts what was proposed, and nothing that looks like it
    names = _SCOPE if entry.kind == "scope" else ("scope_request_id",)
    if any(entry.body.get(name) != whole.narrower.get(name) for name in names):
        return "This is not the narrower scope that was proposed. Open the form again."
    return None


def _opens(person: Person, entry: Entry, _: Whole) -> str | None:
    if person.role != "board":
        return "Only the Board opens what was heard in closed session."
    return None if entry.body.get("meeting_id") else deciding.BOARD_MEETS


def _move(person: Person, entry: Entry, whole: Whole) -> str | None:
    to_delivery = str(entry.body.get("to_delivery"))
    gate = whole.gates.get(to_delivery)
    if gate is None or (gate != "board" and not whole.is_own):
        return (
            f"From where it stands now this recommendation cannot become {to_delivery}. What is "
            "still to be done is moved action by action."
        )
    if gate == "sub_group" and not _for_lead(person, entry, whole):
        return (
            "Only the chair of a sub-group that leads it, or the officer for it, makes this move."
        )
    if gate not in ("sub_group", person.gate):
        return deciding.not_theirs(gate)
    if gate == "board" and not entry.body.get("meeting_id"):
        return deciding.BOARD_MEETS
    if to_delivery in _DONE and whole.actions_open:
        one = whole.actions_open == 1
        many = "One of its actions is" if one else f"{whole.actions_open} of its actions are"
        return f"{many} still open. Each must be complete, closed or replaced first."
    return _same_hand(person, to_delivery, whole)


def _same_hand(person: Person, to_delivery: str, whole: Whole) -> str | None:
    if to_delivery == "complete" and person.person_id == whole.proposed_by:
        return "You proposed it as complete: somebody else must accept it."
    if to_delivery == "signed off" and person.person_id in whole.completed_by:
        return "You accepted it, or work on it, as complete: somebody else must sign it off."
    return None


_REFUSALS: Mapping[str, Callable[[Person, Entry, Whole], str | None]] = {
    "scope_request": _proposes,
    "scope_decision": _settles,
    "scope": _settles,
    "session_opening": _opens,
    "move": _move,
}

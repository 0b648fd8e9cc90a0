"""Who may make which entry on the registers; asked where entries are appended.

Decision record 20 gives the reasons. What belongs to an action is in ``rights``.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from scrutiny import deciding
from scrutiny.contract import Contract
from scrutiny.deciding import Meeting
from scrutiny.journal import Entry
from scrutiny.people import Person

OWNER, BUSINESS, BOARD, OFFICE = "owner", "business group", "board", "officer"
"""The sub-group that owns it, by its chair or by the officer on its behalf; the Business Group;
the Board; the officer for whatever body said it."""

WHO: Mapping[str, tuple[str, ...]] = {
    "risk": (OFFICE,),
    "risk_score": (OWNER, BUSINESS),
    "risk_review": (OWNER, BUSINESS, BOARD),
    "risk_control": (OWNER,),
    "risk_link": (OWNER, BUSINESS),
    "risk_treatment": (BUSINESS, BOARD),
    "risk_acceptance": (BOARD,),
    "audit": (OWNER,),
    "audit_step": (OWNER,),
    "audit_grading": (OWNER,),
    "finding": (OWNER,),
    "finding_step": (OWNER,),
    "section11_round": (OWNER, BUSINESS),
    "section11_score": (OWNER,),
    "section11_moderation": (BUSINESS,),
    "setting": (OWNER,),
    "setting_step": (OWNER,),
    "setting_change": (OWNER,),
    "measure_figure": (OWNER,),
    "measure_target": (BUSINESS,),
    "neglect_step": (OWNER,),
    "case_review": (OWNER,),
    "review_step": (OWNER,),
    "review_recommendation": (OWNER,),
    "review_action": (OWNER,),
    "review_update": (OWNER, BUSINESS, BOARD),
    "learning_check": (OWNER, BUSINESS),
    "source": (OFFICE,),
    "recommendation": (OFFICE,),
    "action": (OFFICE,),
    "meeting": (OFFICE,),
    "response": (OFFICE,),
    "promise": (OFFICE,),
    "promise_update": (OFFICE,),
    "note": (OFFICE,),
}
SUBJECT: Mapping[str, str] = {
    "risk_score": "risk_id",
    "risk_review": "risk_id",
    "risk_control": "risk_id",
    "risk_link": "risk_id",
    "risk_treatment": "risk_id",
    "risk_acceptance": "risk_id",
    "audit_step": "audit_id",
    "audit_grading": "audit_id",
    "finding": "audit_id",
    "finding_step": "finding_id",
    "section11_score": "section11_round_id",
    "section11_moderation": "section11_score_id",
    "setting_step": "setting_id",
    "setting_change": "setting_id",
    "measure_figure": "measure_id",
    "measure_target": "measure_id",
    "neglect_step": "stage",
    "review_step": "review_id",
    "review_recommendation": "review_id",
    "review_action": "review_rec_id",
    "review_update": "review_action_id",
    "learning_check": "review_rec_id",
    "action": "rec_id",
    "promise_update": "promise_id",
}
"""The column that says what an entry is about; kinds that begin something new have none."""

_NEW_ON: Mapping[str, tuple[str, str]] = {
    "case_review": ("assurance_page", "learning"),
    "section11_round": ("assurance_page", "audits"),
    "setting": ("assurance_page", "education"),
}
_WORDS = {
    OWNER: "the chair of the sub-group that owns it, or the officer on its behalf",
    BUSINESS: "the Business Group",
    BOARD: "the Board",
    OFFICE: "the officer",
}
_NOBODY = "You may read this and not enter it."


@dataclass(frozen=True)
class About:
    """What an entry is about: its owners, and the body of each kind that decides.

    ``entered_by`` entered what a panel moderates; ``hands`` says who moved an action of a review
    to each state, and ``meetings`` are those at which something may be decided on it, by key.
    """

    owners: tuple[str, ...]
    bodies: Mapping[str, tuple[str, ...]]
    entered_by: str = ""
    hands: Mapping[str, str] = field(default_factory=dict)
    meetings: Mapping[str, Meeting] = field(default_factory=dict)


def subject(entry: Entry) -> tuple[str, str]:
    """The table and key of what an entry is about; empty for something new."""
    return about(entry.kind, str(entry.body.get(SUBJECT.get(entry.kind, "")) or ""))


def about(kind: str, key: str) -> tuple[str, str]:
    """The table that a kind is about, with the key given, or the page that something new is on."""
    if kind not in SUBJECT:
        return _NEW_ON.get(kind, ("", ""))
    column = Contract.read().table(kind).by_name[SUBJECT[kind]]
    return (column.refers_to.table if column.refers_to else "", key)


def takes(person: Person, kind: str, by: tuple[str, ...] = ()) -> bool:
    """Is there anything at all of this kind that somebody in this role may enter?

    ``by`` are those of the kind's own who may, where it is about a part of it.
    """
    if not person.may_enter:
        return False
    asked = {"chair": (OWNER,), "officer": (OWNER, OFFICE)}.get(person.role, (person.role,))
    return bool(set(asked).intersection(by or WHO.get(kind, ())))


def refusal(person: Person, entry: Entry, on: About) -> str | None:
    """Why this person may not make this entry, which corrects nothing; None where they may."""
    if not person.may_enter or entry.entered_by != person.person_id or entry.kind not in WHO:
        return _NOBODY
    if not _speaks(person, entry, on):
        said = [_WORDS[who] for who in WHO[entry.kind]]
        return f"Only {'; or '.join(said)}, may enter this."
    return _special(person, entry, on)


def _speaks(person: Person, entry: Entry, on: About) -> bool:
    who, by = WHO[entry.kind], entry.by_group_id
    if person.role == "chair":
        return OWNER in who and by in on.owners and by in person.group_ids
    if person.role == "officer":
        return OFFICE in who or (OWNER in who and by in on.owners)
    return person.role in who and by in on.bodies.get(person.role, ())


def _special(person: Person, entry: Entry, on: About) -> str | None:
    body = entry.body
    closes = entry.kind == "risk_review" and body.get("outcome") == "close"
    if closes and person.role not in (BUSINESS, BOARD):
        return "Whoever owns a risk does not close it: the Business Group or the Board does."
    sets_appetite = entry.kind == "risk_treatment" and body.get("appetite") is not None
    if sets_appetite and person.role != BOARD:
        return "Only the Board sets the appetite: leave it empty, or ask the Board."
    if entry.kind == "section11_moderation" and person.person_id == on.entered_by:
        return "You entered the agency's own score: somebody else must moderate it."
    return _of_review(person, entry, on) if entry.kind == "review_update" else None


def _of_review(person: Person, entry: Entry, on: About) -> str | None:
    """What an action of a review asks beside checks/review_move, as any other action does."""
    to_delivery = entry.body.get("to_delivery")
    if entry.body.get("due_on") and person.role != BUSINESS:
        return "The Business Group decides this."
    if not (to_delivery or entry.body.get("due_on")) and person.role in (BUSINESS, BOARD):
        return "The sub-group that owns the action reports on it."
    if person.role == BOARD and not entry.body.get("meeting_id"):
        return deciding.BOARD_MEETS
    if to_delivery == "complete" and person.person_id == on.hands.get("proposed complete"):
        return "You proposed it as complete: somebody else must accept it."
    if to_delivery == "signed off" and person.person_id == on.hands.get("complete"):
        return "You accepted it as complete: somebody else must sign it off."
    return deciding.fault(entry, on.meetings)

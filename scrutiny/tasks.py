"""What can be entered on each page: the kind of entry, what is said already, what is asked."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from scrutiny.journal import JSON
from scrutiny.register_rights import BOARD, BUSINESS, OWNER


@dataclass(frozen=True)
class Task:
    """One thing to enter.

    ``fields`` are the columns asked for, all where there are none; ``needs`` those that are needed
    here though the contract leaves them open; ``words`` the only words to choose from, by column.
    ``by`` says which of those who may enter the kind do this, all where there are none.
    """

    label: str
    kind: str
    fixed: Mapping[str, JSON] = field(default_factory=dict)
    fields: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    by: tuple[str, ...] = ()


def _step(kind: str, label: str, change: str, *fields: str, needs: tuple[str, ...] = ()) -> Task:
    column = "step" if kind == "setting_step" else "change"
    return Task(label, kind, {column: change}, fields, needs)


def _moved(
    to_delivery: str, label: str, *fields: str, needs: tuple[str, ...] = (), by: str = OWNER
) -> Task:
    """A move of an action of a review, by those at whose gate it is."""
    given = ("said", *fields, *needs)
    return Task(label, "review_update", {"to_delivery": to_delivery}, given, needs, by=(by,))


_WHY = ("why",)
_SAID_BY = ("by_group_id", "by_role")
_RAISED = (
    "title",
    "cause",
    "event",
    "effect",
    "owner_group_id",
    "agency_id",
    "appetite",
    *_SAID_BY,
)
RISK = (
    Task("Score it", "risk_score"),
    Task(
        "Review it",
        "risk_review",
        fields=("outcome", "said", "next_on"),
        needs=("next_on",),
        words={"outcome": ("keep", "rescore")},
    ),
    Task("Close it", "risk_review", {"outcome": "close"}, ("said", "why"), by=(BUSINESS, BOARD)),
    Task("Decide its treatment", "risk_treatment"),
    Task("Accept it until a day", "risk_acceptance"),
    Task("Add a control or a further action", "risk_control"),
    Task("Say what bears on it", "risk_link"),
)
REGISTER = (Task("Raise a risk", "risk", fields=_RAISED),)
AUDITS = (
    Task("Plan an audit", "audit"),
    _step("audit_step", "Move an audit", "moved", "planned_on", "why", needs=("planned_on", "why")),
    _step("audit_step", "Begin an audit", "begun", "why"),
    _step("audit_step", "Complete an audit", "done", "cases"),
    _step("audit_step", "Cancel an audit", "cancelled", "why", needs=_WHY),
    Task("Enter a grade", "audit_grading"),
    Task("Enter a finding", "finding"),
    _step("finding_step", "Agree an action", "action agreed", "action_id", "what", "due_on"),
    _step("finding_step", "Say that the action is done", "action done", "what"),
    _step(
        "finding_step",
        "Enter the result of a re-audit",
        "re-audited",
        "audit_id",
        "result",
        needs=("audit_id", "result"),
    ),
    _step(
        "finding_step", "Close a finding without action", "closed without action", "why", needs=_WHY
    ),
    Task("Ask for self-assessments", "section11_round", fields=("title", "agency_ids", "due_on")),
    Task("Enter an agency's own score", "section11_score"),
    Task("Moderate an agency's score", "section11_moderation"),
)
_OF_YEAR = ("assurance_year",)


def _setting(label: str, kind: str, *phases: str) -> Task:
    return Task(
        label, "setting", {"setting_kind": kind}, ("phase", "area", "grade"), (), {"phase": phases}
    )


EDUCATION = (
    _step("setting_step", "Ask for a return", "asked", *_OF_YEAR, "due_on", needs=("due_on",)),
    _step("setting_step", "Enter a return", "returned", *_OF_YEAR, "evidence"),
    _step(
        "setting_step",
        "Enter that it was verified",
        "verified",
        *_OF_YEAR,
        "outcome",
        "evidence",
        needs=("outcome",),
    ),
    _step("setting_step", "Agree a plan", "plan agreed", *_OF_YEAR, "due_on", needs=("due_on",)),
    _step("setting_step", "Close a plan", "plan closed", *_OF_YEAR, "evidence"),
    _step("setting_change", "Enter a new grade", "inspected", "grade", needs=("grade",)),
    _step("setting_change", "Enter that it closed", "closed", "why"),
    _setting("Add a school", "school", "primary", "secondary", "special"),
    _setting("Add a college", "college", "further education", "sixth form"),
    _setting("Add an early-years setting", "early-years setting", "group care", "childminder"),
)
NEGLECT = (
    Task("Enter a figure", "measure_figure"),
    Task("Set a target", "measure_target"),
    _step("neglect_step", "Plan a stage", "planned", "planned_for", "why", needs=("planned_for",)),
    _step("neglect_step", "Complete a stage", "done", "why"),
    _step(
        "neglect_step",
        "Move a stage",
        "moved",
        "planned_for",
        "why",
        needs=("planned_for", "why"),
    ),
)
_DECIDED = ("why", "meeting_id")
LEARNING = (
    Task(
        "Enter a stage of a review",
        "review_step",
        words={"stage": ("notified", "rapid review", "decided", "published")},
    ),
    Task("Enter what a review recommends", "review_recommendation"),
    Task("Agree an action from a review", "review_action"),
    Task(
        "Report on an action from a review",
        "review_update",
        fields=("percent", "said", "evidence"),
        by=(OWNER,),
    ),
    _moved("in progress", "Take up an action from a review"),
    _moved("paused", "Pause an action from a review", needs=_WHY),
    _moved(
        "proposed complete",
        "Propose an action from a review as complete",
        "evidence",
        needs=("evidence",),
    ),
    _moved("complete", "Accept an action from a review as complete", by=BUSINESS),
    _moved("returned", "Return an action from a review", needs=_WHY, by=BUSINESS),
    Task(
        "Give an action from a review a later date",
        "review_update",
        fields=("due_on", "said", "why", "meeting_id"),
        needs=("due_on", *_DECIDED),
        by=(BUSINESS,),
    ),
    _moved("signed off", "Sign off an action from a review", needs=("meeting_id",), by=BOARD),
    _moved("reopened", "Reopen an action from a review", needs=_DECIDED, by=BOARD),
    _moved(
        "closed without implementing",
        "Close an action from a review without implementing",
        needs=_DECIDED,
        by=BOARD,
    ),
    _moved("superseded", "Replace an action from a review", needs=_DECIDED, by=BOARD),
    Task("Say whether learning is embedded", "learning_check"),
    Task("Begin a review", "case_review"),
)
_RECOMMENDED = (
    *("source_id", "ref", "parent_id", "position", "title", "ask", "lead_group_id"),
    *("support_group_ids", "agency_id", "closed_session", *_SAID_BY, "why", "cited"),
)
_AGREED = (
    *("title", "lead_group_id", "agency_id", "start_on", "due_on", "due_text", "replaces_id"),
    *(*_SAID_BY, "why", "cited"),
)
_MADE = ("title", "made_text", "made_to_group_id", "synopsis", "reason", *_SAID_BY, "cited")
_SAYS = (*_SAID_BY, "why", "cited")
_ANSWERED = ("rec_ids", "acceptance", "answer", "actioned_on", "actioned_text", *_SAYS)
_PROMISED = (
    *("rec_ids", "what", "to_group_id", "meeting_id", "due_on", "due_text", "response_id"),
    *_SAYS,
)
OFFICE = (
    Task("A recommendation", "recommendation", fields=_RECOMMENDED),
    Task("An action", "action", fields=_AGREED),
    Task("A meeting", "meeting", fields=("group_id", "held_on", "title", *_SAID_BY)),
    Task("A set of recommendations", "source", fields=_MADE),
    Task("An answer to recommendations", "response", fields=_ANSWERED),
    Task("A promise", "promise", fields=_PROMISED),
    _step(
        "promise_update",
        "A promise that moves",
        "moved",
        *("said", "due_on", "due_text", "meeting_id", *_SAYS),
    ),
    _step("promise_update", "A promise that is kept", "kept", "said", *_SAYS),
    _step("promise_update", "A promise that is withdrawn", "withdrawn", "said", *_SAYS),
    Task("A note", "note", fields=("rec_ids", "said", "meeting_id", *_SAYS)),
)
PAGES: Mapping[str, tuple[Task, ...]] = {
    "risk": RISK,
    "register": REGISTER,
    "audits": AUDITS,
    "education": EDUCATION,
    "neglect": NEGLECT,
    "learning": LEARNING,
    "enter": OFFICE,
}

"""What may be done with an action: each act as a verb, with what it needs and what follows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

REPORT, ASK, GRANT, REFUSE, CHALLENGE = "report", "ask", "grant", "refuse", "challenge"
SUPERSEDE = "superseded"
ANSWERED, SATISFIED, NOT_SATISFIED, WITHDRAWN = (
    "answered",
    "satisfied",
    "not satisfied",
    "withdrawn",
)


@dataclass(frozen=True)
class Act:
    """One thing a person may do. ``what`` is a code above, or the state that a move leads to.

    ``verb`` and ``says`` are its words on screen. ``evidence``, ``why`` and ``meeting`` say whether
    it needs them, ``may_meet`` whether a meeting may be named that it does not need.
    """

    what: str
    verb: str
    says: str
    evidence: bool = False
    why: bool = False
    meeting: bool = False
    may_meet: bool = False


_REPORTING = (
    Act(REPORT, "Report progress", "Say what was done. The rest helps the Board to look ahead."),
    Act(
        ASK,
        "Ask for a later date",
        "Needs the date and the reason. The Business Group decides; until then the old date "
        "stands, and it stays visible afterwards.",
        why=True,
    ),
)
_DECIDING = (
    Act(
        GRANT,
        "Grant the later date",
        "Needs the reason and the meeting. The date before it stays visible.",
        why=True,
        meeting=True,
    ),
    Act(
        REFUSE,
        "Refuse the later date",
        "Needs the reason. The date agreed before still stands.",
        why=True,
    ),
)
_CHALLENGING = Act(
    CHALLENGE,
    "Challenge the sub-group",
    "Needs the question. It stays open, with its days counted, until it is answered.",
)
_ANSWERING = Act(
    ANSWERED,
    "Answer the challenge",
    "Say what is done about it. Whoever asked then judges the answer.",
)
_JUDGING = (
    Act(SATISFIED, "Accept the answer", "Say why it is enough. The challenge is then closed."),
    Act(
        NOT_SATISFIED,
        "Ask again",
        "Say what is still missing. The challenge is then open again, from the day it was made.",
    ),
)
_WITHDRAWING = Act(
    WITHDRAWN, "Withdraw the challenge", "Say why. It is then closed without an answer being due."
)
_FROM = {
    "not started": ("Start work", "The sub-group has begun."),
    "paused": ("Resume work", "The pause is over."),
}
_AGAIN = ("Take up again", "The sub-group works on it again.")
_MOVES = {
    "paused": ("Pause", "Needs the reason. Its date still stands."),
    "proposed complete": (
        "Propose as complete",
        "Needs evidence that it is done. The Business Group then accepts it or returns it.",
    ),
    "complete": (
        "Accept as complete",
        "Whoever proposed it may not accept it. The Board then signs it off.",
    ),
    "returned": (
        "Return to the sub-group",
        "Needs the reason, so that the sub-group knows what is missing.",
    ),
    "reopened": ("Reopen", "Needs the reason and the meeting. The sub-group must act again."),
    "signed off": (
        "Sign off",
        "Needs the meeting of the Board. Whoever accepted it as complete may not sign it off.",
    ),
    "closed without implementing": (
        "Close without implementing",
        "Needs the reason and the meeting. What was asked stays visible as not done.",
    ),
    SUPERSEDE: (
        "Replace by another action",
        "Needs the action that takes its place, the meeting and the reason. Both name each other "
        "from then on.",
    ),
}


def offered(
    gate: str | None, about: Mapping[str, object], moves: Iterable[Mapping[str, object]]
) -> dict[str, Act]:
    """What whoever acts at a gate may do with an action, by code.

    ``about`` is a row of report/subject, ``moves`` the rows of report/moves from where it stands.
    """
    acts = list(_REPORTING) if gate == about["gate"] == "sub_group" else []
    acts += moved(gate, about, moves)
    if gate == "business_group":
        acts += _DECIDING if isinstance(about["request_id"], str) else ()
        acts.append(_CHALLENGING)
    return {act.what: act for act in acts}


def moved(
    gate: str | None, about: Mapping[str, object], moves: Iterable[Mapping[str, object]]
) -> list[Act]:
    """The moves that whoever acts at a gate may make; arguments as for ``offered``."""
    return [_move(str(about["delivery"]), move) for move in moves if move["gate"] == gate]


def replies(gate: str | None, about: Mapping[str, object]) -> dict[str, Act]:
    """What whoever acts at a gate may do with a challenge, by code: a row of report/challenge."""
    is_answered = about["outcome"] == ANSWERED
    if gate == "sub_group":
        acts = [] if is_answered else [_ANSWERING]
    elif gate == about["by_kind"]:
        acts = [*(_JUDGING if is_answered else ()), _WITHDRAWING]
    else:
        acts = []
    return {act.what: act for act in acts}


def _move(delivery: str, move: Mapping[str, object]) -> Act:
    to_delivery = str(move["to_delivery"])
    verb, says = _MOVES.get(to_delivery) or _FROM.get(delivery, _AGAIN)
    # the Board decides at its meetings and nowhere else
    meeting = bool(move["needs_meeting"]) or move["gate"] == "board"
    if meeting and "meeting" not in says:
        says = f"{says} Name the meeting that decided it."
    return Act(
        to_delivery,
        verb,
        says,
        bool(move["needs_evidence"]),
        bool(move["needs_reason"]),
        meeting,
        move["gate"] == "business_group",
    )

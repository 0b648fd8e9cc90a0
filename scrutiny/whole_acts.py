"""What may be done with a recommendation as a whole: each act as a verb, with what it needs."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from scrutiny import acts
from scrutiny.acts import Act

NARROW, ACCEPT, REFUSE, OPEN = "narrow", "accept scope", "refuse scope", "open"

_PROPOSING = Act(
    NARROW,
    "Propose a narrower scope",
    "Needs what was asked, what is done first, and the reason. The Board decides at its meeting; "
    "what was asked stays beside it and stays the measure.",
    why=True,
)
_DECIDING = (
    Act(
        ACCEPT,
        "Accept the narrower scope",
        "Needs the reason and the meeting. What was asked stays visible beside it.",
        why=True,
        meeting=True,
    ),
    Act(
        REFUSE,
        "Refuse the narrower scope",
        "Needs the reason and the meeting. All that was asked still stands.",
        why=True,
        meeting=True,
    ),
)
_OPENING = Act(
    OPEN,
    "Open it to all readers",
    "Needs the reason and the meeting. It was heard in closed session: from this day everybody "
    "sees it with all that was said on it. Who looks at an earlier day still does not.",
    why=True,
    meeting=True,
)
_OPEN_WORK = " Its open actions stay owed until each is moved."
_SAYS = {
    "signed off": (
        "Sign off the recommendation",
        "Needs the meeting of the Board, and no action that is still open. Whoever accepted the "
        "work as complete may not sign it off.",
    ),
    "complete": (
        "Accept as complete",
        "Needs that no action is still open. Whoever proposed it may not accept it. The Board then "
        "signs it off.",
    ),
    "proposed complete": (
        "Propose as complete",
        "Needs evidence that it is done, and no action that is still open. The Business Group then "
        "accepts it or returns it.",
    ),
    "superseded": (
        "Replace by another recommendation",
        "Needs the meeting, and the reason, which says what takes its place." + _OPEN_WORK,
    ),
    "closed without implementing": (
        "Close without implementing",
        "Needs the reason and the meeting. What was asked stays visible as not done." + _OPEN_WORK,
    ),
}


def offered(
    gate: str | None,
    about: Mapping[str, object],
    moves: Iterable[Mapping[str, object]],
    *,
    is_closed: bool = False,
) -> dict[str, Act]:
    """What whoever acts at a gate may do with a recommendation, by code.

    ``about`` is a row of report/whole, ``moves`` the rows of report/moves from where it stands;
    ``is_closed`` says that it was heard in closed session and the Board has not opened it. While it
    moves with its actions, only the Board moves it as a whole.
    """
    may = [move for move in moves if gate == "board" or is_own(about["is_moved"], about["actions"])]
    found = [_reworded(act) for act in acts.moved(gate, about, may)]
    if gate == "board" and isinstance(about["scope_request_id"], str):
        found = [*_DECIDING, *found]
    if gate == "board" and is_closed:
        found.append(_OPENING)
    if gate in ("sub_group", "business_group"):
        found.append(_PROPOSING)
    return {act.what: act for act in found}


def is_own(is_moved: object, actions: object) -> bool:
    """Does it move by itself? So it does once it was moved as a whole, and without any action."""
    return bool(is_moved) or not actions


def _reworded(act: Act) -> Act:
    if act.what not in _SAYS:
        return act
    verb, says = _SAYS[act.what]
    return replace(act, verb=verb, says=says)

"""Report: a recommendation as a whole, narrowed and moved by the people who may."""

import pytest

from tests.conftest import Built
from tests.pages import screen
from tests.pages.entering import BOARD, BUSINESS, entries
from tests.pages.hostile import HOSTILE
from tests.pages.test_report import opened

REC = "OFSTED-2017-6"
LEAD = "Chair, Education and Early Help"
MEETING_DAY = "2018-05-17"  # the Board's last meeting in the sample
PROPOSED_ON = "2018-05-03"
SAVE = "Save for the recommendation"


def act(role: str, day: str, what: str, rec: str = REC, **typed: str) -> list[str]:
    """One act on a recommendation as a whole; what the page says of it: errors, else the toast."""
    app = opened(role, whole=rec, as_at=day)
    (radio,) = [r for r in app.main.radio if r.label == "What happens to the recommendation"]
    app = radio.set_value(what).run()
    labels = [field.label for field in app.main.text_area]
    assert len(labels) == len(set(labels)), "no two forms of the page have a field of one name"
    for label, words in typed.items():
        fields = [*app.main.text_area, *app.main.text_input]
        found = [f for f in fields if f.label.lower().startswith(label.replace("_", " "))]
        found[-1].set_value(words)  # the form on the whole is the last on the page
    (save,) = [b for b in app.main.button if b.label == SAVE]
    app = save.click().run()
    assert not app.exception
    return [error.value for error in app.error] or [toast.value for toast in app.toast]


def told(page: str, **query: str) -> screen.Screen:
    return screen.read(screen.visit(page, {"as_at": MEETING_DAY, "role": "Viewer"} | query))


def propose(**typed: str) -> list[str]:
    given = {"what_was_asked": "Every school", "what_is_done": "Those below good", "reason": "Few"}
    return act(LEAD, PROPOSED_ON, "narrow", **given | typed)


def test_a_narrower_scope_from_proposal_to_the_meeting_that_accepts_it(own: Built) -> None:
    before = len(entries(own))
    assert propose(reason="") == [r"Give the reason\."]
    assert len(entries(own)) == before
    assert propose() == ["Saved: Propose a narrower scope."]
    waits = screen.read(opened(BOARD, as_at=MEETING_DAY))
    assert waits.line_with("Narrower scope proposed, 14 days")
    saved = act(BOARD, MEETING_DAY, "accept scope", reason="One stage at a time")
    assert saved == ["Saved: Accept the narrower scope."]
    made = entries(own)[before:]
    assert [(entry.kind, entry.entered_by) for entry in made] == [
        ("scope_request", "chair-eeh"),
        ("scope_decision", "board-chair"),
        ("scope", "board-chair"),
    ]
    assert {entry.body.get("meeting_id") for entry in made[1:]} == {"BOARD-2018-05-17"}
    assert made[2].body["first_stage"] == "Those below good"
    one = told("recommendation", rec=REC)
    assert one.line_with("Every school", "Those below good", "Board, 17 May 2018")
    since = told("since_last_meeting")
    assert since.line_with("Narrowed", "Those below good", "at its meeting of 17 May 2018")
    assert since.line_with("Narrower scope proposed", "Education and Early Help")


def test_the_board_closes_a_recommendation_at_its_meeting(own: Built) -> None:
    what = "closed without implementing"
    assert act(BOARD, MEETING_DAY, what) == [
        r"Give the reason\: a move to \"closed without implementing\" needs one\."
    ]
    assert act(BOARD, MEETING_DAY, what, reason="Another body acts") == [
        "Saved: Close without implementing."
    ]
    assert entries(own)[-1].body["rec_id"] == REC
    line = told("since_last_meeting").line_with("Closed without implementing", "Another body acts")
    assert line
    assert "at its meeting of 17 May 2018" in line
    moved = told("recommendation", rec=REC).line_with("Move: closed without")
    assert moved
    assert "| Reason: Another body acts" in moved  # with no action named before it


@pytest.mark.usefixtures("own")
def test_each_is_offered_what_is_theirs_to_do() -> None:
    for role, whats in (
        (LEAD, ["narrow"]),
        (BUSINESS, ["narrow"]),
        (BOARD, ["closed without implementing", "superseded"]),
    ):
        (radio,) = [r for r in opened(role, whole=REC).main.radio if "recommendation" in r.label]
        assert len(radio.options) == len(whats), role
    assert "Recommendation" not in [box.label for box in opened("Viewer").main.selectbox]


@pytest.mark.usefixtures("own")
def test_whatever_is_typed_is_shown_as_text() -> None:
    words = " ".join(HOSTILE)
    assert propose(what_was_asked=words, what_is_done=words, reason=words)
    board = screen.read(opened(BOARD, as_at=MEETING_DAY, whole=REC))
    assert act(BOARD, MEETING_DAY, "accept scope", reason=words) == [
        "Saved: Accept the narrower scope."
    ]
    pages = [told("recommendation", rec=REC), told("since_last_meeting"), told("education"), board]
    for shown in pages:
        assert shown.errors == ()
        assert "evil.example" in shown.text
        for line in shown.raw:
            assert not [marks for marks in HOSTILE if marks in line], line

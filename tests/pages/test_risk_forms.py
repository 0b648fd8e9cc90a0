"""Forms of the risk register: what is entered shows at once, and only by those who may."""

import pytest

from tests.conftest import Built
from tests.pages import entering, screen
from tests.pages.entering import BOARD, BUSINESS, NEXT, OFFICER, choose, day, opened, send

OWNER, OTHER = "Chair, Learning and Improvement", "Chair, Neglect"
SCORE = {
    "Which score": "current",
    "Likelihood": 2,
    "Impact": 3,
    "Strength of the knowledge behind it": "strong",
    "Reason": "An audit saw fewer come back.",
}


@pytest.mark.usefixtures("own")
@pytest.mark.parametrize("role", ["Viewer", OTHER])
def test_who_may_enter_nothing_finds_no_form(role: str) -> None:
    app = opened("risk", role, risk="RISK-1")
    assert entering.offered(app) == []
    assert not [button for button in app.main.button if button.label == "Save"]


@pytest.mark.usefixtures("own")
def test_each_role_is_offered_what_it_decides() -> None:
    asked = {
        role: entering.offered(opened("risk", role, risk="RISK-1"))
        for role in (OWNER, OFFICER, BUSINESS, BOARD)
    }
    assert asked[OWNER] == asked[OFFICER]
    assert "Close it" not in asked[OWNER]
    assert "Score it" in asked[OWNER]
    assert asked[BOARD] == [
        "Review it",
        "Close it",
        "Decide its treatment",
        "Accept it until a day",
    ]
    assert "Accept it until a day" not in asked[BUSINESS]


def test_a_score_shows_on_its_page_and_since_last_meeting(own: Built) -> None:
    app = send(choose(opened("risk", OWNER, risk="RISK-1"), "Score it"), SCORE)
    assert [toast.value for toast in app.toast] == ["Saved: Score it."]
    written = entering.entries(own)[-1]
    assert (written.kind, written.by_group_id, written.entered_by, written.provenance) == (
        "risk_score",
        "LI",
        "chair-li",
        "illustrative",
    )
    assert screen.read(app).line_with("It scores 6", "likelihood 2, impact 3")
    since = screen.read(screen.visit("since_last_meeting", {"as_at": NEXT, "role": OWNER}))
    assert since.line_with("An audit saw fewer come back.")


def test_the_officer_scores_on_behalf_of_the_owner(own: Built) -> None:
    send(choose(opened("risk", OFFICER, risk="RISK-1"), "Score it"), SCORE)
    written = entering.entries(own)[-1]
    assert (written.by_group_id, written.by_role, written.entered_by) == (
        "LI",
        "Sub-group chair",
        "officer",
    )


def test_a_target_above_the_current_score_needs_a_reason_and_keeps_what_was_typed(
    own: Built,
) -> None:
    before = len(entering.entries(own))
    above = SCORE | {"Which score": "target", "Likelihood": 5, "Impact": 5}
    app = send(choose(opened("risk", OWNER, risk="RISK-1"), "Score it"), above)
    (reason,) = entering.said(app)
    assert "lies above the current score of" in reason
    assert "“Reason, where a target lies above the current score”" in reason
    assert "above_why" not in reason
    assert len(entering.entries(own)) == before
    assert entering.field(app, "Likelihood").value == 5
    app = send(app, {"Reason, where a target lies above the current score": "It must rise first."})
    assert entering.said(app) == []
    assert entering.entries(own)[-1].body["above_why"] == "It must rise first."


def test_a_review_sets_the_day_of_the_next_and_only_others_close(own: Built) -> None:
    given = {"Outcome": "keep", "What the review found": "Nothing new."}
    app = choose(opened("risk", OWNER, risk="RISK-1"), "Review it")
    assert entering.field(app, "Outcome").options == ["Keep", "Rescore"]
    app = send(app, given)
    assert "day of the next review" in " ".join(entering.said(app)).lower()
    app = send(app, {"Day of the next review": day("2018-09-20")})
    assert screen.read(app).line_with("Next review: 20 September 2018")
    app = choose(opened("risk", BUSINESS, risk="RISK-1"), "Close it")
    app = send(app, {"What the review found": "It is over."})
    assert screen.read(app).line_with("Closed on 30 April 2018")
    assert entering.entries(own)[-1].by_group_id == "BG"


def test_the_board_accepts_at_its_meeting_until_a_day(own: Built) -> None:
    app = choose(opened("risk", BOARD, risk="RISK-1"), "Accept it until a day")
    held = entering.field(app, "Meeting").options
    assert held
    assert all(title.startswith("Board,") for title in held)
    app = send(
        app,
        {
            "Last day on which it holds": day("2018-12-31"),
            "Meeting": "BOARD-2018-02-15",
            "Reason": "Help is being bought.",
        },
    )
    assert screen.read(app).line_with("Accepted by the Board until 31 December 2018")
    assert entering.entries(own)[-1].by_group_id == "BOARD"


def test_only_the_board_sets_the_appetite(own: Built) -> None:
    before = len(entering.entries(own))
    app = choose(opened("risk", BUSINESS, risk="RISK-1"), "Decide its treatment")
    app = send(app, {"Treatment": "treat", "Appetite, from 1 to 25": 12, "Reason": "Higher."})
    assert entering.said(app) == [
        "Only the Board sets the appetite: leave it empty, or ask the Board."
    ]
    assert len(entering.entries(own)) == before


def test_the_officer_raises_a_risk_which_gets_the_next_number(own: Built) -> None:
    app = choose(opened("register", OFFICER), "Raise a risk")
    app = send(
        app,
        {
            "Title": "Too few foster homes",
            "Cause": "Carers retire.",
            "Event": "A child is placed far away.",
            "Effect": "School and friends are lost.",
            "Body that owns it": "NEG",
            "Agency": "CS",
            "Appetite, from 1 to 25": 9,
            "Body that says so": "BOARD",
            "Role that says so": "Independent chair",
        },
    )
    assert entering.said(app) == []
    written = entering.entries(own)[-1]
    assert (written.body["risk_id"], written.by_role) == ("RISK-12", "Independent chair")
    assert screen.read(app).line_with("R12", "Too few foster homes")


def test_a_form_opened_before_another_entry_asks_first(own: Built) -> None:
    app = choose(opened("risk", OWNER, risk="RISK-1"), "Score it")
    send(choose(opened("risk", OFFICER, risk="RISK-1"), "Score it"), SCORE)
    before = len(entering.entries(own))
    app = send(app, SCORE | {"Impact": 4})
    assert len(entering.entries(own)) == before
    assert "since you opened this form" in app.warning[-1].value
    send(app)
    assert entering.entries(own)[-1].body["impact"] == 4

"""Add or correct: what the officer adds and puts right, where it shows, and who may not."""

import pytest
from streamlit.testing.v1 import AppTest

from scrutiny.charts import entries as said
from tests.conftest import Built
from tests.pages import entering, screen
from tests.pages.entering import BUSINESS, DAY, NEXT, OFFICER, choose, day, opened, send

OWNER = "Chair, Neglect"
ASKED = {
    "Set of recommendations": "OFSTED-2017",
    "Reference in the paper": "9",
    "Title": "Hear from young carers",
    "What was asked": "Ask young carers how they are helped.",
    "Sub-group or body that leads": "QE",
    "Body that says so": "BOARD",
    "Role that says so": "Independent chair",
}
AGREED = {
    "Title": "Ask forty young carers",
    "Sub-group or body that leads": "QE",
    "Agency": "CS",
    "Day due": day("2018-09-30"),
    "Body that says so": "QE",
    "Role that says so": "Sub-group chair",
}


def since(role: str = OFFICER) -> screen.Screen:
    return screen.read(screen.visit("since_last_meeting", {"as_at": NEXT, "role": role}))


def wrong(entry: int) -> AppTest:
    return opened("enter", OFFICER, entry=str(entry))


def a_report(store: Built) -> tuple[int, str]:
    """The number of the last report of the sample, and the recommendation that it is about."""
    every = entering.entries(store)
    last = [entry for entry in every if entry.kind == "report"][-1]
    (action,) = [
        entry
        for entry in every
        if entry.kind == "action" and entry.body["action_id"] == last.body["action_id"]
    ]
    return last.seq, str(action.body["rec_id"])


def story(rec: str) -> str:
    app = screen.visit("recommendation", {"rec": rec, "as_at": DAY, "role": "Viewer"})
    return screen.read(app).text


@pytest.mark.usefixtures("own")
@pytest.mark.parametrize("role", ["Viewer", OWNER, BUSINESS])
def test_nobody_but_the_officer_finds_a_form(role: str) -> None:
    app = opened("enter", role, entry="5")
    assert [info.value for info in app.info] == [said.NOT_HERE]
    assert not [button for button in app.main.button if button.label == "Save"]
    assert entering.offered(app) == []


def test_a_recommendation_is_added_and_an_action_on_it(own: Built) -> None:
    app = send(choose(opened("enter", OFFICER), "A recommendation"), ASKED)
    assert entering.said(app) == []
    written = entering.entries(own)[-1]
    assert (written.body["rec_id"], written.by_role, written.entered_by) == (
        "OFSTED-2017-9",
        "Independent chair",
        "officer",
    )
    app = choose(opened("enter", OFFICER), "An action", Recommendation="OFSTED-2017-9")
    app = send(app, AGREED)
    assert entering.said(app) == []
    shown = screen.visit("recommendation", {"rec": "OFSTED-2017-9", "as_at": DAY})
    assert screen.read(shown).line_with("Ask young carers how they are helped.")
    told = screen.read(shown).line_with("Action agreed", "Ask forty young carers")
    assert told
    assert "entered by the programme officer" in told
    every = screen.read(screen.visit("recommendations", {"as_at": DAY}))
    assert every.line_with("Hear from young carers")
    changed = since()
    assert changed.line_with("Hear from young carers")
    assert changed.line_with("Ask forty young carers")


def test_a_set_is_added_and_can_be_recommended_in(own: Built) -> None:
    app = choose(opened("enter", OFFICER), "A set of recommendations")
    app = send(
        app,
        {
            "Title": "Review of the year",
            "When and where it was made": "At the Board in April 2018",
            "Body that must answer": "BOARD",
            "Body that says so": "BOARD",
            "Role that says so": "Independent chair",
        },
    )
    assert entering.said(app) == []
    assert entering.entries(own)[-1].kind == "source"
    app = choose(opened("enter", OFFICER), "A recommendation")
    assert "Review of the year" in entering.field(app, "Set of recommendations").options


def test_a_meeting_is_added_and_can_be_chosen(own: Built) -> None:
    app = choose(opened("enter", OFFICER), "A meeting")
    app = send(
        app,
        {
            "Body that meets": "BOARD",
            "Day of the meeting": day("2018-04-20"),
            "Title": "Board, 20 April 2018",
            "Body that says so": "BOARD",
            "Role that says so": "Independent chair",
        },
    )
    assert entering.said(app) == []
    assert entering.entries(own)[-1].body["meeting_id"] == "BOARD-2018-04-20"
    held = screen.visit("since_last_meeting", {"as_at": NEXT}).main.selectbox
    assert any("20 Apr 2018" in option for box in held for option in box.options)


def test_what_is_missing_is_said_at_once_by_its_label_and_nothing_is_lost(own: Built) -> None:
    before = len(entering.entries(own))
    app = choose(opened("enter", OFFICER), "A recommendation")
    app = send(app, {"Title": "Hear from young carers"})
    reasons = " ".join(entering.said(app))
    for label in ("Reference in the paper", "What was asked", "Sub-group or body that leads"):
        assert f"{label}: this must be given." in reasons
    assert len(entering.entries(own)) == before
    assert entering.field(app, "Title").value == "Hear from young carers"


def test_a_closed_session_is_not_left_by_an_addition(own: Built) -> None:
    app = choose(opened("enter", OFFICER), "A recommendation")
    app = send(app, ASKED | {"Heard in closed session": True})
    assert entering.said(app) == []
    before = len(entering.entries(own))
    assert "young carers" not in story("OFSTED-2017-9")
    app = choose(opened("enter", OFFICER), "A recommendation")
    app = send(app, ASKED | {"Title": "The same in the open"})
    assert any("there is one already" in reason for reason in entering.said(app))
    assert len(entering.entries(own)) == before
    assert not since().line_with("young carers")


def test_a_correction_stands_in_the_story_and_in_what_changed(own: Built) -> None:
    number, rec = a_report(own)
    app = wrong(number)
    (about,) = [line for line in screen.read(app).lines if line.startswith(f"Entry {number}, ")]
    assert "Report" in about
    app = send(app, {"Percent": 7, "Reason": "The seven was read as seventy."})
    assert entering.said(app) == []
    written = entering.entries(own)[-1]
    assert (written.corrects, written.body["percent"], written.entered_by) == (number, 7, "officer")
    assert str(written.body["report_id"]).endswith(f".{number}")
    told = story(rec)
    assert f"{number}, corrected on 30 Apr 2018" in told
    assert "The seven was read as seventy." in told
    assert "entered by the programme officer" in told
    assert since().line_with("corrected")
    assert said.VOID in [info.value for info in wrong(number).info]


def test_an_entry_is_taken_back_with_its_reason(own: Built) -> None:
    number, rec = a_report(own)
    app = wrong(number)
    (what,) = [radio for radio in app.main.radio if radio.label == "What to do"]
    app = send(what.set_value("Take it back").run())
    assert entering.said(app) == ["Give the reason: what was wrong with the entry."]
    app = send(app, {"What was wrong with it": "It was about another action."})
    assert entering.said(app) == []
    assert entering.entries(own)[-1].kind == "retraction"
    assert f"{number}, taken back on 30 Apr 2018" in story(rec)


@pytest.mark.usefixtures("own")
def test_what_others_refer_to_is_not_offered(own: Built) -> None:
    (first, *_) = [entry for entry in entering.entries(own) if entry.kind == "action"]
    app = wrong(first.seq)
    assert said.HANGING in [info.value for info in app.info]
    assert not [button for button in app.main.button if button.label == "Save"]


@pytest.mark.usefixtures("own")
@pytest.mark.parametrize("number", ["99999", "-1", "four", "0"])
def test_a_number_of_no_entry_is_told(number: str) -> None:
    app = opened("enter", OFFICER, entry=number)
    assert [info.value for info in app.info] == [said.NONE]


def test_the_latest_entries_open_by_their_number(own: Built) -> None:
    app = opened("enter", OFFICER)
    last = entering.entries(own)[-1].seq
    assert f"enter?entry={last}&as_at={DAY}" in screen.targets(app)
    (kind,) = [box for box in app.main.selectbox if box.label == "Or look for it among the latest"]
    kinds = screen.read(kind.set_value("meeting").run()).table_with("Entry", "Kind")["Kind"]
    assert set(kinds) == {"Meeting"}

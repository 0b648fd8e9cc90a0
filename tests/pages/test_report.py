"""Report: the way of one action from proposal to sign-off, by the people who may."""

import pytest
from streamlit.testing.v1 import AppTest

from tests.conftest import Built
from tests.pages import screen
from tests.pages.entering import BOARD, BUSINESS, DAY, entries

OWNER = "Chair, Performance and Data"


def opened(role: str, **query: str) -> AppTest:
    return screen.visit("report", {"as_at": DAY, "role": role} | query)


def choose(app: AppTest, act: str) -> AppTest:
    (what,) = [radio for radio in app.main.radio if radio.label == "What happens"]
    return what.set_value(act).run()


def send(app: AppTest, **typed: str) -> AppTest:
    for field in [*app.main.text_area, *app.main.text_input]:
        for label, words in typed.items():
            if field.label.lower().startswith(label):
                field.set_value(words)
    (save,) = [button for button in app.main.button if button.label == "Save"]
    return save.click().run()


def first_action(app: AppTest) -> str:
    (chosen,) = [box for box in app.main.selectbox if box.label == "Action"]
    return str(chosen.value)


@pytest.mark.usefixtures("own")
def test_a_viewer_finds_no_form() -> None:
    app = opened("Viewer")
    assert not app.exception
    assert not app.main.radio
    assert not [button for button in app.main.button if button.label == "Save"]
    assert "You read as a viewer" in screen.read(app).text


def test_from_proposal_to_sign_off(own: Built) -> None:
    before = len(entries(own))
    app = opened(OWNER)
    action = first_action(app)
    app = send(choose(app, "proposed complete"), evidence="Minutes of the pilot")
    assert [toast.value for toast in app.toast] == ["Saved: Propose as complete."]
    app = send(choose(opened(BUSINESS, action=action), "returned"), reason="Which schools?")
    app = send(choose(opened(OWNER, action=action), "proposed complete"), evidence="The list")
    app = send(choose(opened(BUSINESS, action=action), "complete"))
    app = send(choose(opened(BOARD, action=action), "signed off"))
    assert not app.exception
    made = entries(own)[before:]
    assert [(entry.body["to_delivery"], entry.entered_by) for entry in made] == [
        ("proposed complete", "chair-pd"),
        ("returned", "business-chair"),
        ("proposed complete", "chair-pd"),
        ("complete", "business-chair"),
        ("signed off", "board-chair"),
    ]
    assert {entry.provenance for entry in made} == {"illustrative"}
    rec = f"OFSTED-2017-{action.split('-')[1]}"
    told = screen.read(screen.visit("recommendation", {"as_at": DAY, "rec": rec})).text
    assert "Which schools?" in told


def test_what_is_missing_is_said_and_what_was_typed_stays(own: Built) -> None:
    before = len(entries(own))
    app = choose(opened(OWNER), "report")
    app = send(app, **{"what is in the way": "Staff are few"})
    assert [error.value for error in app.error] == ["What was done\\: this must be given\\."]
    (typed,) = [area for area in app.main.text_area if area.label.startswith("What is in")]
    assert typed.value == "Staff are few"
    assert len(entries(own)) == before
    app = send(app, **{"what was done": "Two of four"})
    assert not app.error
    assert entries(own)[-1].body["obstacles"] == "Staff are few"


def test_a_form_opened_before_another_entry_asks_first(own: Built) -> None:
    app = choose(opened(OWNER), "report")
    action = first_action(app)
    other = choose(opened("Programme officer", action=action), "report")
    send(other, **{"what was done": "By the officer"})
    before = len(entries(own))
    app = send(app, **{"what was done": "By the chair"})
    assert len(entries(own)) == before
    assert "since you opened this form" in app.warning[0].value
    send(app)
    assert entries(own)[-1].body["done"] == "By the chair"

"""Every form that the catalogue offers is filled in, saved, and told among the latest entries.

The forms are drawn alone, without their page, as the page draws them: what a page then shows of an
entry is tested with that page.
"""

import pytest
from streamlit.testing.v1 import AppTest

from scrutiny.tasks import PAGES
from tests.conftest import Built
from tests.pages import entering, filled_in, screen
from tests.pages.entering import DAY
from tests.pages.filled_in import Step


def form(page: str, key: str, day: str) -> None:
    """What a page of forms runs, and the question that tells its latest entries."""
    from datetime import date

    import streamlit as st

    from scrutiny import access, register_forms, session
    from scrutiny.filters import Chosen

    chosen = Chosen(date.fromisoformat(day))
    with session.plainly():
        access.recognise()
        register_forms.enter(page, chosen, key)
        told = session.ask("entries/latest", chosen, most=1).iloc[0]
        st.session_state["told"] = (int(told["seq"]), str(told["kind"]))


def opened(page: str, step: Step) -> AppTest:
    key = "RISK-1" if page == "risk" else ""
    app = AppTest.from_function(form, args=(page, key, DAY), default_timeout=screen.PATIENCE_S)
    app.query_params["role"] = step.role
    return app.run()


@pytest.mark.parametrize("page", PAGES)
def test_every_form_saves_and_what_it_saves_is_told(own: Built, page: str) -> None:
    kinds = {task.label: task.kind for task in PAGES[page]}
    head = len(entering.entries(own))
    for step in filled_in.PAGES[page]:
        label, key = step.about
        about = {label.replace(" ", "_"): key} if label else {}
        app = entering.send(entering.choose(opened(page, step), step.task, **about), step.typed)
        assert (step.task, entering.said(app)) == (step.task, [])
        head += 1
        assert app.session_state["told"] == (head, kinds[step.task]), step.task


@pytest.mark.parametrize("page", PAGES)
def test_every_form_of_the_catalogue_is_filled_in(page: str) -> None:
    filled = {step.task for step in filled_in.PAGES[page]}
    assert filled == {task.label for task in PAGES[page]}


@pytest.mark.usefixtures("own")
@pytest.mark.parametrize(
    ("page", "role", "offered"),
    [
        ("enter", filled_in.CHAIR, []),
        ("audits", entering.BUSINESS, ["Ask for self-assessments", "Moderate an agency's score"]),
        ("education", entering.BUSINESS, []),
        (
            "learning",
            entering.BOARD,
            [
                "Sign off an action from a review",
                "Reopen an action from a review",
                "Close an action from a review without implementing",
                "Replace an action from a review",
            ],
        ),
    ],
)
def test_each_role_is_offered_its_own(page: str, role: str, offered: list[str]) -> None:
    assert entering.offered(opened(page, Step("", role))) == offered

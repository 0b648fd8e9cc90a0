"""What somebody sees by what the sign-in service says of them. The service itself is a fake here;
tests/browser/test_sign_in.py has a real one.
"""

import re
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from scrutiny import access, sign_in
from scrutiny.people import READER
from scrutiny.sign_in import Setting
from tests.conftest import Built
from tests.pages import screen

HOUR = 3600.0
SignedIn = Callable[..., None]


class User:
    """In place of st.user."""

    def __init__(self, **said: object) -> None:
        self.said = said

    def to_dict(self) -> dict[str, object]:
        return dict(self.said)


@pytest.fixture
def signed_in(monkeypatch: pytest.MonkeyPatch) -> SignedIn:
    """``signed_in(email="officer@example.org")``: sign-in is set up, and this is said of them."""
    monkeypatch.setattr(sign_in, "setting", lambda: Setting(True, ()))

    def say(**said: object) -> None:
        usual = {"is_logged_in": True, "exp": time.time() + HOUR, "email_verified": True}
        monkeypatch.setattr(st, "user", User(**usual | {"sub": "s-1"} | said))

    return say


def heads(app: AppTest) -> list[str]:
    assert not app.exception
    return [title.value for title in app.title]


def buttons(app: AppTest) -> list[str]:
    return [button.label for button in app.button]


def turned_away(app: AppTest, head: str, button: str) -> None:
    """They see a head, a sentence and a button, and nothing that was asked of a store."""
    assert heads(app) == [head]
    assert screen.kinds(app.main) == ["title", "markdown", "button"]
    assert buttons(app) == [button]
    assert screen.kinds(app.sidebar) == []


@pytest.mark.parametrize("said", [{"is_logged_in": False}, {"is_logged_in": None}])
@pytest.mark.parametrize("page", ["at_a_glance", "actions", "data"])
def test_whoever_has_not_signed_in_is_asked_to(
    signed_in: SignedIn, said: dict[str, object], page: str
) -> None:
    signed_in(**said)
    turned_away(screen.visit(page), "Sign in", "Sign in")


def test_no_store_is_opened_for_them(signed_in: SignedIn, monkeypatch: pytest.MonkeyPatch) -> None:
    def never() -> None:
        raise AssertionError

    monkeypatch.setattr(access.desk, "catch_up", never)
    signed_in(is_logged_in=False)
    turned_away(screen.visit("actions"), "Sign in", "Sign in")
    signed_in(exp=time.time() - 1)
    turned_away(screen.visit("actions"), "Your sign-in has ended", "Sign in again")


def test_the_right_user_sees_the_page_and_who_they_are(signed_in: SignedIn) -> None:
    signed_in(email="Chair.EEH@example.org")
    app = screen.visit("actions")
    assert heads(app) == ["Actions"]
    assert app.main.table
    assert app.session_state["_who"].person_id == "chair-eeh"
    said = app.sidebar.markdown[0].value
    # within the last hour of a day it ends on the next, and says so
    until = r"signed in until \d\d:\d\d( on \d+ \w+ \d{4})?\."
    assert re.fullmatch(rf"\*\*Chair, Education and Early Help\*\*, {until}", said)
    assert "Sign out" in buttons(app)
    assert "@" not in "".join(element.value for element in [*app.sidebar.markdown, *app.markdown])


def test_there_is_no_role_to_try(signed_in: SignedIn) -> None:
    signed_in(email="viewer@example.org")
    app = screen.visit("methods", {"role": "Programme officer"})
    assert app.session_state["_who"].person_id == "viewer"
    assert "role" not in [choice.key for choice in app.selectbox]


@pytest.mark.parametrize(
    "said",
    [
        {"email": "nobody@example.org"},
        {"email": "officer@example.org", "email_verified": False},
        {"email": "officer@example.org", "email_verified": None},
        {"sub": "officer@example.org"},
        {"sub": "officer"},
        {},
    ],
)
def test_somebody_the_board_does_not_know_sees_no_data(
    signed_in: SignedIn, said: dict[str, object]
) -> None:
    signed_in(**said)
    turned_away(screen.visit("recommendations"), "You are not on the board's list", "Sign out")


def test_a_sign_in_that_ends_is_asked_for_again_at_the_next_click(signed_in: SignedIn) -> None:
    signed_in(email="officer@example.org")
    app = screen.visit("actions")
    assert heads(app) == ["Actions"]
    signed_in(email="officer@example.org", exp=time.time() - 1)
    turned_away(app.run(), "Your sign-in has ended", "Sign in again")


def test_one_that_does_not_say_when_it_ends_has_ended(signed_in: SignedIn) -> None:
    signed_in(email="officer@example.org", exp=None)
    turned_away(screen.visit("actions"), "Your sign-in has ended", "Sign in again")


def test_an_end_on_another_day_says_which(signed_in: SignedIn) -> None:
    signed_in(email="officer@example.org", exp=time.time() + 48 * HOUR)
    said = screen.visit("methods").sidebar.markdown[0].value
    assert " on " in said


def test_the_button_leads_to_the_service(
    signed_in: SignedIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(st, "login", lambda: asked.append("in"))
    monkeypatch.setattr(st, "logout", lambda: asked.append("out"))
    signed_in(is_logged_in=False)
    screen.visit("actions").button[0].click().run()
    assert asked == ["in"]
    signed_in(email="nobody@example.org")
    screen.visit("actions").button[0].click().run()
    signed_in(email="viewer@example.org")
    screen.visit("methods").sidebar.button(key="sign_out").click().run()
    assert asked == ["in", "out", "out"]


def test_people_csv_counts_as_it_was_built_last(
    signed_in: SignedIn, built: Built, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    board = Path(shutil.copytree(built.board, tmp_path / "board"))
    people = (board / "people.csv").read_text(encoding="utf-8")
    (board / "people.csv").write_text(people.replace(",NEG,", ",,"), encoding="utf-8")
    store = Built(board, tmp_path / "build")
    assert store.run("init").returncode == 0
    for name, value in store.variables.items():
        monkeypatch.setenv(name, value)
    st.cache_resource.clear()
    # a chair without a group sees, and is told that there is nothing to report
    signed_in(email="chair.neg@example.org")
    app = screen.visit("actions")
    assert app.main.table
    assert "nothing for you to report" in app.sidebar.caption[0].value
    assert not app.session_state["_who"].speaks_for("NEG", "sub_group")
    gone = people.replace("chair.neg@example.org", "somebody.else@example.org")
    (board / "people.csv").write_text(gone, encoding="utf-8")
    assert store.run("build").returncode == 0
    turned_away(app.run(), "You are not on the board's list", "Sign out")


class TestCurrent:
    """What a button does is run before the reader is recognised again: it must not be too late."""

    @pytest.fixture
    def ask(self, signed_in: SignedIn, monkeypatch: pytest.MonkeyPatch) -> Callable[..., object]:
        def ask(**later: object) -> object:
            signed_in(email="officer@example.org")
            app = screen.visit("methods")
            monkeypatch.setattr(st, "session_state", app.session_state)
            signed_in(**{"email": "officer@example.org"} | later)
            return access.current()

        return ask

    def test_it_is_who_came_in(self, ask: Callable[..., object]) -> None:
        assert ask().person_id == "officer"

    @pytest.mark.parametrize(
        "later", [{"exp": 1.0}, {"is_logged_in": False}, {"email": "nobody@example.org"}]
    )
    def test_who_has_ended_since_may_enter_nothing(
        self, ask: Callable[..., object], later: dict[str, object]
    ) -> None:
        assert ask(**later) == READER

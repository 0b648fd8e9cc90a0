"""The local single-user mode: a role to try, and nobody else on the line."""

import shutil
from pathlib import Path
from types import SimpleNamespace

import pytest
import streamlit as st
from streamlit.runtime.context import StreamlitHeaders
from streamlit.testing.v1 import AppTest

from scrutiny import sign_in
from scrutiny.people import READER
from scrutiny.sign_in import Setting
from tests.conftest import Built
from tests.pages import screen

LABELS = [
    "Viewer",
    "Chair, Education and Early Help",
    "Chair, Quality and Effectiveness",
    "Chair, Performance and Data",
    "Chair, Risk",
    "Chair, Learning and Improvement",
    "Chair, Neglect",
    "Chair, Business Group",
    "Member, Business Group",
    "Independent chair of the Board",
    "Member, Board",
    "Programme officer",
]


def test_everybody_in_people_csv_can_be_tried_and_the_viewer_comes_first() -> None:
    app = screen.visit("methods")
    choice = app.sidebar.selectbox(key="role")
    assert (choice.value, choice.options) == ("Viewer", LABELS)
    assert choice.label == "Local single-user mode: role to try"


def test_the_role_is_in_the_link() -> None:
    app = screen.visit("methods", {"role": "Chair, Neglect"})
    assert app.session_state["_who"].person_id == "chair-neg"
    assert app.session_state["_who"].group_ids == ("NEG",)


def test_a_role_that_nobody_has_is_the_viewers() -> None:
    app = screen.visit("methods", {"role": "Emperor"})
    assert app.session_state["_who"].person_id == "viewer"


def test_another_role_is_taken_at_once() -> None:
    app = screen.visit("methods")
    app.sidebar.selectbox(key="role").set_value("Programme officer").run()
    assert app.session_state["_who"].role == "officer"


def test_where_it_may_not_start_nothing_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sign_in, "setting", lambda: Setting(False, ("It would listen on ::.",)))
    app = screen.visit("recommendations")
    nothing_but(app, "The dashboard is not set up safely")
    assert "::" not in app.main.markdown[0].value


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "board.example.org"},
        {"Host": "board.example.org:8501"},
        {"Host": "127.0.0.1.example.org"},
        {"Host": "[::1"},
        {"Host": "127.0.0.1:8501", "X-Forwarded-For": "192.168.1.10"},
        {"host": "127.0.0.1:8501", "x-real-ip": "192.168.1.10"},
        {"Host": "localhost", "Forwarded": "for=192.168.1.10"},
    ],
)
def test_under_a_name_of_another_machine_nothing_is_shown(
    headers: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    sent(monkeypatch, headers)
    nothing_but(screen.visit("recommendations"), "Sign-in is not set up")


@pytest.mark.parametrize("host", ["127.0.0.1:8501", "localhost:8501", "[::1]:8501", "localhost"])
def test_under_this_machines_own_names_it_is(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    sent(monkeypatch, {"Host": host, "Origin": "http://example.org"})
    assert screen.visit("methods").title[0].value == "Methods"


def sent(monkeypatch: pytest.MonkeyPatch, headers: dict[str, str]) -> None:
    """The browser came with these headers."""
    context = SimpleNamespace(
        headers=StreamlitHeaders(headers.items()), theme=SimpleNamespace(type="light")
    )
    monkeypatch.setattr(st, "context", context)


def nothing_but(app: AppTest, head: str) -> None:
    """The page is a head and a sentence, and nothing that was asked of a store."""
    assert [title.value for title in app.title] == [head]
    assert screen.kinds(app.main) == ["title", "markdown"]
    assert screen.kinds(app.sidebar) == []
    assert not app.exception


def test_without_people_csv_there_is_one_reader_who_is_told_what_to_add(
    built: Built, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    board = Path(shutil.copytree(built.board, tmp_path / "board"))
    (board / "people.csv").unlink()
    store = Built(board, tmp_path / "build")
    assert store.run("init").returncode == 0
    for name, value in store.variables.items():
        monkeypatch.setenv(name, value)
    st.cache_resource.clear()
    app = screen.visit("recommendation")
    assert [choice.key for choice in app.sidebar.selectbox] == ["meeting"]
    assert "has no people.csv" in app.sidebar.caption[0].value
    assert app.session_state["_who"] == READER
    assert app.main.table

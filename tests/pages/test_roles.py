"""The local single-user mode: a role to try, and nobody else on the line."""

import shutil
from pathlib import Path

import pytest
import streamlit as st

from scrutiny.people import READER
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
    assert "Local single-user mode" in choice.help


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


@pytest.mark.parametrize(
    "address", ["0.0.0.0", "::", "192.168.1.10", "board.example.org", "", None]
)
def test_on_any_other_address_nothing_is_shown(
    address: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    option = st.get_option
    monkeypatch.setattr(st, "get_option", lambda k: address if k == "server.address" else option(k))
    app = screen.visit("recommendations")
    assert [title.value for title in app.title] == ["Sign-in is not set up"]
    assert not app.main.table
    assert not app.sidebar


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

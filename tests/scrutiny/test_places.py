"""Where things are: what the environment says, and what holds when it says nothing."""

from pathlib import Path

import pytest

from scrutiny import places

ROOT = Path(__file__).resolve().parents[2]
NAMES = ("SCRUTINY_BOARD", "SCRUTINY_BUILD", "SCRUTINY_JOURNAL")


@pytest.mark.parametrize("empty", [True, False])
def test_without_variables_everything_is_in_the_project(
    monkeypatch: pytest.MonkeyPatch, empty: bool
) -> None:
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
        if empty:
            monkeypatch.setenv(name, "")
    assert places.PROJECT == ROOT
    assert places.board() == ROOT / "data" / "board"
    assert places.build() == ROOT / "data" / "build"
    assert places.journal_url() == f"sqlite:///{ROOT / 'data' / 'build' / 'journal.db'}"


def test_each_variable_moves_its_own_place(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SCRUTINY_BOARD", str(tmp_path / "our board"))
    monkeypatch.setenv("SCRUTINY_BUILD", str(tmp_path / "build"))
    monkeypatch.setenv("SCRUTINY_JOURNAL", "postgresql+psycopg://host/board")
    assert places.board() == tmp_path / "our board"
    assert places.build() == tmp_path / "build"
    assert places.journal_url() == "postgresql+psycopg://host/board"


def test_the_journal_follows_the_build_where_it_has_no_place_of_its_own(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("SCRUTINY_JOURNAL", raising=False)
    monkeypatch.setenv("SCRUTINY_BUILD", str(tmp_path))
    assert places.journal_url() == f"sqlite:///{tmp_path / 'journal.db'}"


def test_what_belongs_to_the_project_cannot_be_moved() -> None:
    assert places.register().is_file()
    assert places.register() == ROOT / "data" / "register.csv"
    assert places.published() == ROOT / "data" / "published"

"""A store that cannot be used: a reader gets a sentence that says what to do, and no traceback."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st

from tests.conftest import Built
from tests.pages import screen
from tests.pages.screen import FILES

pytestmark = pytest.mark.fault
INNARDS = ("Traceback", "duckdb.", "sqlite3.", "sqlalchemy", "Error:", ".py", "Exception")


@pytest.fixture
def copy(built: Built, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Built]:
    """A store of one's own to break; nothing of another is remembered before or after."""
    mine = Built(built.board, tmp_path / "build")
    shutil.copytree(built.build, mine.build, symlinks=True)
    for name, value in mine.variables.items():
        monkeypatch.setenv(name, value)
    st.cache_resource.clear()
    yield mine
    st.cache_resource.clear()


def told(page: str = "at_a_glance") -> str:
    """What the reader is told; one error, nothing of the inside of the program, no page below."""
    app = screen.visit(page)
    assert not app.exception
    assert len(app.error) == 1
    said = screen.rendered(app.error[0].value)
    assert [word for word in INNARDS if word in said] == []
    assert not app.main.table
    assert not app.sidebar.multiselect
    return said


@pytest.mark.parametrize("page", FILES)
def test_no_warehouse(page: str, copy: Built) -> None:
    (copy.build / "warehouse.duckdb").unlink()
    said = told(page)
    assert "no warehouse" in said
    assert "python -m scrutiny init" in said


def test_an_empty_folder(copy: Built) -> None:
    shutil.rmtree(copy.build)
    assert "no warehouse" in told()


def test_a_link_to_a_warehouse_that_was_deleted(copy: Built) -> None:
    (copy.build / "warehouse.duckdb").resolve().unlink()
    assert "no warehouse" in told()


@pytest.mark.parametrize("kept", [0.0, 0.01, 0.5, 0.9])
def test_a_half_written_warehouse(kept: float, copy: Built) -> None:
    path = (copy.build / "warehouse.duckdb").resolve()
    whole = path.read_bytes()
    path.chmod(0o600)
    path.write_bytes(whole[: int(len(whole) * kept)])
    said = told()
    assert "half written" in said
    assert "python -m scrutiny build" in said


def test_something_else_in_place_of_a_warehouse(copy: Built) -> None:
    path = (copy.build / "warehouse.duckdb").resolve()
    path.chmod(0o600)
    path.write_text("not a database" * 1000)
    assert "cannot be read" in told()


def test_a_journal_that_another_program_holds(copy: Built) -> None:
    holder = sqlite3.connect(copy.build / "journal.db", isolation_level=None)
    try:
        holder.execute("pragma locking_mode = exclusive")
        holder.execute("begin exclusive")
        assert "in use by another program" in told()
    finally:
        holder.close()


def test_a_journal_that_is_no_journal(copy: Built) -> None:
    for path in copy.build.glob("journal.db*"):
        path.unlink()
    (copy.build / "journal.db").write_text("a letter to the board " * 500)
    assert "is not a journal" in told()


def test_a_journal_whose_pages_are_damaged(copy: Built) -> None:
    path = copy.build / "journal.db"
    with sqlite3.connect(path) as settled:
        settled.execute("pragma wal_checkpoint(truncate)")
    settled.close()
    data = bytearray(path.read_bytes())
    data[4096:] = os.urandom(len(data) - 4096)
    path.write_bytes(data)
    said = told()
    assert "journal" in said
    assert "damaged" in said or "is not a journal" in said


def test_a_journal_in_a_folder_that_cannot_be_opened(
    copy: Built, monkeypatch: pytest.MonkeyPatch
) -> None:
    (copy.build / "file").write_text("")
    monkeypatch.setenv("SCRUTINY_JOURNAL", f"sqlite:///{copy.build / 'file' / 'journal.db'}")
    assert "cannot be opened" in told()


def test_a_journal_that_can_only_be_read_is_read(
    copy: Built, monkeypatch: pytest.MonkeyPatch
) -> None:
    # root may write whatever the rights say, so SQLite itself is told to refuse
    address = f"sqlite:///file:{copy.build / 'journal.db'}?mode=ro&uri=true"
    monkeypatch.setenv("SCRUTINY_JOURNAL", address)
    app = screen.visit("actions")
    assert not app.error
    assert app.main.table


def test_the_dashboard_recovers_by_itself_once_the_store_is_mended(copy: Built) -> None:
    link = copy.build / "warehouse.duckdb"
    target = link.readlink()
    link.unlink()
    assert "no warehouse" in told()
    link.symlink_to(target)
    app = screen.visit("actions")
    assert not app.error
    assert app.main.table


def test_a_warehouse_that_goes_away_under_an_open_session_is_explained(copy: Built) -> None:
    app = screen.visit("actions")
    assert app.main.table
    (copy.build / "warehouse.duckdb").unlink()
    app.run()
    assert not app.exception
    assert "no warehouse" in app.error[0].value


def test_the_log_has_what_the_reader_is_spared(
    copy: Built, caplog: pytest.LogCaptureFixture
) -> None:
    path = (copy.build / "warehouse.duckdb").resolve()
    path.chmod(0o600)
    path.write_bytes(b"")
    told()
    assert "The dashboard cannot show its data" in caplog.text
    assert "Traceback" in caplog.text

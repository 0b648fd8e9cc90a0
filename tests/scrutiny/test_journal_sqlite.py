"""What is so only of a journal in a file."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from scrutiny.journal import ChainBroken, Journal, JournalUnavailable
from tests.stores import SAMPLE, Sqlite


@pytest.fixture
def store(on_sqlite: Sqlite) -> Sqlite:
    return on_sqlite


def test_opening_makes_the_folders_and_the_file(journal: Journal, store: Sqlite) -> None:
    assert store.file.is_file()


def test_the_journal_writes_ahead(journal: Journal, store: Sqlite) -> None:
    assert store.do("pragma journal_mode") == [("wal",)]


def test_an_append_waits_for_the_disk(journal: Journal) -> None:
    with journal._engine.connect() as connection:
        assert connection.exec_driver_sql("pragma synchronous").scalar() == 2  # full


def test_a_folder_with_odd_characters_will_do(tmp_path: Path) -> None:
    odd = tmp_path / "50% of #é ü"
    with closing(Journal(f"sqlite:///{odd / 'j.db'}")) as journal:
        assert journal.append([SAMPLE]) == [1]
    assert (odd / "j.db").is_file()


def test_text_that_became_bytes_is_found(journal: Journal, store: Sqlite) -> None:
    journal.append([SAMPLE] * 5)
    store.tamper("update entry set body = cast(body as blob) where seq = 4")
    with pytest.raises(ChainBroken) as caught:
        journal.verify()
    assert caught.value.seq == 4


def test_replacing_an_entry_is_refused_like_changing_it(journal: Journal, store: Sqlite) -> None:
    journal.append([SAMPLE] * 5)
    with pytest.raises(store.refusal, match="append only"):
        store.do("insert or replace into entry select * from entry where seq = 3")


# --- A file that is moved, deleted or put back while it is open -------------------------------


def test_entries_go_to_the_file_that_was_put_in_its_place(journal: Journal, store: Sqlite) -> None:
    journal.append([SAMPLE] * 3)
    aside = store.file.with_name("aside.db")
    for file in store.file.parent.glob("journal.db*"):
        file.rename(file.with_name(file.name.replace("journal", "aside")))
    with closing(Journal(store.url)) as another:
        another.append([SAMPLE])
    assert journal.head() == 1
    assert journal.append([SAMPLE]) == [2]
    journal.verify()
    with closing(Journal(f"sqlite:///{aside}")) as first:
        assert first.head() == 3


def test_a_file_that_was_deleted_is_missed_and_not_made_anew(
    journal: Journal, store: Sqlite
) -> None:
    journal.append([SAMPLE] * 3)
    for file in store.file.parent.iterdir():
        file.unlink()
    for use in (journal.head, lambda: journal.append([SAMPLE]), journal.verify):
        with pytest.raises(JournalUnavailable, match="is no longer there"):
            use()
    journal.close()
    with pytest.raises(JournalUnavailable, match="is no longer there"):
        journal.append([SAMPLE])
    assert list(store.file.parent.iterdir()) == []


# --- What is no journal -----------------------------------------------------------------------


def _text(file: Path) -> None:
    file.write_text("rec_id,title\n" * 500, encoding="utf-8")


def _folder(file: Path) -> None:
    file.mkdir()


@pytest.mark.parametrize(("make", "said"), [(_text, "is not a journal"), (_folder, "be opened")])
def test_what_is_not_a_journal_is_refused_and_left_alone(
    tmp_path: Path, make: Callable[[Path], None], said: str
) -> None:
    file = tmp_path / "other.db"
    make(file)
    before = file.read_bytes() if file.is_file() else None
    with pytest.raises(JournalUnavailable) as caught:
        Journal(f"sqlite:///{file}")
    assert said in str(caught.value)
    assert str(file) in str(caught.value)
    if make is _text:
        assert file.read_bytes() == before


def test_a_file_where_the_folder_should_be_is_said(tmp_path: Path) -> None:
    (tmp_path / "build").write_text("")
    with pytest.raises(JournalUnavailable, match="cannot be opened"):
        Journal(f"sqlite:///{tmp_path / 'build' / 'journal.db'}")


def test_a_journal_another_program_is_just_making_is_waited_for(tmp_path: Path) -> None:
    file = tmp_path / "j.db"
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("begin exclusive")
        with pytest.raises(JournalUnavailable, match="in use by another program"):
            Journal(f"sqlite:///{file}", timeout=0.1)
        other.execute("rollback")
    Journal(f"sqlite:///{file}", timeout=0.1).close()

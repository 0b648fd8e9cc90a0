"""What the desk does when another journal is put in place, and when it has kept much."""

import gc
import weakref
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
import streamlit as st

from scrutiny import backup, desk
from scrutiny.journal import Journal
from tests.queries.small_board import SmallBoard, write_empty

Restore = Callable[[SmallBoard], None]


def board(done: str) -> SmallBoard:
    small = SmallBoard().source().recommendation("R").action("A", due_on="2018-06-30")
    return small.report("A", 50, on="2018-01-10", done=done)


@pytest.fixture
def restore(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Restore]:
    """``restore(board)`` puts a journal with that board's entries in place of the one before."""
    write_empty(tmp_path)
    file = tmp_path / "journal.db"
    monkeypatch.setenv("SCRUTINY_BUILD", str(tmp_path))
    monkeypatch.setenv("SCRUTINY_JOURNAL", f"sqlite:///{file}")
    monkeypatch.setattr(st, "session_state", {})
    st.cache_resource.clear()

    def put(small: SmallBoard) -> None:
        other = tmp_path / "other.db"
        with closing(Journal(f"sqlite:///{other}")) as journal:
            journal.append(small.entries)
            saved = tmp_path / "saved.db"
            backup.save(journal, saved)
        for old in tmp_path.glob("*.db*"):
            if old != saved:
                old.unlink()
        saved.rename(file)

    yield put
    st.cache_resource.clear()


def told() -> list[str]:
    """What the action's reports say, as a reader sees it on the next run."""
    desk.catch_up()
    rows = desk.current().warehouse.ask("recommendations/story", as_at="2018-02-01", rec="R")
    return [said for said in rows["said"] if isinstance(said, str)]


def test_another_journal_of_the_same_length_is_noticed(restore: Restore) -> None:
    restore(board("Half"))
    assert told() == ["Half"]
    restore(board("None"))
    assert told() == ["None"]


def test_another_journal_that_is_longer_is_noticed(restore: Restore) -> None:
    restore(board("Half"))
    assert told() == ["Half"]
    restore(board("None").report("A", 60, on="2018-01-20", done="More"))
    assert told() == ["More", "None"]


def test_an_older_backup_is_noticed(restore: Restore) -> None:
    restore(board("Half").report("A", 60, on="2018-01-20", done="More"))
    assert told() == ["More", "Half"]
    restore(board("Half"))
    assert told() == ["Half"]


def test_what_was_appended_is_taken_without_opening_anew(restore: Restore) -> None:
    restore(board("Half"))
    told()
    before = desk.current()
    desk.journal().append(board("Half").report("A", 60, on="2018-01-20", done="More").entries[-1:])
    assert told() == ["More", "Half"]
    assert desk.current() is before


def test_an_earlier_warehouse_is_let_go_whoever_read_it(restore: Restore) -> None:
    restore(board("Half"))
    told()
    earlier = weakref.ref(desk.current().warehouse)
    reader: list[object] = [desk.current()]
    reader.append(reader)  # as a session refers to itself
    restore(board("None"))
    told()
    del reader
    restore(board("All"))
    told()
    assert earlier() is None


def test_what_is_kept_is_put_aside_once_it_is_much(
    restore: Restore, monkeypatch: pytest.MonkeyPatch
) -> None:
    def is_searched(made: object) -> bool:
        return any(made is known for known in gc.get_objects())

    monkeypatch.setattr(desk, "_MANY", 3)
    restore(board("Half"))
    desk.catch_up()
    kept = [desk.made(lambda of: [of], number) for number in (1, 2)]
    desk.current().loosen()
    desk.catch_up()
    assert is_searched(kept[0])
    kept.append(desk.made(lambda of: [of], 3))
    desk.current().loosen()
    try:
        assert is_searched(desk.current())  # and with it all that was put aside before
        desk.catch_up()
        assert not any(map(is_searched, [*kept, desk.current()]))
        kept.append(desk.made(lambda of: [of], 4))
        desk.current().loosen()
        desk.catch_up()
        assert is_searched(kept[-1])
        assert not is_searched(kept[0])
    finally:
        gc.unfreeze()

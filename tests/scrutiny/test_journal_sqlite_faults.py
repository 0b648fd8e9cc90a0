"""A journal in a file that is locked, read only, on a full disk or damaged."""

import json
import os
import shutil
import sqlite3
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Engine, event

from scrutiny.journal import ChainBroken, Entry, Journal, JournalUnavailable

SAMPLE = Entry("note", {"said": "x"}, date(2018, 2, 1), "BG", "officer", "illustrative")


def noted(said: str) -> Entry:
    return replace(SAMPLE, body={"said": said})


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "journal.db"


@pytest.fixture
def journal(file: Path) -> Iterator[Journal]:
    with closing(Journal(f"sqlite:///{file}", timeout=0.2)) as opened:
        yield opened


# --- Locked ------------------------------------------------------------------------------------


def test_a_locked_journal_says_so_in_time_and_can_still_be_read(
    journal: Journal, file: Path
) -> None:
    journal.append([SAMPLE])
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("begin immediate")
        started = time.monotonic()
        with pytest.raises(JournalUnavailable, match="in use by another program"):
            journal.append([SAMPLE])
        assert 0.15 < time.monotonic() - started < 2
        assert len(list(journal.entries())) == journal.head() == 1
        journal.verify()
        other.execute("rollback")
    assert journal.append([SAMPLE]) == [2]


def test_a_new_journal_that_another_program_holds_says_so(file: Path) -> None:
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("begin exclusive")
        with pytest.raises(JournalUnavailable, match="in use by another program"):
            Journal(f"sqlite:///{file}", timeout=0.1)


def test_a_new_journal_waits_for_another_program_to_finish(file: Path) -> None:
    with closing(sqlite3.connect(file, isolation_level=None, check_same_thread=False)) as other:
        other.execute("begin immediate")
        release = threading.Timer(0.2, other.execute, ["rollback"])
        release.start()
        with closing(Journal(f"sqlite:///{file}", timeout=5)) as journal:
            assert journal.append([SAMPLE]) == [1]
        release.join()


# --- Read only ---------------------------------------------------------------------------------


@contextmanager
def without_privileges() -> Iterator[None]:
    """Permission bits do not bind root: be nobody for a while."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that another user may look into, which pytest's own are not."""
    folder = Path(tempfile.mkdtemp(prefix="journal-"))
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


def assert_reads_but_does_not_write(url: str, entries: int) -> None:
    with closing(Journal(url, timeout=0.2)) as journal:
        assert journal.head() == entries
        assert [entry.seq for entry in journal.entries()] == list(range(1, entries + 1))
        journal.verify()
        with pytest.raises(JournalUnavailable, match="cannot be written"):
            journal.append([SAMPLE])
        assert journal.head() == entries


@pytest.mark.parametrize(
    ("file_mode", "folder_mode"), [(0o444, 0o555), (0o444, 0o777), (0o666, 0o555)]
)
def test_a_journal_without_the_right_to_write_is_read(
    open_folder: Path, file_mode: int, folder_mode: int
) -> None:
    file = open_folder / "journal.db"
    with closing(Journal(f"sqlite:///{file}")) as journal:
        journal.append([SAMPLE] * 1500)
    file.chmod(file_mode)
    open_folder.chmod(folder_mode)
    with without_privileges():
        if file_mode == 0o666:  # the file could be written, were there room for its log
            with closing(Journal(f"sqlite:///{file}", timeout=0.2)) as journal:
                assert len(list(journal.entries())) == journal.head() == 1500
                journal.verify()
                with pytest.raises(JournalUnavailable, match="cannot be written"):
                    journal.append([SAMPLE])
        else:
            assert_reads_but_does_not_write(f"sqlite:///{file}", 1500)
    assert sorted(found.name for found in open_folder.glob("*.db")) == ["journal.db"]


def test_a_reader_without_the_right_to_write_sees_what_others_append(open_folder: Path) -> None:
    file = open_folder / "journal.db"
    with closing(Journal(f"sqlite:///{file}")) as writer:
        writer.append([SAMPLE])
        with without_privileges(), closing(Journal(f"sqlite:///{file}", timeout=0.2)) as reader:
            assert reader.head() == 1
            os.seteuid(os.getuid())
            writer.append([SAMPLE])  # still in the log, not yet in the file
            with without_privileges():
                assert [entry.seq for entry in reader.entries()] == [1, 2]
                reader.verify()


def test_entries_in_a_log_that_cannot_be_read_are_not_left_out_in_silence(
    open_folder: Path, file: Path
) -> None:
    with closing(Journal(f"sqlite:///{file}")) as writer:
        writer.append([SAMPLE] * 3)
    with closing(Journal(f"sqlite:///{file}")) as writer:
        writer.append([SAMPLE])
        shutil.copy(file, open_folder)  # holds three entries; the fourth is in the log
        shutil.copy(f"{file}-wal", open_folder)  # a copy made in haste: no -shm beside it
    open_folder.chmod(0o555)
    with without_privileges(), pytest.raises(JournalUnavailable, match="who may write"):
        Journal(f"sqlite:///{open_folder / file.name}", timeout=0.2)


def test_an_address_that_asks_for_reading_only_reads(journal: Journal, file: Path) -> None:
    journal.append([SAMPLE])
    assert_reads_but_does_not_write(f"sqlite:///file:{file}?mode=ro&uri=true", 1)


def test_a_new_journal_in_a_folder_that_cannot_be_written_says_so(open_folder: Path) -> None:
    open_folder.chmod(0o555)
    for path in ("journal.db", "build/journal.db"):
        with (
            without_privileges(),
            pytest.raises(JournalUnavailable, match="cannot be opened.*who may write"),
        ):
            Journal(f"sqlite:///{open_folder / path}")
    assert list(open_folder.iterdir()) == []


# --- Full --------------------------------------------------------------------------------------


@pytest.fixture
def no_room(journal: Journal, file: Path) -> Iterator[None]:
    """SQLite's own error for a full disk, five pages from now."""
    journal.append([noted("before")])
    journal.close()  # new connections get the limit

    def limit(raw: sqlite3.Connection, _: object) -> None:
        (pages,) = raw.execute("pragma page_count").fetchone()
        raw.execute(f"pragma max_page_count = {pages + 5}")

    event.listen(Engine, "connect", limit)
    yield
    event.remove(Engine, "connect", limit)


def test_a_full_disk_says_so_and_keeps_all_out(journal: Journal, no_room: None) -> None:
    with pytest.raises(JournalUnavailable, match="the disk is full"):
        journal.append([noted("x" * 900)] * 500)
    assert [entry.body["said"] for entry in journal.entries()] == ["before"]
    assert journal.append([noted("small")]) == [2]
    journal.verify()


# --- Damaged -----------------------------------------------------------------------------------


def places(content: bytes, marker: bytes) -> list[int]:
    """Every position at which the marker stands in the file."""
    found, at = [], content.find(marker)
    while at >= 0:
        found.append(at)
        at = content.find(marker, at + 1)
    return found


def flip(file: Path, content: bytes, at: int, to: int) -> None:
    file.write_bytes(content[:at] + bytes([to]) + content[at + 1 :])


@pytest.mark.parametrize("to", [ord("Q"), 0xFF, 0x00])
def test_a_flipped_byte_in_an_entry_is_named(journal: Journal, file: Path, to: int) -> None:
    journal.append(noted(f"marker-{number:04}") for number in range(1, 1201))
    journal.close()
    content = file.read_bytes()
    (at,) = places(content, b"marker-1100")
    flip(file, content, at, to)
    with closing(Journal(f"sqlite:///{file}")) as again:
        with pytest.raises(ChainBroken) as caught:
            again.verify()
        assert caught.value.seq == 1100
        if to == 0xFF:
            with pytest.raises(JournalUnavailable, match="is damaged"):
                list(again.entries())


@pytest.mark.parametrize("to", [ord("Q"), 0xFF])
def test_a_flipped_byte_in_the_head_names_the_last_entry(
    journal: Journal, file: Path, to: int
) -> None:
    journal.append([SAMPLE] * 20)
    last = list(journal.entries())[-1].digest.encode()
    journal.close()
    content = file.read_bytes()
    for at in places(content, last):  # in the entry and in the head
        flip(file, content, at, to)
        with closing(Journal(f"sqlite:///{file}")) as again, pytest.raises(ChainBroken) as caught:
            again.verify()
        assert caught.value.seq == 20


def test_a_flipped_byte_in_any_copy_of_a_key_is_found(journal: Journal, file: Path) -> None:
    journal.append([SAMPLE], key="the-only-key")
    journal.close()
    content = file.read_bytes()
    copies = places(content, b"the-only-key")
    assert len(copies) == 2  # in the entry and in the index
    for at in copies:
        flip(file, content, at, ord("Q"))
        with (
            closing(Journal(f"sqlite:///{file}")) as again,
            pytest.raises((ChainBroken, JournalUnavailable)),
        ):
            again.verify()


def test_a_lost_page_is_named_by_its_first_entry(journal: Journal, file: Path) -> None:
    journal.append(noted(f"marker-{number:04}") for number in range(1, 1201))
    journal.close()
    content = file.read_bytes()
    page = places(content, b"marker-0600")[0] // 4096
    lost = content[page * 4096 : (page + 1) * 4096]
    first = min(number for number in range(1, 1201) if b"marker-%04d" % number in lost)
    file.write_bytes(content[: page * 4096] + b"\0" * 4096 + content[(page + 1) * 4096 :])
    with closing(Journal(f"sqlite:///{file}")) as again:
        with pytest.raises(ChainBroken) as caught:
            again.verify()
        assert caught.value.seq == first
        with pytest.raises(JournalUnavailable, match="is damaged"):
            list(again.entries())


def test_half_a_file_says_what_to_do(journal: Journal, file: Path) -> None:
    journal.append([SAMPLE] * 1000)
    journal.close()
    content = file.read_bytes()
    file.write_bytes(content[: len(content) // 2])
    with pytest.raises((JournalUnavailable, ChainBroken), match="restore the last good backup"):
        Journal(f"sqlite:///{file}").verify()


def test_text_of_the_journal_is_json_a_person_can_read(journal: Journal, file: Path) -> None:
    journal.append([noted("é")])
    with closing(sqlite3.connect(file)) as raw:
        (body,) = raw.execute("select body from entry").fetchone()
    assert body == '{"said":"é"}'
    assert json.loads(body) == {"said": "é"}

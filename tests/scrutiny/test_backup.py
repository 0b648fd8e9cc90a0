"""Backups: proved copies, made while others append, put back as they were or not at all."""

import shutil
import sqlite3
import stat
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

import scrutiny.__main__ as command
from scrutiny import backup
from scrutiny.backup import BackupFailed
from scrutiny.journal import ChainBroken, Entry, Journal
from scrutiny.journal_store import stored
from tests import appending
from tests.postgres import Cluster
from tests.stores import SAMPLE, Sqlite, Store


def lines(number: int) -> list[Entry]:
    return [replace(SAMPLE, why=f"line {line}", entered_by="officer") for line in range(number)]


def rows(journal: Journal) -> list[stored.Row]:
    """Every column of every entry."""
    return [row for page in journal.proved() for row in page]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    folder = tmp_path / "backups"
    folder.mkdir()
    return folder / "board 50% of #é?x=1.db"


@pytest.fixture
def filled(journal: Journal) -> Journal:
    journal.append(lines(5), key="first")
    journal.append(lines(2500))
    journal.append([replace(SAMPLE, corrects=3)], key="form-7")
    return journal


@pytest.fixture(params=["sqlite", "postgresql"])
def elsewhere(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of another empty journal, on each kind of store in turn."""
    if request.param == "sqlite":
        yield Sqlite(tmp_path / "elsewhere").url
        return
    cluster: Cluster = request.getfixturevalue("cluster")
    name = cluster.new()
    yield cluster.url(name)
    cluster.drop(name)


def test_what_was_backed_up_comes_back_on_any_store(
    filled: Journal, file: Path, elsewhere: str
) -> None:
    saved = backup.save(filled, file)
    assert (saved.entries, saved.digest) == filled.last() == (2506, rows(filled)[-1]["digest"])
    assert backup.restore(elsewhere, file) == saved
    with closing(Journal(elsewhere)) as restored:
        assert rows(restored) == rows(filled)
        restored.verify()
        # an answered form is still known, and the chain goes on
        assert restored.append([SAMPLE], key="form-7") == [2506]
        assert restored.append([SAMPLE]) == [2507]
        restored.verify()


def test_a_backup_is_one_file_that_only_its_owner_may_read(filled: Journal, file: Path) -> None:
    backup.save(filled, file)
    assert list(file.parent.iterdir()) == [file]
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_restoring_leaves_the_backup_as_it_is(filled: Journal, file: Path, tmp_path: Path) -> None:
    backup.save(filled, file)
    before = file.read_bytes()
    backup.restore(Sqlite(tmp_path / "elsewhere").url, file)
    assert file.read_bytes() == before
    assert list(file.parent.iterdir()) == [file]


def test_a_backup_overwrites_nothing(filled: Journal, file: Path) -> None:
    file.write_text("the last good backup")
    with pytest.raises(BackupFailed, match="overwrites nothing"):
        backup.save(filled, file)
    assert file.read_text() == "the last good backup"


def test_a_journal_that_holds_entries_is_not_overwritten(
    filled: Journal, store: Store, file: Path
) -> None:
    backup.save(filled, file)
    filled.append([SAMPLE])
    with pytest.raises(BackupFailed, match="Nothing was restored.*already holds entries"):
        backup.restore(store.url, file)
    assert filled.head() == 2507
    filled.verify()


def test_an_empty_journal_whose_head_was_moved_is_not_filled(
    journal: Journal, store: Store, file: Path, tmp_path: Path
) -> None:
    with closing(Journal(Sqlite(tmp_path / "other").url)) as other:
        other.append([SAMPLE])
        backup.save(other, file)
    store.tamper("update head set seq = 7")
    with pytest.raises(BackupFailed, match="already holds entries"):
        backup.restore(store.url, file)


def test_an_empty_journal_is_not_backed_up(journal: Journal, file: Path) -> None:
    with pytest.raises(BackupFailed, match="holds no entry"):
        backup.save(journal, file)
    assert list(file.parent.iterdir()) == []


def test_a_journal_that_was_tampered_with_makes_no_backup(
    filled: Journal, store: Store, file: Path
) -> None:
    store.tamper("update entry set why = 'never said' where seq = 1700")
    with pytest.raises(ChainBroken) as caught:
        backup.save(filled, file)
    assert caught.value.seq == 1700
    assert list(file.parent.iterdir()) == []


def test_a_part_that_was_left_by_a_kill_is_no_hindrance(filled: Journal, file: Path) -> None:
    for end in ("", "-wal", "-shm"):
        file.with_name(f".{file.name}.part{end}").write_text("half")
    assert backup.save(filled, file).entries == 2506
    assert list(file.parent.iterdir()) == [file]


def test_a_folder_that_is_not_there_is_not_made(filled: Journal, tmp_path: Path) -> None:
    with pytest.raises(BackupFailed, match="No backup was made at .*No such file"):
        backup.save(filled, tmp_path / "stick" / "journal.db")
    assert not (tmp_path / "stick").exists()


@pytest.mark.fault
def test_a_disk_that_fills_up_leaves_no_half_backup(
    filled: Journal, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, hard))
    try:
        with pytest.raises(BackupFailed, match="No backup was made.*the disk reported an error"):
            backup.save(filled, file)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert list(file.parent.iterdir()) == []
    assert backup.save(filled, file).entries == 2506


# --- What is no backup ------------------------------------------------------------------------


def _text(file: Path) -> None:
    file.write_text("rec_id,title\n" * 500)


def _nothing(file: Path) -> None:
    file.write_bytes(b"")


def _half(file: Path) -> None:
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


def _flipped(file: Path) -> None:
    content = file.read_bytes()
    # the last: "line 120" may stand before a random key that begins with a nought
    at = content.rindex(b"line 1200")
    file.write_bytes(content[:at] + b"L" + content[at + 1 :])


def _altered(file: Path) -> None:
    with closing(sqlite3.connect(file)) as raw, raw:
        raw.execute("drop trigger entry_not_altered")
        raw.execute("update entry set why = 'never said' where seq = 4")


def _cut(file: Path) -> None:
    with closing(sqlite3.connect(file)) as raw, raw:
        raw.execute("drop trigger entry_not_removed")
        raw.execute("delete from entry where seq = 2506")


def _newer(file: Path) -> None:
    with closing(sqlite3.connect(file)) as raw, raw:
        raw.execute("update alembic_version set version_num = '9999'")


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (Path.unlink, "No such file"),
        (_text, "is not a journal"),
        (_nothing, "holds no entry"),
        (_half, "damaged|entry"),
        (_flipped, "entry 1206 is altered"),
        (_altered, "entry 4 is altered"),
        (_cut, "entry 2506 is altered, missing"),
        (_newer, "made by a newer version"),
    ],
)
def test_what_is_no_whole_backup_restores_nothing(
    filled: Journal,
    file: Path,
    elsewhere: str,
    spoil: Callable[[Path], None],
    said: str,
) -> None:
    backup.save(filled, file)
    spoil(file)
    with pytest.raises(BackupFailed, match=said) as caught:
        backup.restore(elsewhere, file)
    assert "Nothing was restored" in str(caught.value)
    assert str(file) in str(caught.value)
    assert "scrutiny-restore-" not in str(caught.value)
    if elsewhere.startswith("sqlite"):
        assert not Path(elsewhere.removeprefix("sqlite:///")).exists()
    with closing(Journal(elsewhere)) as journal:
        assert journal.head() == 0


def test_a_place_that_fills_up_is_left_without_a_journal(
    filled: Journal, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> tuple[int, str]:
        raise sqlite3.OperationalError("database or disk is full")

    backup.save(filled, file)
    monkeypatch.setattr(stored, "copy", full)
    place = Sqlite(tmp_path / "elsewhere")
    with pytest.raises(BackupFailed, match="Nothing was restored"):
        backup.restore(place.url, file)
    assert list(place.file.parent.iterdir()) == []


def test_a_journal_that_was_copied_by_hand_with_its_log_is_taken_whole(
    on_sqlite: Sqlite, file: Path, tmp_path: Path
) -> None:
    with closing(Journal(on_sqlite.url)) as journal:
        journal.append(lines(20))
        for end in ("", "-wal"):
            shutil.copyfile(f"{on_sqlite.file}{end}", f"{file}{end}")
        assert file.stat().st_size < Path(f"{file}-wal").stat().st_size  # it is all in the log
    assert backup.restore(Sqlite(tmp_path / "elsewhere").url, file).entries == 20


def test_a_backup_of_an_older_form_is_brought_up_to_date(
    filled: Journal, file: Path, tmp_path: Path
) -> None:
    with closing(Journal(Sqlite(tmp_path / "plain").url)) as plain:
        plain.append([SAMPLE] * 3)
        backup.save(plain, file)
    with closing(sqlite3.connect(file)) as raw, raw:  # as the first form was
        raw.execute("alter table entry drop column entered_by")
        raw.execute("alter table entry drop column corrects")
        raw.execute("update alembic_version set version_num = '0001'")
    before = file.read_bytes()
    place = Sqlite(tmp_path / "elsewhere")
    assert backup.restore(place.url, file).entries == 3
    assert file.read_bytes() == before
    with closing(Journal(place.url)) as journal:
        assert journal.append([replace(SAMPLE, entered_by="officer")]) == [4]
        journal.verify()


# --- While others append ----------------------------------------------------------------------


@pytest.mark.fault
def test_backups_made_while_others_append_are_whole_and_miss_nothing_confirmed(
    store: Store, tmp_path: Path
) -> None:
    begin = time.monotonic() + 1
    notes = [tmp_path / f"w{number}" for number in range(3)]
    with closing(Journal(store.url)) as journal:
        journal.append([appending.noted("before/0/1/0")])
        writers = [
            appending.start(appending.keep_appending, store.url, file, file.name, begin, begin + 4)
            for file in notes
        ]
        saved = []
        while any(process.is_alive() for process in writers):
            confirmed = journal.head()
            file = tmp_path / f"backup-{len(saved)}.db"
            copied = backup.save(journal, file)
            assert copied.entries >= confirmed
            saved.append((file, copied))
        for process in writers:
            process.join(timeout=60)
        everything = rows(journal)
    assert len({copied.entries for _, copied in saved}) > 2, "nobody appended meanwhile"
    for file, copied in saved:
        with closing(Journal(f"sqlite:///{file}")) as one:
            one.verify()
            assert rows(one) == everything[: copied.entries]


@pytest.mark.fault
def test_a_backup_that_is_killed_leaves_none_or_a_whole_one(
    filled: Journal, store: Store, tmp_path: Path
) -> None:
    began = time.monotonic()
    backup.save(filled, tmp_path / "first.db")
    whole = time.monotonic() - began
    found = 0
    for number in range(12):
        file = tmp_path / f"{number}.db"
        notes = tmp_path / f"{number}"
        maker = appending.start(appending.back_up, store.url, notes, file)
        appending.wait_for(notes)
        maker.join(whole * number / 9)
        maker.kill()
        maker.join(timeout=60)
        if file.exists():
            found += 1
            with closing(Journal(f"sqlite:///{file}")) as made:
                made.verify()
                assert made.head() == 2506
    assert found < 12, "every kill came too late"


# --- The two commands -------------------------------------------------------------------------


def test_one_command_each(
    filled: Journal,
    store: Store,
    file: Path,
    elsewhere: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("SCRUTINY_JOURNAL", store.url)
    assert command.main(["backup", str(file)]) == 0
    digest = filled.last()[1]
    said = f"Backed up 2506 entries to {file}. The last digest: {digest}\n"
    assert capsys.readouterr().out == said
    assert command.main(["backup", str(file)]) == 1
    assert "overwrites nothing" in capsys.readouterr().err
    assert command.main(["restore", str(file)]) == 1
    assert "already holds entries" in capsys.readouterr().err
    monkeypatch.setenv("SCRUTINY_JOURNAL", elsewhere)
    assert command.main(["restore", str(file)]) == 0
    assert capsys.readouterr().out == f"Restored 2506 entries. The last digest: {digest}\n"
    assert command.main(["verify"]) == 0


def test_a_mistyped_address_is_not_backed_up_and_not_made(
    tmp_path: Path, file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SCRUTINY_JOURNAL", f"sqlite:///{tmp_path / 'nowhere' / 'journal.db'}")
    assert command.main(["backup", str(file)]) == 1
    assert "There is no journal at" in capsys.readouterr().err
    assert not (tmp_path / "nowhere").exists()
    assert list(file.parent.iterdir()) == []

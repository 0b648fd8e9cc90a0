"""The journal with eight writers, killed programs, killed servers and full disks, on both stores.

These take minutes and the whole machine, and so run by themselves.
"""

import os
import random
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest

from scrutiny.journal import Entry, Journal, JournalUnavailable
from tests import appending
from tests.appending import batches, noted
from tests.stores import SAMPLE, Postgresql, Sqlite, Store

pytestmark = [pytest.mark.fault, pytest.mark.alone]

WRITERS = 8
SECONDS = 30
ROUNDS = 200
WARM_UP = 2.0  # until all the processes of a test have opened the journal


def joined(processes: Sequence[BaseProcess]) -> None:
    """Wait for processes that end by themselves, and see that they ended well."""
    for process in processes:
        process.join(timeout=60)
    assert [process.exitcode for process in processes] == [0] * len(processes)


# --- Many writers -----------------------------------------------------------------------------


def test_a_polling_reader_sees_what_eight_writers_append_once_and_in_order(
    journal: Journal, store: Store, tmp_path: Path
) -> None:
    begin = time.monotonic() + WARM_UP
    notes = [tmp_path / f"w{number}" for number in range(WRITERS)]
    writers = [
        appending.start(
            appending.keep_appending, store.url, file, file.name, begin, begin + SECONDS
        )
        for file in notes
    ]
    seen: list[Entry] = []
    polls = finished = 0
    while not finished:
        # asked before reading, so that the last reading comes after the last append
        finished = not any(process.is_alive() for process in writers)
        seen += journal.entries(after=seen[-1].seq if seen else 0)
        polls += 1
        time.sleep(0.002)
    joined(writers)
    told = [batch for file in notes for batch in batches(file)]
    appending.assert_kept(seen, told)
    refused = [batch for batch in told if batch.state != "done"]
    assert {batch.state for batch in refused} <= {"Locked"}
    assert len(refused) < len(told) / 100, "writers were kept waiting"
    assert polls > 100
    assert list(journal.entries()) == seen
    journal.verify()


def test_eight_processes_that_use_the_same_keys_append_once(store: Store, tmp_path: Path) -> None:
    keys = [f"form-{number}" for number in range(40)]
    notes = [tmp_path / f"w{number}" for number in range(WRITERS)]
    gate = appending.barrier(WRITERS)
    # all of them also make the journal, at the same moment
    joined(
        [
            appending.start(appending.append_by_key, store.url, file, file.name, keys, gate)
            for file in notes
        ]
    )
    answers = {file.read_text() for file in notes}
    assert len(answers) == 1, "two processes were told different numbers"
    with closing(Journal(store.url)) as journal:
        said = [entry.body["said"] for entry in journal.entries()]
        journal.verify()
    assert len(said) == 2 * len(keys)
    assert said[::2] == said[1::2], "one key holds entries of two processes"
    assert len(set(said)) > 1, "the processes never met"


# --- Kill -9 ----------------------------------------------------------------------------------


def kill_the_program(_: Store, writer: BaseProcess) -> None:
    writer.kill()


def kill_its_backend(store: Store, writer: BaseProcess) -> None:
    """Kill the server's side of a connection: the whole server then recovers as from a crash."""
    assert isinstance(store, Postgresql)
    with store.cluster.crash():
        backends = store.do(
            "select pid from pg_stat_activity where application_name = 'scrutiny journal'"
            f" and datname = '{store.database}'"
        )
        os.kill(int(str(backends[0][0])), signal.SIGKILL)
    writer.kill()


def test_two_hundred_kills_in_mid_append_lose_nothing_and_leave_nothing_half(
    store: Store, tmp_path: Path
) -> None:
    chance = random.Random(2018)
    told: list[appending.Batch] = []
    in_the_midst = 0
    Journal(store.url).close()
    for number in range(ROUNDS):
        notes = tmp_path / f"round-{number}"
        writer = appending.start(appending.keep_appending, store.url, notes, notes.name)
        appending.wait_for(notes)
        time.sleep(chance.uniform(0, 0.03))
        on_backend = store.kind == "postgresql" and number % 10 == 9
        (kill_its_backend if on_backend else kill_the_program)(store, writer)
        writer.join(timeout=60)
        left = batches(notes)
        in_the_midst += left[-1].state == "begun"
        told += left
        if number % 20 == 19:
            with closing(Journal(store.url)) as journal:
                journal.verify()
                appending.assert_kept(list(journal.entries()), told)
                told_seqs = [batch.last for batch in told if batch.state == "done"]
                assert journal.head() >= max(told_seqs)
    assert in_the_midst > ROUNDS / 4, "too few kills met an append"
    with closing(Journal(store.url)) as journal:
        assert journal.append([SAMPLE]) == [journal.head()]
        journal.verify()


def test_a_program_killed_while_it_makes_the_journal_leaves_none_or_a_whole_one(
    store: Store, tmp_path: Path
) -> None:
    def make(kill_after: float) -> float:
        """Seconds that it took, on a place that was emptied before."""
        if isinstance(store, Sqlite):
            shutil.rmtree(store.file.parent, ignore_errors=True)
        else:
            assert isinstance(store, Postgresql)
            store.cluster.emptied()
        notes = tmp_path / "notes"
        notes.unlink(missing_ok=True)
        maker = appending.start(appending.open_only, store.url, notes)
        appending.wait_for(notes)
        began = time.monotonic()
        maker.join(kill_after)
        maker.kill()
        maker.join(timeout=60)
        return time.monotonic() - began

    chance = random.Random(2019)
    whole = max(make(kill_after=60) for _ in range(3))
    heads = []
    for _ in range(30):
        make(chance.uniform(0, whole))
        with closing(Journal(store.url)) as journal:
            heads.append(journal.head())
            assert journal.append([SAMPLE]) == [heads[-1] + 1]
            journal.verify()
    assert set(heads) <= {0, 1}
    assert 0 in heads, "every kill came too late"


# --- A full disk ------------------------------------------------------------------------------


@contextmanager
def small_disk(folder: Path, megabytes: int, owner: str | None = None) -> Iterator[Path]:
    """A real file system of so many megabytes; only root may mount one."""
    folder.mkdir()
    mount = shutil.which("mount")
    command = [str(mount), "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", str(folder)]
    if mount is None or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("NOT TESTED: a really full disk needs the right to mount a tmpfs")
    try:
        if owner:
            shutil.chown(folder, owner)
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


@pytest.fixture
def file_on_a_small_disk(tmp_path: Path) -> Iterator[tuple[str, Path]]:
    with small_disk(tmp_path / "disk", 4) as disk:
        yield f"sqlite:///{disk / 'journal.db'}", disk


@pytest.fixture
def database_on_a_small_disk(on_postgresql: Postgresql) -> Iterator[tuple[str, Path]]:
    cluster = on_postgresql.cluster
    with small_disk(cluster.folder / "small", 24, cluster.user) as disk:
        cluster.do(f"create tablespace small location '{disk}'")
        # copied, and on the disk: by default the copy has holes, which need room later
        name = cluster.new("tablespace small strategy file_copy")
        cluster.do("checkpoint")
        try:
            yield cluster.url(name), disk
        finally:
            cluster.drop(name)
            cluster.do("drop tablespace small")


@pytest.mark.parametrize("place", ["file_on_a_small_disk", "database_on_a_small_disk"])
def test_a_really_full_disk_loses_nothing_and_recovers(
    place: str, request: pytest.FixtureRequest
) -> None:
    url, disk = request.getfixturevalue(place)
    ballast = disk / "ballast"
    ballast.write_bytes(b"\0" * 2_000_000)
    assert_a_full_disk_loses_nothing(url, "the disk is full", ballast.unlink)


Told = list[tuple[int, object]]


def assert_a_full_disk_loses_nothing(url: str, said: str, free: Callable[[], None]) -> None:
    chance = random.Random(2018)
    told: Told = []

    def fill(journal: Journal) -> None:
        for _ in range(10_000):
            # random, or a database would make it small
            lines = [chance.randbytes(1500).hex() for _ in range(10)]
            told.extend(zip(journal.append(map(noted, lines)), lines, strict=True))

    def found(journal: Journal) -> Told:
        return [(entry.seq, entry.body["said"]) for entry in journal.entries()]

    with closing(Journal(url)) as journal:
        for _ in range(2):  # the second time as clearly
            with pytest.raises(JournalUnavailable, match=said):
                fill(journal)
            assert len(told) > 100
            assert found(journal) == told
            journal.verify()
        free()
        assert journal.append([noted("after")] * 20)[0] == len(told) + 1
        assert found(journal)[: len(told)] == told
        journal.verify()

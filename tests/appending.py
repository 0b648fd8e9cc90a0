"""What other processes do to a journal while a test watches, and what they left behind.

Each writes down what it is about to append and what was acknowledged, in a file that outlives a
process that is killed.
"""

import multiprocessing
import random
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import groupby
from multiprocessing.process import BaseProcess
from multiprocessing.synchronize import Barrier
from pathlib import Path
from typing import BinaryIO

from scrutiny import backup
from scrutiny.journal import Entry, Journal, JournalUnavailable
from tests.stores import SAMPLE

# Each process is forked from one that has imported everything, in a few milliseconds.
_WARM = multiprocessing.get_context("forkserver")
_WARM.set_forkserver_preload(
    ["tests.appending", "sqlalchemy.dialects.sqlite", "sqlalchemy.dialects.postgresql", "psycopg"]
)
SIZES = (1, 1, 2, 3, 40)


@dataclass(frozen=True)
class Batch:
    """One append of one process; ``state`` is done, begun, or why it was refused."""

    said: str
    state: str
    first: int = 0
    last: int = 0

    @property
    def size(self) -> int:
        """How many entries it had."""
        return int(self.said.rpartition("/")[2])


def noted(said: str) -> Entry:
    """An entry that says something."""
    return replace(SAMPLE, body={"said": said})


def start(work: Callable[..., None], *given: object) -> BaseProcess:
    """A process that does ``work`` and nothing else."""
    process = _WARM.Process(target=work, args=given, daemon=True)
    process.start()
    return process


def keep_appending(
    url: str, notes: Path, name: str, begin: float = 0.0, until: float = float("inf")
) -> None:
    """Append batches of several sizes from one moment of the monotonic clock to another.

    Goes on after a refusal, as a person would, unless the connection is gone for good.
    """
    chance = random.Random(name)
    with closing(Journal(url)) as journal, notes.open("ab", buffering=0) as told:
        time.sleep(max(0.0, begin - time.monotonic()))
        number = 0
        while time.monotonic() < until:
            said = f"{name}/{number}/{chance.choice(SIZES)}"
            _append(journal, told, said)
            number += 1


def _append(journal: Journal, told: BinaryIO, said: str) -> None:
    batch = Batch(said, "begun")
    told.write(f"begun {said}\n".encode())
    try:
        seqs = journal.append(noted(f"{said}/{part}") for part in range(batch.size))
    except JournalUnavailable as error:
        told.write(f"{type(error).__name__} {said}\n".encode())
    else:
        told.write(f"done {said} {seqs[0]} {seqs[-1]}\n".encode())


def barrier(parties: int) -> Barrier:
    """What processes wait at until all of them are there."""
    return _WARM.Barrier(parties)


def append_by_key(url: str, notes: Path, name: str, keys: Sequence[str], gate: Barrier) -> None:
    """Append two entries under each key, at the same moment as all who wait at the gate."""
    with notes.open("ab", buffering=0) as told:
        gate.wait(60)
        with closing(Journal(url)) as journal:
            for key in keys:
                gate.wait(60)
                seqs = journal.append([noted(name), noted(name)], key=key)
                told.write(f"{key} {' '.join(map(str, seqs))}\n".encode())


def open_only(url: str, notes: Path) -> None:
    """Open the journal, which makes it where there is none, and append one entry."""
    notes.write_text("begun")
    with closing(Journal(url)) as journal:
        journal.append([SAMPLE])


def back_up(url: str, notes: Path, file: Path) -> None:
    """Make a backup."""
    with closing(Journal(url)) as journal:
        notes.write_text("begun")
        backup.save(journal, file)


def batches(notes: Path) -> list[Batch]:
    """What a process wrote down, oldest first. A half written line is nothing it told."""
    found: dict[str, Batch] = {}
    for line in notes.read_text(encoding="utf-8").splitlines(keepends=True):
        if line.endswith("\n"):
            state, said, *seqs = line.split()
            found[said] = Batch(said, state, *map(int, seqs))
    return list(found.values())


def assert_kept(entries: Sequence[Entry], told: Sequence[Batch]) -> None:
    """Everything acknowledged is there once, whole, where it was said to be; nothing else is.

    An append that was cut short by a kill may be there or not, but never half.
    """
    assert [entry.seq for entry in entries] == list(range(1, len(entries) + 1))
    by_said = {batch.said: batch for batch in told}
    assert len(by_said) == len(told)
    found: dict[str, tuple[int, int]] = {}
    for said, group in groupby(entries, key=_said):
        parts = list(group)
        assert said not in found, f"{said} is there twice"
        assert said in by_said, f"{said} was never begun"
        numbers = [int(str(entry.body["said"]).rpartition("/")[2]) for entry in parts]
        assert numbers == list(range(by_said[said].size)), f"{said} is there in part"
        found[said] = parts[0].seq, parts[-1].seq
    done = {batch.said: (batch.first, batch.last) for batch in told if batch.state == "done"}
    assert {said: found.get(said) for said in done} == done
    doubtful = {batch.said for batch in told if batch.state in ("begun", "Gone")}
    assert set(found) <= set(done) | doubtful, "what was refused is there"
    assert _in_order(list(found))


def _said(entry: Entry) -> str:
    return str(entry.body["said"]).rpartition("/")[0]


def _in_order(found: Sequence[str]) -> bool:
    """Are the batches of each process in the order in which it appended them?"""
    last: dict[str, int] = {}
    for said in found:
        name, number, _ = said.rsplit("/", 2)
        if int(number) <= last.get(name, -1):
            return False
        last[name] = int(number)
    return True


def wait_for(notes: Path, seconds: float = 60) -> None:
    """Wait until a process has written something down."""
    until = time.monotonic() + seconds
    while not (notes.exists() and notes.stat().st_size):
        assert time.monotonic() < until, "it never began"
        time.sleep(0.0005)

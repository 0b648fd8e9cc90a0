"""From the board's papers to a journal and a warehouse: checked as a whole, then swapped in."""

import errno
import hashlib
import logging
import time
from collections.abc import Iterable
from contextlib import closing, suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import duckdb

from scrutiny import papers, places, published, queries, signals, warehouse
from scrutiny.contract import Contract
from scrutiny.journal import Entry, Journal, JournalMoved, journal_exists
from scrutiny.papers import Board
from scrutiny.problems import BadInput, Problem
from scrutiny.register import read_register

_LOG = logging.getLogger(__name__)
_KEPT = 2  # builds that stay, so that a process which still reads the last one is not disturbed
_ABANDONED_S = 3600  # no build takes this long: parts older than it belong to one that was killed
_NO_LINKS = (errno.EPERM, errno.ENOTSUP, errno.ENOSYS)


class BuildFailed(Exception):
    """Raised when the warehouse could not be written; the one before it is still in place."""


class JournalNotEmpty(Exception):
    """Raised when init is asked to load papers into a journal that already holds entries."""


def load(journal: Journal, board: Board) -> int:
    """Appends every entry of the board's papers to an empty journal, all or none; how many.

    Raises JournalNotEmpty, also where another appended at this moment.
    """
    with suppress(JournalMoved):
        if not journal.head():
            return len(journal.append(board.entries, key="init", head=0))
    raise JournalNotEmpty(
        f"The journal already holds {journal.head()} entries and is never overwritten. "
        "If only the warehouse is wanted, run: python -m scrutiny build. "
        "To start anew, move the journal away or set SCRUTINY_JOURNAL to another place."
    )


def build(board: Board, folder: Path) -> str:
    """Writes a new warehouse, checks that it opens, swaps it in. Returns its version.

    Raises BuildFailed when the disk is full or the folder cannot be written.
    """
    version = f"warehouse-{datetime.now(UTC):%Y%m%dT%H%M%S%f}-{inputs()[:8]}"
    part, whole = folder / f".{version}.part", folder / f"{version}.duckdb"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        warehouse.write(part, board.reference, board.dataset)
        warehouse.check(part)
        part.replace(whole)
        _point(folder, whole.name)
    except (OSError, duckdb.Error) as error:
        _remove([whole])
        raise BuildFailed(_failure(folder, error)) from error
    finally:
        # DuckDB leaves its log beside a file that it could not finish
        _remove(folder.glob(f".{version}.*"))
    _tidy(folder)
    return version


def is_current(folder: Path) -> bool:
    """Does the warehouse in place come from the inputs as they are now, and does it open?"""
    version = warehouse.Warehouse.current(folder)
    if version is None or not version.endswith(inputs()[:8]):
        return False
    try:
        warehouse.Warehouse.open(folder).close()
    except warehouse.WarehouseMissing:
        return False
    return True


def inputs() -> str:
    """Digest of every file that a warehouse is built from."""
    digest = hashlib.sha256()
    files = [
        *places.board().glob("*"),
        *warehouse.SCHEMA.glob("*.sql"),
        *(queries.FOLDER / "derived").glob("*.sql"),
        *places.published().rglob("*.csv"),
        places.breaks(),
        places.register(),
    ]
    for path in sorted(path for path in files if path.is_file()):
        digest.update(path.name.encode() + b"\0" + _content(path) + b"\0")
    return digest.hexdigest()


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:  # reading the papers says so; here it is only another input
        return b"cannot be read"


def read() -> Board:
    """The board's papers, the published figures with their signals, and the register, checked.

    Raises BadInput with every problem of all three.
    """
    board: Board | None = None
    files: list[dict[str, object]] = []
    problems: list[Problem] = []
    try:
        board = papers.read_board(places.board(), _entered)
    except BadInput as bad:
        problems += bad.problems
    try:
        files = read_register(places.register(), places.board(), places.published())
    except BadInput as bad:
        problems += bad.problems
    dataset = None
    try:
        dataset = published.read_published(places.published(), places.breaks())
        if board:
            published.locate(dataset, board.setting("place"))
            problems += signals.misplaced(dataset, board.reference)
            problems += signals.unknown(dataset, board)
    except BadInput as bad:
        problems += bad.problems
    if problems or board is None or dataset is None:
        raise BadInput(problems)
    signals.fill(dataset, board.reference)
    return replace(board, reference=board.reference | {"data_file": files}, dataset=dataset)


def _entered(kind: str) -> set[str]:
    """The keys of a kind that the journal holds, where there is one."""
    url = places.journal_url()
    if not journal_exists(url):
        return set()
    key = Contract.read().table(kind).key[0]
    with closing(Journal(url)) as journal:
        return {str(entry.body[key]) for entry in journal.entries() if entry.kind == kind}


def strangers(entries: Iterable[Entry], board: Board) -> list[Problem]:
    """Groups and agencies that the journal's entries name and the board's papers do not.

    Work of theirs would drop out of every count, so a build must not go on with any.
    """
    contract = Contract.read()
    named: set[tuple[str, str]] = set()
    for entry in entries:
        named.add(("org_group", entry.by_group_id))
        for column in contract.table(entry.kind).columns:
            if column.refers_to and column.refers_to.table in papers.REFERENCE_FILES:
                value = entry.body.get(column.name)
                members = value if isinstance(value, list) else [value]
                named.update((column.refers_to.table, str(member)) for member in members if member)
    known = {
        (table, row[contract.table(table).key[0]])
        for table in papers.REFERENCE_FILES
        for row in board.reference[table]
    }
    remedy = (
        "Entries of the journal name it: add its row again. A name may change, an identifier never."
    )
    return [
        Problem(f"{table}.csv", None, contract.table(table).key[0], value, remedy)
        for table, value in sorted(named - known)
    ]


def _point(folder: Path, name: str) -> None:
    link = folder / f".{Path(name).stem}.link"
    link.symlink_to(name)
    link.replace(folder / warehouse.CURRENT)


def _failure(folder: Path, error: Exception) -> str:
    # DuckDB tells the cause last, after its own words about it
    reason = str(error).rpartition("Original error: ")[2].rstrip(".")
    is_link = isinstance(error, OSError) and error.errno in _NO_LINKS
    kept = "The one before it is still in place. "
    return (
        f"The warehouse could not be written to {folder}: {reason}. "
        + (kept if warehouse.Warehouse.current(folder) else "")
        + (
            "This disk may not hold symbolic links: set SCRUTINY_BUILD to a folder on another."
            if is_link
            else "Free some space or mend the rights, then build again."
        )
    )


def _tidy(folder: Path) -> None:
    """Keeps the build in place, whatever its date, and the newest of the others."""
    current = warehouse.Warehouse.current(folder)
    others = sorted(path for path in folder.glob("warehouse-*.duckdb") if path.stem != current)
    _remove(others[: len(others) - (_KEPT - 1)])
    _remove(path for path in folder.glob(".warehouse-*.part*") if _is_abandoned(path))


def _is_abandoned(path: Path) -> bool:
    try:
        return time.time() - path.stat().st_mtime > _ABANDONED_S
    except OSError:  # its build has just finished
        return False


def _remove(paths: Iterable[Path]) -> None:
    for path in paths:
        with suppress(OSError):
            path.unlink()
            _LOG.info("Removed %s", path.name)

"""From the board's papers to a journal and a warehouse: checked as a whole, then swapped in."""

import hashlib
import logging
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import duckdb

from scrutiny import papers, places, warehouse
from scrutiny.journal import Journal
from scrutiny.papers import Board
from scrutiny.problems import BadInput, Problem
from scrutiny.register import read_register

_LOG = logging.getLogger(__name__)
_KEPT = 2  # builds that stay, so that a process which still reads the last one is not disturbed


class BuildFailed(Exception):
    """Raised when the warehouse could not be written; the one before it is still in place."""


class JournalNotEmpty(Exception):
    """Raised when init is asked to load papers into a journal that already holds entries."""


def load(journal: Journal, board: Board) -> int:
    """Appends every entry of the board's papers, all or none. Returns how many."""
    if journal.head():
        raise JournalNotEmpty(
            f"The journal already holds {journal.head()} entries and is never overwritten. "
            "To start anew, move it away or set SCRUTINY_JOURNAL to another place."
        )
    return len(journal.append(board.entries, key="init"))


def build(board: Board, folder: Path) -> str:
    """Writes a new warehouse, checks that it opens, swaps it in. Returns its version.

    Raises BuildFailed when the disk is full or the folder cannot be written.
    """
    version = f"warehouse-{datetime.now(UTC):%Y%m%dT%H%M%S%f}-{inputs()[:8]}"
    part = folder / f".{version}.part"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        warehouse.write(part, board.reference)
        warehouse.check(part)
        part.replace(folder / f"{version}.duckdb")
        _point(folder, f"{version}.duckdb")
    except (OSError, duckdb.Error) as error:
        raise BuildFailed(
            f"The warehouse could not be written to {folder}: {error}. "
            "The one before it is still in place. "
            "Free some space or mend the rights, then build again."
        ) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
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
    files = [*places.board().glob("*"), *warehouse.SCHEMA.glob("*.sql"), places.register()]
    for path in sorted(path for path in files if path.is_file()):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def read() -> Board:
    """The board's papers and the register, checked. Raises BadInput with every problem of both."""
    board: Board | None = None
    files: list[dict[str, object]] = []
    problems: list[Problem] = []
    try:
        board = papers.read_board(places.board())
    except BadInput as bad:
        problems += bad.problems
    try:
        files = read_register(places.register(), places.board(), places.published())
    except BadInput as bad:
        problems += bad.problems
    if problems or board is None:
        raise BadInput(problems)
    return Board(board.reference | {"data_file": files}, board.entries)


def _point(folder: Path, name: str) -> None:
    link = folder / f".{name}.link"
    link.symlink_to(name)
    link.replace(folder / warehouse.CURRENT)


def _tidy(folder: Path) -> None:
    built = sorted(folder.glob("warehouse-*.duckdb"))
    for old in built[:-_KEPT]:
        with suppress(OSError):
            old.unlink()
            _LOG.info("Removed the old build %s", old.name)

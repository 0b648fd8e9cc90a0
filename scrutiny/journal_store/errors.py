"""Turns what a database says into a sentence that a board officer can act on."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import ClassVar

from sqlalchemy.exc import DBAPIError, SQLAlchemyError


class JournalUnavailable(Exception):
    """The journal cannot be used now; the text says why and what to do."""

    says: ClassVar[str] = (
        "cannot be reached. Check SCRUTINY_JOURNAL and that the database is running."
    )


class Locked(JournalUnavailable):
    """Another program held the store for longer than the timeout."""

    says = (
        "is in use by another program that has not let go of it. Nothing was written. Wait a "
        "moment and try again; if it stays so, stop the other program."
    )


class ReadOnly(JournalUnavailable):
    """The store, or the folder it is in, cannot be written."""

    says = (
        "cannot be written. Nothing was added to it. Check who may write the file and its folder, "
        "and that the disk is not mounted read only."
    )


class NotOpened(ReadOnly):
    """SQLite could not open the file, or the two files beside it."""

    says = (
        "cannot be opened. Check that SCRUTINY_JOURNAL names a file, and who may write it and its "
        "folder."
    )


class DiskFull(JournalUnavailable):
    """There is no room for the entries."""

    says = (
        "has no room: the disk is full. Nothing was added and nothing was lost. Free some space "
        "and try again."
    )


class DiskError(JournalUnavailable):
    """The disk failed to read or write."""

    says = (
        "could not be read or written: the disk reported an error. Nothing was half added. Check "
        "the disk and try again."
    )


class Damaged(JournalUnavailable):
    """The store can be opened but part of it cannot be read."""

    says = (
        "is damaged. Keep the file as it is, run python -m scrutiny verify to see the first bad "
        "entry, and restore the last good backup."
    )


class NotAJournal(JournalUnavailable):
    """The address leads to something else."""

    says = (
        "is not a journal. Check SCRUTINY_JOURNAL, or move that file away and restore the journal "
        "from a backup."
    )


# SQLite's names by their beginning (SQLITE_BUSY_RECOVERY counts as SQLITE_BUSY), and PostgreSQL's
# SQLSTATE codes.
_MEANING: dict[str, type[JournalUnavailable]] = {
    "SQLITE_BUSY": Locked,
    "SQLITE_LOCKED": Locked,
    "SQLITE_PROTOCOL": Locked,
    "SQLITE_READONLY": ReadOnly,
    "SQLITE_PERM": ReadOnly,
    "SQLITE_CANTOPEN": NotOpened,
    "SQLITE_FULL": DiskFull,
    "SQLITE_IOERR": DiskError,
    "SQLITE_CORRUPT": Damaged,
    "SQLITE_NOTADB": NotAJournal,
    "SQLITE_ERROR": NotAJournal,
    "55P03": Locked,
    "25006": ReadOnly,
    "53100": DiskFull,
    "XX001": Damaged,
    "XX002": Damaged,
}


def unavailable(kind: type[JournalUnavailable], where: str) -> JournalUnavailable:
    """The error to raise, with its sentence about the journal at ``where``."""
    return kind(f"The journal {where} {kind.says}")


@contextmanager
def plainly(where: str) -> Iterator[None]:
    """Raise JournalUnavailable in place of any error of the database or the file system."""
    try:
        yield
    except (SQLAlchemyError, sqlite3.Error) as error:
        raise unavailable(_kind(error), where) from error
    except OSError as error:
        raise unavailable(NotOpened, where) from error


def _kind(error: Exception) -> type[JournalUnavailable]:
    said = error.orig if isinstance(error, DBAPIError) else error
    code = getattr(said, "sqlite_errorname", None) or getattr(said, "sqlstate", None)
    if code is None and "decode" in str(said):
        code = "SQLITE_CORRUPT"  # sqlite3 gives no code for text that is not UTF-8
    for start, kind in _MEANING.items():
        if str(code).startswith(start):
            return kind
    return JournalUnavailable

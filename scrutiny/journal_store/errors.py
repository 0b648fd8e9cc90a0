"""Turns what a database says into a sentence that a board officer can act on."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from scrutiny.journal_store import kinds
from scrutiny.journal_store.kinds import JournalUnavailable

# SQLite's names by their beginning (SQLITE_BUSY_RECOVERY counts as SQLITE_BUSY), and PostgreSQL's
# SQLSTATE codes, the whole code before its class.
_MEANING: dict[str, type[JournalUnavailable]] = {
    "SQLITE_BUSY": kinds.Locked,
    "SQLITE_LOCKED": kinds.Locked,
    "SQLITE_PROTOCOL": kinds.Locked,
    "SQLITE_READONLY": kinds.ReadOnly,
    "SQLITE_PERM": kinds.ReadOnly,
    "SQLITE_CANTOPEN": kinds.NotOpened,
    "SQLITE_FULL": kinds.DiskFull,
    "SQLITE_IOERR": kinds.DiskError,
    "SQLITE_CORRUPT": kinds.Damaged,
    "SQLITE_NOTADB": kinds.NotAJournal,
    "SQLITE_ERROR": kinds.NotAJournal,
    "SQLITE_CONSTRAINT": kinds.Refused,
    "25006": kinds.ReadOnlyServer,
    "42501": kinds.ReadOnlyServer,
    "3D000": kinds.NoDatabase,
    "28": kinds.NotLetIn,
    "53100": kinds.DiskFull,
    "53300": kinds.Crowded,
    "55P03": kinds.Locked,
    "40P01": kinds.Locked,
    "57014": kinds.Cancelled,
    "57P03": kinds.Unready,
    "57P": kinds.Gone,
    "08": kinds.Gone,
    "25P03": kinds.Gone,
    "58": kinds.DiskError,
    "XX000": kinds.Failed,
    "XX": kinds.Damaged,
    "42P": kinds.SharedDatabase,
    "42703": kinds.SharedDatabase,
    "23": kinds.Refused,
    "P0001": kinds.Refused,
}

# A connection that was never made has no code, only words: the server's, if it speaks English, or
# those of its driver.
_WORDS: dict[str, type[JournalUnavailable]] = {
    "password authentication failed": kinds.NotLetIn,
    "no password supplied": kinds.NotLetIn,
    "no pg_hba.conf entry": kinds.NotLetIn,
    "authentication failed for user": kinds.NotLetIn,
    "permission denied for database": kinds.NotLetIn,
    "is not permitted to log in": kinds.NotLetIn,
    'FATAL:  role "': kinds.NotLetIn,
    'FATAL:  database "': kinds.NoDatabase,
    "too many clients": kinds.Crowded,
    "too many connections": kinds.Crowded,
    "connection slots are reserved": kinds.Crowded,
    "the database system is": kinds.Unready,
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
        kind = _kind(error)
        known = kind is not JournalUnavailable
        raise unavailable(kind, where) if known else _unknown(error, where) from error
    except UnicodeDecodeError as error:  # psycopg, of text that is no longer UTF-8
        raise unavailable(kinds.Damaged, where) from error
    except OSError as error:
        raise unavailable(kinds.NotOpened, where) from error


def _unknown(error: Exception, where: str) -> JournalUnavailable:
    # a server may speak any language: whoever keeps it will know its words
    first, *_ = str(_said(error)).strip().splitlines() or [""]
    return JournalUnavailable(
        f"The journal {where} {JournalUnavailable.says}"
        + (f" The database said: {first.removeprefix('connection failed: ')}" if first else "")
    )


def _said(error: Exception) -> object:
    return error.orig if isinstance(error, DBAPIError) else error


def _kind(error: Exception) -> type[JournalUnavailable]:
    said = _said(error)
    code = getattr(said, "sqlite_errorname", None) or getattr(said, "sqlstate", None)
    if isinstance(error, DBAPIError) and error.connection_invalidated:
        code = "08"  # whatever was said last, the connection is broken
    if code is None and "decode" in str(said):
        code = "SQLITE_CORRUPT"  # sqlite3 gives no code for text that is not UTF-8
    meanings, found = (_WORDS, str(said)) if code is None else (_MEANING, code)
    for start, kind in meanings.items():
        if (start in found) if code is None else found.startswith(start):
            return kind
    return JournalUnavailable

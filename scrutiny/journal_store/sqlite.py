"""Connections to a journal in a file, SQLite's."""

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, NullPool, create_engine, event
from sqlalchemy.engine import URL
from sqlalchemy.exc import InvalidatePoolError, OperationalError
from sqlalchemy.pool import ConnectionPoolEntry

from scrutiny.journal_store import kinds
from scrutiny.journal_store.errors import unavailable

_POLL_S = 0.002


def connect(url: URL, file: Path | None, timeout: float) -> Engine:
    """An engine that may write. ``timeout``, in seconds, is how long to wait for a lock."""
    # Unbounded overflow: a reader is never turned away because others are reading.
    engine = create_engine(url, connect_args={"timeout": timeout}, max_overflow=-1)
    if file is not None:
        _stay_with(engine, file)
    return _prepared(engine, timeout)


def connect_to_read(file: Path, timeout: float) -> Engine:
    """An engine for a SQLite file in a folder that cannot be written."""

    def creator() -> sqlite3.Connection:
        # In a read-only folder SQLite cannot make the two files that WAL needs. Without a log
        # beside it the file is whole by itself, and can be read as one that nobody changes. With
        # a log it must not be: entries still in the log would be missed.
        log = Path(f"{file}-wal")
        mode = "mode=ro" if log.exists() else "mode=ro&immutable=1"
        return sqlite3.connect(
            f"{file.absolute().as_uri()}?{mode}",
            uri=True,
            timeout=timeout,
            check_same_thread=False,
        )

    # A new connection each time, so that the choice above is made on what is there now.
    return _prepared(create_engine("sqlite://", creator=creator, poolclass=NullPool), timeout)


def use_write_ahead_log(engine: Engine, timeout: float) -> None:
    """Readers and the one writer then do not wait for each other. Lasts."""
    with closing(engine.raw_connection()) as connection:
        # SQLite does not wait by itself when two programs switch the mode at once
        _patiently(lambda: connection.cursor().execute("pragma journal_mode = wal"), timeout)


@contextmanager
def undecoded(connection: Connection) -> Iterator[None]:
    """Within it, text that is no longer UTF-8 is read as it is rather than refused."""
    raw: Any = connection.connection.dbapi_connection
    if not isinstance(raw, sqlite3.Connection):
        yield
        return
    raw.text_factory = _lenient
    try:
        yield
    finally:
        raw.text_factory = str


def _lenient(held: bytes) -> str:
    return held.decode("utf-8", "surrogateescape")


def _stay_with(engine: Engine, file: Path) -> None:
    """Let go of a file that was moved away: entries added to it would be seen by nobody."""

    @event.listens_for(engine, "do_connect")
    def find(*_: object) -> None:  # SQLite itself would make a new and empty one
        if not file.exists():
            raise unavailable(kinds.Missing, str(file))

    @event.listens_for(engine, "connect")
    def note(_: sqlite3.Connection, record: ConnectionPoolEntry) -> None:
        record.info["file"] = _identity(file)

    @event.listens_for(engine, "checkout")
    def compare(_: sqlite3.Connection, record: ConnectionPoolEntry, __: object) -> None:
        now = _identity(file)
        if now is None:
            raise unavailable(kinds.Missing, str(file))
        if record.info["file"] != now:
            raise InvalidatePoolError


def _identity(file: Path) -> tuple[int, int] | None:
    try:
        found = file.stat()
    except FileNotFoundError:
        return None
    return found.st_dev, found.st_ino


def _prepared(engine: Engine, timeout: float) -> Engine:
    @event.listens_for(engine, "connect")
    def prepare(raw: sqlite3.Connection, _: object) -> None:
        raw.isolation_level = None  # transactions begin where we say, not where the driver guesses
        raw.execute("pragma synchronous = full")  # an append is on the disk when it returns

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        if connection.get_execution_options().get("appending", False):
            _begin_to_write(connection, timeout)
        else:
            connection.exec_driver_sql("begin")

    return engine


def _begin_to_write(connection: Connection, timeout: float) -> None:
    # SQLite sleeps longer and longer while it waits, up to a tenth of a second. Whoever came last
    # then gets the lock, and one writer among many may never get it.
    connection.exec_driver_sql("pragma busy_timeout = 0")
    try:
        _patiently(lambda: connection.exec_driver_sql("begin immediate"), timeout)
    finally:
        connection.exec_driver_sql(f"pragma busy_timeout = {int(1000 * timeout)}")


def _patiently(work: Callable[[], object], timeout: float) -> None:
    """Do it, again and again while another program holds the lock."""
    deadline = time.monotonic() + timeout
    while True:
        try:
            work()
        except (sqlite3.OperationalError, OperationalError) as error:
            said = error.orig if isinstance(error, OperationalError) else error
            busy = str(getattr(said, "sqlite_errorname", "")).startswith("SQLITE_BUSY")
            if not busy or time.monotonic() > deadline:
                raise
            time.sleep(_POLL_S)
        else:
            return

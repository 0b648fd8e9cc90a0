"""Connections to the store, and the lock that makes commit order equal sequence order."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, NullPool, create_engine, event, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError

from scrutiny.journal_store.errors import JournalUnavailable

# Any number will do, so long as every program that appends uses the same one.
_ADVISORY_LOCK = 7236001


def parse(url: str) -> URL:
    """The URL of a store that a journal can use. Raises JournalUnavailable for any other."""
    try:
        parsed = make_url(url)
    except ArgumentError:
        raise _unknown(url) from None
    if parsed.get_backend_name() not in ("sqlite", "postgresql"):
        raise _unknown(url)
    if parsed.get_backend_name() == "sqlite" and parsed.database in (None, "", ":memory:"):
        raise JournalUnavailable(
            "The journal cannot be kept in memory, where it would be lost. Set SCRUTINY_JOURNAL "
            "to sqlite:///PATH."
        )
    return parsed


def _unknown(url: str) -> JournalUnavailable:
    scheme = url.partition(":")[0]
    return JournalUnavailable(
        f'The journal\'s address begins with "{scheme}:", which is not known. Set '
        "SCRUTINY_JOURNAL to sqlite:///PATH or postgresql+psycopg://HOST/DATABASE."
    )


def file_of(url: URL) -> Path | None:
    """The SQLite file a URL names; None for a server and for a ``file:`` address."""
    if url.get_backend_name() != "sqlite" or str(url.database).startswith("file:"):
        return None
    return Path(str(url.database))


def connect(url: URL, timeout: float) -> Engine:
    """An engine that may write. ``timeout``, in seconds, is how long to wait for a lock."""
    if url.get_backend_name() == "sqlite":
        # Unbounded overflow: a reader is never turned away because others are reading.
        engine = create_engine(url, connect_args={"timeout": timeout}, max_overflow=-1)
        return _as_sqlite(engine)
    try:
        return create_engine(
            url, pool_pre_ping=True, max_overflow=-1, execution_options={"timeout": timeout}
        )
    except (ImportError, NoSuchModuleError) as error:
        raise JournalUnavailable(
            f"The journal's address needs the driver of {url.drivername}, which is not "
            "installed. Install psycopg and use postgresql+psycopg://."
        ) from error


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
    return _as_sqlite(create_engine("sqlite://", creator=creator, poolclass=NullPool))


def use_write_ahead_log(engine: Engine, timeout: float) -> None:
    """Readers and the one writer then do not wait for each other. SQLite only; lasts."""
    deadline = time.monotonic() + timeout
    with closing(engine.raw_connection()) as connection:
        while True:
            try:
                connection.cursor().execute("pragma journal_mode = wal")
            except sqlite3.OperationalError as error:
                # SQLite does not wait by itself when two programs switch the mode at once.
                busy = error.sqlite_errorname.startswith("SQLITE_BUSY")
                if not busy or time.monotonic() > deadline:
                    raise
                time.sleep(0.02)
            else:
                return


@contextmanager
def appending(engine: Engine) -> Iterator[Connection]:
    """A transaction that no other append can overlap, committed at the end.

    Without it a reader that polls ``seq > last`` would lose entries that commit late.
    """
    with engine.execution_options(appending=True).begin() as connection:
        if connection.dialect.name == "postgresql":
            wait = int(1000 * connection.get_execution_options()["timeout"])
            connection.execute(text(f"set local lock_timeout = {wait}"))
            connection.execute(text(f"select pg_advisory_xact_lock({_ADVISORY_LOCK})"))
        yield connection


@contextmanager
def undecoded(connection: Connection) -> Iterator[None]:
    """Within it, text that is no longer UTF-8 is read as it is rather than refused (SQLite)."""
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


def _as_sqlite(engine: Engine) -> Engine:
    @event.listens_for(engine, "connect")
    def prepare(raw: sqlite3.Connection, _: object) -> None:
        raw.isolation_level = None  # transactions begin where we say, not where the driver guesses
        raw.execute("pragma synchronous = full")  # an append is on the disk when it returns

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("appending", False)
        connection.exec_driver_sql("begin immediate" if writes else "begin")

    return engine

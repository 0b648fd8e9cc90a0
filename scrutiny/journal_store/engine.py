"""Connections to the store, and the lock that makes commit order equal sequence order."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from scrutiny.journal_store import server, sqlite
from scrutiny.journal_store.kinds import JournalUnavailable


def parse(url: str | URL) -> URL:
    """The URL of a store that a journal can use. Raises JournalUnavailable for any other."""
    try:
        parsed = make_url(url)
    except ArgumentError:
        raise _unknown(str(url)) from None
    if parsed.get_backend_name() not in ("sqlite", "postgresql"):
        raise _unknown(str(url))
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


def shown(url: URL) -> str:
    """The address of a store as it may be shown: the file, or the server without a password."""
    file = file_of(url)
    if file is not None:
        return str(file)
    masked = {name: "***" for name in ("password", "passfile", "sslpassword") if name in url.query}
    text = url.update_query_dict(masked).render_as_string(hide_password=True)
    return text.replace("%2A%2A%2A", "***")


def connect(url: URL, timeout: float) -> Engine:
    """An engine that may write. ``timeout``, in seconds, is how long to wait for a lock."""
    if url.get_backend_name() == "postgresql":
        return server.connect(url, timeout, shown(url))
    return sqlite.connect(url, file_of(url), timeout)


@contextmanager
def appending(engine: Engine, where: str) -> Iterator[Connection]:
    """A transaction that no other append can overlap, committed at the end.

    Without it a reader that polls ``seq > last`` would lose entries that commit late.
    """
    with engine.execution_options(appending=True).begin() as connection:
        if connection.dialect.name == "postgresql":
            server.lock(connection, where)
        yield connection

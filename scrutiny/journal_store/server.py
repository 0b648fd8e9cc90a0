"""Connections to a journal on PostgreSQL."""

import math
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import URL
from sqlalchemy.exc import NoSuchModuleError

from scrutiny.journal_store import kinds
from scrutiny.journal_store.errors import unavailable

# Any number will do, so long as every program that appends uses the same one.
_ADVISORY_LOCK = 7236001
_KEYS = 1000  # looked up at a time


def connect(url: URL, timeout: float, where: str) -> Engine:
    """An engine for a server. ``timeout``, in seconds, is how long to wait for it or a lock."""
    wait = max(1, int(1000 * timeout))  # in milliseconds; to the server 0 means for ever
    defaults: dict[str, Any] = {
        "application_name": "scrutiny journal",
        "client_encoding": "utf8",  # whatever PGCLIENTENCODING says
        "connect_timeout": max(2, math.ceil(timeout)),
        # a server that vanished without a word is noticed in half a minute
        "keepalives_idle": 10,
        "keepalives_interval": 5,
        "keepalives_count": 3,
        "tcp_user_timeout": 25_000,
    }
    try:
        engine = create_engine(
            url,
            connect_args={name: held for name, held in defaults.items() if name not in url.query},
            # the numbers are read after the lock was got; a stricter level would show older ones
            isolation_level="READ COMMITTED",
            pool_pre_ping=True,  # a server that was restarted is found again by itself
            max_overflow=-1,
            execution_options={"wait": wait},
        )
    except (ImportError, NoSuchModuleError) as error:
        raise kinds.JournalUnavailable(
            f"The journal's address needs the driver of {url.drivername}, which is not "
            "installed. Install psycopg and use postgresql+psycopg://."
        ) from error

    @event.listens_for(engine, "connect")
    def prepare(raw: Any, _: object) -> None:
        if raw.info.parameter_status("server_encoding") != "UTF8":
            raise unavailable(kinds.NotUnicode, where)
        with raw.cursor() as cursor:
            cursor.execute(f"set lock_timeout = {wait}")  # of readers too
        raw.commit()

    return engine


def lock(connection: Connection, where: str) -> None:
    """Keep every other append out until the transaction ends, and make this one durable.

    Raises JournalUnavailable where the server would not wait for its disk.
    """
    wait = connection.get_execution_options()["wait"]
    fsync = connection.execute(
        text(
            "select current_setting('fsync'), set_config('lock_timeout', :wait, true),"
            " case current_setting('synchronous_commit') when 'off'"
            " then set_config('synchronous_commit', 'on', true) end"
        ),
        {"wait": str(wait)},
    ).scalar()
    if fsync != "on":
        raise unavailable(kinds.NotDurable, where)
    connection.execute(text(f"select pg_advisory_xact_lock({_ADVISORY_LOCK})"))


def finds_its_keys(connection: Connection) -> bool:
    """Does the index find every key? One that was damaged would find a used key unused."""
    found = connection.execute(text("select append_key, count(digest) from entry group by 1"))
    held = {key: number for key, number in found if key is not None}
    for off in ("seqscan", "indexonlyscan"):
        connection.execute(text(f"set local enable_{off} = off"))
    keys = list(held)
    for start in range(0, len(keys), _KEYS):
        asked = keys[start : start + _KEYS]
        found = connection.execute(
            text("select append_key, count(*) from entry where append_key = any(:keys) group by 1"),
            {"keys": asked},
        )
        if {row[0]: row[1] for row in found} != {key: held[key] for key in asked}:
            return False
    return True

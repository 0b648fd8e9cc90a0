"""Brings a store to the newest shape; creates it where there is none."""

import threading

from sqlalchemy import Connection, Engine, inspect, text

from scrutiny.journal_store.engine import appending
from scrutiny.journal_store.errors import unavailable
from scrutiny.journal_store.kinds import NotAJournal, SharedDatabase

NEWEST = "0002"  # the last file in scrutiny/migrations/versions; a test keeps the two together

_one_at_a_time = threading.Lock()  # Alembic keeps the migration it is running in a global


def upgrade(engine: Engine, where: str) -> None:
    """Run what migrations are missing, all or none. Raises JournalUnavailable."""
    with engine.connect() as connection:
        if _version(connection, where) == NEWEST:
            return
    with _one_at_a_time, appending(engine, where) as connection:
        # Another program may have done it while this one waited.
        version = _version(connection, where)
        if version != NEWEST:
            # Alembic takes 0.15 s to import, and most starts need no migration.
            from scrutiny.journal_store import migrate  # noqa: PLC0415

            migrate.to_newest(connection, version, where)


def _version(connection: Connection, where: str) -> str | None:
    tables = set(inspect(connection).get_table_names())
    if {"alembic_version", "entry", "head"} <= tables:
        found = connection.execute(text("select version_num from alembic_version")).scalar()
        return None if found is None else str(found)
    if tables:  # somebody else's database: leave it alone
        kind = NotAJournal if connection.dialect.name == "sqlite" else SharedDatabase
        raise unavailable(kind, where)
    return None

"""Runs the migrations in ``scrutiny/migrations`` with Alembic, without a file of settings."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from scrutiny.journal_store.kinds import JournalUnavailable

_MIGRATIONS = Path(__file__).resolve().parent.parent / "migrations"


def settings() -> Config:
    """What Alembic needs to know; it takes over no logging."""
    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    return config


def to_newest(connection: Connection, version: str | None, where: str) -> None:
    """Migrate from ``version`` (None: nothing there) in the transaction of ``connection``.

    Raises JournalUnavailable for a version that this code does not know.
    """
    config = settings()
    known = [script.revision for script in ScriptDirectory.from_config(config).walk_revisions()]
    if version is not None and version not in known:
        raise JournalUnavailable(
            f"The journal {where} was made by a newer version of this dashboard (its form is "
            f"{version}, this version knows up to {known[0]}). Install the newer version."
        )
    config.attributes["connection"] = connection
    command.upgrade(config, "head")

"""The two stores a journal can be kept in, each with the tools of whoever keeps it."""

import sqlite3
from abc import ABC, abstractmethod
from contextlib import closing
from datetime import date
from pathlib import Path

import psycopg

from scrutiny.journal import Entry
from tests.postgres import Cluster

SAMPLE = Entry(
    kind="report",
    body={"report_id": "R1", "percent": 40, "share": 0.5, "rec_ids": ["a", "é"], "done": None},
    effective_on=date(2018, 2, 1),
    by_group_id="QEG",
    by_role="chair",
    provenance="illustrative",
    why="after the meeting",
)


class Store(ABC):
    """An empty place for a journal, in which others can meddle."""

    kind: str
    refusal: type[Exception]  # what a database tool gets for breaking a rule of the store

    @property
    @abstractmethod
    def url(self) -> str:
        """The address of the journal."""

    @abstractmethod
    def make_room(self) -> None:
        """Prepare the place for something else than a journal."""

    @abstractmethod
    def do(self, *statements: str) -> list[tuple[object, ...]]:
        """Run statements as any database tool could; the rows of the last."""

    @abstractmethod
    def tamper(self, *statements: str) -> None:
        """Run statements as whoever owns the store could, the triggers out of the way."""


class Sqlite(Store):
    """A file that is not there yet, in folders that are not either."""

    kind = "sqlite"
    refusal = sqlite3.IntegrityError

    def __init__(self, folder: Path) -> None:
        self.file = folder / "deep" / "er" / "journal.db"

    @property
    def url(self) -> str:
        return f"sqlite:///{self.file}"

    def make_room(self) -> None:
        self.file.parent.mkdir(parents=True)

    def do(self, *statements: str) -> list[tuple[object, ...]]:
        with closing(sqlite3.connect(self.file)) as raw, raw:
            found: list[tuple[object, ...]] = []
            for statement in statements:
                found = raw.execute(statement).fetchall()
            return found

    def tamper(self, *statements: str) -> None:
        triggers = self.do("select name from sqlite_master where type = 'trigger'")
        self.do(*(f"drop trigger {name}" for (name,) in triggers), *statements)


class Postgresql(Store):
    """An empty database of a server of the tests."""

    kind = "postgresql"
    refusal = psycopg.errors.RaiseException

    def __init__(self, cluster: Cluster) -> None:
        self.cluster = cluster
        self.database = cluster.emptied()

    @property
    def url(self) -> str:
        return self.cluster.url(self.database)

    def make_room(self) -> None:
        """Nothing to do: the database is there."""

    def do(self, *statements: str) -> list[tuple[object, ...]]:
        return self.cluster.do(*statements, database=self.database)

    def tamper(self, *statements: str) -> None:
        self.do("set session_replication_role = replica", *statements)

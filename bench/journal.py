"""How fast entries are appended to each store, and how soon a report that is saved is seen.

Each is measured by turns with the least that any program must do on that store: one row inserted
into a plain table and committed to the disk.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from uuid import uuid4

import pandas as pd
import sqlalchemy as sa

from bench.arithmetic import Pair, pair
from bench.stores import Store
from scrutiny import drafts
from scrutiny.journal import Entry, Journal
from scrutiny.journal_store import engine as engines
from scrutiny.people import Person
from scrutiny.recording import record
from scrutiny.warehouse import Warehouse
from tests import postgres

_DAY = date(2018, 3, 31)  # after everything in the sample
_CHAIR, _GROUP, _ACTION = "chair", "sub_group", "ACT-6-4"
_APPENDS, _SAVES = 300, 15
_QUESTION = "actions/list"


@dataclass(frozen=True)
class Kept:
    """What one kind of store takes, in seconds: an append, and a report from saved to seen."""

    kind: str
    append: Pair
    seen: Pair

    @property
    def rate(self) -> float:
        """Appends a second by one writer, each on the disk before the next."""
        return 1000 / self.append.real_ms


def measured(sample: Store, folder: Path) -> list[Kept]:
    """Both stores with the sample's entries; SQLite alone where there is no PostgreSQL."""
    found = [_store("SQLite", sample, f"sqlite:///{folder / 'measured.db'}")]
    programs = postgres.programs()
    if programs is None:
        print("  no PostgreSQL on this machine, so SQLite alone", flush=True)
        return found
    with postgres.cluster(programs) as server:
        return [*found, _store("PostgreSQL", sample, server.url(server.new()))]


def _store(kind: str, sample: Store, url: str) -> Kept:
    print(f"  {kind}", flush=True)
    with closing(Journal(url)) as journal, _plain(url) as insert:
        with closing(Journal(sample.variables["SCRUTINY_JOURNAL"])) as source:
            journal.copy_from(source)
        return Kept(
            kind, _appends(journal, insert), _from_saved_to_seen(sample.build, journal, insert)
        )


@contextmanager
def _plain(url: str) -> Iterator[Callable[[], None]]:
    """Inserts and commits a row of the size of a report, on the same store and as safely."""
    engine = engines.connect(engines.parse(url), 10.0)
    table = sa.Table("plain", sa.MetaData(), sa.Column("said", sa.Text))
    table.create(engine)

    def insert() -> None:
        with engine.begin() as connection:
            connection.execute(table.insert(), {"said": "x" * 400})

    try:
        yield insert
    finally:
        engine.dispose()


def _appends(journal: Journal, insert: Callable[[], None]) -> Pair:
    person = Person("bench", _CHAIR, "Chair")
    real, bare = [], []
    for _ in range(_APPENDS):
        real.append(_timed(partial(journal.append, [_report(person, "BENCH")], uuid4().hex)))
        bare.append(_timed(insert))
    return pair(real, bare)


def _from_saved_to_seen(build: Path, journal: Journal, insert: Callable[[], None]) -> Pair:
    """From the press that saves a report until another process shows it in a list of actions.

    The twin inserts its plain row and asks the same question where nothing changed.
    """
    writer, reader = Warehouse.open(build), Warehouse.open(build)
    real, bare = [], []
    try:
        _catch_up(writer, journal)
        lead = str(_asked(writer, "report/subject", action=_ACTION)["lead_group_id"].iloc[0])
        person = Person("bench", _CHAIR, "Chair", (lead,))
        for _ in range(_SAVES):
            _catch_up(writer, journal)
            _catch_up(reader, journal)
            last = int(writer.ask("report/last", action=_ACTION)["last_seq"].iloc[0])
            real.append(_timed(partial(_save_and_see, writer, reader, journal, person, last)))
            bare.append(_timed(lambda: (insert(), _asked(reader, _QUESTION))))
    finally:
        writer.close()
        reader.close()
    return pair(real, bare)


def _save_and_see(
    writer: Warehouse, reader: Warehouse, journal: Journal, person: Person, last: int
) -> None:
    key = uuid4().hex
    made = [_report(person, person.group_ids[0], key)]
    (seq,) = record(writer, journal, person, _ACTION, made, key, last)
    _catch_up(reader, journal)
    _asked(reader, _QUESTION)
    if reader.head != seq:
        raise RuntimeError("the report was saved and not seen")


def _asked(store: Warehouse, name: str, **more: object) -> pd.DataFrame:
    return store.ask(name, as_at=_DAY, **more)


def _catch_up(store: Warehouse, journal: Journal) -> None:
    if journal.head() != store.head:
        store.take(journal.entries(after=store.head))


def _report(person: Person, group: str, key: str = "") -> Entry:
    pen = drafts.Pen(person, group, _DAY, key or uuid4().hex, is_fixed=True)
    about = {"action_id": _ACTION}
    (entry,) = drafts.entries(pen, drafts.REPORT, about, {"done": "Measured.", "percent": 10})
    return entry


def _timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began

"""Every entry corrected by another that says the same: no answer may change for it."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace

import pytest

from scrutiny import entry_lists, queries, sight
from scrutiny.contract import Contract
from scrutiny.journal import Entry, Journal
from scrutiny.warehouse import Warehouse
from tests.conftest import Built
from tests.queries.test_closed_session import given

AGAIN = "~"  # what the keys of corrections end with
TELLS_OF_CORRECTIONS = {
    *("recommendations/story", "risks/story", "report/newer", "board/changes"),
    *(name for name in queries.names() if name.startswith(("entries/", "access/"))),
}
KEYS = {"seq", "last_seq"}
RECS = ("OFSTED-2017-2", "OFSTED-2017-6", "CSC-2010-3")
REFERRED_TO = """
select e.seq
from entry_line as e
where exists (
    select 1 from entry_about as a
    where a.about = e.kind and a.about_key = e.key and a.seq != e.seq
)
"""


def corrections(store: Warehouse, entries: list[Entry]) -> Iterator[Entry]:
    """One for each entry that no other refers to, known on the same day."""
    with store._connection.cursor() as cursor:
        sight.hide(cursor, [])
        store._workings._keep_lists(entry_lists.NAMES)
        stays = {seq for (seq,) in cursor.execute(REFERRED_TO).fetchall()}
    last = store.head
    for entry in entries:
        if entry.seq in stays or entry.kind == "setting":  # its name is its key
            continue
        last += 1
        key = Contract.read().table(entry.kind).key[0]
        body = {**entry.body, key: f"{entry.body[key]}{AGAIN}"}
        yield replace(entry, seq=last, corrects=entry.seq, body=body)


@pytest.fixture(scope="module")
def stores(built: Built) -> Iterator[tuple[Warehouse, Warehouse]]:
    with closing(Journal(built.journal)) as journal:
        entries = list(journal.entries())
    with (
        closing(Warehouse.open(built.build)) as once,
        closing(Warehouse.open(built.build)) as twice,
    ):
        once.take(entries)
        again = list(corrections(once, entries))
        assert len(again) > len(entries) / 2
        twice.take([*entries, *again])
        yield once, twice


def answer(store: Warehouse, name: str, rec: str) -> list[str]:
    rows = store.ask(name, **given(name, rec))
    left = rows.drop(columns=KEYS & set(rows.columns)).replace(AGAIN, "", regex=True)
    return sorted(repr(row) for row in left.itertuples(index=False))


@pytest.mark.parametrize("name", [n for n in queries.names() if n not in TELLS_OF_CORRECTIONS])
def test_no_answer_counts_or_shows_anything_twice(
    stores: tuple[Warehouse, Warehouse], name: str
) -> None:
    once, twice = stores
    for rec in RECS:
        assert answer(twice, name, rec) == answer(once, name, rec)

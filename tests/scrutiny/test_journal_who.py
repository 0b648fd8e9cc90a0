"""Who typed an entry and which it corrects: kept, chained, and absent from older journals."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import NullPool, create_engine, text

from scrutiny.journal import ChainBroken, Journal
from scrutiny.journal_store import migrate
from tests.stores import SAMPLE, Store


def test_who_typed_it_and_what_it_corrects_come_back(journal: Journal) -> None:
    journal.append([SAMPLE, replace(SAMPLE, entered_by="officer", corrects=1)])
    first, second = journal.entries()
    assert (first.entered_by, first.corrects) == (None, None)
    assert (second.entered_by, second.corrects) == ("officer", 1)
    journal.verify()


@pytest.mark.parametrize("column", ["entered_by = 'chair'", "corrects = 2", "entered_by = null"])
def test_both_are_under_the_chain(journal: Journal, store: Store, column: str) -> None:
    journal.append([SAMPLE, replace(SAMPLE, entered_by="officer", corrects=1), SAMPLE])
    store.tamper(f"update entry set {column} where seq = 2")
    with pytest.raises(ChainBroken) as broken:
        journal.verify()
    assert broken.value.seq == 2


def test_a_name_added_to_an_entry_that_had_none_breaks_the_chain(
    journal: Journal, store: Store
) -> None:
    journal.append([SAMPLE, SAMPLE])
    store.tamper("update entry set entered_by = 'officer' where seq = 1")
    with pytest.raises(ChainBroken) as broken:
        journal.verify()
    assert broken.value.seq == 1


@pytest.mark.parametrize("number", [0, -1, True, "7", 1.0, 2**63])
def test_what_it_corrects_is_the_number_of_an_entry(journal: Journal, number: object) -> None:
    with pytest.raises(ValueError, match="corrects must be the number of an entry"):
        journal.append([replace(SAMPLE, corrects=number)])  # type: ignore[arg-type]
    assert journal.head() == 0


def test_a_journal_of_the_first_form_is_brought_up_to_date_and_keeps_its_chain(
    store: Store, tmp_path: Path
) -> None:
    with closing(Journal(f"sqlite:///{tmp_path / 'new.db'}")) as journal:
        journal.append([SAMPLE, SAMPLE])
        rows = journal._page(0, 10)
    store.make_room()
    # the same entries as that form held them: without the two columns, with the same digests
    columns = [name for name in rows[0] if name not in ("entered_by", "corrects")]
    values = ", ".join(f":{name}" for name in columns)
    with create_engine(store.url, poolclass=NullPool).begin() as connection:
        config = migrate.settings()
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        for row in rows:
            connection.execute(
                text(f"insert into entry ({', '.join(columns)}) values ({values})"),
                {name: row[name] for name in columns},
            )
        connection.execute(text("update head set seq = :seq, digest = :digest"), rows[-1])
    with closing(Journal(store.url)) as journal:
        journal.verify()
        assert journal.append([replace(SAMPLE, entered_by="officer")]) == [3]
        journal.verify()
        assert [entry.entered_by for entry in journal.entries()] == [None, None, "officer"]

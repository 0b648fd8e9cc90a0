"""Who typed an entry and which it corrects: kept, chained, and absent from older journals."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import create_engine

from scrutiny.journal import ChainBroken, Journal
from scrutiny.journal_store import migrate
from tests.scrutiny.test_journal import SAMPLE, tamper


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "journal.db"


@pytest.fixture
def journal(file: Path) -> Iterator[Journal]:
    with closing(Journal(f"sqlite:///{file}")) as opened:
        yield opened


def test_who_typed_it_and_what_it_corrects_come_back(journal: Journal) -> None:
    journal.append([SAMPLE, replace(SAMPLE, entered_by="officer", corrects=1)])
    first, second = journal.entries()
    assert (first.entered_by, first.corrects) == (None, None)
    assert (second.entered_by, second.corrects) == ("officer", 1)
    journal.verify()


@pytest.mark.parametrize("column", ["entered_by = 'chair'", "corrects = 2", "entered_by = null"])
def test_both_are_under_the_chain(journal: Journal, file: Path, column: str) -> None:
    journal.append([SAMPLE, replace(SAMPLE, entered_by="officer", corrects=1), SAMPLE])
    tamper(file, f"update entry set {column} where seq = 2")
    with pytest.raises(ChainBroken) as broken:
        journal.verify()
    assert broken.value.seq == 2


def test_a_name_added_to_an_entry_that_had_none_breaks_the_chain(
    journal: Journal, file: Path
) -> None:
    journal.append([SAMPLE, SAMPLE])
    tamper(file, "update entry set entered_by = 'officer' where seq = 1")
    with pytest.raises(ChainBroken) as broken:
        journal.verify()
    assert broken.value.seq == 1


@pytest.mark.parametrize("number", [0, -1, True, "7", 1.0])
def test_what_it_corrects_is_the_number_of_an_entry(journal: Journal, number: object) -> None:
    with pytest.raises(ValueError, match="corrects must be the number of an entry"):
        journal.append([replace(SAMPLE, corrects=number)])  # type: ignore[arg-type]
    assert journal.head() == 0


def test_a_journal_of_the_first_form_is_brought_up_to_date_and_keeps_its_chain(
    tmp_path: Path,
) -> None:
    new = tmp_path / "new.db"
    with closing(Journal(f"sqlite:///{new}")) as journal:
        journal.append([SAMPLE, SAMPLE])
    old = tmp_path / "old.db"
    with create_engine(f"sqlite:///{old}").begin() as connection:
        config = migrate.settings()
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
    # the same entries as that form held them: without the two columns, with the same digests
    kept = "append_key, kind, body, effective_on, recorded_at, appended_at, by_group_id, by_role"
    with closing(sqlite3.connect(old)) as raw, raw:
        raw.execute(f"attach '{new}' as new")
        raw.execute(
            f"insert into entry (seq, {kept}, provenance, why, cited, digest)"
            f" select seq, {kept}, provenance, why, cited, digest from new.entry order by seq"
        )
        raw.execute("update head set (seq, digest) = (select seq, digest from new.head)")
    with closing(Journal(f"sqlite:///{old}")) as journal:
        journal.verify()
        assert journal.append([replace(SAMPLE, entered_by="officer")]) == [3]
        journal.verify()
        assert [entry.entered_by for entry in journal.entries()] == [None, None, "officer"]

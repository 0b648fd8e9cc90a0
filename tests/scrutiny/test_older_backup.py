"""A backup of an older release, restored under the warehouse and the rules of today.

``older_journal.sql`` is the sample's journal as a release wrote it that knew the first form only,
before risks, audits, corrections and who typed an entry; a dump, so that it can be read.
"""

import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import pytest

from scrutiny import backup
from scrutiny.journal import Entry, Journal
from scrutiny.warehouse import Warehouse
from tests.conftest import Built
from tests.queries.small_board import rows

DUMP = Path(__file__).with_name("older_journal.sql")
DAY = date(2018, 2, 15)
HEAD = (267, "64c2d4bf029347ddbe7ae0ddba5c9fd558d8629037a4460fbb028a70cd28fb3d")


@dataclass
class Restored:
    """The store, and the digests that the older release gave its entries."""

    built: Built
    digests: list[str]

    def warehouse(self) -> Warehouse:
        store = Warehouse.open(self.built.build)
        with closing(Journal(self.built.journal)) as journal:
            store.take(journal.entries())
        return store


@pytest.fixture
def restored(built: Built, tmp_path: Path) -> Restored:
    """A build of today with the journal gone, into which the older backup was restored."""
    file = tmp_path / "older.db"
    with closing(sqlite3.connect(file)) as raw:
        raw.executescript(DUMP.read_text(encoding="utf-8"))
        found = [digest for (digest,) in raw.execute("select digest from entry order by seq")]
    store = Built(built.board, Path(shutil.copytree(built.build, tmp_path / "b", symlinks=True)))
    for journal in store.build.glob("journal.db*"):
        journal.unlink()
    done = store.run("restore", str(file))
    assert done.returncode == 0, done.stderr
    assert done.stdout == f"Restored 267 entries. The last digest: {HEAD[1]}\n"
    return Restored(store, found)


def test_every_entry_keeps_its_digest_and_the_chain_is_whole(restored: Restored) -> None:
    done = restored.built.run("verify")
    assert done.stdout == "The journal's chain is whole: 267 entries.\n"
    with closing(Journal(restored.built.journal)) as journal:
        assert journal.last() == HEAD
        assert [entry.digest for entry in journal.entries()] == restored.digests
        assert {entry.entered_by for entry in journal.entries()} == {None}


def test_the_questions_of_today_answer_from_it(restored: Restored) -> None:
    with closing(restored.warehouse()) as store:
        listed = store.ask("recommendations/list", as_at=DAY)
        assert max(listed["rec_id"]) == "OFSTED-2017-6"
        found = rows(store.ask("actions/list", as_at=DAY), "action_id", "replaced_by", "replaces")
        by_action = {action: (by, of) for action, by, of in found}
        assert by_action["ACT-5-3"] == ("ACT-5-4, One shared training module on neglect", None)
        since = store.ask("board/changes", since=date(2017, 12, 7), as_at=DAY)
        assert {"narrowed", "signed off", "overdue"} <= set(since["change"])
        assert store.ask("risks/list", as_at=DAY).empty  # nobody had entered any


def test_it_is_built_under_and_goes_on_with_entries_of_today(restored: Restored) -> None:
    done = restored.built.run("build")
    assert done.returncode == 0, done.stderr
    with closing(Journal(restored.built.journal)) as journal:
        body = {"move_id": "M-NEW", "action_id": "ACT-3-5", "to_delivery": "superseded"}
        names = {"meeting_id": "BOARD-2018-02-15", "replaced_by_id": "ACT-3-3"}
        said: dict[str, Any] = {"why": "One audit does both.", "entered_by": "board-chair"}
        said |= {"recorded_at": datetime.combine(DAY, time.min, UTC)}
        made = Entry("move", body | names, DAY, "BOARD", "chair", "illustrative", **said)
        assert journal.append([made]) == [268]
        journal.verify()
    with closing(restored.warehouse()) as store:
        found = dict(rows(store.ask("actions/list", as_at=DAY), "action_id", "replaced_by"))
        assert str(found["ACT-3-5"]).startswith("ACT-3-3, ")


def test_an_entry_that_the_older_release_did_not_write_is_found(tmp_path: Path) -> None:
    file = tmp_path / "spoilt.db"
    written = DUMP.read_text(encoding="utf-8")
    spoilt = written.replace("One shared module reaches", "One shared module misses")
    assert spoilt != written
    with closing(sqlite3.connect(file)) as raw:
        raw.executescript(spoilt)
    with pytest.raises(backup.BackupFailed, match="is altered"):
        backup.restore(f"sqlite:///{tmp_path / 'elsewhere.db'}", file)

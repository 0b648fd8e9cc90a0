"""The journal's door: append, entries, head and verify."""

import logging
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import NullPool, create_engine, select

from scrutiny.journal import ChainBroken, Entry, Journal, JournalUnavailable
from scrutiny.journal_store import chain, migrate, tables, upgrade
from tests.stores import SAMPLE, Store


def about(number: int) -> Entry:
    return replace(SAMPLE, body={"report_id": f"R{number}"})


def names(found: Iterator[Entry]) -> list[object]:
    return [entry.body["report_id"] for entry in found]


def test_opening_makes_an_empty_journal(journal: Journal) -> None:
    assert journal.head() == 0
    assert list(journal.entries()) == []
    journal.verify()


def test_what_is_appended_is_read_back_with_what_the_journal_stamps(journal: Journal) -> None:
    before = datetime.now(UTC)
    assert journal.append([SAMPLE]) == [1]
    (found,) = journal.entries()
    assert found.appended_at is not None
    assert before <= found.appended_at <= datetime.now(UTC)
    assert found.recorded_at == found.appended_at
    assert len(found.digest) == 64
    assert replace(found, recorded_at=None, seq=0, appended_at=None, digest="") == SAMPLE


def test_the_day_the_board_learned_it_is_kept_in_utc(journal: Journal) -> None:
    british_summer = timezone(timedelta(hours=1))
    learned = datetime(2018, 6, 1, 0, 30, tzinfo=british_summer)
    journal.append([replace(SAMPLE, recorded_at=learned)])
    (found,) = journal.entries()
    assert found.recorded_at == learned
    assert found.recorded_at.tzinfo == UTC
    assert found.recorded_at.date() == date(2018, 5, 31)


def test_a_digest_is_that_of_one_entry_and_zeros_before_the_first(ten: Journal) -> None:
    seq, last = ten.last()
    assert ten.digest(seq) == last
    assert ten.digest(seq - 1) not in (last, None)
    assert ten.digest(0) == "0" * 64
    assert ten.digest(seq + 1) is None


def test_entries_outlive_the_journal_object(journal: Journal, store: Store) -> None:
    journal.append([about(1), about(2)])
    journal.close()
    with closing(Journal(store.url)) as again:
        assert names(again.entries()) == ["R1", "R2"]
        assert again.append([about(3)]) == [3]
        again.verify()


def test_sequence_numbers_have_no_gaps_after_a_refused_append(journal: Journal) -> None:
    assert journal.append([about(1), about(2)]) == [1, 2]
    with pytest.raises(ValueError, match="kind"):
        journal.append([replace(SAMPLE, kind="")])
    assert journal.append([about(3)]) == [3]
    assert journal.head() == 3


def test_no_entries_appends_nothing(journal: Journal) -> None:
    assert journal.append([]) == []
    assert journal.head() == 0


@pytest.mark.parametrize(
    ("bad", "said"),
    [
        ({"kind": " "}, "kind must be given"),
        ({"by_role": ""}, "by_role must be given"),
        ({"provenance": None}, "provenance must be given"),
        ({"why": "a\0b"}, "why must be text"),
        ({"cited": "\ud800"}, "cited holds half a character"),
        ({"effective_on": "2018-02-01"}, "effective_on must be a date"),
        ({"effective_on": datetime(2018, 2, 1, tzinfo=UTC)}, "effective_on must be a date"),
        ({"recorded_at": datetime(2018, 2, 1)}, "time zone"),  # noqa: DTZ001
        ({"body": ["a"]}, "body must map"),
        ({"body": {"percent": float("nan")}}, "body.percent holds nan"),
        ({"body": {"due_on": date(2018, 2, 1)}}, "body.due_on holds"),
        ({"body": {1: "a"}}, "every name in body must be text"),
        ({"body": {"a": {"b": {2: "c"}}}}, "every name in body.a.b must be text"),
        ({"body": {"a": "\ud800"}}, "body holds half a character"),
    ],
)
def test_one_bad_entry_keeps_all_out_and_is_named(
    journal: Journal, bad: dict[str, object], said: str
) -> None:
    with pytest.raises(ValueError, match="Entry 2 ") as caught:
        journal.append([about(1), replace(SAMPLE, **bad), about(3)])
    assert said in str(caught.value)
    assert journal.head() == 0


def test_entries_that_fail_while_being_made_keep_all_out(journal: Journal) -> None:
    def made() -> Iterator[Entry]:
        yield about(1)
        raise RuntimeError

    with pytest.raises(RuntimeError):
        journal.append(made())
    assert journal.head() == 0


FAILS = {
    "sqlite": [
        "create trigger fails before insert on entry when new.seq = 2 "
        "begin select raise(abort, 'no'); end"
    ],
    "postgresql": ["alter table entry add check (seq <> 2)"],
}


def test_a_failure_in_mid_insert_keeps_all_out(journal: Journal, store: Store) -> None:
    store.do(*FAILS[store.kind])
    with pytest.raises(JournalUnavailable, match="refused the entries"):
        journal.append([about(1), about(2), about(3)])
    assert (journal.head(), list(journal.entries())) == (0, [])


def test_the_same_key_appends_once(journal: Journal) -> None:
    journal.append([about(0)])
    first = journal.append([about(1), about(2)], key="form-7")
    journal.append([about(3)], key="form-8")
    assert first == [2, 3]
    assert journal.append([about(1), about(2)], key="form-7") == first
    assert names(journal.entries()) == ["R0", "R1", "R2", "R3"]


def test_without_a_key_the_same_entries_append_again(journal: Journal) -> None:
    assert journal.append([SAMPLE]) + journal.append([SAMPLE]) == [1, 2]


@pytest.mark.parametrize("key", ["", " ", "a\0b", "\ud800", "k" * 256, 7])
def test_a_key_that_cannot_be_kept_is_refused(journal: Journal, key: str) -> None:
    with pytest.raises(ValueError, match="key"):
        journal.append([SAMPLE], key=key)
    assert journal.head() == 0


def test_the_longest_key_is_kept_and_found(journal: Journal) -> None:
    key = "\U0001f511" * 255
    assert journal.append([SAMPLE], key=key) == journal.append([SAMPLE], key=key) == [1]


@pytest.mark.parametrize("after", [0, 1, 999, 1000, 1001, 2499, 2500, 9999])
def test_entries_start_after_the_number_given(journal: Journal, after: int) -> None:
    journal.append(about(number) for number in range(1, 2501))
    found = [entry.seq for entry in journal.entries(after=after)]
    assert found == list(range(after + 1, 2501))


def test_entries_appended_while_reading_are_read_too(journal: Journal) -> None:
    journal.append(about(number) for number in range(1001))
    reading = journal.entries()
    next(reading)
    journal.append([about(1001)])  # a reader stopped half way keeps nobody out
    assert [entry.seq for entry in reading] == list(range(2, 1003))


def test_threads_may_share_a_journal(journal: Journal) -> None:
    def work(thread: int) -> list[int]:
        return [journal.append([about(thread), about(thread)])[0] for _ in range(10)]

    with ThreadPoolExecutor(8) as pool:
        firsts = [seq for seqs in pool.map(work, range(8)) for seq in seqs]
        seen = [entry.seq for entry in journal.entries()]
    assert sorted(firsts) == list(range(1, 161, 2))
    assert seen == list(range(1, 161))
    journal.verify()


def test_opening_leaves_logging_alone(store: Store) -> None:
    handlers, level = list(logging.root.handlers), logging.root.level
    other = logging.getLogger("somebody.else")
    Journal(store.url).close()
    assert (logging.root.handlers, logging.root.level) == (handlers, level)
    assert not other.disabled


def test_the_migrations_make_the_tables_the_code_uses(journal: Journal, store: Store) -> None:
    with create_engine(store.url, poolclass=NullPool).connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), tables.metadata) == []


def test_the_newest_migration_is_the_one_the_code_knows() -> None:
    assert ScriptDirectory.from_config(migrate.settings()).get_heads() == [upgrade.NEWEST]


# --- The chain ---------------------------------------------------------------------------------


@pytest.fixture
def ten(journal: Journal) -> Journal:
    journal.append([about(number) for number in range(1, 6)], key="first")
    journal.append([about(number) for number in range(6, 11)])
    journal.verify()
    return journal


COPY = (
    "insert into entry select {}, append_key, kind, body, effective_on, recorded_at, appended_at, "
    "by_group_id, by_role, provenance, why, cited, digest, entered_by, corrects from entry "
    "where seq = 10"
)
MOVED_DOWN = [f"update entry set seq = {seq - 1} where seq = {seq}" for seq in range(5, 11)]
SWAPPED = [
    "update entry set seq = 99 where seq = 4",
    "update entry set seq = 4 where seq = 5",
    "update entry set seq = 5 where seq = 99",
]


@pytest.mark.parametrize(
    ("first_bad", "statements"),
    [
        (4, ['update entry set body = \'{"report_id":"R9"}\' where seq = 4']),
        (4, ["update entry set body = replace(body, ':', ': ') where seq = 4"]),
        (4, ["update entry set append_key = 'other' where seq = 4"]),
        (4, ["update entry set kind = 'move' where seq = 4"]),
        (4, ["update entry set effective_on = '2018-02-02' where seq = 4"]),
        (4, ["update entry set recorded_at = '2018-02-01T00:00:00.000000+00:00' where seq = 4"]),
        (4, ["update entry set appended_at = '2018-02-01T00:00:00.000000+00:00' where seq = 4"]),
        (4, ["update entry set by_group_id = 'BG' where seq = 4"]),
        (4, ["update entry set by_role = 'officer' where seq = 4"]),
        (4, ["update entry set provenance = 'paper' where seq = 4"]),
        (4, ["update entry set why = null where seq = 4"]),
        (4, ["update entry set cited = '' where seq = 4"]),
        (4, ["update entry set digest = upper(digest) where seq = 4"]),
        (4, ["delete from entry where seq = 4"]),
        (1, ["delete from entry where seq = 1"]),
        (0, ["update entry set seq = 0 where seq = 4"]),
        (4, ["delete from entry where seq = 4", *MOVED_DOWN]),
        (4, SWAPPED),
        (11, [COPY.format(11)]),
        (-3, [COPY.format(-3)]),
        (10, ["delete from entry where seq = 10"]),
        (8, ["delete from entry where seq >= 8"]),
        (7, ["delete from entry where seq >= 8", "update head set seq = 7"]),
        (1, ["delete from entry"]),
        (1, ["delete from head"]),
        (8, ["update head set seq = 7"]),
        (11, ["update head set seq = 12"]),
        (10, ["update head set digest = (select digest from entry where seq = 9)"]),
    ],
)
def test_tampering_is_found_and_the_first_bad_entry_named(
    ten: Journal, store: Store, first_bad: int, statements: list[str]
) -> None:
    store.tamper(*statements)
    with pytest.raises(ChainBroken) as caught:
        ten.verify()
    assert caught.value.seq == first_bad
    assert f"entry {first_bad} " in str(caught.value)


@pytest.mark.parametrize("statement", ["delete from entry where seq = 10", "delete from head"])
def test_nothing_is_built_on_an_end_that_was_tampered_with(
    ten: Journal, store: Store, statement: str
) -> None:
    store.tamper(statement)
    with pytest.raises(ChainBroken):
        ten.append([SAMPLE])


@pytest.mark.parametrize(
    "statement",
    [
        "update entry set why = 'x' where seq = 3",
        "delete from entry where seq = 10",
        "delete from entry",
        COPY.format(12),
        "delete from head",
        "update head set seq = 9",
    ],
)
def test_the_store_itself_refuses_to_change_what_is_written(
    ten: Journal, store: Store, statement: str
) -> None:
    with pytest.raises(store.refusal, match="append only"):
        store.do(statement)
    ten.verify()


def test_verify_passes_while_others_append(ten: Journal) -> None:
    ten.append(about(number) for number in range(3000))
    with ThreadPoolExecutor(1) as pool:
        appends = pool.submit(lambda: [ten.append([SAMPLE]) for _ in range(60)])
        while not appends.done():
            ten.verify()
    appends.result()


def test_an_entry_given_a_new_digest_of_its_own_breaks_the_next(ten: Journal, store: Store) -> None:
    with create_engine(store.url, poolclass=NullPool).connect() as connection:
        found = connection.execute(select(tables.entry).where(tables.entry.c.seq.in_([3, 4])))
        third, fourth = (row._asdict() for row in found)
    altered = {**fourth, "why": "never said"}
    del altered["digest"]
    forged = chain.digest(third["digest"], altered)
    store.tamper(f"update entry set why = 'never said', digest = '{forged}' where seq = 4")
    with pytest.raises(ChainBroken) as caught:
        ten.verify()
    assert caught.value.seq == 5


# --- What the journal says when it cannot be used ---------------------------------------------


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("mysql://host/board", '"mysql:", which is not known'),
        ("nonsense", "SCRUTINY_JOURNAL to sqlite:///PATH"),
        ("sqlite://", "cannot be kept in memory"),
        ("sqlite:///:memory:", "cannot be kept in memory"),
    ],
)
def test_an_unknown_address_says_what_to_set(url: str, said: str) -> None:
    with pytest.raises(JournalUnavailable) as caught:
        Journal(url)
    assert said in str(caught.value)


def test_somebody_elses_tables_are_left_alone(store: Store) -> None:
    store.make_room()
    store.do("create table holiday (day text)", "insert into holiday values ('2018-02-15')")
    with pytest.raises(JournalUnavailable, match="is not a journal"):
        Journal(store.url)
    assert store.do("select * from holiday") == [("2018-02-15",)]
    with pytest.raises(Exception, match="entry"):
        store.do("select * from entry")


def test_a_program_that_keeps_versions_in_the_same_way_is_no_journal(store: Store) -> None:
    store.make_room()
    store.do(
        "create table alembic_version (version_num varchar(32))",
        "insert into alembic_version values ('0001')",
    )
    with pytest.raises(JournalUnavailable, match="is not a journal"):
        Journal(store.url)


def test_a_journal_of_a_newer_version_is_left_alone(journal: Journal, store: Store) -> None:
    journal.append([SAMPLE])
    store.do("update alembic_version set version_num = '9999'")
    with pytest.raises(JournalUnavailable, match="made by a newer version"):
        Journal(store.url)
    assert store.do("select version_num from alembic_version") == [("9999",)]

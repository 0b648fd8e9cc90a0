"""What is so only of a journal on a server, and what it says when the server lets it down."""

import threading
import time
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy.engine import make_url

from scrutiny.journal import ChainBroken, Journal, JournalUnavailable
from scrutiny.journal_store import kinds, server
from tests.postgres import Cluster
from tests.stores import SAMPLE, Postgresql

# Appends take as long as a test needs to get in between.
SLOW = (
    "create function slow() returns trigger language plpgsql as"
    " $$ begin perform pg_sleep(20); return new; end $$",
    "create trigger slow before insert on entry for each row execute function slow()",
)


@pytest.fixture
def store(on_postgresql: Postgresql) -> Postgresql:
    return on_postgresql


def as_user(store: Postgresql, name: str, password: str = "") -> str:
    url = make_url(store.url).set(username=name, password=password or None)
    return url.render_as_string(hide_password=False)


@pytest.fixture
def clerk(store: Postgresql) -> Iterator[str]:
    """A user who may do everything in the database of the journal; his name."""
    store.do("create role clerk login", "grant all on schema public to clerk")
    yield "clerk"
    store.cluster.cut(store.database)
    store.do("drop owned by clerk cascade", "drop role clerk")


# --- How it appends ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    "statement",
    [
        "truncate entry",
        "truncate head",
        "truncate entry, head",
        "insert into entry select * from entry where seq = 3"
        " on conflict (seq) do update set why = 'x'",
    ],
)
def test_the_server_refuses_what_only_a_server_can_do(
    journal: Journal, store: Postgresql, statement: str
) -> None:
    journal.append([SAMPLE] * 5)
    with pytest.raises(store.refusal, match="append only"):
        store.do(statement)
    journal.verify()


def test_entries_from_another_schema_are_kept_in_order_too(
    journal: Journal, store: Postgresql
) -> None:
    journal.append([SAMPLE] * 5)
    entry = "insert into public.entry select * from public.entry where seq = 3"
    with pytest.raises(store.refusal, match="append only: entry_in_order"):
        store.do("create schema other", "set search_path = other", entry)
    store.do("drop schema other")


def test_an_append_waits_for_the_disk_though_the_user_does_not(
    store: Postgresql, clerk: str
) -> None:
    Journal(as_user(store, clerk)).close()
    store.do(
        "create table seen (said text)",
        "grant all on seen to clerk",
        "create function spy() returns trigger language plpgsql as $$ begin"
        " insert into seen values (current_setting('synchronous_commit')); return new; end $$",
        "create trigger spy before insert on entry for each row execute function spy()",
    )
    for setting in ("off", "local", "on"):
        store.do(f"alter role clerk set synchronous_commit = {setting}")
        with closing(Journal(as_user(store, clerk))) as journal:
            journal.append([SAMPLE])
    assert store.do("select said from seen") == [("on",), ("local",), ("on",)]


def test_a_server_that_does_not_wait_for_its_disk_is_refused(
    journal: Journal, store: Postgresql
) -> None:
    journal.append([SAMPLE])
    store.do("alter system set fsync = off", "select pg_reload_conf()")
    try:
        wait_until(lambda: store.do("show fsync") == [("off",)])
        with pytest.raises(JournalUnavailable, match="does not wait for its disk"):
            journal.append([SAMPLE])
        assert journal.head() == 1
    finally:
        store.do("alter system reset fsync", "select pg_reload_conf()")
        wait_until(lambda: store.do("show fsync") == [("on",)])
    assert journal.append([SAMPLE]) == [2]


@pytest.mark.parametrize("level", ["repeatable read", "serializable"])
def test_a_stricter_level_of_isolation_does_not_show_old_numbers(
    store: Postgresql, clerk: str, level: str
) -> None:
    store.do(f"alter role clerk set default_transaction_isolation = '{level}'")
    with closing(Journal(as_user(store, clerk))) as journal, ThreadPoolExecutor(4) as pool:
        seqs = list(pool.map(lambda _: journal.append([SAMPLE])[0], range(40)))
        assert sorted(seqs) == list(range(1, 41))
        journal.verify()


def test_a_plain_address_uses_the_same_driver(journal: Journal, store: Postgresql) -> None:
    journal.append([SAMPLE])
    with closing(Journal(store.url.replace("+psycopg", ""))) as plain:
        assert plain.append([SAMPLE]) == [2]


def wait_until(happened: object) -> None:
    until = time.monotonic() + 30
    assert callable(happened)
    while not happened():
        assert time.monotonic() < until, "it never happened"
        time.sleep(0.01)


# --- Not let in -------------------------------------------------------------------------------


@pytest.mark.parametrize("password", ["", "wrong"])
def test_a_wrong_password_is_said_and_not_shown(store: Postgresql, password: str) -> None:
    with pytest.raises(JournalUnavailable, match="did not let this program in") as caught:
        Journal(as_user(store, "walled", password))
    assert "wrong" not in str(caught.value)
    assert "password in SCRUTINY_JOURNAL" in str(caught.value)


def test_the_right_password_opens(store: Postgresql) -> None:
    store.do("grant all on schema public to walled")
    with closing(Journal(as_user(store, "walled", "right"))) as journal:
        assert journal.append([SAMPLE]) == [1]


@pytest.mark.parametrize("place", ["walled:s3cret@", "walled@"])
def test_a_password_is_shown_nowhere(store: Postgresql, place: str) -> None:
    url = f"postgresql+psycopg://{place}/nowhere?host={store.cluster.folder}"
    if "s3cret" not in url:
        url += "&password=s3cret"
    with pytest.raises(JournalUnavailable) as caught:
        Journal(url)
    assert "s3cret" not in str(caught.value)
    assert "***" in str(caught.value)


def test_a_user_the_server_does_not_know(store: Postgresql) -> None:
    with pytest.raises(JournalUnavailable, match="did not let this program in"):
        Journal(as_user(store, "nobody_here"))


def test_a_user_who_may_not_connect(store: Postgresql, clerk: str) -> None:
    store.do(f"revoke connect on database {store.database} from public")
    try:
        with pytest.raises(JournalUnavailable, match="did not let this program in"):
            Journal(as_user(store, clerk))
    finally:
        store.do(f"grant connect on database {store.database} to public")


def test_a_database_the_server_does_not_have(store: Postgresql) -> None:
    with pytest.raises(JournalUnavailable, match="a database that the server does not have"):
        Journal(store.cluster.url("nowhere"))


def test_no_free_connection(journal: Journal, store: Postgresql, clerk: str) -> None:
    store.do("alter role clerk connection limit 0")
    with pytest.raises(JournalUnavailable, match="no free connection"):
        Journal(as_user(store, clerk))


def test_a_database_that_cannot_hold_every_character(cluster: Cluster) -> None:
    name = cluster.new("encoding 'LATIN1' template template0")
    try:
        with pytest.raises(JournalUnavailable, match="cannot hold every character"):
            Journal(cluster.url(name))
        assert (
            cluster.do("select * from pg_tables where schemaname = 'public'", database=name) == []
        )
    finally:
        cluster.drop(name)


def test_a_driver_that_is_not_there() -> None:
    with pytest.raises(JournalUnavailable, match="needs the driver of postgresql.pg8000"):
        Journal("postgresql+pg8000://host/board")


@pytest.mark.parametrize("host", ["/nowhere", "nowhere.invalid"])
def test_a_server_that_is_not_there_and_what_its_driver_said(host: str) -> None:
    with pytest.raises(JournalUnavailable, match="cannot be reached.*The database said: ..."):
        Journal(f"postgresql+psycopg:///board?host={host}", timeout=0.2)


# --- Read only --------------------------------------------------------------------------------


def assert_reads_but_does_not_write(url: str, entries: int) -> None:
    with closing(Journal(url)) as journal:
        assert [entry.seq for entry in journal.entries()] == list(range(1, entries + 1))
        journal.verify()
        with pytest.raises(JournalUnavailable, match="cannot be written.*may not write there"):
            journal.append([SAMPLE])
        assert journal.head() == entries


def test_a_user_who_may_only_read(journal: Journal, store: Postgresql, clerk: str) -> None:
    journal.append([SAMPLE] * 3)
    store.do("grant select on all tables in schema public to clerk")
    assert_reads_but_does_not_write(as_user(store, clerk), 3)


def test_a_server_set_to_read_only(store: Postgresql, clerk: str) -> None:
    with closing(Journal(as_user(store, clerk))) as journal:
        journal.append([SAMPLE] * 3)
    store.do("alter role clerk set default_transaction_read_only = on")
    assert_reads_but_does_not_write(as_user(store, clerk), 3)


def test_a_new_journal_where_nothing_may_be_written(store: Postgresql, clerk: str) -> None:
    store.do("alter role clerk set default_transaction_read_only = on")
    with pytest.raises(JournalUnavailable, match="cannot be written"):
        Journal(as_user(store, clerk))


# --- Locked, cancelled, cut off ---------------------------------------------------------------


def test_a_locked_journal_says_so_in_time_and_can_still_be_read(
    journal: Journal, store: Postgresql
) -> None:
    journal.append([SAMPLE])
    with (
        closing(Journal(store.url, timeout=0.2)) as hasty,
        store.cluster.connect(store.database) as other,
        other.transaction(),
    ):
        other.execute(f"select pg_advisory_xact_lock({server._ADVISORY_LOCK})")
        started = time.monotonic()
        with pytest.raises(JournalUnavailable, match="in use by another program"):
            hasty.append([SAMPLE])
        assert time.monotonic() - started > 0.15
        assert len(list(hasty.entries())) == hasty.head() == 1
        hasty.verify()
    assert journal.append([SAMPLE]) == [2]


def test_a_table_that_is_locked_keeps_no_reader_for_ever(
    journal: Journal, store: Postgresql
) -> None:
    with (
        closing(Journal(store.url, timeout=0.2)) as hasty,
        store.cluster.connect(store.database) as other,
        other.transaction(),
    ):
        other.execute("lock table entry in access exclusive mode")
        with pytest.raises(JournalUnavailable, match="in use by another program"):
            hasty.head()


@contextmanager
def slowly_appending(store: Postgresql, url: str | None = None) -> Iterator[Future[list[int]]]:
    """An append that is half done, and goes on for longer than a test takes."""
    with closing(Journal(url or store.url)) as journal, ThreadPoolExecutor(1) as pool:
        journal.append([SAMPLE])
        store.do(*SLOW)
        running = pool.submit(journal.append, [SAMPLE] * 3)
        wait_until(lambda: store.do("select 1 from pg_stat_activity where wait_event = 'PgSleep'"))
        yield running
        store.do("drop function slow cascade")
        assert journal.append([SAMPLE]) == [2]
        journal.verify()


SLEEPER = "(select pid from pg_stat_activity where wait_event = 'PgSleep')"


@pytest.mark.parametrize(
    ("act", "said"),
    [
        (f"select pg_cancel_backend({SLEEPER})", "the server cancelled it.*Nothing was written"),
        (f"select pg_terminate_backend({SLEEPER})", "was cut off.*not saved twice"),
    ],
)
def test_an_append_that_is_stopped_says_so_and_leaves_nothing(
    store: Postgresql, act: str, said: str
) -> None:
    with slowly_appending(store) as running:
        store.do(act)
        with pytest.raises(JournalUnavailable, match=said):
            running.result(timeout=30)


def test_an_append_beyond_the_servers_time_limit_says_so(store: Postgresql, clerk: str) -> None:
    store.do("alter role clerk set statement_timeout = '1s'")
    with (
        slowly_appending(store, as_user(store, clerk)) as running,
        pytest.raises(JournalUnavailable, match="the server cancelled it"),
    ):
        running.result(timeout=30)


@pytest.mark.fault
@pytest.mark.parametrize("mode", ["fast", "immediate"])
def test_a_server_that_stops_in_mid_append(store: Postgresql, mode: str) -> None:
    with slowly_appending(store) as running, store.cluster.stopped(mode):
        with pytest.raises(JournalUnavailable, match="was cut off"):
            running.result(timeout=30)
        with pytest.raises(JournalUnavailable, match="cannot be reached"):
            Journal(store.url)


@pytest.mark.fault
def test_a_server_that_comes_back_is_found_again(journal: Journal, store: Postgresql) -> None:
    journal.append([SAMPLE] * 3)
    with store.cluster.stopped():
        for use in (journal.head, lambda: journal.append([SAMPLE]), journal.verify):
            with pytest.raises(JournalUnavailable, match="cannot be reached"):
                use()
    assert journal.head() == 3
    assert journal.append([SAMPLE]) == [4]
    journal.verify()


@pytest.mark.fault
def test_a_server_that_is_starting_says_so(store: Postgresql) -> None:
    said: list[str] = []
    over = threading.Event()

    def knock() -> None:
        while not over.is_set():
            try:
                Journal(store.url, timeout=0.2).close()
            except JournalUnavailable as error:
                said.append(type(error).__name__)

    with ThreadPoolExecutor(1) as pool:
        knocking = pool.submit(knock)
        for _ in range(3):
            with store.cluster.stopped("immediate"):
                pass
        over.set()
        knocking.result(timeout=30)
    assert set(said) <= {"JournalUnavailable", "Unready", "Gone"}
    Journal(store.url).close()


# --- Damaged ----------------------------------------------------------------------------------


def flip(file: Path, at: int, to: int) -> None:
    with file.open("r+b") as opened:
        opened.seek(at)
        opened.write(bytes([to]))


def places(file: Path, marker: bytes) -> list[int]:
    content = file.read_bytes()
    found, at = [], content.find(marker)
    while at >= 0:
        found.append(at)
        at = content.find(marker, at + 1)
    return found


@pytest.fixture
def marked(journal: Journal, store: Postgresql) -> Postgresql:
    """A journal of 1200 entries, each with a marker that can be found in the server's files."""
    lines = (replace(SAMPLE, why=f"marker-{number:04}") for number in range(1, 1201))
    journal.append(lines, key="the-only-key")
    return store


@pytest.mark.fault
@pytest.mark.parametrize("to", [ord("Q"), 0xFF])
def test_a_flipped_byte_in_an_entry_is_named(marked: Postgresql, journal: Journal, to: int) -> None:
    file = marked.cluster.file(marked.database, "entry")
    with marked.cluster.stopped():
        (at,) = places(file, b"marker-1100")
        flip(file, at, to)
    with pytest.raises(ChainBroken) as caught:
        journal.verify()
    assert caught.value.seq == 1100
    if to == 0xFF:
        with pytest.raises(JournalUnavailable, match="is damaged"):
            list(journal.entries())


@pytest.mark.fault
def test_a_flipped_byte_that_the_server_notices_itself_is_named(
    marked: Postgresql, journal: Journal
) -> None:
    cluster = marked.cluster
    file = cluster.file(marked.database, "entry")
    data = f"--pgdata={cluster.data}"
    with cluster.stopped():
        cluster.run("pg_checksums", "--enable", data)
        (at,) = places(file, b"marker-0700")
        flip(file, at, ord("Q"))
    try:
        page = file.read_bytes()[at // 8192 * 8192 :][:8192]
        first = min(number for number in range(1, 1201) if b"marker-%04d" % number in page)
        with pytest.raises(ChainBroken) as caught:
            journal.verify()
        assert caught.value.seq == first  # nothing on that page can be read any more
        with pytest.raises(JournalUnavailable, match="is damaged"):
            list(journal.entries())
    finally:
        with cluster.stopped():
            cluster.run("pg_checksums", "--disable", data)


@pytest.mark.fault
def test_a_flipped_byte_in_the_head_is_found(marked: Postgresql, journal: Journal) -> None:
    last = list(journal.entries())[-1].digest.encode()
    file = marked.cluster.file(marked.database, "head")
    with marked.cluster.stopped():
        flip(file, places(file, last)[-1], ord("Q"))
    with pytest.raises(ChainBroken):
        journal.verify()
    with pytest.raises(ChainBroken):
        journal.append([SAMPLE])


@pytest.mark.fault
def test_a_flipped_byte_in_the_index_of_keys_is_found(marked: Postgresql, journal: Journal) -> None:
    journal.verify()
    file = marked.cluster.file(marked.database, "ix_entry_append_key")
    with marked.cluster.stopped():
        for at in places(file, b"the-only-key"):
            flip(file, at, ord("Q"))
    with pytest.raises(JournalUnavailable, match="is damaged"):
        journal.verify()


def test_what_only_a_server_says_tells_what_to_do() -> None:
    said = [kind.says for kind in vars(kinds).values() if isinstance(kind, type)]
    assert all(text.endswith(".") and text.count(". ") for text in said)

"""The append-only store of what the board decided and what was reported to it.

Entries are durable before ``append`` returns, are never changed, and are chained by hash. A
``Journal`` may be shared by threads, and a store by processes.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Engine, insert, select, text, update

from scrutiny.journal_store import chain, errors, kinds, server, sqlite
from scrutiny.journal_store import engine as engines
from scrutiny.journal_store.chain import ChainBroken
from scrutiny.journal_store.entry import JSON, Entry, check_key, from_row, moment, to_row
from scrutiny.journal_store.kinds import JournalUnavailable
from scrutiny.journal_store.tables import entry as entry_table
from scrutiny.journal_store.tables import head as head_table
from scrutiny.journal_store.upgrade import upgrade

__all__ = ["JSON", "ChainBroken", "Entry", "Journal", "JournalUnavailable", "journal_exists"]

_PAGE = 1000  # entries read at a time, so that no reader holds a long transaction
_BEFORE_ALL = -(2**63)


def journal_exists(url: str) -> bool:
    """Is there a store? A server is taken to have one; opening it will tell."""
    file = engines.file_of(engines.parse(url))
    return file is None or file.is_file()


class Journal:
    """One journal, by its SQLAlchemy URL: ``sqlite:///PATH`` or ``postgresql+psycopg://...``.

    Opening creates the store, and the folder it is in, or brings an older one up to date. A store
    that cannot be written is opened for reading. ``timeout``, in seconds, is how long an append
    waits for others. Every method raises JournalUnavailable when the store cannot be used.
    """

    def __init__(self, url: str, timeout: float = 10.0) -> None:
        parsed = engines.parse(url)
        file = engines.file_of(parsed)
        self._where = engines.shown(parsed)
        self._engine = engines.connect(parsed, timeout)
        try:
            with errors.plainly(self._where):
                if file is not None and not file.exists():
                    file.parent.mkdir(parents=True, exist_ok=True)
                    file.touch(0o644)
                _prepare(self._engine, self._where, timeout)
        except kinds.ReadOnly:
            self.close()
            if file is None or not file.is_file():
                raise
            self._engine = sqlite.connect_to_read(file, timeout)
            with errors.plainly(self._where):
                upgrade(self._engine, self._where)
        except BaseException:
            self.close()
            raise

    def append(self, entries: Iterable[Entry], key: str | None = None) -> list[int]:
        """Append all of the entries or none; their sequence numbers, in the order given.

        On the disk before it returns. A ``key`` that was used before appends nothing, whatever
        the entries, and returns the numbers of the first time: a retry or a double click is safe.
        Raises ValueError for an entry that cannot be stored, ChainBroken rather than build on a
        journal whose end was tampered with.
        """
        check_key(key)
        rows = [to_row(entry, number) for number, entry in enumerate(entries, 1)]
        if not rows:
            return []
        with (
            errors.plainly(self._where),
            engines.appending(self._engine, self._where) as connection,
        ):
            return _seqs(connection, key) or _write(connection, rows, key)

    def entries(self, after: int = 0) -> Iterator[Entry]:
        """Every entry with a sequence number above ``after``, in commit order.

        Read page by page: entries appended meanwhile are included, and none is ever skipped.
        """
        while rows := self._page(after, _PAGE):
            for row in rows:
                try:
                    yield from_row(row)
                except (ValueError, TypeError) as error:
                    raise errors.unavailable(kinds.Damaged, self._where) from error
            after = rows[-1]["seq"]

    def head(self) -> int:
        """The sequence number of the last entry; 0 for an empty journal."""
        with errors.plainly(self._where), self._engine.connect() as connection:
            return _last(connection)[0]

    def verify(self) -> None:
        """Prove that no entry was altered, removed, inserted or moved; else raise ChainBroken.

        Proof against slips and tampering with entries. Whoever rewrites every entry from one on,
        and the head, can only be found out by a digest kept elsewhere.
        """
        seq, digest, size = 0, chain.GENESIS, _PAGE
        head = (0, "")
        rows: list[dict[str, Any]] = []
        while True:
            try:
                head, rows = self._head_and_page(seq or _BEFORE_ALL, size)
            except kinds.Damaged:
                if size == 1:
                    raise ChainBroken(seq + 1) from None
                size = 1  # read on one at a time, to name the entry
                continue
            if not rows:
                break
            for row in rows:
                digest = chain.check(digest, seq + 1, row)
                seq += 1
        chain.check_end(head, (seq, digest))
        self._check_structure()

    def close(self) -> None:
        """Let go of the store. The journal may not be used afterwards."""
        self._engine.dispose()

    def _page(self, after: int, size: int) -> list[dict[str, Any]]:
        with errors.plainly(self._where), self._engine.connect() as connection:
            return _rows(connection, after, size)

    def _head_and_page(self, after: int, size: int) -> tuple[tuple[int, str], list[dict[str, Any]]]:
        # The head first: an append between the two then cannot look like a cut.
        with (
            errors.plainly(self._where),
            self._engine.connect() as connection,
            sqlite.undecoded(connection),
        ):
            return _head(connection), _rows(connection, after, size)

    def _check_structure(self) -> None:
        """The chain covers the entries; a bad index would still find a used key unused."""
        with errors.plainly(self._where), self._engine.connect() as connection:
            if self._engine.dialect.name == "sqlite":
                whole = connection.execute(text("pragma integrity_check(1)")).scalar() == "ok"
            else:
                whole = server.finds_its_keys(connection)
            if not whole:
                raise errors.unavailable(kinds.Damaged, self._where)


def _prepare(engine: Engine, where: str, timeout: float) -> None:
    if engine.dialect.name == "sqlite":
        sqlite.use_write_ahead_log(engine, timeout)
    upgrade(engine, where)


def _rows(connection: Connection, after: int, size: int) -> list[dict[str, Any]]:
    found = select(entry_table).where(entry_table.c.seq > after).order_by(entry_table.c.seq)
    return [row._asdict() for row in connection.execute(found.limit(size))]


def _head(connection: Connection) -> tuple[int, str]:
    row = connection.execute(select(head_table.c.seq, head_table.c.digest)).first()
    return (0, "") if row is None else (row.seq, row.digest)


def _last(connection: Connection) -> tuple[int, str]:
    columns = entry_table.c
    found = select(columns.seq, columns.digest).order_by(columns.seq.desc()).limit(1)
    row = connection.execute(found).first()
    return (0, chain.GENESIS) if row is None else (row.seq, row.digest)


def _seqs(connection: Connection, key: str | None) -> list[int]:
    if key is None:
        return []
    columns = entry_table.c
    found = select(columns.seq).where(columns.append_key == key).order_by(columns.seq)
    return list(connection.execute(found).scalars())


def _write(connection: Connection, rows: list[dict[str, Any]], key: str | None) -> list[int]:
    """Number, stamp, chain and insert the rows; the caller holds the lock."""
    seq, digest = _last(connection)
    chain.check_end(_head(connection), (seq, digest))
    now = moment(datetime.now(UTC))
    first = seq + 1
    for seq, row in enumerate(rows, first):
        row.update(seq=seq, append_key=key, appended_at=now)
        row["recorded_at"] = row["recorded_at"] or now
        digest = chain.digest(digest, row)
        row["digest"] = digest
    connection.execute(insert(entry_table), rows)
    connection.execute(update(head_table).values(seq=seq, digest=digest))
    return list(range(first, seq + 1))

"""The append-only store of what the board decided and what was reported to it.

Entries are durable before ``append`` returns, are never changed, and are chained by hash. A
``Journal`` may be shared by threads, and a store by processes.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from sqlalchemy import Engine, text
from sqlalchemy.engine import URL

from scrutiny.journal_store import chain, errors, kinds, server, sqlite, stored
from scrutiny.journal_store import engine as engines
from scrutiny.journal_store.chain import ChainBroken
from scrutiny.journal_store.entry import JSON, Entry, check_key, from_row, to_row
from scrutiny.journal_store.kinds import JournalUnavailable
from scrutiny.journal_store.upgrade import upgrade

__all__ = [
    "JSON",
    "ChainBroken",
    "Entry",
    "Journal",
    "JournalMoved",
    "JournalUnavailable",
    "journal_exists",
    "journal_file",
]

_PAGE = 1000  # entries read at a time, so that no reader holds a long transaction
_BEFORE_ALL = -(2**63)


def journal_file(url: str) -> Path | None:
    """The file of the journal at this address; None for a server."""
    return engines.file_of(engines.parse(url))


def journal_exists(url: str) -> bool:
    """Is there a store? A server is taken to have one; opening it will tell."""
    file = journal_file(url)
    return file is None or file.is_file()


class JournalMoved(Exception):
    """Somebody else appended since the caller looked; nothing was appended."""


class Journal:
    """One journal, by its SQLAlchemy URL: ``sqlite:///PATH`` or ``postgresql+psycopg://...``.

    Opening creates the store, and the folder it is in, or brings an older one up to date. A store
    that cannot be written is opened for reading. ``timeout``, in seconds, is how long an append
    waits for others. Every method raises JournalUnavailable when the store cannot be used.
    """

    def __init__(self, url: str | URL, timeout: float = 10.0) -> None:
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

    def append(
        self, entries: Iterable[Entry], key: str | None = None, head: int | None = None
    ) -> list[int]:
        """Append all of the entries or none; their sequence numbers, in the order given.

        On the disk before it returns. A ``key`` that was used before appends nothing, whatever
        the entries, and returns the numbers of the first time: a retry or a double click is safe.
        With ``head``, the number of the last entry that the caller knows, entries are appended
        only while it is the last; raises JournalMoved where it is not. Raises ValueError for an
        entry that cannot be stored, ChainBroken rather than build on a journal whose end was
        tampered with.
        """
        check_key(key)
        rows = [to_row(entry, number) for number, entry in enumerate(entries, 1)]
        if not rows:
            return []
        with (
            errors.plainly(self._where),
            engines.appending(self._engine, self._where) as connection,
        ):
            before = stored.seqs_of(connection, key)
            if not before and head is not None and stored.last(connection)[0] != head:
                raise JournalMoved
            return before or stored.append(connection, rows, key)

    def numbers(self, key: str) -> list[int]:
        """The numbers of the entries that were appended with this key; none where it is new."""
        with errors.plainly(self._where), self._engine.connect() as connection:
            return stored.seqs_of(connection, key)

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
        return self.last()[0]

    def last(self) -> tuple[int, str]:
        """The sequence number and the digest of the last entry; 0 and zeros for an empty journal.

        The same number with another digest is another journal, such as a backup put in place.
        """
        with errors.plainly(self._where), self._engine.connect() as connection:
            return stored.last(connection)

    def digest(self, seq: int) -> str | None:
        """The digest of an entry by its number; zeros for 0, None where there is no such entry.

        It stands for the entry and all before it: where it is another, so is the journal.
        """
        with errors.plainly(self._where), self._engine.connect() as connection:
            return stored.digest_of(connection, seq)

    def verify(self) -> None:
        """Prove that no entry was altered, removed, inserted or moved; else raise ChainBroken.

        Proof against slips and tampering with entries. Whoever rewrites every entry from one on,
        and the head, can only be found out by a digest kept elsewhere.
        """
        for _ in self.proved():
            pass
        self._check_structure()

    def proved(self) -> Iterator[list[stored.Row]]:
        """Every row as it is stored, page by page, once it fits the chain; the end comes last.

        Raises ChainBroken as ``verify`` does.
        """
        seq, digest, size = 0, chain.GENESIS, _PAGE
        head = (0, "")
        rows: list[stored.Row] = []
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
            yield rows
        chain.check_end(head, (seq, digest))

    def copy_from(self, source: "Journal") -> tuple[int, str]:
        """Take every entry of another journal as it is; the number and the digest of the last.

        All or none, and proved on the way. What is appended to the source meanwhile may be in it or
        not. Raises ChainBroken for a source that was tampered with, JournalUnavailable where this
        journal already holds entries.
        """
        with (
            errors.plainly(self._where),
            engines.appending(self._engine, self._where) as connection,
        ):
            empty = (0, chain.GENESIS)
            if (stored.last(connection), stored.head(connection)) != (empty, empty):
                raise errors.unavailable(kinds.NotEmpty, self._where)
            return stored.copy(connection, source.proved())

    def close(self) -> None:
        """Let go of the store. The journal may not be used afterwards."""
        self._engine.dispose()

    def _page(self, after: int, size: int) -> list[stored.Row]:
        with errors.plainly(self._where), self._engine.connect() as connection:
            return stored.page(connection, after, size)

    def _head_and_page(self, after: int, size: int) -> tuple[tuple[int, str], list[stored.Row]]:
        # The head first: an append between the two then cannot look like a cut.
        with (
            errors.plainly(self._where),
            self._engine.connect() as connection,
            sqlite.undecoded(connection),
        ):
            return stored.head(connection), stored.page(connection, after, size)

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

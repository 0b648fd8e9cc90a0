"""The statements on the two tables; whoever calls them has the connection and the lock."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, insert, select, update

from scrutiny.journal_store import chain
from scrutiny.journal_store.entry import moment
from scrutiny.journal_store.tables import entry as entry_table
from scrutiny.journal_store.tables import head as head_table

Row = dict[str, Any]


def page(connection: Connection, after: int, size: int) -> list[Row]:
    """The first ``size`` rows above a number, in order."""
    found = select(entry_table).where(entry_table.c.seq > after).order_by(entry_table.c.seq)
    return [row._asdict() for row in connection.execute(found.limit(size))]


def head(connection: Connection) -> tuple[int, str]:
    """Number and digest of the last append, as it was noted; 0 and nothing where none is."""
    row = connection.execute(select(head_table.c.seq, head_table.c.digest)).first()
    return (0, "") if row is None else (row.seq, row.digest)


def last(connection: Connection) -> tuple[int, str]:
    """Number and digest of the last entry found; 0 and zeros where there is none."""
    columns = entry_table.c
    found = select(columns.seq, columns.digest).order_by(columns.seq.desc()).limit(1)
    row = connection.execute(found).first()
    return (0, chain.GENESIS) if row is None else (row.seq, row.digest)


def digest_of(connection: Connection, seq: int) -> str | None:
    """The digest of an entry; zeros for the number 0, None where there is no such entry."""
    found = select(entry_table.c.digest).where(entry_table.c.seq == seq)
    digest: str | None = connection.execute(found).scalar()
    return digest if seq else chain.GENESIS


def seqs_of(connection: Connection, key: str | None) -> list[int]:
    """The numbers of what was appended under a key."""
    if key is None:
        return []
    columns = entry_table.c
    found = select(columns.seq).where(columns.append_key == key).order_by(columns.seq)
    return list(connection.execute(found).scalars())


def append(connection: Connection, rows: list[Row], key: str | None) -> list[int]:
    """Number, stamp, chain and insert the rows; the caller holds the lock."""
    seq, digest = last(connection)
    chain.check_end(head(connection), (seq, digest))
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


def copy(connection: Connection, pages: Iterable[list[Row]]) -> tuple[int, str]:
    """Insert rows as they are into empty tables; number and digest of the last."""
    seq, digest = 0, chain.GENESIS
    for rows in pages:
        connection.execute(insert(entry_table), rows)
        seq, digest = rows[-1]["seq"], rows[-1]["digest"]
    connection.execute(update(head_table).values(seq=seq, digest=digest))
    return seq, digest

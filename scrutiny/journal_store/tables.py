"""The two tables of a journal, as its newest migration leaves them."""

from sqlalchemy import BigInteger, Column, Integer, MetaData, Table, Text

metadata = MetaData()

# SQLite keeps a table in the order of its key only when the key is spelt INTEGER.
Sequence = BigInteger().with_variant(Integer, "sqlite")

# Everything but the sequence is text, stored exactly as it was hashed: a database that tidied a
# date or a JSON document would break the chain.
entry = Table(
    "entry",
    metadata,
    Column("seq", Sequence, primary_key=True, autoincrement=False),
    Column("append_key", Text, index=True),
    Column("kind", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("effective_on", Text, nullable=False),
    Column("recorded_at", Text, nullable=False),
    Column("appended_at", Text, nullable=False),
    Column("by_group_id", Text, nullable=False),
    Column("by_role", Text, nullable=False),
    Column("provenance", Text, nullable=False),
    Column("why", Text),
    Column("cited", Text),
    Column("entered_by", Text),
    Column("corrects", Sequence),
    Column("digest", Text, nullable=False),
)

# One row: the last entry appended. It shows when entries are cut from the end.
head = Table(
    "head",
    metadata,
    Column("only", Integer, primary_key=True, autoincrement=False),
    Column("seq", Sequence, nullable=False),
    Column("digest", Text, nullable=False),
)

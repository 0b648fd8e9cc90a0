"""The entries, the head, and what keeps both from being rewritten."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_SEQ = sa.BigInteger().with_variant(sa.Integer, "sqlite")

# Belt and braces beside the hash chain: a slip in a database tool is refused with a reason. The
# last one also stops "insert or replace", which fires no delete trigger.
_TRIGGERS = {
    "entry_not_altered": "before update on entry",
    "entry_not_removed": "before delete on entry",
    "head_not_removed": "before delete on head",
    "head_not_moved_back": "before update on head when new.seq < old.seq",
    "entry_in_order": "before insert on entry"
    " when new.seq is not (select coalesce(max(seq), 0) + 1 from entry)",
}


def upgrade() -> None:
    """Create both tables; on SQLite, refuse changes to what is written."""
    op.create_table(
        "entry",
        sa.Column("seq", _SEQ, primary_key=True, autoincrement=False),
        sa.Column("append_key", sa.Text),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("effective_on", sa.Text, nullable=False),
        sa.Column("recorded_at", sa.Text, nullable=False),
        sa.Column("appended_at", sa.Text, nullable=False),
        sa.Column("by_group_id", sa.Text, nullable=False),
        sa.Column("by_role", sa.Text, nullable=False),
        sa.Column("provenance", sa.Text, nullable=False),
        sa.Column("why", sa.Text),
        sa.Column("cited", sa.Text),
        sa.Column("digest", sa.Text, nullable=False),
    )
    op.create_index("ix_entry_append_key", "entry", ["append_key"])
    head = op.create_table(
        "head",
        sa.Column("only", sa.Integer, sa.CheckConstraint("only = 1"), primary_key=True),
        sa.Column("seq", _SEQ, nullable=False),
        sa.Column("digest", sa.Text, nullable=False),
    )
    op.bulk_insert(head, [{"only": 1, "seq": 0, "digest": "0" * 64}])
    if op.get_bind().dialect.name == "sqlite":
        for name, when in _TRIGGERS.items():
            op.execute(
                f"create trigger {name} {when} begin "
                f"select raise(abort, 'the journal is append only: {name}'); end"
            )


def downgrade() -> None:
    """Refused: going back would throw the journal away."""
    raise NotImplementedError("A journal is never taken back; restore a backup instead.")

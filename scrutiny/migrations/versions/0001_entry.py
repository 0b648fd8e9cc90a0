"""The entries, the head, and what keeps both from being rewritten."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_SEQ = sa.BigInteger().with_variant(sa.Integer, "sqlite")

# Belt and braces beside the hash chain: a slip in a database tool is refused with a reason. The
# last one also stops "insert or replace", which fires no delete trigger.
_ON_SQLITE = {
    "entry_not_altered": "before update on entry",
    "entry_not_removed": "before delete on entry",
    "head_not_removed": "before delete on head",
    "head_not_moved_back": "before update on head when new.seq < old.seq",
    "entry_in_order": "before insert on entry"
    " when new.seq is not (select coalesce(max(seq), 0) + 1 from entry)",
}

# The same on PostgreSQL, which can also empty a table at a stroke.
_ON_POSTGRESQL = {
    "entry_not_altered": "before update on entry for each row",
    "entry_not_removed": "before delete on entry for each row",
    "entry_not_emptied": "before truncate on entry",
    "head_not_removed": "before delete on head for each row",
    "head_not_emptied": "before truncate on head",
    "head_not_moved_back": "before update on head for each row when (new.seq < old.seq)",
}
_REFUSE = """
create function journal_refuse() returns trigger language plpgsql as $$
begin
    raise exception 'the journal is append only: %', tg_name;
end $$
"""
# "from current": whoever appends from another schema still has this one's entries counted
_IN_ORDER = """
create function journal_in_order() returns trigger language plpgsql
set search_path from current as $$
begin
    if new.seq is distinct from (select coalesce(max(seq), 0) + 1 from entry) then
        raise exception 'the journal is append only: %', tg_name;
    end if;
    return new;
end $$
"""


def upgrade() -> None:
    """Create both tables, and refuse changes to what is written."""
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
        sa.Column("only", sa.Integer, sa.CheckConstraint('"only" = 1'), primary_key=True),
        sa.Column("seq", _SEQ, nullable=False),
        sa.Column("digest", sa.Text, nullable=False),
    )
    op.bulk_insert(head, [{"only": 1, "seq": 0, "digest": "0" * 64}])
    if op.get_bind().dialect.name == "sqlite":
        for name, when in _ON_SQLITE.items():
            op.execute(
                f"create trigger {name} {when} begin "
                f"select raise(abort, 'the journal is append only: {name}'); end"
            )
    else:
        op.execute(_REFUSE)
        op.execute(_IN_ORDER)
        for name, when in _ON_POSTGRESQL.items():
            op.execute(f"create trigger {name} {when} execute function journal_refuse()")
        op.execute(
            "create trigger entry_in_order before insert on entry for each row "
            "execute function journal_in_order()"
        )


def downgrade() -> None:
    """Refused: going back would throw the journal away."""
    raise NotImplementedError("A journal is never taken back; restore a backup instead.")

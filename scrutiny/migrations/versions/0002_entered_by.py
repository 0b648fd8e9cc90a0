"""Who typed an entry, and which entry it corrects."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_SEQ = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Add both columns, empty: entries from papers were typed by nobody and correct nothing."""
    op.add_column("entry", sa.Column("entered_by", sa.Text))
    op.add_column("entry", sa.Column("corrects", _SEQ))


def downgrade() -> None:
    """Refused: going back would throw away who typed what."""
    raise NotImplementedError("A journal is never taken back; restore a backup instead.")

"""Where the board's papers, the journal and the built warehouses are, as the environment says."""

import os
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent


def board() -> Path:
    """Folder of the board's own papers (SCRUTINY_BOARD)."""
    return Path(os.environ.get("SCRUTINY_BOARD") or PROJECT / "data" / "board")


def build() -> Path:
    """Folder of built warehouses (SCRUTINY_BUILD)."""
    return Path(os.environ.get("SCRUTINY_BUILD") or PROJECT / "data" / "build")


def journal_url() -> str:
    """SQLAlchemy URL of the journal (SCRUTINY_JOURNAL)."""
    return os.environ.get("SCRUTINY_JOURNAL") or f"sqlite:///{build() / 'journal.db'}"


def register() -> Path:
    """The register of data files."""
    return PROJECT / "data" / "register.csv"


def published() -> Path:
    """Folder of official statistics (SCRUTINY_PUBLISHED)."""
    return Path(os.environ.get("SCRUTINY_PUBLISHED") or PROJECT / "data" / "published")


def breaks() -> Path:
    """What a reader of a published series must know: breaks, gaps, where it starts."""
    return published().parent / "breaks.csv"

"""A board with many times the entries: the sample board copied with new identifiers."""

import csv
import shutil
from pathlib import Path
from typing import Final

# What is copied, and the columns that name a copied row. Bodies, agencies, meetings and sources
# are kept once: a busy board has more work, not more committees.
COPIED: Final = (
    "action", "answer", "assurance", "challenge", "extension", "move", "note", "promise",
    "promise_update", "recommendation", "report", "response", "scope",
)  # fmt: skip
_NAMES: Final = {
    "action_id", "answer_id", "assurance_id", "challenge_id", "extension_id", "move_id", "note_id",
    "parent_id", "promise_id", "rec_id", "rec_ids", "ref", "replaced_by_id", "replaces_id",
    "report_id", "response_id", "scope_id", "update_id",
}  # fmt: skip

Row = dict[str, str]


def grow(board: Path, to: Path, times: int) -> None:
    """Writes ``times`` copies of a board's entries into a new folder; dates stay as they are."""
    shutil.copytree(board, to)
    for kind in COPIED:
        with (board / f"{kind}.csv").open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            heads, rows = list(reader.fieldnames or []), list(reader)
        with (to / f"{kind}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, heads)
            writer.writeheader()
            for number in range(times):
                writer.writerows(copied(row, number) for row in rows)


def copied(row: Row, number: int) -> Row:
    """The row as its ``number``-th copy; number 0 is the row itself."""
    return {name: renamed(cell, number) if name in _NAMES else cell for name, cell in row.items()}


def renamed(cell: str, number: int) -> str:
    """Each identifier of a cell with the number of its copy behind it; none stays none."""
    if not cell or not number:
        return cell
    return "; ".join(f"{part.strip()}-x{number}" for part in cell.split(";"))

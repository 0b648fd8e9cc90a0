"""Writes docs/data-dictionary.md from the contract: ``python -m scrutiny.dictionary``."""

from collections.abc import Iterator

from scrutiny import comparing, places
from scrutiny.contract import Column, Contract, Table

FILE = places.PROJECT / "docs" / "data-dictionary.md"

_HEAD = """\
# Data dictionary

Every table and column that a board's papers, its journal and the queries share. Written by
`python -m scrutiny.dictionary` from the files of `data/schema/` that declare tables, so change
those and not this page.

A board keeps a table in a CSV file of the same name, with these columns in its header. Days are
written YYYY-MM-DD, an empty cell means that nothing was given, and a cell of a list (a type that
ends in `[]`) separates its values with a semicolon and a space."""

_REFERENCE = """\
## Reference data

What the board is made of and which words it may use. `org_group`, `agency`, `people`, `targets`,
`rebases`, `assurance_page`, `risk_rule`, `measure`, `learning_theme` and `review_limit` are CSV
files of the board; `rating_rule` and `board_setting` come from its settings.toml; `data_file` is
data/register.csv. The other tables are filled by the schema itself."""

_FIGURES = """\
## Published figures

Official statistics, read from data/published/ and data/breaks.csv, and what a build works out of
them once: `signal`, `trend`, `own_area`, `standing` and `neighbour_standing`. Their files are named
in the meaning of each table; a list in them is separated by spaces."""

_KINDS = """\
## Entries of the journal

One table for each kind of entry. The last columns, from `effective_on`, are the same in all: which
day it is about, when the board learned it, who says so, why, where it is written, and whether it
is real."""

_WORDS = {"varchar": "text", "double": "number", "integer": "whole number", "boolean": "yes or no"}


def write() -> None:
    """Writes the dictionary to its file. Raises OSError where that cannot be written."""
    FILE.write_text(markdown(Contract.read()), encoding="utf-8")


def markdown(contract: Contract) -> str:
    """The dictionary of a contract: reference tables, figures, kinds of entry, as declared."""
    kinds = [table for table in contract.tables if table.is_kind]
    figures = [table for table in contract.tables if table.name in comparing.DATASET]
    others = [table for table in contract.tables if table not in kinds + figures]
    parts = [_HEAD]
    for head, tables in ((_REFERENCE, others), (_FIGURES, figures), (_KINDS, kinds)):
        parts += [head, *map(_table, tables)]
    return "\n\n".join(parts) + "\n"


def _table(table: Table) -> str:
    rows = [_row(column, table) for column in table.columns]
    head = ["| Column | Type | Must be given | Meaning |", "| --- | --- | --- | --- |"]
    facts = "\n".join(f"- {fact}" for fact in _facts(table))
    return "\n\n".join([f"### {table.name}", table.meaning, "\n".join(head + rows), facts]).rstrip()


def _row(column: Column, table: Table) -> str:
    given = "key" if column.name in table.key else "yes" if column.required else ""
    cells = [f"`{column.name}`", _type(column), given, _meaning(column)]
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _type(column: Column) -> str:
    kind = column.type.lower()
    one = kind.removesuffix("[]")
    return _WORDS.get(one, one) + ("[]" if column.is_list else "")


def _meaning(column: Column) -> str:
    words = [column.meaning]
    if column.choices:
        words.append(f"One of: {', '.join(column.choices)}.")
    if column.refers_to:
        words.append(f"Found in `{column.refers_to}`.")
    return " ".join(words)


def _facts(table: Table) -> Iterator[str]:
    """What holds for a row as a whole, or for a value beyond its type and choices."""
    for columns in table.uniques:
        yield f"No two rows have the same {' and '.join(f'`{name}`' for name in columns)}."
    for check in table.checks:
        yield f"Every row meets `{check.expression}`."


if __name__ == "__main__":
    write()

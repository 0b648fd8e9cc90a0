"""Whether the rows of the board's files fit together: keys that repeat, references that miss."""

from collections.abc import Callable, Collection, Iterator, Mapping
from functools import cache

from scrutiny import cells
from scrutiny.contract import Column, Reference
from scrutiny.problems import Problem
from scrutiny.sheets import Row, Sheet, shown

Entered = Callable[[str], Collection[str]]
"""The keys of a kind that the journal holds, by the name of the kind."""

_GUESSES = 20  # looking for a like word among thousands is slow, and a reader has enough by then


def nothing(_: str) -> Collection[str]:
    """No journal yet."""
    return ()


def repeats(sheet: Sheet) -> Iterator[Problem]:
    """A problem for each row that repeats a key, or other columns that must differ.

    Rows that repeat a key are marked flawed.
    """
    for columns in (sheet.table.key, *sheet.table.uniques):
        first: dict[tuple[str, ...], Row] = {}
        for row in sheet.rows:
            values = tuple(_seen(row, name, columns == sheet.table.key) for name in columns)
            if not all(values):
                continue
            earlier = first.setdefault(values, row)
            if earlier is not row:
                row.flawed.update(columns if columns == sheet.table.key else ())
                yield _repeat(sheet, row, columns, values, earlier)


def _seen(row: Row, name: str, is_key: bool) -> str:
    # a key counts even where the rest of the row could not be read
    return row.key if is_key else shown(row.values[name])


def _repeat(
    sheet: Sheet, row: Row, columns: tuple[str, ...], values: tuple[str, ...], earlier: Row
) -> Problem:
    remedy = (
        f"Row {earlier.number} has the same {' and '.join(columns)}: "
        "give each row its own, or delete one."
    )
    return sheet.fault(row, columns[-1], ", ".join(values), remedy)


def misses(sheets: Mapping[str, Sheet], entered: Entered = nothing) -> Iterator[Problem]:
    """A problem for each reference to a row that no file holds; the cells are marked flawed.

    References to a file that could not be read are left alone: its rows may well be there. A file
    that is not read into the journal may also refer to what was ``entered`` there since.
    """
    guessing = _Guesses(sheets, entered)
    for sheet in sheets.values():
        for column in sheet.table.columns:
            target = column.refers_to
            if target and target.table in sheets and sheets[target.table].keyed:
                yield from _column_misses(sheet, column, target, guessing)


class _Guesses:
    """The keys of each table, and which of them an unknown one may have meant."""

    def __init__(self, sheets: Mapping[str, Sheet], entered: Entered) -> None:
        self._sheets = sheets
        self.known = {name: {row.key: row for row in sheet.rows} for name, sheet in sheets.items()}
        self.entered = cache(entered)
        self._found: dict[tuple[str, str], list[str]] = {}

    def is_kind(self, table: str) -> bool:
        return self._sheets[table].table.is_kind

    def of(self, table: str, value: str) -> list[str]:
        if (table, value) not in self._found and len(self._found) < _GUESSES:
            self._found[table, value] = cells.close(value, self.known[table])
        return self._found.get((table, value), [])


def _column_misses(
    sheet: Sheet, column: Column, target: Reference, guesses: _Guesses
) -> Iterator[Problem]:
    known = guesses.known[target.table]
    # entries are read once, other files at every build, when the journal may know more
    is_later = not sheet.table.is_kind and guesses.is_kind(target.table)
    for row in sheet.rows:
        value = row.values[column.name]
        members = value if isinstance(value, list) else [shown(value)] if value else []
        for member in members:
            if member in known or (is_later and member in guesses.entered(target.table)):
                continue
            likely = guesses.of(target.table, member)
            row.flawed.add(column.name)
            row.guesses.update((target.table, guess) for guess in likely)
            question = f' Did you mean "{likely[0]}"?' if likely else ""
            remedy = (
                f"No row of {target.table}.csv has this {target.column}: "
                f"correct it, or add the row there.{question}"
            )
            yield sheet.fault(row, column.name, member, remedy)

"""Whether the rows of the board's files fit together: keys that repeat, references that miss."""

from collections.abc import Iterator, Mapping

from scrutiny import cells
from scrutiny.contract import Column, Reference
from scrutiny.problems import Problem
from scrutiny.sheets import Row, Sheet, shown

_GUESSES = 20  # looking for a like word among thousands is slow, and a reader has enough by then


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


def misses(sheets: Mapping[str, Sheet]) -> Iterator[Problem]:
    """A problem for each reference to a row that no file holds; the cells are marked flawed.

    References to a file that could not be read are left alone: its rows may well be there.
    """
    known = {name: {row.key: row for row in sheet.rows} for name, sheet in sheets.items()}
    guessing = _Guesses(known)
    for sheet in sheets.values():
        for column in sheet.table.columns:
            target = column.refers_to
            if target and target.table in sheets and sheets[target.table].keyed:
                yield from _column_misses(sheet, column, target, guessing)


class _Guesses:
    """The keys of each table, and which of them an unknown one may have meant."""

    def __init__(self, known: Mapping[str, Mapping[str, Row]]) -> None:
        self.known = known
        self._found: dict[tuple[str, str], list[str]] = {}

    def of(self, table: str, value: str) -> list[str]:
        if (table, value) not in self._found and len(self._found) < _GUESSES:
            self._found[table, value] = cells.close(value, self.known[table])
        return self._found.get((table, value), [])


def _column_misses(
    sheet: Sheet, column: Column, target: Reference, guesses: _Guesses
) -> Iterator[Problem]:
    known = guesses.known[target.table]
    for row in sheet.rows:
        value = row.values[column.name]
        members = value if isinstance(value, list) else [shown(value)] if value else []
        for member in members:
            if member in known:
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

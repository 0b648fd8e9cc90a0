"""One CSV file of the board, read whole: its rows, and every problem that it shows by itself.

Rows count as a spreadsheet does: the header is row 1 and every record one row, blank ones too,
even where a quoted cell runs over several lines. Blank rows are passed over, columns may come in
any order, and a byte order mark is allowed.
"""

import csv
import io
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from scrutiny import cells
from scrutiny.cells import Value
from scrutiny.contract import Table
from scrutiny.problems import Problem


@dataclass
class Row:
    """One row: its values by column, and the columns in which something is wrong with it.

    A flawed cell has no value; ``key`` is empty where it cannot be read. ``guesses`` are the rows,
    as (table, key), that a reference which cannot be read or found may have meant.
    """

    number: int
    key: str
    values: dict[str, Value]
    flawed: set[str] = field(default_factory=set)
    guesses: set[tuple[str, str]] = field(default_factory=set)


@dataclass
class Sheet:
    """The rows of one table.

    ``keyed`` is False where some keys could not be read, so that a reference that misses proves
    nothing; ``whole`` is False where any rows or columns could not be read.
    """

    table: Table
    file: str
    rows: list[Row] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    keyed: bool = True
    whole: bool = True

    def fault(self, row: Row, column: str, value: object, remedy: str) -> Problem:
        """A problem with one cell of this sheet."""
        return Problem(self.file, row.number, column, shown(value), remedy)


def shown(value: object) -> str:
    """A value as it is written in a file."""
    if value is None:
        return ""
    return "; ".join(map(str, value)) if isinstance(value, list) else str(value)


def read_sheet(path: Path, table: Table) -> Sheet:
    """The rows of a CSV file and all its problems. Never raises for what the file holds."""
    sheet = Sheet(table, path.name)
    text = _decoded(path, sheet)
    records = _records(text, sheet)
    number, first = next(records, (1, []))
    header = [name.strip() for name in first]
    if text is None or not _is_header(number, header, sheet):
        sheet.keyed = sheet.whole = False
        return sheet
    _check_header(header, sheet)
    sheet.rows = [_row(number, record, header, sheet) for number, record in records]
    return sheet


def _decoded(path: Path, sheet: Sheet) -> str | None:
    try:
        raw = path.read_bytes()
    except OSError as error:
        reason = error.strerror or "unknown error"
        remedy = f"The file cannot be read ({reason}): check that it is a file you may open."
        sheet.problems.append(Problem(sheet.file, None, None, None, remedy))
        return None
    try:
        return raw.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        # what stands before the first bad byte can be read, and shows which row it is in
        before = raw[: error.start].decode("utf-8") + "?"
        row = sum(1 for _ in csv.reader(io.StringIO(before, newline="")))
        remedy = (
            f"The file is not UTF-8: byte {error.start} cannot be read. "
            'In the spreadsheet, save it again as "CSV UTF-8".'
        )
        value = f"0x{raw[error.start]:02x}"
        sheet.problems.append(Problem(sheet.file, row, None, value, remedy))
        return None


def _records(text: str | None, sheet: Sheet) -> Iterator[tuple[int, list[str]]]:
    """The records that are not blank, each with its row number, up to the first broken one."""
    reader = csv.reader(io.StringIO(text or "", newline=""), strict=True)
    number = 0
    try:
        for number, record in enumerate(reader, 1):
            if any(cell.strip() for cell in record):
                yield number, record
    except csv.Error:
        remedy = (
            "A quotation mark is open or out of place from this row on, so nothing after it could "
            'be read: put the whole cell in double quotes and write each " inside it twice.'
        )
        sheet.problems.append(Problem(sheet.file, number + 1, None, None, remedy))
        sheet.keyed = sheet.whole = False


def _is_header(number: int, header: Sequence[str], sheet: Sheet) -> bool:
    known = sheet.table.by_name
    if number == 1 and set(header) & set(known):
        return True
    if sheet.problems:
        return False
    wanted = f"Its first row must be the header: {','.join(known)}"
    if not header:
        sheet.problems.append(Problem(sheet.file, None, None, None, f"The file is empty. {wanted}"))
    elif len(header) == 1 and any(mark in header[0] for mark in ";\t"):
        remedy = 'Its cells are not separated by commas: save it again as "CSV UTF-8" with commas.'
        sheet.problems.append(Problem(sheet.file, 1, None, header[0], remedy))
    else:
        value = ",".join(header) if number == 1 else ""
        sheet.problems.append(Problem(sheet.file, 1, None, value, wanted))
    return False


def _check_header(header: Sequence[str], sheet: Sheet) -> None:
    known = sheet.table.by_name
    missing = [name for name in known if name not in header]
    strange = [name for name in header if name and name not in known]
    for name in missing:
        remedy = f'Add the column "{name}" to the header.{cells.nearest(name, strange)}'
        sheet.problems.append(Problem(sheet.file, 1, name, None, remedy))
    for name in strange:
        remedy = f'{sheet.table.name} has no column "{name}": remove or rename it.'
        close = cells.nearest(name, missing or list(known))
        sheet.problems.append(Problem(sheet.file, 1, name, name, remedy + close))
    for name, times in Counter(header).items():
        if name in known and times > 1:
            remedy = f"The column stands there {times} times: keep one."
            sheet.problems.append(Problem(sheet.file, 1, name, name, remedy))
    for place, name in enumerate(header, 1):
        if not name:
            remedy = f"Column {place} has no name: name it, or delete the whole column."
            sheet.problems.append(Problem(sheet.file, 1, str(place), "", remedy))
    sheet.whole = sheet.whole and not missing
    sheet.keyed = sheet.keyed and sheet.table.key[0] not in missing


def _row(number: int, record: Sequence[str], header: Sequence[str], sheet: Sheet) -> Row:
    while len(record) > len(header) and not record[-1].strip():
        record = record[:-1]  # a spreadsheet adds empty cells at the end
    table = sheet.table
    texts: dict[str, str] = {}
    for name, text in zip(header, record, strict=False):
        texts.setdefault(name, text)
    key = texts.get(table.key[0], "").strip()
    row = Row(number, key if key.isprintable() else "", dict.fromkeys(table.by_name))
    if len(record) == len(header):
        _read_cells(row, texts, sheet)
    else:
        row.flawed.update(table.by_name)
        row.guesses.update(
            (column.refers_to.table, texts[column.name].strip())
            for column in table.columns
            if column.refers_to and column.name in texts
        )
        remedy = (
            f"The row has {len(record)} cells and the header has {len(header)}: give it as many, "
            "and put a cell that holds a comma in double quotes."
        )
        value = f"{len(record)} cells"
        sheet.problems.append(Problem(sheet.file, number, None, value, remedy))
    return row


def _read_cells(row: Row, texts: Mapping[str, str], sheet: Sheet) -> None:
    for column in sheet.table.columns:
        if column.name not in texts:
            row.flawed.add(column.name)
            continue
        text = texts[column.name]
        names = column.name in sheet.table.key or column.refers_to is not None
        try:
            row.values[column.name] = cells.read(text, column, names=names)
        except cells.BadCell as bad:
            row.flawed.add(column.name)
            sheet.problems.append(sheet.fault(row, column.name, text.strip(), str(bad)))

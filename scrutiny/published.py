"""Reads the published figures: every problem at once, or tables ready for the warehouse."""

from collections.abc import Iterator
from pathlib import Path

import duckdb

from scrutiny import opening, queries, warehouse
from scrutiny.contract import Column, Contract, Table
from scrutiny.problems import BadInput, Problem

SINGLE = {
    "indicator": "indicators.csv",
    "area": "areas.csv",
    "neighbour": "neighbours.csv",
    "publication": "publications.csv",
}
"""The file of each table that has one; observations have a file for each theme."""

_OBSERVATIONS = "observations"
_MAY_BE_EMPTY = {"breakdown", "status"}
_PATTERNS = {
    "DOUBLE": r"-?[0-9]{1,12}(\.[0-9]{1,12})?",
    "INTEGER": r"[0-9]{1,9}",
    "BOOLEAN": "True|False",
}
_REMEDIES = {
    "DATE": "Give a day that exists, written YYYY-MM-DD.",
    "DOUBLE": "Give a number in figures, or nothing and a status.",
    "INTEGER": "Give a whole number in figures.",
    "BOOLEAN": "Give True or False.",
}
_RULES = "checks_published"


def read_published(folder: Path, breaks: Path) -> duckdb.DuckDBPyConnection:
    """An in-memory database with the published tables of the contract.

    ``folder`` holds the figures, ``breaks`` is the file on breaks in them; a folder that is not
    there gives empty tables. Raises BadInput with every problem found: a file that is missing or
    cannot be read, a cell, and what queries/checks_published finds across rows.
    """
    connection = warehouse.scratch(opening.FIGURES)
    try:
        problems = _fill(connection, _files(folder, breaks), folder)
    except BaseException:
        connection.close()
        raise
    if problems:
        connection.close()
        raise BadInput(problems)
    return connection


def _fill(
    connection: duckdb.DuckDBPyConnection, files: dict[str, list[Path]], folder: Path
) -> list[Problem]:
    """Takes the rows of every file, or none of any; the problems that stand in the way."""
    tables = [Contract.read().table(name) for name in files]
    connection.execute("create schema papers")
    problems: list[Problem] = []
    for table in tables:
        problems += _lay_out(connection, table, files[table.name], folder)
    # what spans rows can only be asked of cells that can be read
    if not problems:
        problems = [problem for table in tables for problem in _bad_cells(connection, table)]
    if not problems and tables:
        problems = list(_bad_rows(connection))
    for table in tables if not problems else ():
        _take(connection, table)
    connection.execute("drop schema papers cascade")
    return problems


def _files(folder: Path, breaks: Path) -> dict[str, list[Path]]:
    if not folder.is_dir():
        return {}
    single = {table: [folder / name] for table, name in SINGLE.items()}
    observations = sorted((folder / _OBSERVATIONS).glob("*.csv"))
    return single | {"series_break": [breaks], "observation": observations}


def _lay_out(
    connection: duckdb.DuckDBPyConnection, table: Table, files: list[Path], folder: Path
) -> Iterator[Problem]:
    """Puts the files as text, with file and row of each line, into a table of schema papers."""
    names = ", ".join(f"{name} varchar" for name in table.by_name)
    connection.execute(f"create table papers.{table.name} (file varchar, row bigint, {names})")
    for path in files:
        shown = path.relative_to(folder.parent).as_posix()
        remedy = _unreadable(path, table)
        if remedy:
            yield Problem(shown, None, None, None, remedy)
            continue
        columns = ", ".join(f"'{name}': 'varchar'" for name in table.by_name)
        try:
            connection.execute(
                f"insert into papers.{table.name} select $shown, row_number() over () + 1, *"
                f" from read_csv($path, header = true, auto_detect = false, delim = ',',"
                f" quote = '\"', escape = '\"', columns = {{{columns}}})",
                {"shown": shown, "path": str(path)},
            )
        except duckdb.Error as error:
            first = str(error).splitlines()[0]
            remedy = f"The file is not as a CSV file must be: {first}. Mend that line."
            yield Problem(shown, None, None, None, remedy)


def _unreadable(path: Path, table: Table) -> str:
    try:
        text = path.read_bytes().decode("utf-8")
    except OSError as error:
        return f"The file cannot be read ({error.strerror}): restore it."
    except UnicodeDecodeError as error:
        return f"The file is not UTF-8: byte {error.start} cannot be read. Save it as CSV UTF-8."
    header, wanted = text.split("\n", 1)[0].strip(), ",".join(table.by_name)
    return "" if header == wanted else f"Its first row must be the header: {wanted}"


def _bad_cells(connection: duckdb.DuckDBPyConnection, table: Table) -> Iterator[Problem]:
    for column in table.columns:
        wrong, remedy = _fault(column)
        rows = connection.execute(
            f"select file, row, {column.name} from papers.{table.name} where {wrong}"
        )
        for file, row, value in rows.fetchall():
            yield Problem(file, row, column.name, value or "", remedy)
    if table.key:
        keys = ", ".join(table.key)
        rows = connection.execute(
            f"select file, row, concat_ws(', ', {keys}) from papers.{table.name}"
            f" qualify row_number() over (partition by {keys} order by file, row) > 1"
        )
        for file, row, value in rows.fetchall():
            yield Problem(file, row, table.key[-1], value, "The key repeats: keep one of the rows.")


def _fault(column: Column) -> tuple[str, str]:
    """When a cell of the column is wrong, as SQL, and what to do about it."""
    name = column.name
    needed = column.required and name not in _MAY_BE_EMPTY
    empty = f"coalesce({name}, '') = ''"
    if column.choices:
        words = ", ".join(f"'{word}'" for word in column.choices)
        remedy = f"Use one of: {', '.join(word or 'nothing' for word in column.choices)}."
        return f"coalesce({name}, '') not in ({words})", remedy
    if column.type == "DATE":
        fine = f"regexp_full_match({name}, '\\d{{4}}-\\d\\d-\\d\\d') and try_cast({name} as date)"
        wrong = f"not ({fine} is not null)"
    elif column.type in _PATTERNS:
        wrong = f"not regexp_full_match({name}, '{_PATTERNS[column.type]}')"
    else:
        wrong = "false"
    remedy = _REMEDIES.get(column.type, "It may not be empty: fill it in.")
    return (f"{empty} or {wrong}" if needed else f"not {empty} and {wrong}"), remedy


def _bad_rows(connection: duckdb.DuckDBPyConnection) -> Iterator[Problem]:
    connection.execute("set search_path = 'papers,main'")
    for name in queries.within(_RULES):
        for found in connection.execute(queries.find(name).sql).fetchall():
            yield Problem(*found)
    connection.execute("set search_path = 'main'")


def locate(connection: duckdb.DuckDBPyConnection, place: str) -> None:
    """Says which area is the board's own: the one local authority called ``place``, if any is."""
    found = queries.find("derived/own_area")
    connection.execute(f"insert into own_area {found.sql}", {"place": place})


def _take(connection: duckdb.DuckDBPyConnection, table: Table) -> None:
    typed = ", ".join(
        f"coalesce({c.name}, '')" if c.name in _MAY_BE_EMPTY else f"cast({c.name} as {c.type})"
        for c in table.columns
    )
    order = ", ".join(str(place) for place in range(1, len(table.columns) + 1))
    connection.execute(
        f"insert into main.{table.name} select {typed} from papers.{table.name} order by {order}"
    )

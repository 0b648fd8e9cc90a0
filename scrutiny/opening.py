"""Sets up the database that answers questions: entries in memory, rules on them, then the locks.

All entries are kept in the schema ``whole``. The plain name of each kind is a view that leaves out
what touches a recommendation of a closed session, unless the reader may see it: each question is
asked with the list ``hidden`` of those that he may not. A question cannot forget that, since it
knows no other names, and one that is asked without the list sees nothing about recommendations.
"""

from collections.abc import Sequence
from pathlib import Path

import duckdb

from scrutiny import catalogue, entry_views, kept_days
from scrutiny.catalogue import Catalogue


def _number(file: str) -> str:
    return file.split("_", maxsplit=1)[0]


SCHEMA = Path(__file__).resolve().parent.parent / "data" / "schema"
# in the order of the numbers they begin with, 20 between 2 and 3: tables first, then rules
_FILES = sorted((path.name for path in SCHEMA.glob("*.sql")), key=_number)
TABLES = tuple(name for name in _FILES if name < "4")
FIGURES = ("3_dataset.sql",)
"""The files among them with the tables of the published figures, which stand on their own."""
_LOGIC = tuple(name for name in _FILES if name >= "4")
_ON_KEPT_DAYS = "98"  # files from here on read what is kept of days
_LOCKS = (
    "set autoinstall_known_extensions = false",
    "set autoload_known_extensions = false",
    "set memory_limit = '1GB'",
    "set global max_execution_time = 20000",
    "set enable_external_access = false",
    "set lock_configuration = true",
)
# what the journal adds to the columns that the contract declares
_OF_THE_JOURNAL = (
    "0::bigint as seq, null::date as known_on, null::date as void_on,"
    " null::varchar as entered_by, null::bigint as corrects"
)
# a set of recommendations is closed where all of them are
_SOURCE = (
    "source_id in (select source_id from whole.recommendation where is_open_to_reader(rec_id))"
    " or source_id not in (select source_id from whole.recommendation)"
)


def quoted(path: Path) -> str:
    """A path for the text of a statement: that of an attach cannot be bound."""
    return str(path).replace("'", "''")


def run(connection: duckdb.DuckDBPyConnection, names: Sequence[str]) -> None:
    """Runs files of data/schema."""
    for name in names:
        connection.execute((SCHEMA / name).read_text(encoding="utf-8"))


def prepare(connection: duckdb.DuckDBPyConnection) -> None:
    """Lays the tables out beside the attached warehouse, adds the rules, and locks."""
    rules, *others = _LOGIC
    run(connection, [rules])
    connection.execute("create schema whole")
    found = catalogue.read(connection)
    kinds = set(found.kinds)
    for table in found.columns:
        if table in kinds:
            connection.execute(
                f"create table whole.{table} as select {_OF_THE_JOURNAL}, *"
                f" from warehouse.{table} limit 0"
            )
        else:
            # the many observations stay in the file; what every page reads is in memory
            what = "view" if table == "observation" else "table"
            connection.execute(f"create {what} {table} as from warehouse.{table}")
    for table, open_to_reader in _sights(found).items():
        connection.execute(
            f"create view {table} as select * from whole.{table} where {open_to_reader}"
        )
    entry_views.create(connection, found)
    run(connection, [name for name in others if _number(name) < _ON_KEPT_DAYS])
    kept_days.lay_out(connection)
    run(connection, [name for name in others if _number(name) >= _ON_KEPT_DAYS])
    for lock in _LOCKS:
        connection.execute(lock)


def _sights(found: Catalogue) -> dict[str, str]:
    """For each kind, which of its rows a reader may see, as SQL.

    A row that names a recommendation is seen with it, one that refers to a row of another kind
    with that row.
    """
    sights: dict[str, str] = {}
    narrowed = {"recommendation"}
    for kind in found.kinds:
        own = set(found.columns[kind])
        rules = [f"is_open_to_reader({column})" for column in sorted(own & {"rec_id"})]
        rules += [f"are_open_to_reader({column})" for column in sorted(own & {"rec_ids"})]
        rules += [
            f"({column} is null or {column} in (select {key} from {target}))"
            for column, target, key in found.references[kind]
            if target in narrowed - {"recommendation", kind}
        ]
        if rules:
            narrowed.add(kind)
        sights[kind] = " and ".join(rules) or "true"
    return sights | {"source": _SOURCE}

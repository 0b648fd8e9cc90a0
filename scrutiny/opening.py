"""Sets up the database that answers questions: entries in memory, rules on them, then the locks.

All entries are kept in the schema ``whole``. The plain name of each kind is a view that leaves out
what touches a recommendation of a closed session, unless the reader may see it (sight.py). A
question cannot forget that, since it knows no other names, and one that is asked without saying
who reads sees no entry at all.
"""

from collections.abc import Sequence
from pathlib import Path

import duckdb

from scrutiny import catalogue, entry_lists, kept_days, sight


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
# What DuckDB need not look for when it plans: with rows that fit a board it takes longer to look
# than it saves. Joins run in the order in which they are written. Why: decision 21.
_NOT_LOOKED_FOR = (
    "aggregate_function_rewriter",
    "aggregate_reuse",
    "common_subplan",
    "compressed_materialization",
    "grouping_sets",
    "join_filter_pushdown",
    "join_order",
    "partial_aggregate_pushdown",
    "projection_placement",
    "projection_pullup",
    "window_self_join",
)
_PLANS = (
    # one a question: dividing so few rows among threads takes longer than the work itself
    "set global threads = 1",
    f"set global disabled_optimizers = '{','.join(_NOT_LOOKED_FOR)}'",
)
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


def quoted(path: Path) -> str:
    """A path for the text of a statement: that of an attach cannot be bound."""
    return str(path).replace("'", "''")


def text(names: Sequence[str]) -> str:
    """The statements of files of data/schema."""
    return "\n".join((SCHEMA / name).read_text(encoding="utf-8") for name in names)


def run(connection: duckdb.DuckDBPyConnection, names: Sequence[str]) -> None:
    """Runs files of data/schema."""
    for name in names:
        connection.execute(text([name]))


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
    sight.create(connection, found)
    entry_lists.create(connection)
    run(connection, [name for name in others if _number(name) < _ON_KEPT_DAYS])
    on_kept = [name for name in others if _number(name) >= _ON_KEPT_DAYS]
    kept_days.lay_out(connection, kept_days.read_by(connection, text(on_kept)))
    run(connection, on_kept)
    for setting in (*_PLANS, *_LOCKS):
        connection.execute(setting)

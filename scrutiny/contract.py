"""What the board's papers must look like, read from the tables that data/schema declares.

Nothing here repeats the schema: names, types, keys, checks and comments come from DuckDB's own
catalogue of an empty database, so that the files, the journal, the templates and the dictionary
cannot drift apart. Two conventions stand beside it:

- a table with a column ``effective_on`` is a kind of journal entry;
- a list column ``<key>s`` holds keys of the table whose primary key ends its name, the longest
  such key winning: ``rec_ids`` refers to recommendation, ``support_group_ids`` to org_group.
  (SQL has no foreign key for the members of a list.)
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

import duckdb

from scrutiny import warehouse

ENTRY_COLUMNS = (
    "effective_on",
    "recorded_on",
    "by_group_id",
    "by_role",
    "why",
    "cited",
    "provenance",
)
"""Columns of every kind that say who, when and why; fields of the entry, not of its body."""

_CHOICES = re.compile(r"\(*\"?(\w+)\"? IN \((('(?:[^']|'')*'(?:, )?)+)\)\)*")


@dataclass(frozen=True)
class Reference:
    """Where the values of a column must be found."""

    table: str
    column: str

    def __str__(self) -> str:
        return f"{self.table}.{self.column}"


@dataclass(frozen=True)
class Column:
    """One column: ``type`` as DuckDB writes it, ``choices`` empty where any value may stand."""

    name: str
    type: str
    required: bool
    meaning: str
    choices: tuple[str, ...] = ()
    refers_to: Reference | None = None

    @property
    def is_list(self) -> bool:
        """True where a cell holds several values, separated by semicolons."""
        return self.type.endswith("[]")


@dataclass(frozen=True)
class Check:
    """A condition on a row, as SQL, other than a plain list of choices."""

    expression: str
    columns: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """One table: ``key`` is its primary key, ``uniques`` the other columns that may not repeat."""

    name: str
    meaning: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    uniques: tuple[tuple[str, ...], ...]
    checks: tuple[Check, ...]

    @cached_property
    def by_name(self) -> Mapping[str, Column]:
        """The columns by name."""
        return {column.name: column for column in self.columns}

    @property
    def is_kind(self) -> bool:
        """True where each row is an entry of the journal."""
        return "effective_on" in self.by_name

    @property
    def body(self) -> tuple[Column, ...]:
        """The columns that make up the body of an entry."""
        return tuple(column for column in self.columns if column.name not in ENTRY_COLUMNS)


@dataclass(frozen=True)
class Contract:
    """Every table that data/schema declares, in the order it declares them."""

    tables: tuple[Table, ...]

    @classmethod
    def read(cls) -> "Contract":
        """The contract of this version; read once a process."""
        return _read()

    def table(self, name: str) -> Table:
        """The table called ``name``. Raises KeyError."""
        return {table.name: table for table in self.tables}[name]

    @cached_property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of journal entry, parents before what refers to them."""
        return _parents_first([table for table in self.tables if table.is_kind])

    def dictionary(self) -> list[dict[str, str]]:
        """Rows of the data dictionary: table, column, type, required, refers_to, meaning."""
        return [
            {
                "table": table.name,
                "column": column.name,
                "type": column.type.lower(),
                "required": "yes" if column.required else "no",
                "refers_to": str(column.refers_to or ""),
                "meaning": _meaning(column),
            }
            for table in self.tables
            for column in table.columns
        ]


def _meaning(column: Column) -> str:
    if not column.choices or column.refers_to:
        return column.meaning
    return f"{column.meaning} One of: {', '.join(column.choices)}."


def _parents_first(tables: Sequence[Table]) -> tuple[str, ...]:
    names = {table.name for table in tables}
    placed: list[str] = []
    waiting = list(tables)
    while waiting:
        # with no table free to go next the references run in a circle: keep the declared order
        ready = next((t for t in waiting if not (_parents(t) & names) - set(placed)), waiting[0])
        placed.append(ready.name)
        waiting.remove(ready)
    return tuple(placed)


def _parents(table: Table) -> set[str]:
    return {c.refers_to.table for c in table.columns if c.refers_to} - {table.name}


@cache
def _read() -> Contract:
    with warehouse.blank().cursor() as cursor:
        return _Catalogue(cursor).contract()


class _Catalogue:
    """DuckDB's catalogue of one database, gathered by table."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._connection = connection
        self._words: dict[Reference, tuple[str, ...]] = {}
        self._constraints = connection.execute(
            "select table_name, constraint_type, constraint_column_names, expression,"
            " referenced_table, referenced_column_names from duckdb_constraints()"
            " order by table_oid, constraint_index"
        ).fetchall()
        self._columns_of: dict[str, list[tuple[str, str, bool, str | None]]] = {}
        for table, name, kind, is_nullable, comment in connection.execute(
            "select table_name, column_name, data_type, is_nullable, comment"
            " from duckdb_columns() where not internal order by table_oid, column_index"
        ).fetchall():
            self._columns_of.setdefault(table, []).append((name, kind, is_nullable, comment))
        self._keys = {
            columns[0]: table
            for table, kind, columns, *_ in self._constraints
            if kind == "PRIMARY KEY" and len(columns) == 1
        }

    def contract(self) -> Contract:
        tables = self._connection.execute(
            "select table_name, comment from duckdb_tables()"
            " where not internal and not temporary order by table_oid"
        ).fetchall()
        return Contract(tuple(self._table(name, comment or "") for name, comment in tables))

    def _table(self, name: str, meaning: str) -> Table:
        own = [row[1:] for row in self._constraints if row[0] == name]
        checks = [Check(row[2], tuple(dict.fromkeys(row[1]))) for row in own if row[0] == "CHECK"]
        choices = {c.columns[0]: found for c in checks if (found := _choices(c.expression))}
        foreign = {
            row[1][0]: Reference(row[3], row[4][0])
            for row in own
            if row[0] == "FOREIGN KEY" and len(row[1]) == 1
        }
        keys = [tuple(row[1]) for row in own if row[0] == "PRIMARY KEY"]
        return Table(
            name=name,
            meaning=meaning,
            key=keys[0] if keys else (),
            columns=tuple(self._columns(name, choices, foreign)),
            uniques=tuple(tuple(row[1]) for row in own if row[0] == "UNIQUE"),
            checks=tuple(check for check in checks if not _choices(check.expression)),
        )

    def _columns(
        self,
        table: str,
        choices: Mapping[str, tuple[str, ...]],
        foreign: Mapping[str, Reference],
    ) -> Iterable[Column]:
        for name, kind, is_nullable, comment in self._columns_of[table]:
            refers_to = foreign.get(name) or (self._listed(name) if kind.endswith("[]") else None)
            words = choices.get(name) or (self._fixed_words(refers_to) if refers_to else ())
            yield Column(name, kind, not is_nullable, comment or "", words, refers_to)

    def _listed(self, column: str) -> Reference | None:
        fitting = [key for key in self._keys if column.endswith(f"{key}s")]
        key = max(fitting, key=len, default=None)
        return Reference(self._keys[key], key) if key else None

    def _fixed_words(self, reference: Reference) -> tuple[str, ...]:
        """The values of a reference to a table that the schema itself fills, such as a state."""
        if reference not in self._words:
            rows = self._connection.execute(
                f'select "{reference.column}" from "{reference.table}" order by rowid'
            ).fetchall()
            self._words[reference] = tuple(str(row[0]) for row in rows)
        return self._words[reference]


def _choices(expression: str) -> tuple[str, ...]:
    """The words of a check such as ``kind in ('a', 'b')``; none for any other check."""
    found = _CHOICES.fullmatch(expression)
    if not found:
        return ()
    return tuple(word.replace("''", "'") for word in re.findall(r"'((?:[^']|'')*)'", found[2]))

"""Views over every kind of entry at once, written from the contract's own keys and references.

They stand over the plain names, so that what a reader may not see is in none of them:

- ``entry_line``: an entry by its number, with its body as JSON;
- ``entry_about``: what each entry refers to, and the entry itself by its own key;
- ``named``: everything that an entry may refer to, with words to choose it by.
"""

from collections.abc import Mapping, Sequence

import duckdb

_WORDS = ("title", "name", "what", "finding", "question", "said", "label")
# where one column alone would not tell one row from the next
_SPELT: Mapping[str, str] = {
    "setting": "concat_ws(', ', setting_id, phase, area)",
    "section11_score": "concat_ws(', ', agency_id, standard, score)",
    "case_review": "concat_ws(', ', review_id, review_kind)",
    "risk": "concat_ws(' ', 'R' || position || '.', title)",
    "recommendation": "concat_ws(' ', ref, title)",
}
_FREE = "0::bigint as seq, date '0001-01-01' as known_on, null::date as void_on"
_LINE = (
    "seq, known_on, void_on, effective_on, by_group_id, by_role, why, cited, provenance,"
    " entered_by, corrects"
)


def create(connection: duckdb.DuckDBPyConnection, kinds: Sequence[str]) -> None:
    """Makes the views, once the tables of the warehouse have their plain names."""
    columns = _columns(connection)
    keys = _constraints(connection, "PRIMARY KEY", "constraint_column_names[1]")
    lines = [
        f"select '{kind}' as kind, {keys[kind]} as key, {_LINE}, to_json(t)::varchar as body"
        f" from {kind} as t"
        for kind in kinds
        if kind != "retraction"  # what was taken back may be hidden, and its reason tells of it
    ]
    about = [
        f"select '{kind}' as kind, seq, known_on, '{target}' as about, {column} as about_key"
        f" from {kind} where {column} is not null"
        for kind in kinds
        for column, target in [(keys[kind], kind), *_references(connection, kind)]
    ]
    about += [
        f"select '{kind}', seq, known_on, 'recommendation', unnest(rec_ids) from {kind}"
        for kind in kinds
        if "rec_ids" in columns[kind]
    ]
    named = [
        f"select '{table}' as table_name, {key} as key, {_words(table, columns[table], key)}"
        f" as title, {_place(columns[table])} as position,"
        f" {'seq, known_on, void_on' if table in kinds else _FREE} from {table}"
        for table, key in keys.items()
        if table in columns and f"{key}" != "day" and table != "retraction"
    ]
    for view, parts in (("entry_line", lines), ("entry_about", about), ("named", named)):
        connection.execute(f"create view {view} as {' union all '.join(parts)}")


def _words(table: str, columns: Sequence[str], key: str) -> str:
    found = next((name for name in _WORDS if name in columns), key)
    return _SPELT.get(table, f"{found}::varchar")


def _place(columns: Sequence[str]) -> str:
    return "position" if "position" in columns else "0"


def _columns(connection: duckdb.DuckDBPyConnection) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for table, column in connection.execute(
        "select table_name, column_name from duckdb_columns()"
        " where database_name = 'warehouse' order by table_oid, column_index"
    ).fetchall():
        found.setdefault(table, []).append(column)
    return found


def _constraints(connection: duckdb.DuckDBPyConnection, kind: str, what: str) -> dict[str, str]:
    """The single column of each such constraint, by its table."""
    return dict(
        connection.execute(
            f"select table_name, {what} from duckdb_constraints()"
            " where database_name = 'warehouse' and constraint_type = $kind"
            " and len(constraint_column_names) = 1 order by table_oid",
            {"kind": kind},
        ).fetchall()
    )


def _references(connection: duckdb.DuckDBPyConnection, kind: str) -> list[tuple[str, str]]:
    """The columns of a kind that refer to another table or to itself, each with that table."""
    found: list[tuple[str, str]] = connection.execute(
        "select constraint_column_names[1], referenced_table from duckdb_constraints()"
        " where database_name = 'warehouse' and constraint_type = 'FOREIGN KEY'"
        " and table_name = $kind order by constraint_index",
        {"kind": kind},
    ).fetchall()
    return found

"""Lists over every kind of entry at once, written from the contract's own keys and references.

Each is a table that is filled when a question first needs it, and a view of it that leaves out
what its reader may not see:

- ``entry_line``: an entry by its number, with its body as JSON;
- ``entry_about``: what each entry refers to, and the entry itself by its own key;
- ``entry_title``: everything that an entry may refer to, with words to choose it by.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

import duckdb

from scrutiny.catalogue import Catalogue, Reference

_TABLES: Mapping[str, str] = {
    "entry_line": "kind varchar, key varchar, seq bigint, known_on date, void_on date,"
    " effective_on date, by_group_id varchar, by_role varchar, why varchar, cited varchar,"
    " provenance varchar, entered_by varchar, corrects bigint, body varchar",
    "entry_about": "kind varchar, seq bigint, known_on date, about varchar, about_key varchar",
    "entry_title": "table_name varchar, key varchar, title varchar, position integer, seq bigint,"
    " known_on date, void_on date",
}
NAMES = tuple(_TABLES)
_NAMED = re.compile(rf"\b({'|'.join(NAMES)})\b")
_WORDS = ("title", "name", "what", "finding", "question", "said", "label")
# where one column alone would not tell one row from the next
_SPELT: Mapping[str, str] = {
    "setting": "concat_ws(', ', setting_id, phase, area)",
    "section11_score": "concat_ws(', ', agency_id, standard, score)",
    "case_review": "concat_ws(', ', review_id, review_kind)",
    "risk": "concat_ws(' ', 'R' || position || '.', title)",
    "recommendation": "concat_ws(' ', ref, title)",
}
_FREE = "0 as seq, date '0001-01-01' as known_on, null as void_on"
_LINE = (
    "seq, known_on, void_on, effective_on, by_group_id, by_role, why, cited, provenance,"
    " entered_by, corrects"
)


def create(connection: duckdb.DuckDBPyConnection) -> None:
    """Makes the tables, empty, and their views."""
    for name, columns in _TABLES.items():
        connection.execute(f"create table whole.{name} ({columns})")
        connection.execute(f"create view {name} as from whole.{name} where is_open_entry(seq)")


def named_in(sql: str) -> list[str]:
    """Those of the lists that a question reads."""
    return sorted(set(_NAMED.findall(sql)))


def fill(found: Catalogue, cursor: duckdb.DuckDBPyConnection, name: str) -> None:
    """Fills a list. One statement a kind: DuckDB plans them faster apart than as one union."""
    rows = {"entry_line": _lines, "entry_about": _about, "entry_title": _titles}[name]
    for select in rows(found):
        cursor.execute(f"insert into whole.{name} by name {select}")


def empty(cursor: duckdb.DuckDBPyConnection, name: str) -> None:
    """Empties a list."""
    cursor.execute(f"delete from whole.{name}")


def _lines(found: Catalogue) -> Iterator[str]:
    for kind in found.kinds:
        if kind != "retraction":  # what was taken back is told with the entry that was
            yield (
                f"select '{kind}' as kind, {found.keys[kind]} as key, {_LINE},"
                f" to_json(t)::varchar as body from whole.{kind} as t"
            )


def _about(found: Catalogue) -> Iterator[str]:
    for kind in found.kinds:
        for column, target, _ in [Reference(found.keys[kind], kind, ""), *found.references[kind]]:
            yield (
                f"select '{kind}' as kind, seq, known_on, '{target}' as about,"
                f" {column} as about_key from whole.{kind} where {column} is not null"
            )
        if "rec_ids" in found.columns[kind]:
            yield (
                f"select '{kind}' as kind, seq, known_on, 'recommendation' as about,"
                f" unnest(rec_ids) as about_key from whole.{kind}"
            )


def _titles(found: Catalogue) -> Iterator[str]:
    kinds = set(found.kinds)
    for table, key in found.keys.items():
        columns = found.columns.get(table)
        if columns and key != "day" and table != "retraction":
            yield (
                f"select '{table}' as table_name, {key} as key,"
                f" {_words(table, columns, key)} as title, {_place(columns)} as position,"
                f" {'seq, known_on, void_on' if table in kinds else _FREE}"
                f" from {'whole.' if table in kinds else ''}{table}"
            )


def _words(table: str, columns: Sequence[str], key: str) -> str:
    found = next((name for name in _WORDS if name in columns), key)
    return _SPELT.get(table, f"{found}::varchar")


def _place(columns: Sequence[str]) -> str:
    return "position" if "position" in columns else "0"

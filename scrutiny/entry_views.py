"""Views over every kind of entry at once, written from the contract's own keys and references.

They stand over the plain names, so that what a reader may not see is in none of them:

- ``entry_line``: an entry by its number, with its body as JSON;
- ``entry_about``: what each entry refers to, and the entry itself by its own key;
- ``named``: everything that an entry may refer to, with words to choose it by.
"""

from collections.abc import Mapping, Sequence

import duckdb

from scrutiny.catalogue import Catalogue, Reference

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


def create(connection: duckdb.DuckDBPyConnection, found: Catalogue) -> None:
    """Makes the views, once the tables of the warehouse have their plain names."""
    columns, keys, kinds = found.columns, found.keys, found.kinds
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
        for column, target, _ in [Reference(keys[kind], kind, ""), *found.references[kind]]
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

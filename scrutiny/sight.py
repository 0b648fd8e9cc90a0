"""Which entries a reader may not see: those about recommendations that are hidden from them.

All entries are kept in the schema ``whole``. The plain name of each kind is a view that leaves out
the entries whose numbers are in the list ``shut`` of its cursor. Which these are for a list of
hidden recommendations follows from the contract's own keys and references, and is kept.
"""

from collections.abc import Iterator, Sequence

import duckdb

from scrutiny.catalogue import Catalogue

Hidden = tuple[str, ...]
"""The recommendations that a reader may not see, in order."""

# a set of recommendations is closed where all of them are
_SOURCE = (
    "source_id in (select source_id from whole.recommendation where is_open_to_reader(rec_id))"
    " or source_id not in (select source_id from whole.recommendation)"
)
_ALL = "set variable hidden = []::varchar[]; set variable shut = []::bigint[]"


def create(connection: duckdb.DuckDBPyConnection, found: Catalogue) -> None:
    """Makes the view of each kind, the one that works out what is shut, and where that is kept."""
    connection.execute("create table whole.shut (hidden_from varchar[], seqs bigint[])")
    for kind in found.kinds:
        connection.execute(f"create view {kind} as from whole.{kind} where is_open_entry(seq)")
    parts = [
        (kind, f"select * from whole.{kind} where {is_open}") for kind, is_open in _sights(found)
    ]
    named = ", ".join(f"open_{kind} as ({rows})" for kind, rows in parts)
    shut = " union all ".join(
        f"select seq from whole.{kind} where seq not in (select seq from open_{kind})"
        for kind, _ in parts
    )
    connection.execute(
        f"create view whole.shut_entry as with {named}, shut as ({shut}) select seq from shut"
        " union all select seq from whole.retraction where corrects in (select seq from shut)"
    )


def hide(cursor: duckdb.DuckDBPyConnection, hidden: Sequence[str]) -> None:
    """Says which recommendations the reader of this cursor may not see."""
    if not hidden:
        cursor.execute(_ALL)
        return
    asked = {"hidden": list(hidden)}
    cursor.execute("set variable hidden = $hidden::varchar[]", asked)
    cursor.execute(
        "set variable shut = (select seqs from whole.shut where hidden_from = $hidden::varchar[])",
        asked,
    )
    if cursor.execute("select getvariable('shut') is null").fetchall() == [(True,)]:
        cursor.execute(
            "set variable shut = (select coalesce(list(seq), [])::bigint[] from whole.shut_entry)"
        )


def keep(cursor: duckdb.DuckDBPyConnection, hidden: Hidden) -> None:
    """Works out which entries are shut with these recommendations, and keeps their numbers."""
    hide(cursor, hidden)
    cursor.execute("insert into whole.shut values (getvariable('hidden'), getvariable('shut'))")


def drop(cursor: duckdb.DuckDBPyConnection, hidden: Hidden) -> None:
    """Drops the numbers kept for this list."""
    cursor.execute(
        "delete from whole.shut where hidden_from = $hidden::varchar[]", {"hidden": list(hidden)}
    )


def drop_all(cursor: duckdb.DuckDBPyConnection) -> None:
    """Drops the numbers kept for every list."""
    cursor.execute("delete from whole.shut")


def _sights(found: Catalogue) -> Iterator[tuple[str, str]]:
    """Which rows of a kind a reader may see, as SQL, for each kind of which he may not see all.

    A row that names a recommendation is seen with it, one that refers to a row of another kind
    with that row. Kinds come after those that they refer to.
    """
    yield "source", _SOURCE
    narrowed = {"recommendation"}
    for kind in found.kinds:
        own = set(found.columns[kind])
        rules = [f"is_open_to_reader({column})" for column in sorted(own & {"rec_id"})]
        rules += [f"are_open_to_reader({column})" for column in sorted(own & {"rec_ids"})]
        rules += [
            f"({column} is null or {column} in (select {key} from open_{target}))"
            for column, target, key in found.references[kind]
            if target in narrowed - {"recommendation", kind}
        ]
        if rules:
            narrowed.add(kind)
            yield kind, " and ".join(rules)

"""The rules that take more than one cell: the contract's checks, and queries/checks/.

The rows are laid out in an in-memory database, in tables like the contract's but with neither
keys nor checks, so that the rules can be asked even while other problems stand. Each row carries
its ``place`` in the sheet, and kinds ``seq`` and ``known_on`` as they will once they are in the
journal.
"""

import json
import re
from collections.abc import Collection, Iterator, Mapping
from datetime import date

import duckdb
import pandas as pd

from scrutiny import queries, warehouse
from scrutiny.contract import Check
from scrutiny.problems import Problem
from scrutiny.sheets import Row, Sheet

_HISTORY: Mapping[str, str] = {
    "action_id": "action",
    "replaces_id": "action",
    "replaced_by_id": "action",
    "rec_id": "recommendation",
    "audit_id": "audit",
    "repeats_id": "audit",
    "finding_id": "finding",
    "section11_score_id": "section11_score",
    "setting_id": "setting",
    "review_id": "case_review",
    "review_rec_id": "review_recommendation",
    "review_action_id": "review_action",
    "risk_id": "risk",
}
_REMEDIES: Mapping[tuple[str, ...], str] = {
    ("record_ends_on", "record_note"): "Fill both record_ends_on and record_note, or neither.",
    ("actioned_on", "actioned_text"): "Give actioned_on or actioned_text, not both.",
    ("due_on", "due_text"): "Give the day in due_on, or words in due_text, such as TBC.",
    ("change", "due_on", "due_text"): (
        "A promise that moved needs due_on or due_text; one kept or withdrawn has neither."
    ),
    ("due_on", "start_on"): "Give a due_on that is not before start_on.",
    ("action_id", "rec_id"): "Fill exactly one of action_id and rec_id.",
    ("due_later_days", "due_soon_days"): "Give due_later_days no fewer days than due_soon_days.",
    ("high_from", "medium_from"): "Give high_from more than medium_from.",
    ("very_high_from", "high_from"): "Give very_high_from more than high_from.",
    ("which", "above_why"): "Leave above_why empty: only a target has a reason to lie above.",
    ("state", "due_on"): "Leave due_on empty: only a further action has a day.",
    ("state", "replaces_id"): "Name in replaces_id the control that is withdrawn.",
    ("until_on", "effective_on"): (
        "The acceptance ends before it starts: give an until_on that is not before effective_on."
    ),
    ("next_on", "effective_on"): "Give a next_on after effective_on, the day of the review.",
    ("outcome", "next_on"): (
        "Give the day of the next review in next_on; a risk that is closed has none."
    ),
    ("rec_id", "action_id", "indicator_id"): (
        "Fill exactly one of rec_id, action_id and indicator_id."
    ),
    ("indicator_id", "warn_above", "warn_below"): (
        "Leave warn_above and warn_below empty: only an indicator has a limit."
    ),
    (
        "scale",
        "agency_ids",
    ): "Name one agency for a single-agency audit, and several for others.",
    ("change", "planned_on"): "Give planned_on where an audit moved, and only there.",
    ("change", "why"): "Give the reason in why.",
    ("change", "cases"): "Give cases only where the audit is done.",
    ("change", "action_id", "what"): (
        "An action agreed is either action_id, one of the plan, or what, in words."
    ),
    ("change", "due_on"): "Give due_on only where an action is agreed.",
    ("change", "audit_id", "result"): "Give audit_id and result where re-audited, and only there.",
    ("setting_kind", "phase"): "Give a phase that this kind of setting can have.",
    ("change", "grade"): "Give the grade where a setting was inspected, and only there.",
    ("step", "due_on"): "Give due_on where asked or where a plan is agreed, and only there.",
    ("step", "outcome"): "Give outcome where verified, and only there.",
    ("unit", "out_of"): "Say in out_of what it is divided by; leave it empty for a plain count.",
    ("number", "status"): "Give the number, or say in status why there is none: c or x.",
    ("number", "of_number"): "Leave of_number empty where there is no number.",
    ("period_start", "effective_on"): "Give a period_start that is not after effective_on.",
    ("change", "planned_for"): "Give planned_for where it is planned or moved, and only there.",
    ("stage", "from_stage"): "Name the stage before it, on whose day the clock starts.",
    ("stage",): "Give that day in case_review.csv, as effective_on, and remove this row.",
    ("stage", "outcome"): "Give the outcome of what was decided, and of no other stage.",
    ("replaced_by_id", "action_id", "to_delivery"): (
        "Name a successor only where an action is superseded; leave the cell empty elsewhere."
    ),
    ("due_on", "to_delivery"): "Put the later date and the move in two rows.",
} | dict.fromkeys(
    [("cases",), ("outstanding",), ("good",), ("requires_improvement",), ("inadequate",)],
    "Give 0 or a number above 5. A count from 1 to 5 is of so few children that it is withheld: "
    "leave the cell empty.",
)
_ABOVE = re.compile(r'\("?\w+"? > (\d+)\)')
_BETWEEN = re.compile(r'\("?\w+"? BETWEEN (\d+) AND (\d+)\)')


def faults(sheets: Mapping[str, Sheet], order: Mapping[tuple[str, str], int]) -> Iterator[Problem]:
    """Every problem across cells and rows of the sheets, by table name.

    ``order`` gives the place of each row, by (table, key), in the journal to come. A rule is not
    asked where a file it needs could not be read, nor believed about an action, audit or the like
    with a row that has problems of its own: one slip would then be told as several.
    """
    rows = {name: {row.key: row for row in reversed(sheet.rows)} for name, sheet in sheets.items()}
    with warehouse.blank().cursor() as connection:
        connection.execute("begin")
        try:
            connection.execute("create schema papers")
            for sheet in sheets.values():
                _lay_out(connection, sheet, order)
            connection.execute("set search_path = 'papers,main'")
            for sheet in sheets.values():
                for check in sheet.table.checks:
                    yield from _broken(connection, sheet, check)
            for name in queries.within("checks"):
                yield from _found(connection, queries.find(name).sql, sheets, rows)
        finally:
            connection.execute("rollback")  # leaves the database empty for the next board


def remedy_of(check: Check) -> str:
    """What to do about a row that breaks a check of the contract."""
    if check.columns in _REMEDIES:
        return _REMEDIES[check.columns]
    if found := _ABOVE.fullmatch(check.expression):
        return f"Give a number above {found[1]}."
    if found := _BETWEEN.fullmatch(check.expression):
        return f"Give a number from {found[1]} to {found[2]}."
    return f"The row must keep the rule {check.expression}."


def known_on(row: Row) -> date | None:
    """The day the board knew of a row; None where its dates are not usable."""
    about, learned = row.values.get("effective_on"), row.values.get("recorded_on")
    if not isinstance(about, date):
        return None
    return max(about, learned) if isinstance(learned, date) else about


def _lay_out(
    connection: duckdb.DuckDBPyConnection, sheet: Sheet, order: Mapping[tuple[str, str], int]
) -> None:
    table = sheet.table
    types = {column.name: column.type for column in table.columns} | {"place": "BIGINT"}
    if table.is_kind:
        types |= {"seq": "BIGINT", "known_on": "DATE"}
    described = ", ".join(f'"{name}" {kind}' for name, kind in types.items())
    connection.execute(f'create table papers."{table.name}" ({described})')
    if not sheet.rows:
        return
    shape = {n: ["VARCHAR"] if kind.endswith("[]") else kind for n, kind in types.items()}
    lines = []
    for place, row in enumerate(sheet.rows):
        values = row.values | {table.key[0]: row.key, "place": place}
        if table.is_kind:
            values |= {"seq": order[table.name, row.key], "known_on": known_on(row)}
        lines.append(json.dumps(values, default=str))
    connection.register("incoming", pd.DataFrame({"line": lines}))
    connection.execute(
        f'insert into papers."{table.name}" by name select unnest(from_json_strict(line, $1))'
        " from incoming",
        [json.dumps(shape)],
    )
    connection.unregister("incoming")


def _broken(connection: duckdb.DuckDBPyConnection, sheet: Sheet, check: Check) -> Iterator[Problem]:
    sql = f'select place from "{sheet.table.name}" where not {check.expression}'
    for (place,) in connection.execute(sql).fetchall():
        row = sheet.rows[place]
        if not row.flawed.intersection(check.columns):
            column = check.columns[0]
            yield sheet.fault(row, column, row.values[column], remedy_of(check))


def _found(
    connection: duckdb.DuckDBPyConnection,
    sql: str,
    sheets: Mapping[str, Sheet],
    rows: Mapping[str, Mapping[str, Row]],
) -> Iterator[Problem]:
    needed = [sheets[name] for name in connection.get_table_names(sql) if name in sheets]
    if not all(sheet.whole for sheet in needed):
        return
    doubtful = _doubtful(needed)
    for kind, key, column, found, remedy in connection.execute(sql).fetchall():
        row = rows[kind][key]
        if not doubtful & _histories(sheets[kind].table.name, row):
            yield sheets[kind].fault(row, column, found, remedy)


def _doubtful(sheets: Collection[Sheet]) -> set[tuple[str, str]]:
    return {
        history
        for sheet in sheets
        for row in sheet.rows
        if row.flawed
        for history in _histories(sheet.table.name, row) | row.guesses
    }


def _histories(table: str, row: Row) -> set[tuple[str, str]]:
    """The row itself, and those whose history it is part of, such as its action or audit."""
    linked = {
        (parent, value)
        for name, parent in _HISTORY.items()
        if isinstance(value := row.values.get(name), str)
    }
    return linked | {(table, row.key)}

"""Reads the board's own papers: every problem at once, or the whole board ready for its journal."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, cast

from scrutiny import cells, cross_checks, references
from scrutiny.contract import ENTRY_COLUMNS, Contract, Table
from scrutiny.journal import JSON, Entry
from scrutiny.problems import BadInput, Problem
from scrutiny.settings import FILE as SETTINGS
from scrutiny.settings import Settings, read_settings
from scrutiny.sheets import Row, Sheet, read_sheet, shown

if TYPE_CHECKING:
    import duckdb

REFERENCE_FILES = (
    "org_group",
    "agency",
    "people",
    "targets",
    "rebases",
    "assurance_page",
    "risk_rule",
    "measure",
    "learning_theme",
    "review_limit",
)
"""Tables that a board keeps as CSV files beside the kinds of its journal."""

REQUIRED_FILES = ("org_group", "agency", "source", "meeting", "recommendation")
"""Tables whose file a board must have, if only with its header; the other kinds may be absent."""


@dataclass(frozen=True)
class Board:
    """A board as its papers tell it.

    ``reference`` holds the typed rows of REFERENCE_FILES, rating_rule and board_setting;
    ``entries`` the journal's entries in the order in which the board would have recorded them;
    ``lines`` the row of its file that each comes from, in the same order; ``dataset`` the database
    that published figures were read into, where there are any.
    """

    reference: dict[str, list[dict[str, object]]]
    entries: list[Entry]
    dataset: "duckdb.DuckDBPyConnection | None" = None
    lines: Sequence[int] = ()

    def setting(self, name: str) -> str:
        """One of the board's settings. Raises KeyError."""
        return str({row["setting"]: row["value"] for row in self.reference["board_setting"]}[name])


def read_board(folder: Path, entered: references.Entered = references.nothing) -> Board:
    """The board whose papers are in ``folder``. Raises BadInput with every problem found.

    ``entered`` gives the keys that the journal holds, which people.csv may refer to as well.
    Entries are in order of the day they were known (the later of effective_on and recorded_on),
    then kinds with parents first, then place in the file.
    """
    if not folder.is_dir():
        raise BadInput([_whole_file(str(folder), "There is no such folder: name the board's.")])
    contract = Contract.read()
    settings, problems = read_settings(folder / SETTINGS)
    names = (*REFERENCE_FILES, *contract.kinds)
    sheets = {name: _sheet(folder, contract.table(name)) for name in names}
    sheets["rating_rule"] = _rules(settings, contract.table("rating_rule"))
    placed = _in_order(sheets, contract)
    order = {(name, row.key): place for place, (name, row) in enumerate(placed, 1)}
    problems += _strays(folder, names)
    problems += [problem for sheet in sheets.values() for problem in sheet.problems]
    problems += [problem for sheet in sheets.values() for problem in references.repeats(sheet)]
    problems += references.misses(sheets, entered)
    problems += cross_checks.faults(sheets, order)
    if problems or settings is None:
        raise BadInput(sorted(set(problems), key=_place))
    tables = (*REFERENCE_FILES, "rating_rule")
    reference: dict[str, list[dict[str, object]]] = {
        name: [dict(row.values) for row in sheets[name].rows] for name in tables
    }
    reference["board_setting"] = _board_settings(settings)
    entries = [_entry(sheets[name].table, row) for name, row in placed]
    return Board(reference, entries, lines=[row.number for _, row in placed])


class _RuleSheet(Sheet):
    """The [[rating_rule]] tables of the settings, which have no rows but keys."""

    def fault(self, row: Row, column: str, value: object, remedy: str) -> Problem:
        return Problem(self.file, None, f"rating_rule[{row.number}].{column}", shown(value), remedy)


def _sheet(folder: Path, table: Table) -> Sheet:
    file = f"{table.name}.csv"
    if (folder / file).exists():
        return read_sheet(folder / file, table)
    if table.name not in REQUIRED_FILES:
        return Sheet(table, file)
    header = ",".join(table.by_name)
    problem = _whole_file(file, f"The file is missing: add it, with at least the header {header}")
    return Sheet(table, file, problems=[problem], keyed=False, whole=False)


def _rules(settings: Settings | None, table: Table) -> Sheet:
    rules = settings.rating_rules if settings else ()
    rows = [Row(n, rule.rule_set, asdict(rule)) for n, rule in enumerate(rules, 1) if rule]
    return _RuleSheet(table, SETTINGS, rows)


def _strays(folder: Path, names: tuple[str, ...]) -> Iterator[Problem]:
    known = [f"{name}.csv" for name in names]
    for path in sorted(folder.iterdir()):
        if path.suffix.lower() == ".csv" and path.name not in known:
            close = cells.nearest(path.name, known)
            remedy = f"The board keeps no such file: rename or remove it.{close}"
            yield _whole_file(path.name, remedy)


def _whole_file(file: str, remedy: str) -> Problem:
    return Problem(file, None, None, None, remedy)


def _place(problem: Problem) -> tuple[str, int, str, str, str]:
    value = problem.value or ""
    return problem.file, problem.row or 0, problem.column or "", value, problem.remedy


def _in_order(sheets: Mapping[str, Sheet], contract: Contract) -> list[tuple[str, Row]]:
    placed = [
        (cross_checks.known_on(row) or date.max, rank, row.number, name, row)
        for rank, name in enumerate(contract.kinds)
        for row in sheets[name].rows
    ]
    return [(name, row) for *_, name, row in sorted(placed, key=lambda item: item[:3])]


def _board_settings(settings: Settings) -> list[dict[str, object]]:
    values = {
        "board_name": settings.board_name,
        "place": settings.place,
        "default_as_at": settings.default_as_at and settings.default_as_at.isoformat(),
        "notice": settings.notice,
    }
    return [{"setting": setting, "value": value} for setting, value in values.items() if value]


def _entry(table: Table, row: Row) -> Entry:
    about, learned, group, role, why, cited, provenance = (
        row.values[name] for name in ENTRY_COLUMNS
    )
    about = cast("date", about)  # required, and the row has no problem
    day = learned if isinstance(learned, date) else about
    return Entry(
        kind=table.name,
        body={column.name: _json(row.values[column.name]) for column in table.body},
        effective_on=about,
        by_group_id=shown(group),
        by_role=shown(role),
        provenance=shown(provenance),
        why=shown(why) or None,
        cited=shown(cited) or None,
        recorded_at=datetime.combine(day, time.min, UTC),
    )


def _json(value: cells.Value) -> JSON:
    return value.isoformat() if isinstance(value, date) else value

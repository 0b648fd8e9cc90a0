"""Finds a named question, reads its parameters, checks the answers given to them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "queries"
_PARAMETER = re.compile(
    r"^-- \$(\w+)\s+(date|varchar\[\]|varchar|integer)(?:\s+=\s+(\S+))?\s+.+$", re.MULTILINE
)


_INTERNAL = ("checks", "checks_published", "derived")


class UnknownQuery(Exception):
    """Raised for a name that no file answers."""


class BadParameter(Exception):
    """Raised when a parameter is missing, not asked for, or of the wrong type."""


@dataclass(frozen=True)
class Query:
    """A question: its name, its SQL, and the type of each parameter, as its head documents them.

    ``defaults`` holds the value of each parameter whose head gives one (``varchar = own``).
    """

    name: str
    sql: str
    parameters: Mapping[str, str]
    defaults: Mapping[str, str]


@cache
def find(name: str) -> Query:
    """The query called ``subject/answer``. Raises UnknownQuery, naming those that exist."""
    path = FOLDER / f"{name}.sql"
    if not re.fullmatch(r"[a-z_]+/[a-z_]+", name) or not path.is_file():
        raise UnknownQuery(f'There is no query "{name}". There are: {", ".join(names())}.')
    sql = path.read_text(encoding="utf-8")
    found = list(_PARAMETER.finditer(sql))
    defaults = {each[1]: each[3] for each in found if each[3]}
    return Query(name, sql, {each[1]: each[2] for each in found}, defaults)


@cache
def within(folder: str) -> tuple[str, ...]:
    """Every query in one of the folders that only a build asks, in order."""
    return tuple(sorted(f"{folder}/{path.stem}" for path in (FOLDER / folder).glob("*.sql")))


@cache
def names() -> tuple[str, ...]:
    """Every query a person may ask, in order. Those that only a build asks are not among them."""
    found = (path.relative_to(FOLDER).with_suffix("") for path in FOLDER.rglob("*.sql"))
    return tuple(sorted(path.as_posix() for path in found if path.parts[0] not in _INTERNAL))


def check(query: Query, given: Mapping[str, object]) -> dict[str, object]:
    """The parameters ready to bind: text is read as the type asked for, lists default to empty.

    Raises BadParameter, naming the query, the parameter and what it should be.
    """
    unknown = sorted(set(given) - set(query.parameters))
    if unknown:
        known = ", ".join(query.parameters) or "none"
        raise BadParameter(f"{query.name} does not take {', '.join(unknown)}; it takes {known}.")
    whole = dict(query.defaults) | dict(given)
    return {
        name: _read(query.name, name, kind, whole.get(name))
        for name, kind in query.parameters.items()
    }


def _read(query: str, name: str, kind: str, value: object) -> object:
    if kind == "varchar[]":
        return _texts(value)
    if value is None:
        raise BadParameter(f"{query} needs {name} ({kind}).")
    try:
        if kind == "date":
            if isinstance(value, datetime):
                return value.date()
            return value if isinstance(value, date) else date.fromisoformat(str(value))
        return int(str(value)) if kind == "integer" else str(value)
    except ValueError as error:
        wanted = "a date written YYYY-MM-DD" if kind == "date" else "a whole number"
        raise BadParameter(f'{query}: {name} is "{value}"; give {wanted}.') from error


def _texts(value: object) -> list[str]:
    if value is None or value == "":
        return []
    if isinstance(value, str):
        return [part.strip() for part in value.split(",")]
    if isinstance(value, (list, tuple)):
        return [str(part) for part in value]
    raise BadParameter(f"Give a list of texts, not {value!r}.")

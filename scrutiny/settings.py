"""The board's own settings, read from settings.toml."""

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from scrutiny.problems import Problem

FILE = "settings.toml"
_RULES = "rating_rule"
_MAY_BE_LEFT_OUT: Mapping[str, type] = {"default_as_at": date}
_LARGEST = 2**31 - 1
_PLACE = re.compile(r"\(at (?:line (\d+), column \d+|end of document)\)")


@dataclass(frozen=True)
class RatingRule:
    """One version of the thresholds of the ratings: the columns of rating_rule, in days."""

    rule_set: str
    from_on: date
    due_soon_days: int
    due_later_days: int
    cycle_days: int
    forecast_days: int
    why: str


@dataclass(frozen=True)
class Settings:
    """What a board says about itself; ``notice`` says what is sample and what is real.

    ``default_as_at`` is the day on which the board's clock stands, as in a sample; None where the
    dashboard opens on today.

    ``rating_rules`` holds None where a [[rating_rule]] table is not usable, so that the others
    keep their place.
    """

    board_name: str
    place: str
    notice: str
    default_as_at: date | None
    rating_rules: tuple[RatingRule | None, ...]


def read_settings(path: Path) -> tuple[Settings | None, list[Problem]]:
    """The settings and every problem with them, those of TOML itself with the line as row.

    Where there are problems the settings are not to be used, only to be checked further; they are
    None where nothing could be read. Keys inside a table are named ``rating_rule[2].from_on``,
    counted from 1. Never raises for what the file holds.
    """
    reading = _Reading(path.name)
    table = reading.load(path)
    if table is None:
        return None, reading.problems
    rules = table.get(_RULES)
    listed = rules if isinstance(rules, list) and rules else []
    if not listed:
        reading.note(_RULES, rules, "Give at least one [[rating_rule]] table.")
    plain = {name: kind for name, kind in _wanted(Settings).items() if name != "rating_rules"}
    given = {name: kind for name, kind in _MAY_BE_LEFT_OUT.items() if name in table}
    top = reading.fields({k: v for k, v in table.items() if k != _RULES}, plain | given, "")
    wanted = _wanted(RatingRule)
    read = [reading.fields(rule, wanted, f"{_RULES}[{n}]") for n, rule in enumerate(listed, 1)]
    usable = tuple(RatingRule(**rule) if len(rule) == len(wanted) else None for rule in read)
    blank: dict[str, Any] = {n: date.min if kind is date else "" for n, kind in plain.items()}
    absent = dict.fromkeys(_MAY_BE_LEFT_OUT)
    return Settings(**blank | absent | top, rating_rules=usable), reading.problems


class _Reading:
    """Reads one file and notes what is wrong with it."""

    def __init__(self, file: str) -> None:
        self._file = file
        self.problems: list[Problem] = []

    def note(self, key: str | None, value: object, remedy: str, line: int | None = None) -> None:
        shown = None if value is None else str(value)
        self.problems.append(Problem(self._file, line, key, shown, remedy))

    def load(self, path: Path) -> dict[str, Any] | None:
        raw = b""
        try:
            raw = path.read_bytes()
            return tomllib.loads(raw.decode("utf-8").removeprefix("\ufeff"))
        except FileNotFoundError:
            self.note(None, None, f"The file is missing: add {self._file} to the board's folder.")
        except OSError as error:
            self.note(None, None, f"The file cannot be read: {error.strerror or 'unknown error'}.")
        except UnicodeDecodeError as error:
            line = raw[: error.start].count(b"\n") + 1
            value = f"0x{raw[error.start]:02x}"
            remedy = f"The file is not UTF-8: byte {error.start} cannot be read. Save it as UTF-8."
            self.note(None, value, remedy, line)
        except (tomllib.TOMLDecodeError, ValueError, RecursionError) as error:
            # besides its own error tomllib lets out ValueError for a number or day beyond reach
            found = _PLACE.search(str(error))
            what = _PLACE.sub("", str(error)).strip()
            last = raw.count(b"\n") + 1
            remedy = f'This is not TOML ({what}): write key = "text", with text in double quotes.'
            self.note(None, None, remedy, int(found[1] or last) if found else None)
        return None

    def fields(self, table: object, wanted: Mapping[str, type], place: str) -> dict[str, Any]:
        """The values of a table that are as wanted, by key."""
        if not isinstance(table, dict):
            self.note(place or None, table, "Write it as a table.")
            return {}
        dot = f"{place}." if place else ""
        good: dict[str, Any] = {}
        for key, kind in wanted.items():
            fits, remedy = _KINDS[kind]
            if key not in table:
                self.note(f"{dot}{key}", None, f'Add the key "{key}". {remedy}')
            elif not fits(table[key]):
                self.note(f"{dot}{key}", table[key], remedy)
            else:
                good[key] = table[key]
        for key in sorted(set(table) - set(wanted)):
            close = get_close_matches(key, list(wanted))
            guess = f' Did you mean "{close[0]}"?' if close else ""
            self.note(f"{dot}{key}", table[key], f"There is no such key: remove it.{guess}")
        return good


def _wanted(record: type) -> dict[str, type]:
    return {field.name: field.type for field in fields(record) if isinstance(field.type, type)}


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip()) and "\0" not in value


def _is_day(value: object) -> bool:
    if not isinstance(value, date) or isinstance(value, datetime):
        return False
    return 1900 <= value.year <= 2199


def _is_whole(value: object) -> bool:
    return type(value) is int and abs(value) <= _LARGEST


_KINDS: Mapping[type, tuple[Callable[[object], bool], str]] = {
    str: (_is_text, "Write text in double quotes; it may not be empty."),
    date: (_is_day, "Write a day as 2018-02-15, without quotes or a time, from 1900 to 2199."),
    int: (_is_whole, "Write a whole number of days in figures, such as 30, without quotes."),
}

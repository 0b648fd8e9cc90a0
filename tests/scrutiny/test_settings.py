"""settings.toml is read whole, and every problem with it is told with its key."""

from dataclasses import fields
from datetime import date
from pathlib import Path

import pytest

from scrutiny.contract import Contract
from scrutiny.problems import Problem
from scrutiny.settings import RatingRule, Settings, read_settings
from tests.scrutiny.board_files import SETTINGS, place


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


def read(path: Path, old: str = "", new: str = "") -> tuple[Settings | None, list[Problem]]:
    assert old in SETTINGS
    path.write_text(SETTINGS.replace(old, new, 1), encoding="utf-8")
    return read_settings(path)


def only(path: Path, old: str, new: str) -> Problem:
    _, problems = read(path, old, new)
    assert len(problems) == 1, problems
    return problems[0]


def test_good_settings_are_typed(path: Path) -> None:
    settings, problems = read(path)
    assert problems == []
    assert settings is not None
    assert (settings.board_name, settings.place) == ("Test Board", "Testshire")
    assert settings.default_as_at == date(2018, 2, 15)
    rule = settings.rating_rules[0]
    assert rule is not None
    assert (rule.from_on, rule.cycle_days) == (date(2010, 1, 1), 91)


def test_a_rule_has_the_columns_of_its_table() -> None:
    columns = Contract.read().table("rating_rule").by_name
    assert [field.name for field in fields(RatingRule)] == list(columns)


def test_a_missing_file_is_told(path: Path) -> None:
    settings, problems = read_settings(path)
    assert settings is None
    assert place(problems[0]) == ("settings.toml", None, None, None)
    assert "missing" in problems[0].remedy


def test_a_byte_order_mark_is_allowed(path: Path) -> None:
    path.write_text("\ufeff" + SETTINGS, encoding="utf-8")
    assert read_settings(path)[1] == []


def test_a_file_that_is_not_utf_8_names_the_byte_and_the_line(path: Path) -> None:
    path.write_bytes(b'place = "x"\nboard_name = "\x96"')
    _, problems = read_settings(path)
    assert place(problems[0]) == ("settings.toml", 2, None, "0x96")
    assert "byte 26 " in problems[0].remedy


@pytest.mark.parametrize(
    ("new", "line"), [("place: x", 2), ('place = "x', 2), ("place = 2018-02-30", 2)]
)
def test_what_is_not_toml_names_the_line(path: Path, new: str, line: int) -> None:
    problem = only(path, 'place = "Testshire"', new)
    assert problem.file == "settings.toml"
    assert problem.row == line
    assert "not TOML" in problem.remedy


def test_toml_that_breaks_off_names_the_last_line(path: Path) -> None:
    path.write_text('place = "x"\nnotice =', encoding="utf-8")
    assert read_settings(path)[1][0].row == 2


@pytest.mark.parametrize(
    ("old", "new", "key", "value", "remedy"),
    [
        ('place = "Testshire"', "", "place", None, "Add the key"),
        ('place = "Testshire"', 'place = " "', "place", " ", "may not be empty"),
        ('place = "Testshire"', "place = 1", "place", "1", "double quotes"),
        ("2018-02-15", '"2018-02-15"', "default_as_at", "2018-02-15", "without quotes"),
        ("2018-02-15", "2018-02-15T10:00:00", "default_as_at", "2018-02-15 10:00:00", "a time"),
        ("2018-02-15", "0218-02-15", "default_as_at", "0218-02-15", "1900 to 2199"),
        ("= 91", "= true", "rating_rule[1].cycle_days", "True", "whole number"),
        ("= 91", "= 91.5", "rating_rule[1].cycle_days", "91.5", "whole number"),
        ("= 91", "= 9999999999", "rating_rule[1].cycle_days", "9999999999", "whole number"),
        ("cycle_days = 91", "", "rating_rule[1].cycle_days", None, "Add the key"),
        ("notice =", "notices = 1\nnotice =", "notices", "1", 'mean "notice"'),
    ],
)
def test_a_bad_key_or_value_is_named(
    path: Path, old: str, new: str, key: str, value: str | None, remedy: str
) -> None:
    problem = only(path, old, new)
    assert place(problem) == ("settings.toml", None, key, value)
    assert remedy in problem.remedy


def test_there_must_be_a_rating_rule(path: Path) -> None:
    path.write_text(SETTINGS.split("[[")[0], encoding="utf-8")
    _, problems = read_settings(path)
    assert [problem.column for problem in problems] == ["rating_rule"]
    assert "[[rating_rule]]" in problems[0].remedy


def test_a_bad_rule_keeps_the_place_of_the_next(path: Path) -> None:
    rule = SETTINGS[SETTINGS.index("[[") :]
    path.write_text(SETTINGS.replace("= 91", '= ""') + rule, encoding="utf-8")
    settings, _ = read_settings(path)
    assert settings is not None
    assert settings.rating_rules[0] is None
    assert settings.rating_rules[1] is not None


def test_several_problems_are_told_at_once(path: Path) -> None:
    path.write_text('place = 1\nother = 2\n[[rating_rule]]\nwhy = ""\n', encoding="utf-8")
    keys = {problem.column for problem in read_settings(path)[1]}
    assert {"place", "other", "board_name", "rating_rule[1].why", "rating_rule[1].from_on"} <= keys

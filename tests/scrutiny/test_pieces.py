"""Parts of an answer: in its order, made once, and the same objects where they did not change."""

import pandas as pd
import pytest

from scrutiny import desk, pieces


@pytest.fixture(autouse=True)
def opened(monkeypatch: pytest.MonkeyPatch) -> desk.Desk:
    found = desk.Desk(None)  # type: ignore[arg-type]
    monkeypatch.setattr(desk, "current", lambda: found)
    return found


def answer(*values: int) -> pd.DataFrame:
    return pd.DataFrame({"name": ["b", "a", "b"], "value": values})


def test_rows_are_split_in_their_order_and_once() -> None:
    rows = answer(1, 2, 3)
    found = pieces.split(rows, "name")
    assert {name: list(part["value"]) for name, part in found.items()} == {"b": [1, 3], "a": [2]}
    assert list(found) == ["b", "a"]
    assert pieces.split(rows, "name") is found


def test_parts_that_did_not_change_are_the_same_objects() -> None:
    first, second = (pieces.split(answer(1, 2, last), "name") for last in (3, 4))
    assert second["a"] is first["a"]
    assert list(second["b"]["value"]) == [1, 4]
    assert list(first["b"]["value"]) == [1, 3]


def test_a_part_does_not_change_with_rows_before_it() -> None:
    longer = pd.concat([pd.DataFrame({"name": ["b"], "value": [0]}), answer(1, 2, 3)])
    first = pieces.split(answer(1, 2, 3), "name")
    second = pieces.split(longer.reset_index(drop=True), "name")
    assert second["a"] is first["a"]
    assert list(second["b"]["value"]) == [0, 1, 3]


def test_parts_of_the_same_name_in_another_column_are_others() -> None:
    rows = pd.DataFrame({"one": ["a"], "other": ["a"], "value": [1]})
    assert pieces.split(rows, "one")["a"].equals(pieces.split(rows, "other")["a"])
    changed = rows.assign(value=2)
    assert list(pieces.split(changed, "one")["a"]["value"]) == [2]


def test_lines_are_those_of_the_indicators_shown() -> None:
    paths = pd.DataFrame({"indicator_id": ["x", "y", "x"], "value": [1.0, 2.0, 3.0]})
    shown = pd.DataFrame({"indicator_id": ["x"], "latest": [3.0]})
    found = pieces.lines(paths, shown)
    assert list(found["value"]) == [1.0, 3.0]
    later = paths.assign(value=[1.0, 5.0, 3.0])
    assert pieces.lines(later, shown.assign(latest=4.0)) is found
    assert list(pieces.lines(paths.assign(value=[0.0, 2.0, 3.0]), shown)["value"]) == [0.0, 3.0]

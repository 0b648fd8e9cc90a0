"""What pages may ask: each question takes what it declares, and the same is worked out once."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pandas as pd
import pytest

from scrutiny import access, desk, filters, queries, session
from scrutiny.charts import tables
from scrutiny.closed_session import ClosedSession
from scrutiny.filters import Chosen
from scrutiny.people import READER

CHOSEN = Chosen(date(2018, 2, 15))


class Answers:
    """Stands for a warehouse: its answers are the parameters that it was asked with."""

    head, version = 1, "one"
    closed = ClosedSession(frozenset({"R9"}))

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.says = "the same"

    def ask(self, name: str, may_see: Sequence[str] = (), **params: Any) -> pd.DataFrame:
        self.asked.append(name)
        queries.check(queries.find(name), params)
        return pd.DataFrame({"parameter": sorted(params), "says": self.says})


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> Answers:
    found = Answers()
    opened = desk.Desk(found)  # type: ignore[arg-type]
    monkeypatch.setattr(desk, "current", lambda: opened)
    monkeypatch.setattr(access, "current", lambda: READER)
    monkeypatch.setattr(filters, "current", lambda: CHOSEN)
    return found


@pytest.mark.usefixtures("answers")
def test_side_by_side_each_question_takes_what_it_declares() -> None:
    found = session.ask_all(
        CHOSEN, "indicators/one", "indicators/areas", indicator="rate", model="2021"
    )
    assert [list(rows["parameter"]) for rows in found] == [
        ["as_at", "indicator"],
        ["as_at", "indicator", "model"],
    ]


@pytest.mark.usefixtures("answers")
def test_what_no_question_takes_is_refused() -> None:
    with pytest.raises(queries.BadParameter, match="takes modle"):
        session.ask_all(CHOSEN, "indicators/one", indicator="rate", modle="2021")
    with pytest.raises(queries.BadParameter, match="does not take model"):
        session.ask("indicators/one", CHOSEN, indicator="rate", model="2021")


def test_the_same_question_is_asked_once(answers: Answers) -> None:
    first = session.ask("indicators/one", CHOSEN, indicator="rate")
    (second,) = session.ask_all(CHOSEN, "indicators/one", indicator="rate")
    assert second is first
    session.ask("indicators/one", CHOSEN, indicator="other")
    assert answers.asked == ["indicators/one"] * 2


def test_the_same_rows_on_another_day_are_the_same_answer(answers: Answers) -> None:
    first = session.ask("indicators/one", CHOSEN, indicator="rate")
    other = Chosen(date(2018, 3, 15))
    assert session.ask("indicators/one", other, indicator="rate") is first
    assert session.ask("indicators/one", other, indicator="another") is not first
    answers.says = "something else"
    changed = session.ask("indicators/one", Chosen(date(2018, 4, 15)), indicator="rate")
    assert list(changed["says"]) == ["something else"] * 2
    assert session.ask("indicators/one", CHOSEN, indicator="rate") is first
    assert len(answers.asked) == 4


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[pd.DataFrame]:
    """The tables that are shown, in order."""
    found: list[pd.DataFrame] = []
    monkeypatch.setattr(session.st, "table", lambda frame, **_: found.append(frame))
    monkeypatch.setattr(session, "download", lambda *_: None)
    return found


def test_a_table_with_other_columns_is_another_table(
    answers: Answers, shown: list[pd.DataFrame]
) -> None:
    rows = session.ask("indicators/one", CHOSEN, indicator="rate")
    for head in ("Mean", "Median", "Mean"):
        session.table(rows, {head: lambda row: row["parameter"]}, "name", "says")
    assert [list(frame) for frame in shown] == [["Mean"], ["Median"], ["Mean"]]
    assert shown[0] is shown[2]
    assert answers.asked == ["indicators/one"]


def test_the_same_rows_are_another_table_where_links_carry_another_day(
    answers: Answers, shown: list[pd.DataFrame]
) -> None:
    for day in (date(2018, 2, 15), date(2018, 3, 15)):
        rows = session.ask("indicators/one", Chosen(day), indicator="rate")
        session.table(rows, {"Without": tables.text("parameter")}, "name", "says")
        columns = {"With": tables.beside(tables.text("parameter"), linked(day))}
        session.table(rows, columns, "name", "says")
    assert shown[0] is shown[2]
    assert [frame["With"][0][-12:-1] for frame in shown[1::2]] == ["=2018-02-15", "=2018-03-15"]
    assert len(answers.asked) == 2


def linked(day: date) -> tables.Cell:
    return lambda row: f"[{row['parameter']}]({tables.address('indicator', day)})"

"""A long table is shown a page at a time, which its URL names; the download has every row."""

from collections.abc import Callable
from typing import Any

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from scrutiny import session
from scrutiny.charts import paging
from tests.pages import screen

MOST = 10


@pytest.fixture(autouse=True)
def short_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paging, "MOST", MOST)


def opened(**query: str | list[str]) -> AppTest:
    return screen.visit("actions", {"as_at": screen.DAY, **query})


def titles(app: AppTest) -> list[str]:
    return list(screen.read(app).table_with("Action", "For", "Owner")["Action"])


def said(app: AppTest) -> str | None:
    return screen.read(app).line_with("Rows ")


def test_pages_together_are_the_whole_table_in_its_order() -> None:
    pages = [opened(actions_page=str(number)) for number in (1, 2, 3, 4)]
    assert [len(titles(page)) for page in pages] == [10, 10, 10, 2]
    assert said(pages[0]) == "Rows 1 to 10 of 32; the download has them all."
    assert said(pages[3]) == "Rows 31 to 32 of 32; the download has them all."
    with pytest.MonkeyPatch.context() as whole:
        whole.setattr(paging, "MOST", 200)
        app = opened()
    assert [title for page in pages for title in titles(page)] == titles(app)
    assert not app.pagination
    assert said(app) is None


def test_the_reader_turns_it() -> None:
    app = opened()
    app.pagination(key="actions_page").set_value(2).run()
    assert said(app) == "Rows 11 to 20 of 32; the download has them all."


@pytest.mark.parametrize("page", ["0", "5", "-1", "x", "2.5", ""])
def test_a_page_that_there_is_not_is_ignored(page: str) -> None:
    app = opened(actions_page=page)
    assert said(app) == "Rows 1 to 10 of 32; the download has them all."
    assert not screen.read(app).errors


def test_other_rows_begin_on_their_first_page() -> None:
    app = opened(actions_page="2")
    app.multiselect(key="rating").set_value(["red", "amber", "green"]).run()
    assert said(app) == "Rows 1 to 10 of 18; the download has them all."
    app.pagination(key="actions_page").set_value(2).run()
    app.multiselect(key="rating").set_value(["red"]).run()
    assert len(titles(app)) == 5
    assert said(app) is None
    app.multiselect(key="rating").set_value(["red", "amber", "green"]).run()
    assert said(app) == "Rows 1 to 10 of 18; the download has them all."


def test_the_page_stays_while_something_else_on_screen_is_chosen() -> None:
    app = opened(actions_page="2")
    app.radio(key="by").set_value("agency").run()
    assert said(app) == "Rows 11 to 20 of 32; the download has them all."


def test_long_tables_of_a_page_are_turned_apart() -> None:
    app = screen.visit("recommendations", {"as_at": screen.DAY, "burn_up_page": "2"})

    def turned() -> list[str]:
        return [line for line in screen.read(app).lines if line.startswith("Rows ")]

    assert [line[:13] for line in turned()] == ["Rows 1 to 10 ", "Rows 11 to 19", "Rows 1 to 10 "]
    app.pagination(key="recommendations_page").set_value(3).run()
    assert [line[:13] for line in turned()] == ["Rows 1 to 10 ", "Rows 11 to 19", "Rows 21 to 21"]


def test_a_folded_table_whose_page_a_link_names_is_open() -> None:
    for query, opens in (({}, False), ({"burn_up_page": "2"}, True)):
        app = screen.visit("recommendations", {"as_at": screen.DAY, **query})
        assert [box.proto.expanded for box in app.expander] == [False, opens]


def test_the_download_has_every_row(monkeypatch: pytest.MonkeyPatch) -> None:
    offered: dict[str, pd.DataFrame] = {}
    offer: Callable[..., Any] = session.download

    def noted(rows: pd.DataFrame, name: str) -> None:
        offered[name] = rows
        offer(rows, name)

    monkeypatch.setattr(session, "download", noted)
    opened(actions_page="2")
    assert len(offered["actions"]) == 32

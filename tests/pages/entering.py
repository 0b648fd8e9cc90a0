"""What the tests of forms share: a store of its own, opening a form, filling it in, sending it."""

import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from scrutiny.journal import Entry, Journal
from tests.conftest import Built
from tests.pages import screen

DAY = "2018-04-30"  # after the last entry of the sample
NEXT = "2018-05-17"  # the meeting of the Board after it
OFFICER = "Programme officer"
BUSINESS = "Chair, Business Group"
BOARD = "Independent chair of the Board"


@contextmanager
def copied(built: Built, folder: Path) -> Iterator[Built]:
    """A copy of the built sample that may be added to, pointed at while it lasts.

    What is open stays open: the dashboard sees by the journal's digest that another one was put in
    place of one that was added to, and a test that enters nothing is spared opening it anew.
    """
    store = Built(built.board, Path(shutil.copytree(built.build, folder / "b", symlinks=True)))
    with pytest.MonkeyPatch.context() as patch:
        for name, value in store.variables.items():
            patch.setenv(name, value)
        yield store


def entries(store: Built) -> list[Entry]:
    with closing(Journal(store.journal)) as journal:
        return list(journal.entries())


def opened(page: str, role: str, **query: str) -> AppTest:
    app = screen.visit(page, {"as_at": DAY, "role": role} | query)
    assert not app.exception
    return app


def _widgets(app: AppTest) -> list[Any]:
    main = app.main
    return [
        *main.text_area,
        *main.text_input,
        *main.selectbox,
        *main.multiselect,
        *main.number_input,
        *main.date_input,
        *main.checkbox,
    ]


def field(app: AppTest, label: str) -> Any:
    """The one field whose label, but for what is said of it being optional, is this."""
    (found,) = [
        widget
        for widget in _widgets(app)
        if screen.rendered(widget.label).removesuffix(" (optional)") == label
    ]
    return found


def offered(app: AppTest) -> list[str]:
    """What may be entered on the page; none where there is no form."""
    found = [box for box in app.main.selectbox if box.label == "What to enter"]
    return list(found[0].options) if found else []


def choose(app: AppTest, what: str, **about: str) -> AppTest:
    """Choose what to enter, then what it is about, by label with _ for a space."""
    app = field(app, "What to enter").set_value(what).run()
    for label, key in about.items():
        app = field(app, label.replace("_", " ")).set_value(key).run()
    assert not app.exception
    return app


def send(app: AppTest, typed: dict[str, object] | None = None) -> AppTest:
    for label, value in (typed or {}).items():
        field(app, label).set_value(value)
    (save,) = [button for button in app.main.button if button.label == "Save"]
    app = save.click().run()
    assert not app.exception
    return app


def said(app: AppTest) -> list[str]:
    return [screen.rendered(error.value) for error in app.error]


def day(text: str) -> date:
    return date.fromisoformat(text)

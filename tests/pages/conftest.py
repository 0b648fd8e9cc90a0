"""What the page tests share: the sample board pointed at, and screens that are read only once."""

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
import streamlit as st

from tests.conftest import Built
from tests.pages import entering, screen

Look = Callable[..., screen.Screen]


@pytest.fixture(scope="module", autouse=True)
def clean_caches() -> None:
    """Once a module in place of once a test: answers are kept by build and journal, and opening
    the sample board's warehouse anew for every page would be most of the time.
    """
    st.cache_data.clear()
    st.cache_resource.clear()


@pytest.fixture(autouse=True)
def sample_board(built: Built) -> Built:
    """Every page test is on the sample board, unless it points elsewhere itself."""
    return built


@pytest.fixture
def own(built: Built, tmp_path: Path) -> Iterator[Built]:
    """A copy of the sample board that entries may be made in."""
    with entering.copied(built, tmp_path) as store:
        yield store


@pytest.fixture(scope="session")
def look(built: Built) -> Look:
    """``look("actions", as_at="2018-03-31")``: what the sample board shows; kept for the run."""

    @cache
    def seen(page: str, query: tuple[tuple[str, str], ...]) -> screen.Screen:
        return screen.read(screen.visit(page, dict(query)))

    def ask(page: str, **query: str) -> screen.Screen:
        return seen(page, tuple(sorted(query.items())))

    return ask

"""Whatever a board's papers say is shown as text: never markup, a link, a picture or a formula."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st

from tests.conftest import Built
from tests.pages import screen
from tests.pages.hostile import HOSTILE, plant
from tests.pages.screen import FILES

OUR_LINKS = re.compile(
    r"(recommendation\?rec=[\w%-]+&|risk\?risk=[\w%-]+&|indicator\?indicator=[\w%+.-]+&"
    r"|(audits|education|neglect|learning)\?)as_at=\d{4}-\d\d-\d\d$"
)


@pytest.fixture(scope="module")
def hostile(board_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The sample board with hostile words in every text of every entry."""
    folder = tmp_path_factory.mktemp("hostile")
    board = Path(shutil.copytree(board_folder, folder / "board"))
    plant(board)
    store = Built(board, folder / "build")
    done = store.run("init")
    assert done.returncode == 0, done.stderr
    return store


@pytest.fixture(scope="module", autouse=True)
def on_the_hostile_board(built: Built, hostile: Built) -> Iterator[None]:
    """Opened once for all tests. ``built`` points at the sample for the run, so it comes first."""
    assert built.board != hostile.board
    with pytest.MonkeyPatch.context() as patch:
        for name, value in hostile.variables.items():
            patch.setenv(name, value)
        st.cache_resource.clear()
        yield
    st.cache_resource.clear()


@pytest.mark.parametrize("page", FILES)
def test_every_special_character_is_escaped(page: str) -> None:
    app = screen.visit(page, {"rec": "OFSTED-2017-6", "as_at": "2018-03-31"})
    shown = screen.read(app)
    assert shown.errors == ()
    for line in shown.raw:
        for marks in HOSTILE:
            assert marks not in line, f"{marks} stands unescaped in: {line}"


@pytest.mark.parametrize("page", FILES)
def test_no_address_in_a_text_can_become_a_link_by_itself(page: str) -> None:
    app = screen.visit(page, {"rec": "CSC-2010-3"})
    plain = "\n".join(line.replace("\\", "") for line in screen.read(app).raw)
    assert "http://" not in plain


@pytest.mark.parametrize("page", FILES)
def test_every_link_goes_to_a_page_of_ours(page: str) -> None:
    app = screen.visit(page, {"rec": "OFSTED-2017-6", "as_at": "2018-03-31"})
    strange = [target for target in screen.targets(app) if not OUR_LINKS.match(target)]
    assert strange == []


@pytest.mark.parametrize(
    ("page", "rec"),
    [
        ("at_a_glance", ""),
        ("since_last_meeting", ""),
        ("recommendations", ""),
        ("recommendation", "OFSTED-2017-6"),
        ("recommendation", "CSC-2010-3"),
        ("actions", ""),
        ("register", ""),
        ("risk", ""),
        ("audits", ""),
        ("education", ""),
    ],
)
def test_what_was_written_is_what_is_read(page: str, rec: str) -> None:
    shown = screen.read(screen.visit(page, {"rec": rec} if rec else None))
    assert all(marks in shown.text for marks in HOSTILE)


def test_a_chart_makes_no_markup_of_it() -> None:
    shown = screen.read(screen.visit("actions"))
    charts = "".join(shown.charts)
    assert "onerror" in charts
    assert "<img" not in charts
    assert "\\u003cimg" not in charts

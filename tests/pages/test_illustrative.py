"""What is illustrative says so: on every screen that shows it and in every download."""

import csv
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
import streamlit as st

from tests.pages import screen
from tests.pages.conftest import Look
from tests.pages.screen import FILES

MARK = "†"
OFFICIAL = ("scorecard", "indicator", "referrals", "workforce")
REAL = "Every figure on this page is an official statistic"
NOTICE = "the registers of risk and assurance and four of the sub-groups are illustrative"
LATEST = "2018-03-31"
OFSTED = [f"OFSTED-2017-{number}" for number in range(1, 7)]
SCREENS = [(page, "OFSTED-2017-1") for page in FILES] + [("recommendation", rec) for rec in OFSTED]

each_screen = pytest.mark.parametrize(("page", "rec"), SCREENS[: len(FILES)] + SCREENS[-5:])


@pytest.fixture(scope="module")
def made_up(board_folder: Path) -> set[str]:
    """Titles and sentences that the sample board made up."""
    return set(_words(board_folder, "illustrative")) - set(_words(board_folder, "paper"))


def _words(board: Path, provenance: str) -> Iterator[str]:
    for name, column in (
        ("action", "title"),
        ("challenge", "question"),
        ("report", "done"),
        ("move", "evidence"),
        ("extension", "why"),
        ("assurance", "evidence"),
        ("neglect_step", "why"),
        ("measure", "name"),
        ("review_recommendation", "title"),
        ("review_action", "title"),
        ("learning_check", "evidence"),
        ("learning_theme", "theme"),
    ):
        with (board / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file):
                if row["provenance"] == provenance and len(row[column]) > 20:
                    yield row[column]


@each_screen
def test_every_page_says_what_the_mark_means(page: str, rec: str, look: Look) -> None:
    shown = look(page, rec=rec, as_at=LATEST)
    if page in OFFICIAL:
        assert shown.line_with(REAL)
    else:
        assert shown.line_with(MARK, "illustrative")


@each_screen
def test_every_row_that_shows_something_made_up_is_marked(
    page: str, rec: str, look: Look, made_up: set[str]
) -> None:
    shown = look(page, rec=rec, as_at=LATEST)
    rows = [
        " | ".join(row)
        for table in shown.tables
        for row in table.itertuples(index=False, name=None)
    ]
    unmarked = [row for row in rows if MARK not in row and any(words in row for words in made_up)]
    assert unmarked == []


@pytest.mark.parametrize("rec", OFSTED)
def test_what_the_papers_say_is_not_marked(rec: str, look: Look) -> None:
    answers = look("recommendation", rec=rec).table_with("Date", "Answer")
    assert not answers.empty
    assert MARK not in "".join(answers["Answer"])


@each_screen
def test_every_download_carries_the_notice(
    page: str, rec: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = _downloads(page, rec, monkeypatch)
    # whoever only reads has no queue and enters nothing, so there is nothing to download
    assert files or page in ("report", "enter")
    for name, data in files.items():
        assert data.startswith(b"\xef\xbb\xbf"), f"{name} has no byte order mark"
        first = data.decode("utf-8-sig").splitlines()[0]
        notice = REAL if page in OFFICIAL else NOTICE
        assert notice in first, f"{name} does not carry the notice: {first}"


@pytest.mark.parametrize(
    ("page", "name"),
    [
        ("actions", "actions.csv"),
        ("recommendation", "story.csv"),
        ("recommendation", "actions_of_recommendation.csv"),
        ("recommendation", "extensions.csv"),
        ("recommendation", "challenges.csv"),
        ("recommendation", "evidence.csv"),
        ("recommendation", "answers.csv"),
        ("recommendation", "promises.csv"),
        ("at_a_glance", "slipped.csv"),
        ("at_a_glance", "silent.csv"),
        ("at_a_glance", "undated.csv"),
        ("since_last_meeting", "changes.csv"),
    ],
)
def test_a_download_marks_each_row_that_is_illustrative(
    page: str, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    rec = "CSC-2010-3" if name == "promises.csv" else "OFSTED-2017-6"
    rows = _rows(_downloads(page, rec, monkeypatch)[name])
    expected = {"paper"} if name in ("promises.csv", "answers.csv") else {"illustrative", "paper"}
    if name == "changes.csv":
        expected.add("published")
    assert rows
    assert {row.get("provenance") for row in rows} <= expected


def test_a_download_has_dates_and_rows_that_a_spreadsheet_can_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rows = _rows(_downloads("actions", "", monkeypatch)["actions.csv"])
    due = {row["action_id"]: row["due_on"] for row in rows}
    assert due["ACT-6-1"] == "2018-04-27"
    assert due["ACT-6-6"] == ""


def _downloads(page: str, rec: str, monkeypatch: pytest.MonkeyPatch) -> dict[str, bytes]:
    """Every file that a page offers, by name."""
    files: dict[str, bytes] = {}
    offer = st.download_button

    def offered(label: str, data: Any, file_name: str, *args: Any, **more: Any) -> bool:
        files[file_name] = data() if callable(data) else data
        return offer(label, data, file_name, *args, **more)

    monkeypatch.setattr(st, "download_button", offered)
    query = {"as_at": LATEST} | ({"rec": rec} if rec else {})
    app = screen.visit(page, query)
    assert len(app.get("download_button")) == len(files)
    return files


def _rows(data: bytes) -> list[dict[str, str]]:
    _, _, body = data.decode("utf-8-sig").partition("\r\n")
    return list(csv.DictReader(StringIO(body, newline="")))

"""The register: no file feeds the dashboard unless a row says whose it is."""

import csv
from datetime import date
from pathlib import Path

import pytest

from scrutiny import places
from scrutiny.problems import BadInput
from scrutiny.register import read_register
from tests.scrutiny.board_files import place

HEADER = ["path", "owner", "status", "source", "licence", "cut_on", "note"]
ROW = ["Officer", "sample", "Made up", "MIT", "2018-03-31", ""]


class Register:
    """A register, a board's folder and a folder of published figures with one file each."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "register.csv"
        self.board, self.published = folder / "our board", folder / "figures"
        self.board.mkdir()
        self.published.mkdir()
        (self.board / "note.csv").touch()
        (self.board / "settings.toml").touch()
        (self.published / "pupils.csv").touch()
        self.rows = [
            [path, *ROW]
            for path in ("board/note.csv", "board/settings.toml", "published/pupils.csv")
        ]

    def read(self) -> list[dict[str, object]]:
        with self.file.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([HEADER, *self.rows])
        return read_register(self.file, self.board, self.published)

    def problems(self) -> list[tuple[tuple[object, ...], str]]:
        with pytest.raises(BadInput) as caught:
            self.read()
        return [(place(problem), problem.remedy) for problem in caught.value.problems]


@pytest.fixture
def register(tmp_path: Path) -> Register:
    return Register(tmp_path)


def test_rows_are_typed(register: Register) -> None:
    rows = register.read()
    assert [row["path"] for row in rows] == [row[0] for row in register.rows]
    assert rows[0] == {
        "path": "board/note.csv",
        "owner": "Officer",
        "status": "sample",
        "source": "Made up",
        "licence": "MIT",
        "cut_on": date(2018, 3, 31),
        "note": None,
    }


def test_board_stands_for_the_boards_folder_wherever_it_is(
    register: Register, tmp_path: Path
) -> None:
    register.board = register.board.rename(tmp_path / "elsewhere")
    assert len(register.read()) == 3


@pytest.mark.parametrize(
    ("folder", "name", "path"),
    [
        ("board", "action.csv", "board/action.csv"),
        ("board", "more/words.toml", "board/more/words.toml"),
        ("published", "staff.csv", "published/staff.csv"),
    ],
)
def test_a_file_without_a_row_is_named(
    register: Register, folder: str, name: str, path: str
) -> None:
    file = getattr(register, folder) / name
    file.parent.mkdir(exist_ok=True)
    file.touch()
    ((where, remedy),) = register.problems()
    assert where == ("register.csv", None, "path", path)
    assert "add one with its owner, source and licence" in remedy


def test_other_files_need_no_row(register: Register) -> None:
    (register.board / "README.md").touch()
    (register.published / "picture.png").touch()
    assert len(register.read()) == 3


def test_a_row_may_wait_for_its_file(register: Register) -> None:
    (register.board / "note.csv").unlink()
    assert len(register.read()) == 3


def test_folders_that_are_not_there_hold_no_files(register: Register, tmp_path: Path) -> None:
    register.published = tmp_path / "nowhere"
    assert len(register.read()) == 3


def test_a_row_that_stands_there_twice(register: Register) -> None:
    register.rows.append(register.rows[0])
    ((where, remedy),) = register.problems()
    assert where == ("register.csv", 5, "path", "board/note.csv")
    assert "Row 2" in remedy


def test_a_status_that_there_is_not(register: Register) -> None:
    register.rows[1][2] = "public"
    ((where, remedy),) = register.problems()
    assert where == ("register.csv", 3, "status", "public")
    assert "published" in remedy


def test_every_problem_at_once(register: Register) -> None:
    (register.board / "action.csv").touch()
    register.rows[0][2] = "public"
    register.rows[1][5] = "31/03/2018"
    register.rows[2][1] = ""
    register.rows.append(register.rows[1])
    places_ = [where[:3] for where, _ in register.problems()]
    assert sorted(places_, key=str) == sorted(
        [
            ("register.csv", 2, "status"),
            ("register.csv", 3, "cut_on"),
            ("register.csv", 4, "owner"),
            ("register.csv", 5, "cut_on"),
            ("register.csv", 5, "path"),
            ("register.csv", None, "path"),
        ],
        key=str,
    )


def test_a_register_that_is_missing(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="register.csv: The register is missing: restore it"):
        read_register(tmp_path / "register.csv", tmp_path, tmp_path)


def test_the_projects_own_register_is_whole() -> None:
    rows = read_register(places.register(), places.PROJECT / "data" / "board", places.published())
    assert {row["path"] for row in rows} >= {"board/settings.toml", "board/action.csv"}

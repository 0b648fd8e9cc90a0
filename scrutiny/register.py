"""The register of data files: no file feeds the dashboard without a row that says whose it is."""

from pathlib import Path

from scrutiny import references
from scrutiny.contract import Contract
from scrutiny.problems import BadInput, Problem
from scrutiny.sheets import read_sheet

_FED_BY = (".csv", ".toml")


def read_register(file: Path, board: Path, published: Path) -> list[dict[str, object]]:
    """The rows of the register. Raises BadInput with every problem, as a file without a row.

    A path ``board/NAME`` stands for a file of the board's own folder, wherever that is.
    """
    if not file.is_file():
        raise BadInput(
            [Problem(file.name, None, None, None, "The register is missing: restore it.")]
        )
    sheet = read_sheet(file, Contract.read().table("data_file"))
    known = {row.key for row in sheet.rows}
    missing = [
        Problem(
            file.name,
            None,
            "path",
            name,
            "The file has no row: add one with its owner, source and licence.",
        )
        for name in _fed(board, "board") + _fed(published, "published")
        if name not in known
    ]
    problems = [*sheet.problems, *references.repeats(sheet), *missing]
    if problems:
        raise BadInput(problems)
    return [dict(row.values) for row in sheet.rows]


def _fed(folder: Path, name: str) -> list[str]:
    found = sorted(path for path in folder.rglob("*") if path.suffix in _FED_BY)
    return [f"{name}/{path.relative_to(folder).as_posix()}" for path in found]

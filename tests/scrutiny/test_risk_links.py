"""A risk is linked to an indicator that is published, or the file is refused."""

from pathlib import Path

import pytest

from scrutiny import build, places, published, signals
from scrutiny.problems import BadInput
from tests.published_files import PublishedFiles
from tests.scrutiny.board_files import BoardFiles, place


@pytest.fixture
def files(tmp_path: Path) -> BoardFiles:
    (tmp_path / "papers").mkdir()
    return BoardFiles(tmp_path / "papers")


@pytest.fixture
def figures(tmp_path: Path) -> PublishedFiles:
    return PublishedFiles(tmp_path).indicator("rate").year(2018, {"OWN": 3})


def test_an_unknown_indicator_is_named_with_its_row(
    files: BoardFiles, figures: PublishedFiles
) -> None:
    read = published.read_published(figures.write(), figures.breaks)
    assert signals.unknown(read, files.read()) == []
    files.put("risk_link", 4, indicator_id="rates")
    (problem,) = signals.unknown(read, files.read())
    assert place(problem) == ("risk_link.csv", 4, "indicator_id", "rates")
    assert "published/indicators.csv" in problem.remedy


def test_a_board_without_figures_may_name_any(files: BoardFiles, tmp_path: Path) -> None:
    nothing = published.read_published(tmp_path / "none", tmp_path / "breaks.csv")
    assert signals.unknown(nothing, files.read()) == []


def test_nothing_is_built_from_a_board_with_such_a_link(
    files: BoardFiles, figures: PublishedFiles, monkeypatch: pytest.MonkeyPatch
) -> None:
    files.put("risk_link", 4, indicator_id="rates")
    figures.write()
    for name, found in (("board", files.folder), ("published", figures.folder)):
        monkeypatch.setattr(places, name, lambda found=found: found)
    monkeypatch.setattr(places, "breaks", lambda: figures.breaks)
    with pytest.raises(BadInput) as raised:
        build.read()
    assert "risk_link.csv" in {problem.file for problem in raised.value.problems}

"""The empty warehouse that every test of the queries opens, and the way to read a board with it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from scrutiny import queries
from scrutiny.warehouse import Warehouse
from tests.published_files import PublishedFiles
from tests.queries.assurance_board import AssuranceBoard
from tests.queries.published_reading import PublishedReading
from tests.queries.small_board import Reading, SmallBoard, write_empty
from tests.scrutiny.board_files import BoardFiles

Read = Callable[[SmallBoard], Reading]
Open = Callable[..., Warehouse]
OpenPublished = Open


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of a warehouse with reference rows and no entries, written once."""
    return write_empty(tmp_path_factory.mktemp("warehouse"))


@pytest.fixture(scope="session")
def spare(empty: Path) -> Iterator[list[Reading]]:
    """Warehouses that are open and not in use: to open one takes longer than most tests."""
    readings: list[Reading] = []
    yield readings
    for reading in readings:
        reading.close()


@pytest.fixture(scope="module")
def nothing(empty: Path) -> Iterator[Reading]:
    """A board on which nobody has said anything yet."""
    reading = Reading(empty)
    yield reading
    reading.close()


@contextmanager
def _reader(empty: Path, spare: list[Reading]) -> Iterator[Read]:
    lent: list[Reading] = []

    def read(board: SmallBoard) -> Reading:
        reading = spare.pop() if spare else Reading(empty)
        lent.append(reading)
        return reading.anew(board.entries)

    yield read
    spare += lent


@pytest.fixture
def read(empty: Path, spare: list[Reading]) -> Iterator[Read]:
    """Gives a warehouse that has read the board, for the length of the test."""
    with _reader(empty, spare) as reader:
        yield reader


@pytest.fixture(scope="module")
def read_once(empty: Path, spare: list[Reading]) -> Iterator[Read]:
    """As read, for boards that a whole module shares."""
    with _reader(empty, spare) as reader:
        yield reader


@pytest.fixture
def files(tmp_path: Path) -> BoardFiles:
    """The papers of a board that is right in every cell, to spoil."""
    return BoardFiles(tmp_path)


@pytest.fixture(autouse=True)
def only_its_rule(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Within a class only the rule it is about is asked, so that no other can find the problem."""
    name = getattr(request.cls, "NAME", "")
    if name.startswith("checks/"):
        monkeypatch.setattr(queries, "within", lambda _: (name,))


@pytest.fixture(scope="session")
def published_reading(empty: Path) -> Iterator[PublishedReading]:
    """A warehouse that holds the published figures of one test after another."""
    reading = PublishedReading(empty)
    yield reading
    reading.warehouse.close()


@pytest.fixture
def opened(published_reading: PublishedReading) -> Open:
    """Gives the warehouse filled with the figures of the files; the one given before is gone."""
    return published_reading.anew


@pytest.fixture
def opened_published(opened: Open) -> Open:
    """As opened, on a board that launched its neglect strategy on 29 September 2017."""

    def build(files: PublishedFiles) -> Warehouse:
        store = opened(files)
        store.take(AssuranceBoard().launched().entries)
        return store

    return build

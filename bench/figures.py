"""How long the build takes over the published figures, beside reading and sorting their files."""

import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import duckdb

from bench.arithmetic import Pair, pair
from scrutiny import papers, places, published, signals, warehouse
from scrutiny.contract import Contract

_TIMES = 5


def measured() -> Pair:
    """Seconds to check, compare and write the figures, and seconds to read and sort the files."""
    Contract.read()  # once a process, and no part of the figures
    reference = papers.read_board(places.board()).reference | {"data_file": []}
    real, bare = [], []
    for _ in range(_TIMES):  # by turns, so that both meet the same machine
        real.append(_timed(lambda: _build(reference)))
        bare.append(_timed(_sort))
    return pair(real, bare)


def _build(reference: signals.Reference) -> None:
    dataset = published.read_published(places.published(), places.breaks())
    signals.fill(dataset, reference)
    with tempfile.TemporaryDirectory() as folder:
        warehouse.write(Path(folder) / "warehouse.duckdb", reference, dataset)
    dataset.close()


def _sort() -> None:
    connection = duckdb.connect()
    files = str(places.published() / "observations" / "*.csv")
    connection.execute(
        "create table sorted as from read_csv($files) order by all", {"files": files}
    )
    connection.close()


def _timed(work: Callable[[], None]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began

"""How long the build takes over the published figures, beside reading and sorting their files."""

import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import duckdb

from bench.arithmetic import Pair, pair
from scrutiny import papers, places, published, signals, warehouse
from scrutiny.contract import Contract


def measured(times: int = 5) -> Pair:
    """Seconds that the figures add to a build, and seconds to read and sort their files.

    What they add is a build that checks, compares and writes them, less one of the board alone.
    """
    Contract.read()  # once a process, and no part of the figures
    board = papers.read_board(places.board())
    real, bare = [], []
    plain = warehouse.scratch()
    for _ in range(times):  # by turns, so that both meet the same machine
        alone = _timed(partial(_write, board, None))
        real.append(_timed(partial(_build, board)) - alone)
        bare.append(_timed(partial(_sort, plain)))
    plain.close()
    return pair(real, bare)


def _build(board: papers.Board) -> None:
    dataset = published.read_published(places.published(), places.breaks())
    published.locate(dataset, board.setting("place"))
    signals.fill(dataset, board.reference)
    _write(board, dataset)
    dataset.close()


def _write(board: papers.Board, dataset: duckdb.DuckDBPyConnection | None) -> None:
    with tempfile.TemporaryDirectory() as folder:
        warehouse.write(Path(folder) / "warehouse.duckdb", board.reference, dataset)


def _sort(connection: duckdb.DuckDBPyConnection) -> None:
    files = str(places.published() / "observations" / "*.csv")
    connection.execute(
        "create or replace table sorted as from read_csv($files) order by all", {"files": files}
    )


def _timed(work: Callable[[], None]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began

"""A warehouse of published figures that is opened once and filled anew for each test.

To open one takes longer than most tests. What is worked out of the figures is worked out as a build
does it, by the same questions; tests/scrutiny/test_build.py tries the way through the file.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

import duckdb

from scrutiny import comparing, published, queries, signals, tables
from scrutiny.warehouse import Warehouse
from tests import blank
from tests.published_files import PublishedFiles
from tests.queries.small_board import REFERENCE

Rows = Sequence[Mapping[str, object]]
PLACE = "Ownshire"


class PublishedReading:
    """An open warehouse whose figures, targets and rebases can be taken out and put in."""

    def __init__(self, empty: Path) -> None:
        self.warehouse = Warehouse.open(empty)
        with self.warehouse._connection.cursor() as cursor:
            # figures lie in the file, which is read only
            cursor.execute("drop view observation")
            cursor.execute("create table observation as from warehouse.observation")

    def anew(self, files: PublishedFiles, **more: Rows) -> Warehouse:
        """Forgets figures and entries, and holds those of the files; ``more`` are other tables."""
        settings = [*REFERENCE["board_setting"], {"setting": "place", "value": PLACE}]
        reference: dict[str, Rows] = {"board_setting": settings, "targets": [], "rebases": []}
        reference |= more
        dataset = published.read_published(files.write(), files.breaks)
        try:
            published.locate(dataset, PLACE)
            signals.fill(dataset, reference)
            tables.insert(dataset, "targets", reference["targets"])
            for table in comparing.COMPARED:
                dataset.execute(f"insert into {table} {queries.find(f'derived/{table}').sql}")
            figures = {table: _rows(dataset, table) for table in comparing.DATASET}
        finally:
            dataset.close()
        blank.forget(self.warehouse)
        with tables.changing(self.warehouse._connection) as cursor:
            for table, rows in (figures | reference).items():
                cursor.execute(f"delete from {table}")
                tables.insert(cursor, table, rows)
        return self.warehouse


def _rows(dataset: duckdb.DuckDBPyConnection, table: str) -> Rows:
    found = dataset.execute(f"select * from {table}")
    names = [str(column[0]) for column in found.description or []]
    return [dict(zip(names, row, strict=True)) for row in found.fetchall()]

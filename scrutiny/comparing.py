"""The published figures in a build: copied, and compared once and for all."""

import duckdb

from scrutiny import queries

_PUBLISHED = (
    *("indicator", "area", "neighbour", "publication", "observation"),
    *("series_break", "missing_period", "signal", "trend", "own_area"),
)
COMPARED = ("standing", "neighbour_standing")
DATASET = (*_PUBLISHED, *COMPARED)
"""Tables of published figures and of what a build works out of them."""


def compare(connection: duckdb.DuckDBPyConnection) -> None:
    """Copies the published figures and adds what is worked out of them once and for all."""
    for table in _PUBLISHED:
        connection.execute(f"insert into {table} from memory.main.{table}")
    for table in COMPARED:
        connection.execute(f"insert into {table} {queries.find(f'derived/{table}').sql}")

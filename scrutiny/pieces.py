"""What pages make of an answer before it is shown: its parts, and rows with limits and signals.

An answer that changed may have parts that did not. These are the same objects as before, so what
was drawn from them need not be drawn again.
"""

import pandas as pd

from scrutiny import desk, signals
from scrutiny.charts import progress, scorecard


def split(rows: pd.DataFrame, column: str) -> dict[str, pd.DataFrame]:
    """The rows of an answer by the values of a column, in their order."""
    return desk.made(_split, rows, column)


def lines(paths: pd.DataFrame, kept: pd.DataFrame) -> pd.DataFrame:
    """The rows of the small lines of the indicators that ``kept`` has by indicator_id."""
    return desk.made(_lines, paths, kept)


def by_day(rows: pd.DataFrame, measure: str) -> pd.DataFrame:
    """Ratings over time as a table with one row a day, newest first."""
    return desk.made(progress.by_day, rows, measure)


def judged(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows of series that the board keeps itself, with process limits and signals."""
    return desk.made(signals.judged, rows)


def funnelled(rows: pd.DataFrame) -> pd.DataFrame:
    """The authorities of an answer beside the limits that one of their size may vary within."""
    return desk.made(signals.funnelled, rows)


def _split(rows: pd.DataFrame, column: str) -> dict[str, pd.DataFrame]:
    parts = rows.groupby(column, sort=False)
    return {str(name): _same(part, column, name) for name, part in parts}


def _lines(paths: pd.DataFrame, kept: pd.DataFrame) -> pd.DataFrame:
    return _same(scorecard.drawn(paths, kept), *kept["indicator_id"])


def _same(part: pd.DataFrame, *of: object) -> pd.DataFrame:
    # what came before a part in the answer is not part of it
    return desk.current().same((*of, *part.columns), part.reset_index(drop=True))

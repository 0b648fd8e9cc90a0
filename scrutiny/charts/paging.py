"""Long tables a page at a time: a browser takes a quarter of a minute to draw thousands of rows."""

from math import ceil

import pandas as pd

MOST = 200  # rows on a page, which are drawn in a second


def pages(rows: pd.DataFrame) -> int:
    """How many pages these rows take; one where there are none."""
    return max(ceil(len(rows) / MOST), 1)


def page(rows: pd.DataFrame, number: int) -> pd.DataFrame:
    """The rows on a page, counted from 1."""
    return rows.iloc[(number - 1) * MOST : number * MOST]


def turned(rows: pd.DataFrame, number: int) -> str:
    """Which of the rows are on a page, as a sentence."""
    first, last = (number - 1) * MOST + 1, min(number * MOST, len(rows))
    return f"Rows {first:,} to {last:,} of {len(rows):,}; the download has them all."

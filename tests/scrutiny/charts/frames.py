"""Frames shaped as the queries give them, and what to read from a figure."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from scrutiny.charts import tables

D = pd.Timestamp
NO = pd.NaT
SPACE = "\u00a0"  # keeps two words on one line


def shown(columns: tables.Columns, row: dict[str, Any]) -> dict[str, str]:
    """One row as readers see it, each cell on one line, with its spaces as spaces."""
    frame = tables.shown(pd.DataFrame([row]).astype(object), columns)
    return {str(head): _flat(str(cell)) for head, cell in frame.iloc[0].items()}


def _flat(cell: str) -> str:
    return cell.replace("  \n", " ").replace(SPACE, " ")


def none_of(*columns: str) -> pd.DataFrame:
    """What an empty result looks like: its columns, as objects."""
    return pd.DataFrame({column: pd.Series(dtype=object) for column in columns})


def notes(figure: go.Figure) -> str:
    """Every word in the figure that is not on a hover."""
    return " | ".join(str(note.text) for note in figure.layout.annotations)


def named(figure: go.Figure, name: str) -> go.Figure:
    """The trace of that name."""
    return next(trace for trace in figure.data if trace.name == name)

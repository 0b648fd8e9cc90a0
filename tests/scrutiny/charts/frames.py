"""Frames shaped as the queries give them, and what to read from a figure."""

import pandas as pd
import plotly.graph_objects as go

D = pd.Timestamp
NO = pd.NaT


def none_of(*columns: str) -> pd.DataFrame:
    """What an empty result looks like: its columns, as objects."""
    return pd.DataFrame({column: pd.Series(dtype=object) for column in columns})


def notes(figure: go.Figure) -> str:
    """Every word in the figure that is not on a hover."""
    return " | ".join(str(note.text) for note in figure.layout.annotations)


def named(figure: go.Figure, name: str) -> go.Figure:
    """The trace of that name."""
    return next(trace for trace in figure.data if trace.name == name)
